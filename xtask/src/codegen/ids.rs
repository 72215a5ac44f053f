//! Which strings are ids, and whose.

use super::item::Type;

/// The type of an id that a format names.
pub(crate) fn identifier(format: Option<&str>) -> Option<Type> {
    let id = match format? {
        "user-id" | "user-id-with-max-length" => "UserId",
        "client-id" => "ClientId",
        "connection-id" => "ConnectionId",
        "organization-id" => "OrganizationId",
        "role-id" => "RoleId",
        "client-grant-id" => "ClientGrantId",
        _ => return None,
    };
    Some(Type::Plain(id))
}

/// The type of an id that the name of a member tells.
pub(crate) fn property_id(object: &str, wire: &str) -> Option<&'static str> {
    Some(match (object, wire) {
        (_, "client_id") => "ClientId",
        (_, "connection_id") => "ConnectionId",
        (_, "organization_id") => "OrganizationId",
        (_, "role_id") => "RoleId",
        (_, "job_id") => "JobId",
        (_, "org_id") => "OrganizationId",
        (_, "action_id") => "ActionId",
        (_, "module_version_id") => "ActionModuleVersionId",
        (_, "event_stream_id") => "EventStreamId",
        (_, "feature_flag_id") => "FeatureFlagId",
        (_, "variation_id") => "VariationId",
        (_, "identity_provider_id") => "IdentityProviderId",
        // An identity's user_id is the provider's.
        (object, "user_id") if !object.contains("Identit") => "UserId",
        ("Log", "log_id" | "_id") => "LogId",
        ("Role", "id") => "RoleId",
        ("Action" | "ActionBase", "id") => "ActionId",
        ("ActionVersion", "id") => "ActionVersionId",
        ("ActionModule" | "ActionModuleListItem", "id")
        | ("ActionModuleReference" | "ActionModuleVersion", "module_id") => "ActionModuleId",
        ("ActionModuleVersion" | "ActionModuleVersionReference", "id") => "ActionModuleVersionId",
        ("EventStreamAction" | "EventStreamEventBridge" | "EventStreamWebhook", "id") => {
            "EventStreamId"
        }
        ("EventStreamCloudEvent" | "EventStreamDelivery", "id") => "EventId",
        ("FeatureFlag", "id") => "FeatureFlagId",
        ("Variation", "id") => "VariationId",
        ("Flow" | "FlowSummary", "id") => "FlowId",
        ("FlowExecution" | "FlowExecutionSummary", "id") => "FlowExecutionId",
        ("SelfServiceProfile", "id") => "SelfServiceProfileId",
        ("ConnectionForList", "id") => "ConnectionId",
        (object, "id")
            if object.starts_with("Idp") && object.ends_with("Response")
                || matches!(object, "DomainIdp" | "IdpMinimalResponse") =>
        {
            "IdentityProviderId"
        }
        ("IdpScimTokenRead" | "CreateIdpProvisioningScimTokenResponseContent", "token_id") => {
            "ScimTokenId"
        }
        ("Connection", "id") => "ConnectionId",
        ("Organization", "id") => "OrganizationId",
        ("ClientGrant", "id") => "ClientGrantId",
        ("ResourceServer", "id") => "ResourceServerId",
        ("Job" | "ImportUsers" | "ExportUsers" | "VerificationEmail", "id") => "JobId",
        _ => return None,
    })
}

/// The type of an id in a path.
pub(crate) fn path_id(path: &str, wire: &str) -> Option<&'static str> {
    let place = format!("/{{{wire}}}");
    let before = path.split(&place).next()?;
    let segment = before.rsplit('/').next()?;
    let module = before.starts_with("/actions/modules/");
    Some(match segment {
        "modules" => "ActionModuleId",
        "versions" if module => "ActionModuleVersionId",
        "versions" => "ActionVersionId",
        "actions" => "ActionId",
        "event-streams" => "EventStreamId",
        "deliveries" | "redeliver" => "EventId",
        "feature-flags" => "FeatureFlagId",
        "variations" => "VariationId",
        "flows" => "FlowId",
        "executions" if before.starts_with("/flows/") => "FlowExecutionId",
        "self-service-profiles" => "SelfServiceProfileId",
        "sso-ticket" => "TicketId",
        "identity-providers" => "IdentityProviderId",
        "scim-tokens" => "ScimTokenId",
        "users" | "members" => "UserId",
        "clients" => "ClientId",
        "connections" | "enabled_connections" => "ConnectionId",
        "organizations" => "OrganizationId",
        "roles" => "RoleId",
        "client-grants" => "ClientGrantId",
        "resource-servers" => "ResourceServerId",
        "jobs" => "JobId",
        "logs" => "LogId",
        _ => return None,
    })
}
