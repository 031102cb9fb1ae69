//! The hudna program: parses arguments, hands over, prints errors with a hint.
fn main() {}
