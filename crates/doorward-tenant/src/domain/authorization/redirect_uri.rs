//! Which addresses an application may be answered at.
//!
//! A redirect URI is compared as text, not as a parsed address: two programs that parse the same
//! odd text differently are how codes get stolen (RFC 9700, 2.1 and 4.1). Only scheme and host
//! ignore case, and a registered host may begin with `*` for one label.

/// Whether the query string counts in a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Query {
    /// It is part of the address: redirect URIs, `/oidc/logout`.
    Counts,
    /// Anything may follow: `returnTo` of `/v2/logout`.
    Ignored,
}

/// Characters an address may have.
const LIMIT: usize = 2048;

/// Whether `asked`, without a fragment, is one of the `registered` addresses.
pub(crate) fn is_registered(registered: &[String], asked: &str, query: Query) -> bool {
    let Some(asked) = Address::read(asked) else {
        return false;
    };
    registered
        .iter()
        .filter_map(|entry| Address::read(entry.split('#').next()?))
        .any(|entry| entry.covers(&asked, query))
}

/// `scheme://host[:port]` of a web address, as a browser writes it; `None` for other schemes.
pub(crate) fn origin_of(address: &str) -> Option<String> {
    let address = url::Url::parse(address).ok()?;
    matches!(address.scheme(), "http" | "https").then(|| address.origin().ascii_serialization())
}

struct Address<'a> {
    scheme: &'a str,
    /// `None` for addresses like `app:callback`, which have no host.
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
}

impl<'a> Address<'a> {
    fn read(text: &'a str) -> Option<Self> {
        if text.len() > LIMIT || text.bytes().any(is_never_in_an_address) {
            return None;
        }
        let (scheme, rest) = text.split_once(':')?;
        let mut letters = scheme.bytes();
        let is_scheme = letters
            .next()
            .is_some_and(|first| first.is_ascii_alphabetic())
            && letters.all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
        // These run what they say in the tenant's own name.
        let is_script = ["javascript", "data", "vbscript", "blob", "about", "file"]
            .iter()
            .any(|script| scheme.eq_ignore_ascii_case(script));
        if !is_scheme || is_script {
            return None;
        }
        let (authority, rest) = match rest.strip_prefix("//") {
            Some(rest) => {
                let end = rest.find(['/', '?']).unwrap_or(rest.len());
                let (authority, rest) = rest.split_at(end);
                (Some(authority), rest)
            }
            None => (None, rest),
        };
        let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        // A user name before the host exists to deceive.
        if authority.is_some_and(|authority| authority.contains('@'))
            || (is_web && authority.is_none_or(str::is_empty))
        {
            return None;
        }
        let (path, query) = match rest.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (rest, None),
        };
        Some(Self {
            scheme,
            authority,
            path,
            query,
        })
    }

    fn covers(&self, asked: &Self, query: Query) -> bool {
        let same_host = match (self.authority, asked.authority) {
            (None, None) => true,
            (Some(entry), Some(asked)) => host_covers(entry, asked),
            _ => false,
        };
        same_host
            && self.scheme.eq_ignore_ascii_case(asked.scheme)
            && self.path == asked.path
            && (query == Query::Ignored || self.query == asked.query)
    }
}

/// `*.example.com` covers one label: `a.example.com`, but neither `example.com` nor
/// `a.b.example.com`. A placeholder such as `{organization_name}` covers nothing by itself.
fn host_covers(entry: &str, asked: &str) -> bool {
    let Some(domain) = entry.strip_prefix("*.") else {
        return entry.eq_ignore_ascii_case(asked) && !entry.contains(['*', '{']);
    };
    let Some((label, rest)) = asked.split_once('.') else {
        return false;
    };
    !label.is_empty()
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && rest.eq_ignore_ascii_case(domain)
        && domain.contains('.')
        && !domain.contains('*')
}

