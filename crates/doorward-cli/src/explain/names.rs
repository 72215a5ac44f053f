//! The names of Node's methods, and what they mean.

use std::sync::LazyLock;

use doorward_api::NamedOperation;

use super::operation;
use crate::call::api::operations;
use crate::call::auth;

/// What a method has become.
#[derive(Debug, Clone, Copy)]
pub(super) enum Meaning {
    /// An operation of the Management API.
    Management(&'static NamedOperation),
    /// An operation of the Authentication API.
    Authentication(&'static str),
    /// Something that needs no call.
    Rust(&'static str),
    /// Nothing, for this reason.
    Gone(&'static str),
}

impl Meaning {
    /// What a line of `names.txt` says after the name. `None` when it names no operation.
    fn read(text: &'static str) -> Option<Self> {
        if let Some(expression) = text.strip_prefix("= ") {
            return Some(Self::Rust(expression));
        }
        if let Some(why) = text.strip_prefix("- ") {
            return Some(Self::Gone(why));
        }
        let authentication = || auth::operations().find(|name| *name == text);
        operation(text)
            .map(Self::Management)
            .or_else(|| authentication().map(Self::Authentication))
    }

    /// The meaning on a line.
    pub(super) fn text(&self) -> &'static str {
        match self {
            Self::Management(operation) => operation.name,
            Self::Authentication(text) | Self::Rust(text) | Self::Gone(text) => text,
        }
    }
}

/// Names that have changed, in the order of the file.
pub(super) static NAMES: LazyLock<Vec<(&'static str, Meaning)>> = LazyLock::new(|| {
    let lines = lines().filter_map(|(name, text)| Some((name, Meaning::read(text)?)));
    lines.collect()
});

fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("names.txt").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
}

/// What the method `name` of any version means, and the name as it is spelled. The newest meaning wins: an operation
/// of today before what an old version called the same.
pub(super) fn find(name: &str) -> Option<(String, Meaning)> {
    let is_name = |known: &str| known.eq_ignore_ascii_case(name);
    if let Some(operation) = operation(name) {
        return Some((operation.name.to_owned(), Meaning::Management(operation)));
    }
    if let Some(known) = auth::operations().find(|known| is_name(known)) {
        return Some((known.to_owned(), Meaning::Authentication(known)));
    }
    if let Some((known, meaning)) = NAMES.iter().find(|(known, _)| is_name(known)) {
        return Some(((*known).to_owned(), *meaning));
    }
    let operation = listed(name).or_else(|| flat(name))?;
    Some((name.to_owned(), Meaning::Management(operation)))
}

/// `MANAGER.getAll`, which is `MANAGER.list` from version 5 on.
fn listed(name: &str) -> Option<&'static NamedOperation> {
    let (manager, method) = name.rsplit_once('.')?;
    let is_list = method.eq_ignore_ascii_case("getAll");
    is_list.then(|| operation(&format!("{manager}.list")))?
}

/// A verb and a resource, as versions 2 and 3 have them besides: `getUsers`, `getUser`, `deleteUser`.
fn flat(name: &str) -> Option<&'static NamedOperation> {
    let name = name.to_ascii_lowercase();
    let verbs = ["get", "create", "update", "delete"];
    let verb = verbs.into_iter().find(|verb| name.starts_with(verb))?;
    let resource = name.strip_prefix(verb)?;
    if verb == "get"
        && let Some(list) = operation(&format!("{resource}.list"))
    {
        return Some(list);
    }
    operation(&format!("{resource}s.{verb}"))
}

/// Up to three known names like `typed`, the most alike first.
pub(super) fn nearest(typed: &str) -> Vec<&'static str> {
    let old = NAMES.iter().map(|(name, _)| *name);
    let new = operations().map(|operation| operation.name);
    crate::call::names::nearest(old.chain(new).chain(auth::operations()), typed)
}

