//! The generated operations against the descriptions they were made from.

use std::collections::BTreeSet;

use doorward_api::description::{self, Description};
use doorward_api::{NamedOperation, management, my_account, my_organization};

/// The operations of each API, and the description they were made from.
fn apis() -> [(&'static Description, Vec<&'static NamedOperation>); 3] {
    [
        (
            description::management(),
            management::OPERATIONS.iter().copied().flatten().collect(),
        ),
        (
            description::my_account(),
            my_account::OPERATIONS.iter().collect(),
        ),
        (
            description::my_organization(),
            my_organization::OPERATIONS.iter().collect(),
        ),
    ]
}

/// Every generated operation beside its API's description.
pub(crate) fn described() -> impl Iterator<Item = (&'static Description, &'static NamedOperation)> {
    let beside = |(description, operations): (_, Vec<_>)| {
        operations
            .into_iter()
            .map(move |operation| (description, operation))
    };
    apis().into_iter().flat_map(beside)
}

#[test]
fn every_described_operation_is_generated_and_no_other() {
    for (description, operations) in apis() {
        let described: BTreeSet<_> = description
            .operations()
            .iter()
            .map(|operation| (operation.name, operation.method.as_str(), operation.path))
            .collect();
        let generated: BTreeSet<_> = operations
            .iter()
            .map(|operation| (operation.name, operation.method.as_str(), operation.path))
            .collect();
        assert_eq!(generated, described);
    }
}

#[test]
fn every_generated_operation_names_the_scopes_described() {
    for (description, operation) in described() {
        let described = description.operation(operation.name).unwrap();
        let scopes: Vec<_> = described.scopes.concat();
        assert_eq!(operation.scopes, scopes, "{}", operation.name);
    }
}

#[test]
fn every_api_is_where_its_description_says() {
    use doorward_api::{Api, Management, MyAccount, MyOrganization};

    let bases = [Management::BASE, MyAccount::BASE, MyOrganization::BASE];
    assert_eq!(apis().map(|(description, _)| description.base()), bases);
}
