// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `anomaly` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CheckAnomalyBlockIp of Management "anomaly.blocks.checkIp" GET "/anomaly/blocks/ips/{id}"
    ["read:anomaly_blocks"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    UnblockAnomalyBlockIp of Management "anomaly.blocks.unblockIp" DELETE "/anomaly/blocks/ips/{id}"
    ["delete:anomaly_blocks"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CheckAnomalyBlockIp>(),
    NamedOperation::of::<UnblockAnomalyBlockIp>(),
];
