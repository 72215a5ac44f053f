// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `networkAcls` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateNetworkAcl of Management "networkAcls.create" POST "/network-acls"
    ["create:network_acls"] -> NoContent
    {
        body body "body": CreateNetworkAclRequestContent,
    }
    {}
}

operation! {
    DeleteNetworkAcl of Management "networkAcls.delete" DELETE "/network-acls/{id}"
    ["delete:network_acls"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetNetworkAcl of Management "networkAcls.get" GET "/network-acls/{id}"
    ["read:network_acls"] -> NetworkAcls
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListNetworkAcls of Management "networkAcls.list" GET "/network-acls"
    ["read:network_acls"] -> ListNetworkAclsResponseContent
    {}
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
    }
}

list! { ListNetworkAcls: NetworkAcls, by_page_with_totals }

operation! {
    SetNetworkAcl of Management "networkAcls.set" PUT "/network-acls/{id}"
    ["update:network_acls"] -> NetworkAcls
    {
        path id "id": String,
        body body "body": SetNetworkAclRequestContent,
    }
    {}
}

operation! {
    UpdateNetworkAcl of Management "networkAcls.update" PATCH "/network-acls/{id}"
    ["update:network_acls"] -> NetworkAcls
    {
        path id "id": String,
        body body "body": UpdateNetworkAclRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateNetworkAcl>(),
    NamedOperation::of::<DeleteNetworkAcl>(),
    NamedOperation::of::<GetNetworkAcl>(),
    NamedOperation::of::<ListNetworkAcls>(),
    NamedOperation::of::<SetNetworkAcl>(),
    NamedOperation::of::<UpdateNetworkAcl>(),
];

object! {
    /// `CreateNetworkAclRequestContent`
    CreateNetworkAclRequestContent (description: String, active: bool, rule: NetworkAclRule) {
        /// (at most 255 characters)
        description "description": String,
        active "active": bool,
        /// (1 to 100)
        priority "priority": Option<Number>,
        rule "rule": NetworkAclRule,
    }
}

object! {
    /// `ListNetworkAclsOffsetPaginatedResponseContent`
    ListNetworkAclsOffsetPaginatedResponseContent {
        network_acls "network_acls": Option<Vec<NetworkAcls>>,
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
    } in_union
}

envelope! { object ListNetworkAclsOffsetPaginatedResponseContent.network_acls: NetworkAcls, total total }

union! {
    /// `ListNetworkAclsResponseContent`
    ListNetworkAclsResponseContent {
        Page(ListNetworkAclsOffsetPaginatedResponseContent),
        List(Vec<NetworkAcls>),
    }
}

envelope! { union ListNetworkAclsResponseContent: NetworkAcls, Page List }

object! {
    /// `NetworkAclAction`
    NetworkAclAction {
        block "block": Option<bool>,
        allow "allow": Option<bool>,
        log "log": Option<bool>,
        redirect "redirect": Option<bool>,
        /// (1 to 2000 characters)
        redirect_uri "redirect_uri": Option<String>,
    }
}

object! {
    /// `NetworkAclMatch`
    NetworkAclMatch {
        /// (at least 1 items)
        asns "asns": Option<Vec<i64>>,
        /// (at least 1 items)
        geo_country_codes "geo_country_codes": Option<Vec<String>>,
        /// (at least 1 items)
        geo_subdivision_codes "geo_subdivision_codes": Option<Vec<String>>,
        /// (at least 1 items)
        ipv4_cidrs "ipv4_cidrs": Option<Vec<String>>,
        /// (at least 1 items)
        ipv6_cidrs "ipv6_cidrs": Option<Vec<String>>,
        /// (at least 1 items)
        ja3_fingerprints "ja3_fingerprints": Option<Vec<String>>,
        /// (at least 1 items)
        ja4_fingerprints "ja4_fingerprints": Option<Vec<String>>,
        /// (at least 1 items)
        user_agents "user_agents": Option<Vec<String>>,
        /// (at least 1 items)
        hostnames "hostnames": Option<Vec<String>>,
        /// (at least 1 items)
        connecting_ipv4_cidrs "connecting_ipv4_cidrs": Option<Vec<String>>,
        /// (at least 1 items)
        connecting_ipv6_cidrs "connecting_ipv6_cidrs": Option<Vec<String>>,
        /// (1 to 10 items)
        auth0_managed "auth0_managed": Option<Vec<String>>,
    }
}

object! {
    /// `NetworkAclRule`
    NetworkAclRule (action: NetworkAclAction, scope: NetworkAclRuleScope) {
        action "action": NetworkAclAction,
        match_ "match": Option<NetworkAclMatch>,
        not_match "not_match": Option<NetworkAclMatch>,
        scope "scope": NetworkAclRuleScope,
    }
}

string_enum! {
    /// `NetworkAclRuleScope`
    NetworkAclRuleScope {
        Management = "management",
        Authentication = "authentication",
        Tenant = "tenant",
        DynamicClientRegistration = "dynamic_client_registration",
    }
}

object! {
    /// `NetworkAcls`
    NetworkAcls {
        id "id": Option<String>,
        description "description": Option<String>,
        active "active": Option<bool>,
        /// (1 to 100)
        priority "priority": Option<Number>,
        rule "rule": Option<NetworkAclRule>,
        created_at "created_at": Option<String>,
        updated_at "updated_at": Option<String>,
    } in_union
}

object! {
    /// `SetNetworkAclRequestContent`
    SetNetworkAclRequestContent (description: String, active: bool, rule: NetworkAclRule) {
        /// (at most 255 characters)
        description "description": String,
        active "active": bool,
        /// (1 to 100)
        priority "priority": Option<Number>,
        rule "rule": NetworkAclRule,
    }
}

object! {
    /// `UpdateNetworkAclRequestContent`
    UpdateNetworkAclRequestContent {
        /// (at most 255 characters)
        description "description": Option<String>,
        active "active": Option<bool>,
        /// (1 to 100)
        priority "priority": Option<Number>,
        rule "rule": Option<NetworkAclRule>,
    }
}
