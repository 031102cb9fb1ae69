//! The hybrid logical clock: wall time where it can, later than anything seen always.
//!
//! Milliseconds since 1970 shifted left by 16 bits, plus a counter (Kulkarni and others, “Logical
//! Physical Clocks”, 2014). It orders what is shown; it never decides what is true.

use chrono::{DateTime, Utc};

/// The clock of the next entry, given the highest one seen.
pub fn next(seen: i64, now: DateTime<Utc>) -> i64 {
    let wall = now.timestamp_millis().clamp(0, i64::MAX >> 17) << 16;
    wall.max(seen.saturating_add(1))
}

/// How far ahead of this machine's clock another's entries may be and still move ours.
const LEAD: chrono::Duration = chrono::Duration::hours(24);

/// The latest clock that another's entry may have and still be believed.
pub fn latest(now: DateTime<Utc>) -> i64 {
    next(0, now + LEAD)
}

/// The wall time of a clock.
pub fn time(at: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at >> 16).unwrap_or_default()
}

/// The last clock of a millisecond.
pub fn end_of(time: DateTime<Utc>) -> i64 {
    (time.timestamp_millis().clamp(0, i64::MAX >> 17) << 16) | 0xffff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_than_all_seen_even_if_the_wall_clock_goes_back() {
        let now = Utc::now();
        let first = next(0, now);
        assert_eq!(time(first).timestamp_millis(), now.timestamp_millis());
        assert_eq!(next(first, now), first + 1);
        assert!(next(first, now - chrono::Duration::days(3)) > first);
    }
}
