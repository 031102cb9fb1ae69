//! Tests of the workbench by keys and screens.
