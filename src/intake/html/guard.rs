//! The HTML parser behind limits. It has none of its own: deep nesting makes it slow and the tree too
//! deep for whatever walks it, and formatting elements left open multiply without end.

use super::IntakeError;
use dom_query::{Document, NodeId};
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, ParseOpts, QualName, parse_document};
use std::borrow::Cow;
use std::cell::{Cell, Ref};
use std::sync::atomic::{AtomicBool, Ordering};

/// Browsers stop here too.
pub(super) const MAX_DEPTH: usize = 512;

/// Elements, comments and pieces of text; the longest live blogs have some ten thousand.
const MAX_NODES: usize = 500_000;

/// Attributes of one element; each new one is compared with all before it.
const MAX_ATTRIBUTES: usize = 10_000;

/// How much is parsed between two looks at the limits.
const PIECE: usize = 1024;

/// Parses a page unless it is beyond the limits or `cancelled` becomes true.
pub(super) fn parse(source: &str, cancelled: &AtomicBool) -> Result<Document, IntakeError> {
    let options = ParseOpts {
        tree_builder: TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() },
        ..ParseOpts::default()
    };
    if has_endless_tag(source) {
        return Err(IntakeError::TooComplex);
    }
    let mut parser = parse_document(Limited::default(), options);
    let mut rest = source;
    while !rest.is_empty() {
        let (piece, after) = piece_of(rest);
        parser.process(StrTendril::from(piece));
        rest = after;
        let sink = &parser.tokenizer.sink.sink;
        if sink.deep.get() {
            return Err(IntakeError::TooDeep { limit: MAX_DEPTH });
        }
        if sink.document.tree.len() > MAX_NODES || cancelled.load(Ordering::Relaxed) {
            return Err(IntakeError::TooComplex);
        }
    }
    let document = parser.finish();
    if depth(&document) > MAX_DEPTH {
        return Err(IntakeError::TooDeep { limit: MAX_DEPTH });
    }
    Ok(document)
}

/// True if something that looks like a tag has more attributes than any page needs. Scripts and comments
/// are looked at too, since telling them apart exactly is the parser's work; the limit allows for that.
fn has_endless_tag(source: &str) -> bool {
    let mut bytes = source.bytes().peekable();
    while let Some(byte) = bytes.next() {
        if byte != b'<' || !bytes.peek().is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let (mut attributes, mut quote, mut last) = (0usize, None, byte);
        for byte in bytes.by_ref() {
            match (quote, byte) {
                (Some(open), _) if open == byte => quote = None,
                (Some(_), _) => {}
                (None, b'"' | b'\'') if last == b'=' => quote = Some(byte),
                (None, b'>') => break,
                (None, b'/' | b' ' | b'\t' | b'\n' | b'\r' | 0x0c) => attributes += 1,
                (None, _) => {}
            }
            if attributes > MAX_ATTRIBUTES {
                return true;
            }
            if !byte.is_ascii_whitespace() {
                last = byte;
            }
        }
    }
    false
}

/// The first piece of a text and what follows it.
fn piece_of(text: &str) -> (&str, &str) {
    (PIECE..PIECE + 4).find_map(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}

/// The depth of the finished tree; nodes may have been moved since they were put in.
fn depth(document: &Document) -> usize {
    let (mut deepest, mut level) = (0usize, 0usize);
    let mut node = document.root();
    loop {
        deepest = deepest.max(level);
        if let Some(child) = node.first_child() {
            node = child;
            level += 1;
            continue;
        }
        loop {
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            match node.parent() {
                Some(parent) if level > 0 => {
                    node = parent;
                    level -= 1;
                }
                _ => return deepest,
            }
        }
    }
}

/// A document that notices when a node is put in too deep. All else it hands on.
#[derive(Default)]
struct Limited {
    document: Document,
    deep: Cell<bool>,
}

impl Limited {
    fn look(&self, parent: &NodeId) {
        let above = self.document.tree.ancestor_ids_of_it(parent, Some(MAX_DEPTH + 1)).count();
        if above >= MAX_DEPTH {
            self.deep.set(true);
        }
    }
}

impl TreeSink for Limited {
    type ElemName<'a> = Ref<'a, QualName>;
    type Output = Document;
    type Handle = NodeId;

    fn finish(self) -> Document {
        self.document
    }
    // Not kept: a page may have millions.
    fn parse_error(&self, _: Cow<'static, str>) {}
    fn get_document(&self) -> NodeId {
        self.document.get_document()
    }
    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.document.get_template_contents(target)
    }
    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.document.set_quirks_mode(mode);
    }
    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        self.document.same_node(one, other)
    }
    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        self.document.elem_name(target)
    }
    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        self.document.create_element(name, attributes, flags)
    }
    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.document.create_comment(text)
    }
    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.document.create_pi(target, data)
    }
    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.look(parent);
        self.document.append(parent, child);
    }
    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        self.look(sibling);
        self.document.append_before_sibling(sibling, child);
    }
    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        self.look(element);
        self.look(previous);
        self.document.append_based_on_parent_node(element, previous, child);
    }
    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        self.document.append_doctype_to_document(name, public, system);
    }
    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        self.document.add_attrs_if_missing(target, attributes);
    }
    fn remove_from_parent(&self, target: &NodeId) {
        self.document.remove_from_parent(target);
    }
    fn reparent_children(&self, node: &NodeId, parent: &NodeId) {
        self.look(parent);
        self.document.reparent_children(node, parent);
    }
    fn is_mathml_annotation_xml_integration_point(&self, target: &NodeId) -> bool {
        self.document.is_mathml_annotation_xml_integration_point(target)
    }
}
