// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `clientGrants` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    CreateClientGrant of Management "clientGrants.create" POST "/client-grants"
    ["create:client_grants"] -> ClientGrant
    {
        body body "body": CreateClientGrantRequestContent,
    }
    {}
}

operation! {
    DeleteClientGrant of Management "clientGrants.delete" DELETE "/client-grants/{id}"
    ["delete:client_grants"] -> NoContent
    {
        path id "id": ClientGrantId,
    }
    {}
}

operation! {
    GetClientGrant of Management "clientGrants.get" GET "/client-grants/{id}"
    ["read:client_grants"] -> ClientGrant
    {
        path id "id": ClientGrantId,
    }
    {}
}

operation! {
    ListClientGrants of Management "clientGrants.list" GET "/client-grants"
    ["read:client_grants"] -> ListClientGrantResponseContent
    {}
    {
        query per_page "per_page": Option<i64>,
        query page "page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
        query audience "audience": Option<String>,
        query client_id "client_id": Option<String>,
        query allow_any_organization "allow_any_organization": Option<bool>,
        query subject_type "subject_type": Option<ClientGrantSubjectType>,
        query default_for "default_for": Option<ClientGrantDefaultFor>,
    }
}

list! { ListClientGrants: ClientGrant, by_page_with_totals by_cursor }

operation! {
    ListClientGrantOrganizations of Management "clientGrants.organizations.list" GET "/client-grants/{id}/organizations"
    ["read:organization_client_grants"] -> ListOrganizationsResponseContent
    {
        path id "id": ClientGrantId,
    }
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListClientGrantOrganizations: Organization, by_page_with_totals by_cursor }

operation! {
    UpdateClientGrant of Management "clientGrants.update" PATCH "/client-grants/{id}"
    ["update:client_grants"] -> ClientGrant
    {
        path id "id": ClientGrantId,
        body body "body": UpdateClientGrantRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateClientGrant>(),
    NamedOperation::of::<DeleteClientGrant>(),
    NamedOperation::of::<GetClientGrant>(),
    NamedOperation::of::<ListClientGrants>(),
    NamedOperation::of::<ListClientGrantOrganizations>(),
    NamedOperation::of::<UpdateClientGrant>(),
];

object! {
    /// `ClientGrant`
    ClientGrant {
        id "id": Option<ClientGrantId>,
        client_id "client_id": Option<ClientId>,
        /// (at least 1 characters)
        audience "audience": Option<String>,
        scope "scope": Option<Vec<String>>,
        organization_usage "organization_usage": Option<ClientGrantOrganizationUsage>,
        allow_any_organization "allow_any_organization": Option<bool>,
        default_for "default_for": Option<ClientGrantDefaultFor>,
        is_system "is_system": Option<bool>,
        subject_type "subject_type": Option<ClientGrantSubjectType>,
        authorization_details_types "authorization_details_types": Option<Vec<String>>,
        allow_all_scopes "allow_all_scopes": Option<bool>,
    } in_union
}

string_enum! {
    /// `ClientGrantDefaultFor`
    ClientGrantDefaultFor {
        ThirdPartyClients = "third_party_clients",
    }
}

string_enum! {
    /// `ClientGrantOrganizationNullableUsage`
    ClientGrantOrganizationNullableUsage {
        Deny = "deny",
        Allow = "allow",
        Require = "require",
    }
}

string_enum! {
    /// `ClientGrantOrganizationUsage`
    ClientGrantOrganizationUsage {
        Deny = "deny",
        Allow = "allow",
        Require = "require",
    }
}

string_enum! {
    /// `ClientGrantSubjectType`
    ClientGrantSubjectType {
        Client = "client",
        User = "user",
    }
}

object! {
    /// `CreateClientGrantRequestContent`
    CreateClientGrantRequestContent (audience: String) {
        client_id "client_id": Option<ClientId>,
        /// (at least 1 characters)
        audience "audience": String,
        default_for "default_for": Option<ClientGrantDefaultFor>,
        organization_usage "organization_usage": Option<ClientGrantOrganizationUsage>,
        allow_any_organization "allow_any_organization": Option<bool>,
        scope "scope": Option<Vec<String>>,
        subject_type "subject_type": Option<ClientGrantSubjectType>,
        authorization_details_types "authorization_details_types": Option<Vec<String>>,
        allow_all_scopes "allow_all_scopes": Option<bool>,
    }
}

object! {
    /// `ListClientGrantOffsetPaginatedResponseContent`
    ListClientGrantOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        client_grants "client_grants": Option<Vec<ClientGrant>>,
    } in_union
}

envelope! { object ListClientGrantOffsetPaginatedResponseContent.client_grants: ClientGrant, total total }

object! {
    /// `ListClientGrantPaginatedResponseContent`
    ListClientGrantPaginatedResponseContent {
        next "next": Option<String>,
        client_grants "client_grants": Option<Vec<ClientGrant>>,
    } in_union
}

envelope! { object ListClientGrantPaginatedResponseContent.client_grants: ClientGrant, next next }

union! {
    /// `ListClientGrantResponseContent`
    ListClientGrantResponseContent {
        List(Vec<ClientGrant>),
        Page(ListClientGrantOffsetPaginatedResponseContent),
        Checkpoint(ListClientGrantPaginatedResponseContent),
    }
}

envelope! { union ListClientGrantResponseContent: ClientGrant, List Page Checkpoint }

object! {
    /// `UpdateClientGrantRequestContent`
    UpdateClientGrantRequestContent {
        scope "scope": Nullable<Vec<String>>,
        organization_usage "organization_usage": Nullable<ClientGrantOrganizationNullableUsage>,
        allow_any_organization "allow_any_organization": Nullable<bool>,
        authorization_details_types "authorization_details_types": Option<Vec<String>>,
        allow_all_scopes "allow_all_scopes": Nullable<bool>,
    }
}