fn is_never_in_an_address(byte: u8) -> bool {
    !byte.is_ascii_graphic() || matches!(byte, b'\\' | b'#' | b'"' | b'<' | b'>' | b'`' | b'^')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn covers(entry: &str, asked: &str) -> bool {
        is_registered(&[entry.to_owned()], asked, Query::Counts)
    }

    #[test]
    fn scheme_and_host_ignore_case_and_nothing_else_does() {
        assert!(covers(
            "https://App.example.com/cb",
            "HTTPS://app.EXAMPLE.com/cb"
        ));
        for asked in [
            "https://app.example.com/CB",
            "https://app.example.com/cb/",
            "https://app.example.com/cb?x=1",
            "https://app.example.com:443/cb",
            "http://app.example.com/cb",
            "https://app.example.com/./cb",
            "https://app.example.com/%63b",
            "https://app.example.com/cb\\",
            "https://app.example.com/cb%00\0",
            "https://user@app.example.com/cb",
            "https://app.example.com@evil.example/cb",
            "https://app.example.com.evil.example/cb",
            "//app.example.com/cb",
            "",
        ] {
            assert!(!covers("https://App.example.com/cb", asked), "{asked}");
        }
    }

    #[test]
    fn a_star_stands_for_one_label() {
        let entry = "https://*.example.com/cb";
        assert!(covers(entry, "https://tenant-1.example.com/cb"));
        for asked in [
            "https://example.com/cb",
            "https://a.b.example.com/cb",
            "https://.example.com/cb",
            "https://evil.example/.example.com/cb",
            "https://evil.example?.example.com/cb",
            "https://evil%2eexample.com/cb",
            "https://*.example.com/cb",
        ] {
            assert!(!covers(entry, asked), "{asked}");
        }
        assert!(!covers("https://*.com/cb", "https://evil.com/cb"));
        assert!(!covers(
            "https://a*.example.com/cb",
            "https://ab.example.com/cb"
        ));
        assert!(!covers(
            "https://{organization_name}.example.com",
            "https://{organization_name}.example.com"
        ));
    }

    #[test]
    fn native_applications_have_their_own_schemes() {
        assert!(covers(
            "com.example.app://cb/login",
            "com.example.app://cb/login"
        ));
        assert!(covers("app:/callback", "app:/callback"));
        assert!(!covers("app:/callback", "app:callback"));
        assert!(!covers("javascript:alert(1)", "javascript:alert(1)"));
        assert!(!covers("data:text/html,x", "data:text/html,x"));
    }

    #[test]
    fn logout_ignores_the_query() {
        let registered = ["https://app.example.com/bye".to_owned()];
        assert!(is_registered(
            &registered,
            "https://app.example.com/bye?a=b",
            Query::Ignored
        ));
        assert!(!is_registered(
            &registered,
            "https://app.example.com/bye2?a=b",
            Query::Ignored
        ));
    }

    #[test]
    fn an_origin_is_what_a_browser_calls_one() {
        let origin = origin_of("HTTPS://App.Example.com:443/cb?x");
        assert_eq!(origin.as_deref(), Some("https://app.example.com"));
        assert_eq!(
            origin_of("http://localhost:3000/cb").as_deref(),
            Some("http://localhost:3000")
        );
        assert_eq!(origin_of("app://callback"), None);
    }

    proptest! {
        #[test]
        fn whatever_is_covered_has_the_registered_origin(asked in "(https?:)?[/\\\\]{0,3}[a-z.*@:?#%\\\\/]{0,40}") {
            let registered = ["https://*.app.example.com/cb".to_owned(), "https://a.example/cb".to_owned()];
            if is_registered(&registered, &asked, Query::Counts) {
                let url = url::Url::parse(&asked).unwrap();
                let host = url.host_str().unwrap();
                prop_assert!(host == "a.example" || host.ends_with(".app.example.com"));
                prop_assert_eq!(url.path(), "/cb");
            }
        }
    }
}
