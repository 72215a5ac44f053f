//! Rust names for the description's names.

/// Operations whose name by rule would not be English.
const BY_HAND: &[(&str, &str)] = &[
    ("tickets.verifyEmail", "CreateEmailVerificationTicket"),
    ("tickets.changePassword", "CreatePasswordChangeTicket"),
    ("keys.signing.rotate", "RotateSigningKeys"),
    ("keys.signing.list", "ListSigningKeys"),
    ("keys.signing.get", "GetSigningKey"),
    ("keys.signing.revoke", "RevokeSigningKey"),
    ("keys.networkAcls.list", "ListNetworkAclKeys"),
    ("keys.networkAcls.create", "CreateNetworkAclKey"),
    ("keys.networkAcls.get", "GetNetworkAclKey"),
    ("keys.networkAcls.delete", "DeleteNetworkAclKey"),
    ("guardian.get", "GetGuardianSettings"),
    ("guardian.set", "SetGuardianSettings"),
    ("authenticationMethods.verify", "VerifyAuthenticationMethod"),
    ("connectedAccounts.complete", "CompleteConnectedAccount"),
    (
        "organization.domains.verify.create",
        "StartOrganizationDomainVerification",
    ),
    (
        "organization.memberships.deleteMemberships",
        "DeleteOrganizationMemberships",
    ),
    (
        "organization.identityProviders.detach",
        "DetachOrganizationIdentityProvider",
    ),
    (
        "organizations.organizationTemplate.get",
        "GetOrganizationTemplate",
    ),
    (
        "organizations.organizationTemplate.assignOrganizationTemplate",
        "AssignOrganizationTemplate",
    ),
    (
        "organizations.organizationTemplate.unassignOrganizationTemplate",
        "UnassignOrganizationTemplate",
    ),
];

/// The name of the struct of an operation: `users.roles.assign` is `AssignUserRoles`.
///
/// Verb, group, and what else the operation's name says. The last word of the group is singular when
/// the path ends with an id or something is created, and plural when something is listed.
pub(crate) fn operation(name: &str, path: &str) -> String {
    if let Some((_, by_hand)) = BY_HAND.iter().find(|(operation, _)| *operation == name) {
        return (*by_hand).to_owned();
    }
    let mut segments: Vec<&str> = name.split('.').collect();
    let action = words(segments.pop().unwrap_or_default());
    let (verb, object) = match action.as_slice() {
        [verb, all] if all == "all" => (format!("{}All", pascal(verb)), &[][..]),
        _ => action
            .split_first()
            .map_or((String::new(), &[][..]), |(verb, rest)| {
                (pascal(verb), rest)
            }),
    };
    let one = (path.ends_with('}') && verb != "List") || verb == "Create";
    let last = segments.len().saturating_sub(1);
    let group: String = segments
        .iter()
        .enumerate()
        .map(|(index, segment)| {
            let words = words(segment);
            let plural = index == last && !one && object.is_empty();
            let (noun, before) = words
                .split_last()
                .map_or(("", &[][..]), |(n, b)| (n.as_str(), b));
            let noun = if plural {
                noun.to_owned()
            } else {
                singular(noun)
            };
            before.iter().map(|word| pascal(word)).collect::<String>() + &pascal(&noun)
        })
        .collect();
    let object: String = object.iter().map(|word| pascal(word)).collect();
    let repeats = !object.is_empty() && object.starts_with(&group);
    if repeats {
        verb + &object
    } else {
        verb + &group + &object
    }
}

/// `phoneNumber`, `phone-number` and `PHONE_NUMBER` are the words `phone` and `number`.
pub(crate) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let characters: Vec<char> = name.chars().collect();
    for (index, &character) in characters.iter().enumerate() {
        if !character.is_ascii_alphanumeric() {
            words.push(String::new());
            continue;
        }
        let before = index.checked_sub(1).and_then(|at| characters.get(at));
        let after = characters.get(index + 1);
        let begins = character.is_ascii_uppercase()
            && before.is_some_and(|before| {
                before.is_ascii_lowercase()
                    || before.is_ascii_digit()
                    || (before.is_ascii_uppercase() && after.is_some_and(char::is_ascii_lowercase))
            });
        if begins || words.is_empty() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(character.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The name of a type or a variant.
pub(crate) fn type_name(name: &str) -> String {
    let name: String = words(name).iter().map(|word| pascal(word)).collect();
    match name.chars().next() {
        None => "Empty".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("V{name}"),
        Some(_) if name == "Self" => "Myself".to_owned(),
        Some(_) => name,
    }
}

/// The name of a field or a module.
pub(crate) fn field(name: &str) -> String {
    let name = words(name).join("_");
    match name.as_str() {
        "" => "empty".to_owned(),
        // What the macros themselves call something, and Rust's own words.
        "rest" | "new" | "type" | "ref" | "match" | "use" | "enum" | "in" | "for" | "as" | "if"
        | "self" | "mod" | "move" | "static" | "const" | "default" | "fn" | "where" | "loop"
        | "else" | "true" | "false" | "let" | "impl" | "trait" | "async" | "await" | "dyn"
        | "super" | "crate" | "return" | "struct" | "unsafe" | "while" | "break" | "continue"
        | "extern" | "mut" | "pub" | "box" | "final" | "override" | "priv" | "typeof" | "macro"
        | "virtual" | "yield" | "try" | "abstract" | "become" | "do" | "unsized" | "gen" => {
            format!("{name}_")
        }
        name if name.starts_with(|first: char| first.is_ascii_digit()) => format!("n{name}"),
        _ => name,
    }
}

fn pascal(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_ascii_uppercase().to_string() + characters.as_str()
    })
}

fn singular(noun: &str) -> String {
    let keep = [
        "stats", "sms", "settings", "sns", "apns", "address", "status",
    ];
    if keep.contains(&noun) {
        return noun.to_owned();
    }
    if let Some(stem) = noun.strip_suffix("ies") {
        return format!("{stem}y");
    }
    noun.strip_suffix('s').unwrap_or(noun).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_are_called_what_one_would_say() {
        let cases = [
            ("users.list", "/users", "ListUsers"),
            ("users.get", "/users/{id}", "GetUser"),
            (
                "users.listUsersByEmail",
                "/users-by-email",
                "ListUsersByEmail",
            ),
            ("users.roles.assign", "/users/{id}/roles", "AssignUserRoles"),
            (
                "clients.rotateSecret",
                "/clients/{id}/rotate-secret",
                "RotateClientSecret",
            ),
            (
                "jobs.usersImports.create",
                "/jobs/users-imports",
                "CreateJobUsersImport",
            ),
            (
                "tenants.settings.get",
                "/tenants/settings",
                "GetTenantSettings",
            ),
            ("rules.deleteAll", "/rules", "DeleteAllRules"),
            ("stats.getDaily", "/stats/daily", "GetStatsDaily"),
        ];
        for (name, path, expected) in cases {
            assert_eq!(operation(name, path), expected, "{name}");
        }
    }

    #[test]
    fn names_fall_into_words() {
        assert_eq!(words("isSocial"), ["is", "social"]);
        assert_eq!(
            words("ConnectionOptionsSAML"),
            ["connection", "options", "saml"]
        );
        assert_eq!(words("SCIMToken"), ["scim", "token"]);
        assert_eq!(words("auth0-custom-domain"), ["auth0", "custom", "domain"]);
        assert_eq!(field("type"), "type_");
        assert_eq!(type_name("urn:ietf:params"), "UrnIetfParams");
    }
}
