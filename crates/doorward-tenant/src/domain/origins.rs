//! From which web pages an application may call the tenant.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::authorization::{Query, is_registered, origin_of};

/// Characters that an origin may have.
const LIMIT: usize = 300;
/// How many origins a log entry names.
const SHOWN: usize = 20;

/// The members of a client that name addresses of pages.
const MEMBERS: &[&str] = &["allowed_origins", "web_origins", "callbacks"];

/// Origins as clients register them: `allowed_origins`, `web_origins`, and those of their `callbacks`.
#[derive(Debug, Default)]
pub(crate) struct Origins {
    exact: HashSet<String>,
    /// With `*` for one label of the host.
    patterns: Vec<String>,
}

impl Origins {
    /// Those of one client.
    pub(crate) fn of(document: &Map<String, Value>) -> Self {
        let mut origins = Self::default();
        let lists = MEMBERS
            .iter()
            .filter_map(|name| document.get(*name)?.as_array());
        lists
            .flatten()
            .filter_map(Value::as_str)
            .for_each(|address| origins.add(address));
        origins
    }

    /// Adds those of another client.
    pub(crate) fn extend(&mut self, more: Self) {
        self.exact.extend(more.exact);
        for pattern in more.patterns {
            if !self.patterns.contains(&pattern) {
                self.patterns.push(pattern);
            }
        }
    }

    /// Adds the origin of a registered address. What has none is left out.
    fn add(&mut self, address: &str) {
        let Some(origin) = origin(address) else {
            return;
        };
        if !origin.contains('*') {
            self.exact.insert(origin);
        } else if !self.patterns.contains(&origin) {
            self.patterns.push(origin);
        }
    }

    /// Whether pages of this origin, as a browser writes it, may read answers.
    pub(crate) fn allows(&self, asked: &str) -> bool {
        let asked = asked.to_ascii_lowercase();
        asked.len() <= LIMIT
            && (self.exact.contains(&asked) || is_registered(&self.patterns, &asked, Query::Counts))
    }

    /// Some of them, in the order of the alphabet.
    pub(crate) fn shown(&self) -> Vec<&str> {
        let all = self.exact.iter().chain(&self.patterns);
        let mut shown: Vec<&str> = all.map(String::as_str).collect();
        shown.sort_unstable();
        shown.truncate(SHOWN);
        shown
    }
}

/// `scheme://host[:port]`. Pages inside native applications have origins of their own schemes, such as
/// `capacitor://localhost`.
fn origin(address: &str) -> Option<String> {
    if let Some(web) = origin_of(address) {
        return Some(web);
    }
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let is_web = ["http", "https"].contains(&scheme.to_ascii_lowercase().as_str());
    (!is_web && !host.is_empty()).then(|| format!("{scheme}://{host}").to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_allowed_when_an_address_of_it_is_registered() {
        let mut origins = Origins::default();
        for address in [
            "https://app.example.com/callback?x=1",
            "http://localhost:3000/",
            "https://*.wild.example.com",
            "capacitor://localhost",
            "app:callback",
        ] {
            origins.add(address);
        }
        for origin in [
            "https://app.example.com",
            "HTTPS://APP.EXAMPLE.COM",
            "http://localhost:3000",
            "https://one.wild.example.com",
            "capacitor://localhost",
        ] {
            assert!(origins.allows(origin), "{origin}");
        }
        for origin in [
            "null",
            "",
            "http://app.example.com",
            "https://app.example.com:8443",
            "https://app.example.com.evil.example",
            "http://localhost:3001",
            "https://wild.example.com",
            "https://one.two.wild.example.com",
            "https://*.wild.example.com",
            "app:callback",
        ] {
            assert!(!origins.allows(origin), "{origin}");
        }
        assert_eq!(origins.shown().len(), 4);
    }
}
