//! Operations in the words of the tenant log, which people search by.

/// The `description` of an operation's log entry: `clients.create` is `Create a client`.
pub(super) fn of(operation: &str) -> String {
    if let Some((_, words)) = WORDS.iter().find(|(name, _)| *name == operation) {
        return (*words).to_owned();
    }
    let mut path: Vec<String> = operation.split('.').map(spaced).collect();
    let verb = capitalized(&path.pop().unwrap_or_default());
    let thing = singular(path.last().map_or("", String::as_str));
    let article = if thing.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    match path.as_slice() {
        [] => verb,
        [_] => format!("{verb} {article} {thing}"),
        [owner, .., _] => format!("{verb} {article} {} {thing}", singular(owner)),
    }
}

/// Entries that the tenant log spells in its own way.
const WORDS: &[(&str, &str)] = &[
    ("anomaly.blocks.unblockIp", "Unblock an IP address"),
    ("clientGrants.create", "Create client grant"),
    ("clientGrants.delete", "Delete client grant"),
    ("clientGrants.update", "Update client grant"),
    ("clients.rotateSecret", "Rotate a client secret"),
    (
        "connections.clients.update",
        "Update enabled clients for a connection",
    ),
    ("jobs.usersExports.create", "Create export users job"),
    ("jobs.usersImports.create", "Create import users job"),
    (
        "jobs.verificationEmail.create",
        "Send an email address verification email",
    ),
    (
        "keys.signing.revoke",
        "Revoke an Application Signing Key by its key id",
    ),
    ("keys.signing.rotate", "Rotate the Application Signing Key"),
    ("refreshTokens.delete", "Delete a refresh token"),
    ("refreshTokens.revoke", "Revoke refresh tokens"),
    ("refreshTokens.update", "Update a refresh token"),
    ("roles.permissions.add", "Associate permissions with a role"),
    ("roles.permissions.delete", "Remove permissions from a role"),
    ("roles.users.assign", "Assign users to a role"),
    ("sessions.delete", "Delete session"),
    ("sessions.revoke", "Revokes a session"),
    ("sessions.update", "Update session"),
    ("tenants.settings.update", "Update tenant settings"),
    ("tickets.changePassword", "Create a password change ticket"),
    ("tickets.verifyEmail", "Create an email verification ticket"),
    ("userBlocks.delete", "Unblock a user"),
    ("userBlocks.deleteByIdentifier", "Unblock by identifier"),
    ("userGrants.delete", "Delete a grant"),
    ("userGrants.deleteByUserId", "Delete grants of a user"),
    (
        "users.authenticationMethods.delete",
        "Delete an authentication method by ID",
    ),
    (
        "users.authenticationMethods.deleteAll",
        "Delete all authentication methods for the given user",
    ),
    (
        "users.authenticators.deleteAll",
        "Delete All Authenticators",
    ),
    ("users.create", "Create a User"),
    ("users.delete", "Delete a User"),
    ("users.identities.delete", "Unlink a User Identity"),
    ("users.identities.link", "Link a User Account"),
    ("users.permissions.create", "Assign Permissions to a User"),
    ("users.permissions.delete", "Remove Permissions from a User"),
    (
        "users.refreshToken.delete",
        "Delete refresh tokens for a user",
    ),
    ("users.revokeAccess", "Revoke access of a user"),
    ("users.roles.assign", "Assign roles to a user"),
    ("users.roles.delete", "Removes roles from a user"),
    ("users.sessions.delete", "Delete sessions for user"),
    ("users.update", "Update a User"),
];

/// A scope in words: `read:client_grants` is `Read client grants`.
pub(crate) fn of_scope(scope: &str) -> String {
    let (verb, things) = scope.split_once(':').unwrap_or((scope, ""));
    format!("{} {}", capitalized(verb), things.replace('_', " "))
}

fn capitalized(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

fn singular(things: &str) -> String {
    things.strip_suffix('s').unwrap_or(things).to_owned()
}

/// `resourceServers` is "resource servers".
fn spaced(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            text.push(' ');
        }
        text.push(letter.to_ascii_lowercase());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use doorward_api::description;

    #[test]
    fn operations_are_told_as_the_log_tells_them() {
        assert_eq!(of("users.create"), "Create a User");
        assert_eq!(of("resourceServers.create"), "Create a resource server");
        assert_eq!(
            of("clients.credentials.delete"),
            "Delete a client credential"
        );
        assert_eq!(of("organizations.create"), "Create an organization");
    }

    #[test]
    fn scopes_are_told_in_words() {
        assert_eq!(of_scope("read:client_grants"), "Read client grants");
    }

    #[test]
    fn what_has_its_own_words_exists() {
        for (name, _) in WORDS {
            assert!(
                description::management().operation(name).is_some(),
                "{name}"
            );
        }
    }
}
