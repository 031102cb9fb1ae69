//! Pages of the list of claims: keyset windows, so that the millionth row costs what the first does.

use super::super::{Connection, Result, row, search};
use super::read;
use crate::model::{Claim, Id, Order, Query};
use rusqlite::types::Value;

const SELECT: &str = include_str!("select.sql");
const KEY: &str = include_str!("key.sql");

/// The columns that an order sorts by, of those that `key.sql` reads.
fn columns(order: Option<Order>) -> &'static [&'static str] {
    match order.unwrap_or(Order::Worth) {
        Order::Worth => &["c.rank", "c.place", "c.position", "c.num"],
        Order::Document => &["c.place", "c.position", "c.num"],
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// Up to `limit` claims after one, or the first.
pub fn after(conn: &Connection, query: &Query, after: Option<&Id>, limit: usize) -> Result<Vec<Claim>> {
    page(conn, query, after, Side::After, limit)
}

/// Up to `limit` claims before one, or the last; in the order of the list.
pub fn before(conn: &Connection, query: &Query, before: Option<&Id>, limit: usize) -> Result<Vec<Claim>> {
    let mut claims = page(conn, query, before, Side::Before, limit)?;
    claims.reverse();
    Ok(claims)
}

/// How many claims a query means.
pub fn count(conn: &Connection, query: &Query) -> Result<u64> {
    let (conditions, values) = conditions(query);
    counted(conn, &conditions, values)
}

/// How many of them stand before a claim.
pub fn rank(conn: &Connection, query: &Query, claim: &Id) -> Result<u64> {
    let (mut conditions, mut values) = conditions(query);
    beyond(conn, query.order, claim, Side::Before, &mut conditions, &mut values)?;
    counted(conn, &conditions, values)
}

/// Hands the local numbers of the claims that a query means to a statement that begins so.
pub fn insert_numbers(conn: &Connection, insert: &str, query: &Query) -> Result<()> {
    let (conditions, values) = conditions(query);
    let sql = format!("{insert} SELECT c.num FROM claim c WHERE {conditions}");
    conn.prepare(&sql)?.execute(rusqlite::params_from_iter(values)).map(drop)
}

fn counted(conn: &Connection, conditions: &str, values: Vec<Value>) -> Result<u64> {
    let sql = format!("SELECT count(*) FROM claim c WHERE {conditions}");
    conn.prepare_cached(&sql)?.query_row(rusqlite::params_from_iter(values), |r| crate::store::size(r, 0))
}

fn page(conn: &Connection, query: &Query, from: Option<&Id>, side: Side, limit: usize) -> Result<Vec<Claim>> {
    let (mut conditions, mut values) = conditions(query);
    if let Some(id) = from {
        beyond(conn, query.order, id, side, &mut conditions, &mut values)?;
    }
    values.push(Value::Integer(i64::try_from(limit).unwrap_or(i64::MAX)));
    let direction = if side == Side::Before { " DESC" } else { "" };
    let order: Vec<String> = columns(query.order).iter().map(|c| format!("{c}{direction}")).collect();
    let order = order.join(", ");
    let sql = format!("{SELECT} WHERE {conditions} ORDER BY {order} LIMIT ?");
    let mut statement = conn.prepare_cached(&sql)?;
    statement.query_map(rusqlite::params_from_iter(values), read)?.collect()
}

/// Adds the condition that a row stands on one side of a claim; a claim that is gone is no bound.
fn beyond(
    conn: &Connection,
    order: Option<Order>,
    claim: &Id,
    side: Side,
    conditions: &mut String,
    values: &mut Vec<Value>,
) -> Result<()> {
    let key =
        row(conn, KEY, [claim.as_str()], |r| Ok([r.get::<_, i64>(0)?, r.get(1)?, r.get(2)?, r.get(3)?]))?;
    if let Some(key) = key {
        let columns = columns(order);
        let sign = if side == Side::Before { "<" } else { ">" };
        let marks = vec!["?"; columns.len()].join(", ");
        conditions.push_str(&format!(" AND ({}) {sign} ({marks})", columns.join(", ")));
        values.extend(key.into_iter().skip(key.len() - columns.len()).map(Value::Integer));
    }
    Ok(())
}

/// The conditions that a query sets, and the values in them.
fn conditions(query: &Query) -> (String, Vec<Value>) {
    let mut made = Conditions { sql: String::new(), values: Vec::new() };
    made.any("c.status", query.status.iter().map(|v| v.code()));
    made.any("c.kind", query.kind.iter().map(|v| v.code()));
    made.any("c.polarity", query.polarity.iter().map(|v| v.code()));
    made.any("c.verdict", query.verdict.iter().map(|v| if v == "none" { "" } else { v }));
    made.any("c.language", query.lang.iter().map(String::as_str));
    if let Some(found) = search::expression(&query.words, &query.speaker) {
        made.and("c.num IN (SELECT rowid FROM search WHERE search MATCH ?)", found);
    }
    made.documents(&query.doc);
    (made.sql, made.values)
}

struct Conditions {
    sql: String,
    values: Vec<Value>,
}

impl Conditions {
    fn and(&mut self, condition: &str, value: String) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
        self.values.push(Value::Text(value));
    }

    fn any<'a>(&mut self, column: &str, values: impl Iterator<Item = &'a str>) {
        let values: Vec<Value> = values.map(|v| Value::Text(v.to_owned())).collect();
        if !values.is_empty() {
            let marks = vec!["?"; values.len()].join(", ");
            self.sql.push_str(&format!(" AND {column} IN ({marks})"));
            self.values.extend(values);
        }
    }

    /// Claims of withdrawn documents are listed only where the document is named.
    fn documents(&mut self, prefixes: &[String]) {
        let hidden = if prefixes.is_empty() {
            "c.hidden = 0"
        } else {
            "c.withdrawn = '' AND (c.found = 1 OR c.status <> 'new')"
        };
        self.sql.insert_str(0, hidden);
        if prefixes.is_empty() {
            return;
        }
        let one = "c.document IN (SELECT num FROM subject WHERE id >= ? AND id < ? || 'g')";
        self.sql.push_str(&format!(" AND ({})", vec![one; prefixes.len()].join(" OR ")));
        for prefix in prefixes {
            self.values.extend([Value::Text(prefix.clone()), Value::Text(prefix.clone())]);
        }
    }
}
