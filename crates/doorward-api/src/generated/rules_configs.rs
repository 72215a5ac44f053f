// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `rulesConfigs` and what they speak of.

use crate::wire::prelude::*;

operation! {
    DeleteRulesConfig of Management "rulesConfigs.delete" DELETE "/rules-configs/{key}"
    ["delete:rules_configs"] -> NoContent
    {
        path key "key": String,
    }
    {}
}

operation! {
    ListRulesConfigs of Management "rulesConfigs.list" GET "/rules-configs"
    ["read:rules_configs"] -> Vec<RulesConfig>
    {}
    {}
}

list! { ListRulesConfigs: RulesConfig, }

operation! {
    SetRulesConfig of Management "rulesConfigs.set" PUT "/rules-configs/{key}"
    ["update:rules_configs"] -> SetRulesConfigResponseContent
    {
        path key "key": String,
        body body "body": SetRulesConfigRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<DeleteRulesConfig>(),
    NamedOperation::of::<ListRulesConfigs>(),
    NamedOperation::of::<SetRulesConfig>(),
];

object! {
    /// `RulesConfig`
    RulesConfig {
        /// (1 to 127 characters)
        key "key": Option<String>,
    }
}

object! {
    /// `SetRulesConfigRequestContent`
    SetRulesConfigRequestContent (value: String) {
        value "value": String,
    }
}

object! {
    /// `SetRulesConfigResponseContent`
    SetRulesConfigResponseContent (key: String, value: String) {
        /// (1 to 127 characters)
        key "key": String,
        value "value": String,
    }
}
