// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `supplementalSignals` and what they speak of.

use crate::wire::prelude::*;

operation! {
    GetSupplementalSignals of Management "supplementalSignals.get" GET "/supplemental-signals"
    ["read:attack_protection"] -> SupplementalSignals
    {}
    {}
}

operation! {
    PatchSupplementalSignals of Management "supplementalSignals.patch" PATCH "/supplemental-signals"
    ["update:attack_protection"] -> SupplementalSignals
    {
        body body "body": UpdateSupplementalSignalsRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<GetSupplementalSignals>(),
    NamedOperation::of::<PatchSupplementalSignals>(),
];

object! {
    /// `SupplementalSignals`
    SupplementalSignals {
        akamai_enabled "akamai_enabled": Option<bool>,
    }
}

object! {
    /// `UpdateSupplementalSignalsRequestContent`
    UpdateSupplementalSignalsRequestContent (akamai_enabled: bool) {
        akamai_enabled "akamai_enabled": bool,
    }
}
