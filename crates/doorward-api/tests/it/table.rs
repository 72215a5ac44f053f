//! The generated operations against the description they were made from.

use std::collections::BTreeSet;

use doorward_api::{description, management};

#[test]
fn every_described_operation_is_generated_and_no_other() {
    let described: BTreeSet<_> = description::management()
        .operations()
        .iter()
        .map(|operation| (operation.name, operation.method.as_str(), operation.path))
        .collect();
    let generated: BTreeSet<_> = management::OPERATIONS
        .iter()
        .flat_map(|group| group.iter())
        .map(|operation| (operation.name, operation.method.as_str(), operation.path))
        .collect();
    assert_eq!(generated, described);
}

#[test]
fn every_generated_operation_names_the_scopes_described() {
    for operation in management::OPERATIONS.iter().flat_map(|group| group.iter()) {
        let described = description::management().operation(operation.name).unwrap();
        let scopes: Vec<_> = described.scopes.concat();
        assert_eq!(operation.scopes, scopes, "{}", operation.name);
    }
}
