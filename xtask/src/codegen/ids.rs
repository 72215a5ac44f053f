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
        // An identity's user_id is the provider's.
        (object, "user_id") if !object.contains("Identit") => "UserId",
        ("Log", "log_id" | "_id") => "LogId",
        ("Role", "id") => "RoleId",
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
    Some(match before.rsplit('/').next()? {
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
