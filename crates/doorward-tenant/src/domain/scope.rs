//! Scopes: space-separated names, each counted once, in the order they were asked for (RFC 6749, 3.3).

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

/// A set of scope names that keeps its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Scope(Vec<String>);

impl Scope {
    /// Reads a space-separated list.
    pub(crate) fn parse(text: &str) -> Self {
        text.split([' ', '\t', '\r', '\n'])
            .filter(|name| !name.is_empty())
            .collect()
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0.iter().any(|known| known == name)
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
        let mut scope = Self::default();
        for name in names {
            if !scope.contains(name) {
                scope.0.push(name.to_owned());
            }
        }
        scope
    }
}

impl std::fmt::Display for Scope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join(" "))
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
}