/// How a Rust program calls an operation of the Authentication API: `oauth.passwordGrant` is
/// `auth.oauth().password_grant(…)`, and these are not.
pub(super) fn rust(operation: &str) -> String {
    let special = match operation {
        "backchannel.backchannelGrant" => "auth.backchannel().grant(…)",
        "metadata.federatedDomain" => "auth.is_federated_domain(…)",
        "metadata.saml" => "auth.saml_metadata(…)",
        "metadata.server" => "auth.server_metadata()",
        "metadata.wsFederation" => "auth.ws_federation_metadata()",
        "oauth.globalTokenRevocation" => "auth.send(&GlobalTokenRevocation { … })",
        "registration.register" => "auth.register_client(…)",
        "userInfo.getUserInfo" => "UserInfoClient::builder(…).build()?.get_user_info(…)",
        _ => return regular(operation),
    };
    special.to_owned()
}

fn regular(operation: &str) -> String {
    match operation.split_once('.') {
        Some((group, method)) => format!("auth.{}().{}(…)", snake(group), snake(method)),
        None => format!("auth.{}(…)", snake(operation)),
    }
}

/// How a Rust program calls an operation of the Management API: `users.get` is `management.users().get(…)`.
pub(super) fn handle(operation: &NamedOperation) -> String {
    let takes_something = operation.path.contains('{') || operation.method != "GET";
    let arguments = if takes_something { "(…)" } else { "()" };
    let names: Vec<String> = operation.name.split('.').map(snake).collect();
    format!("management.{}{arguments}", names.join("()."))
}

/// `signUp` as `sign_up`, `sendSMS` as `send_sms`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    let mut was_upper = true;
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !was_upper {
            snake.push('_');
        }
        was_upper = letter.is_ascii_uppercase();
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_an_operation_and_none_hides_one() {
        for (name, text) in lines() {
            assert!(Meaning::read(text).is_some(), "{name} {text}");
            assert!(operation(name).is_none(), "{name} is an operation of today");
        }
        assert_eq!(NAMES.len(), lines().count());
    }

    fn meaning(name: &str) -> &'static str {
        find(name).map_or("unknown", |(_, meaning)| meaning.text())
    }

    #[test]
    fn names_of_every_version_are_known() {
        assert_eq!(meaning("users.getAll"), "users.list");
        assert_eq!(meaning("USERS.GETALL"), "users.list");
        assert_eq!(meaning("clientGrants.getAll"), "clientGrants.list");
        assert_eq!(
            meaning("organizations.members.roles.assign"),
            "organizations.members.roles.assign"
        );
        assert_eq!(meaning("getUsers"), "users.list");
        assert_eq!(meaning("getUser"), "users.get");
        assert_eq!(meaning("deleteResourceServer"), "resourceServers.delete");
        assert_eq!(meaning("assignRolestoUser"), "users.roles.assign");
        assert_eq!(meaning("passwordless.sendSMS"), "passwordless.sendSMS");
        assert_eq!(
            meaning("getTokenByPasswordlessSms"),
            "passwordless.loginWithSMS"
        );
        assert_eq!(meaning("users.fly"), "unknown");
        assert_eq!(meaning("rulesConfigs.getAll"), "rulesConfigs.list");
    }

    #[test]
    fn the_handle_of_every_operation_has_that_name() {
        let generated = concat!(env!("CARGO_MANIFEST_DIR"), "/../doorward/src/generated");
        let files = std::fs::read_dir(generated).unwrap();
        let files = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        let code = files.collect::<String>();
        for operation in operations() {
            let call = handle(operation);
            let name = call.trim_end_matches("(…)").trim_end_matches("()");
            let (_, name) = name.rsplit_once('.').unwrap();
            let line = format!(" {name} {} ", operation.type_name());
            assert!(code.contains(&line), "{}: {line}", operation.name);
            // The groups on the way are methods too.
            let groups = call.split('.').skip(1);
            for group in groups.filter_map(|part| part.strip_suffix("()")) {
                assert!(code.contains(&format!(" {group} ")), "{call}");
            }
        }
    }

    #[test]
    fn a_method_is_written_as_rust_does() {
        assert_eq!(rust("database.signUp"), "auth.database().sign_up(…)");
        assert_eq!(
            rust("passwordless.sendSMS"),
            "auth.passwordless().send_sms(…)"
        );
        assert_eq!(
            rust("oauth.authorizationCodeGrantWithPKCE"),
            "auth.oauth().authorization_code_grant_with_pkce(…)"
        );
    }
}
