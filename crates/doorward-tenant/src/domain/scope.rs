//! Scopes: space-separated names, each counted once, in the order they were asked for (RFC 6749, 3.3).

use indexmap::IndexSet;

/// The scopes of OpenID Connect and Auth0's profile, which need no API.
pub(crate) const STANDARD: &[&str] = &["openid", "profile", "email", "address", "phone"];

/// Asks for a refresh token.
pub(crate) const OFFLINE_ACCESS: &str = "offline_access";

/// Asks for a refresh token that ends with the session.
pub(crate) const ONLINE_ACCESS: &str = "online_access";

/// What users may do on the Management API, to themselves alone, and nothing else.
pub(crate) const CURRENT_USER: &[&str] = &[
    "read:current_user",
    "update:current_user_metadata",
    "delete:current_user_metadata",
    "create:current_user_metadata",
    "update:current_user_identities",
    "create:current_user_device_credentials",
    "delete:current_user_device_credentials",
    "delete:current_user",
];

/// How many names one request may ask for: as many as an API may define.
pub(crate) const MOST_NAMES: usize = 1000;

/// A set of scope names that keeps its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Scope(IndexSet<String>);

impl Scope {
    /// Reads a space-separated list.
    pub(crate) fn parse(text: &str) -> Self {
        names(text).collect()
    }

    /// Whether a list names more than anybody needs. Counted before it is read.
    pub(crate) fn is_too_long(text: &str) -> bool {
        names(text).nth(MOST_NAMES).is_some()
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names for which `keep` is true.
    pub(crate) fn filter(&self, keep: impl Fn(&str) -> bool) -> Self {
        self.iter().filter(|name| keep(name)).collect()
    }
}

impl<'n> FromIterator<&'n str> for Scope {
    fn from_iter<I: IntoIterator<Item = &'n str>>(names: I) -> Self {
        Self(names.into_iter().map(str::to_owned).collect())
    }
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\t', '\r', '\n'])
        .filter(|name| !name.is_empty())
}

impl std::fmt::Display for Scope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, name) in self.iter().enumerate() {
            if place > 0 {
                f.write_str(" ")?;
            }
            f.write_str(name)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_keeps_its_order_and_counts_once() {
        let scope = Scope::parse("  openid profile  openid\temail ");
        assert_eq!(scope.to_string(), "openid profile email");
        assert_eq!(
            scope.filter(|name| name != "profile").to_string(),
            "openid email"
        );
        assert!(Scope::parse("").is_empty());
    }

    #[test]
    fn thousands_of_names_are_too_many() {
        let list = |count: usize| {
            let names: Vec<String> = (0..count).map(|number| format!("s{number}")).collect();
            names.join(" ")
        };
        assert!(!Scope::is_too_long(&list(MOST_NAMES)));
        assert!(Scope::is_too_long(&list(MOST_NAMES + 1)));
    }
}
