// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `rules` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateRule of Management "rules.create" POST "/rules"
    ["create:rules"] -> Rule
    {
        body body "body": CreateRuleRequestContent,
    }
    {}
}

operation! {
    DeleteRule of Management "rules.delete" DELETE "/rules/{id}"
    ["delete:rules"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetRule of Management "rules.get" GET "/rules/{id}"
    ["read:rules"] -> Rule
    {
        path id "id": String,
    }
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

operation! {
    ListRules of Management "rules.list" GET "/rules"
    ["read:rules"] -> ListRulesResponseContent
    {}
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query enabled "enabled": Option<bool>,
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

list! { ListRules: Rule, by_page_with_totals }

operation! {
    UpdateRule of Management "rules.update" PATCH "/rules/{id}"
    ["update:rules"] -> Rule
    {
        path id "id": String,
        body body "body": UpdateRuleRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateRule>(),
    NamedOperation::of::<DeleteRule>(),
    NamedOperation::of::<GetRule>(),
    NamedOperation::of::<ListRules>(),
    NamedOperation::of::<UpdateRule>(),
];

object! {
    /// `CreateRuleRequestContent`
    CreateRuleRequestContent (name: String, script: String) {
        name "name": String,
        /// (at least 1 characters)
        script "script": String,
        /// (at least 0)
        order "order": Option<Number>,
        enabled "enabled": Option<bool>,
    }
}

object! {
    /// `ListRulesOffsetPaginatedResponseContent`
    ListRulesOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        rules "rules": Option<Vec<Rule>>,
    } in_union
}

envelope! { object ListRulesOffsetPaginatedResponseContent.rules: Rule, total total }

union! {
    /// `ListRulesResponseContent`
    ListRulesResponseContent {
        List(Vec<Rule>),
        Page(ListRulesOffsetPaginatedResponseContent),
    }
}

envelope! { union ListRulesResponseContent: Rule, List Page }

object! {
    /// `Rule`
    Rule {
        name "name": Option<String>,
        id "id": Option<String>,
        enabled "enabled": Option<bool>,
        script "script": Option<String>,
        order "order": Option<Number>,
        stage "stage": Option<String>,
    } in_union
}

object! {
    /// `UpdateRuleRequestContent`
    UpdateRuleRequestContent {
        /// (at least 1 characters)
        script "script": Option<String>,
        name "name": Option<String>,
        /// (at least 0)
        order "order": Option<Number>,
        enabled "enabled": Option<bool>,
    }
}
