//! The formats of strings: addresses, ids, dates and the like.

use std::net::{Ipv4Addr, Ipv6Addr};

use email_address::{EmailAddress, Options};
use ipnet::{Ipv4Net, Ipv6Net};
use url::Url;

/// What a broken id of a network ACL is answered with, up to the form.
pub(super) const NETWORK_ACL: &str = "Network ACL id is not a valid ACL ID";

/// The sentence for a text that does not have the format.
pub(super) fn sentence(format: &str, text: &str) -> String {
    if format == "network-acl-id" {
        return format!("{NETWORK_ACL} in the form 'acl_' and 22 letters and digits");
    }
    format!("Object didn't pass validation for format {format}: {text}")
}

/// Whether `text` has the format called `format`. One that is not known here accepts everything.
pub(super) fn holds(format: &str, text: &str) -> bool {
    if let Some(format) = format.strip_suffix("-or-empty") {
        return text.is_empty() || holds(format, text);
    }
    if let Some(format) = format.strip_suffix("-or-null") {
        return holds(format, text);
    }
    match format {
        "email" => is_email(text),
        "url" => is_web(text, &["http", "https"]),
        "uri" | "absolute-uri" | "strict-uri" => absolute(text).is_some(),
        "strict-https-uri" | "absolute-https-uri" | "forms-url-https" => is_web(text, &["https"]),
        "absolute-https-uri-with-placeholders" | "ec-initiate-login-uri-template-url" => {
            is_web(&filled(text), &["https"])
        }
        "callback-url" => is_callback(text),
        "url-with-placeholders" => is_callback(text),
        "hostname" => is_hostname(text, false),
        "hostname-rfc2181" => is_hostname(text, true),
        "ipv4" => text.parse::<Ipv4Addr>().is_ok(),
        "ipv6" => text.parse::<Ipv6Addr>().is_ok(),
        "cidr" => text.parse::<Ipv4Net>().is_ok(),
        "ipv6_cidr" => text.parse::<Ipv6Net>().is_ok(),
        "date-time" => text.parse::<jiff::Timestamp>().is_ok(),
        "date" => text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok(),
        "uuid" => is_uuid(text),
        "hexadecimal" => is_each(text, 1.., |byte| byte.is_ascii_hexdigit()),
        "html-color" => is_color(text),
        "forms-hex-color" => is_hex_color(text),
        "forms-file-extension" => is_each(text.trim_start_matches('.'), 1..=10, |byte| {
            byte.is_ascii_alphanumeric()
        }),
        "forms-expression" => text.contains("{{") && text.contains("}}"),
        "forms-custom-identifier" => is_each(text, 1..=255, is_word),
        "acr" | "non-empty-string" => !text.trim().is_empty(),
        "connection-realm" => is_each(text, 1..=255, |byte| is_word(byte) || byte == b'.'),
        "organization-name" => is_organization_name(text),
        _ => is_id(format, text),
    }
}

/// Whether `text` is an id of the resource that `format` names.
fn is_id(format: &str, text: &str) -> bool {
    let prefixed = |prefix: &str, length, alphabet: fn(u8) -> bool| {
        text.strip_prefix(prefix)
            .is_some_and(|rest| is_each(rest, length, alphabet))
    };
    let short = |prefix| prefixed(prefix, 16..=16, |byte| byte.is_ascii_alphanumeric());
    let long = |prefix| prefixed(prefix, 21..=22, is_base58);
    match format {
        "user-id" => text.contains('|'),
        "user-id-with-max-length" => text.contains('|') && text.chars().count() <= 255,
        // 32 letters and digits when Auth0 chose it; a tenant's file may name others.
        "client-id" => is_each(text, 1..=64, is_word),
        "connection-id" => short("con_"),
        "organization-id" => short("org_"),
        "role-id" => short("rol_"),
        "client-grant-id" => short("cgr_"),
        "user-invitation-id" => short("uinv_"),
        "token-exchange-profile-id" => short("tep_"),
        "log-stream-id" => prefixed("lst_", 16..=16, |byte| byte.is_ascii_digit()),
        "credential-id" => long("cred_"),
        "event-stream-id" => long("est_"),
        "event-id" => long("evt_"),
        "user-attribute-profile-id" => long("uap_"),
        "connection-profile-id" => long("cop_"),
        "organization-discovery-domain-id" => long("ord_"),
        "network-acl-id" => long("acl_"),
        "rate-limit-policy-id" => long("rlp_"),
        "flow-id" => long("af_"),
        "form-id" => long("ap_"),
        "flows-vault-connections-id" => long("ac_"),
        "ticket-id" => is_each(text, 32..=32, |byte| byte.is_ascii_alphanumeric()),
        "session-id" => is_each(text, 1..=64, is_word),
        _ => true,
    }
}

fn is_each(
    text: &str,
    length: impl std::ops::RangeBounds<usize>,
    alphabet: impl Fn(u8) -> bool,
) -> bool {
    length.contains(&text.len()) && text.bytes().all(alphabet)
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

/// Letters and digits without `0`, `I`, `O` and `l`, which look like others.
fn is_base58(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() && !matches!(byte, b'0' | b'I' | b'O' | b'l')
}

/// An address in a domain of the public kind: no display name, no bare host.
/// At most 254 bytes, 64 of them before the `@` (RFC 5321, section 4.5.3.1).
fn is_email(text: &str) -> bool {
    let options = Options::default()
        .with_required_tld()
        .without_display_text()
        .without_domain_literal();
    let local = text.rsplit_once('@').map_or(0, |(local, _)| local.len());
    text.len() <= 254 && local <= 64 && EmailAddress::parse_with_options(text, options).is_ok()
}

/// A URL with a scheme, without blanks and control characters, which parsers would drop in silence.
fn absolute(text: &str) -> Option<Url> {
    let is_clean = !text
        .chars()
        .any(|character| character.is_whitespace() || character.is_control());
    Url::parse(text).ok().filter(|_| is_clean)
}

fn is_web(text: &str, schemes: &[&str]) -> bool {
    // The parser forgives `https:host`; Auth0 does not.
    text.contains("://")
        && absolute(text).is_some_and(|url| schemes.contains(&url.scheme()) && url.has_host())
}

/// `text` with something harmless in the place of wildcards and placeholders, `{organization_name}`.
fn filled(text: &str) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        if !is_each(name, 1..=64, |byte| is_word(byte) || byte == b'.') {
            break;
        }
        filled.push_str(before);
        filled.push('x');
        rest = after;
    }
    filled.push_str(rest);
    filled.replace("://*.", "://x.")
}

/// Where a browser or an app may be sent: a web address or an app's own scheme, never a script.
fn is_callback(text: &str) -> bool {
    let Some(url) = absolute(&filled(text)) else {
        return false;
    };
    match url.scheme() {
        "http" | "https" => text.contains("://") && url.has_host(),
        "javascript" | "data" | "vbscript" | "blob" | "file" | "about" => false,
        _ => true,
    }
}

fn is_hostname(text: &str, underscores: bool) -> bool {
    let label = |label: &str| {
        is_each(label, 1..=63, |byte| {
            is_word(byte) && (underscores || byte != b'_')
        }) && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 253 && text.split('.').all(label)
}

fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups
            .iter()
            .all(|group| is_each(group, .., |byte| byte.is_ascii_hexdigit()))
}

fn is_hex_color(text: &str) -> bool {
    let digits = text.strip_prefix('#');
    digits.is_some_and(|digits| {
        matches!(digits.len(), 3 | 4 | 6 | 8)
            && is_each(digits, .., |byte| byte.is_ascii_hexdigit())
    })
}

/// `#` and hexadecimal digits, or a word that could be a colour's name.
fn is_color(text: &str) -> bool {
    is_hex_color(text) || is_each(text, 3..=20, |byte| byte.is_ascii_alphabetic())
}

fn is_organization_name(text: &str) -> bool {
    let allowed =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte);
    is_each(text, 1..=50, allowed)
        && text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && !text.starts_with("org_")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(format: &str, good: &[&str], bad: &[&str]) {
        for text in good {
            assert!(holds(format, text), "{format} refuses {text:?}");
        }
        for text in bad {
            assert!(!holds(format, text), "{format} accepts {text:?}");
        }
    }

    #[test]
    fn addresses() {
        check(
            "email",
            &["a@b.co", "jo+x@sub.example.com", "ü@example.com"],
            &[
                "",
                "x",
                "a@",
                "@b.c",
                "a b@c.d",
                "a@b",
                "Jo <a@b.co>",
                "a@b.co\n",
                "a@[1.2.3.4]",
            ],
        );
        check("email-or-empty", &["", "a@b.co"], &[" "]);
        check(
            "url",
            &["https://a.b/c?d#e", "http://localhost:3000"],
            &["https:/a", "ftp://a.b", "//a"],
        );
        check(
            "strict-https-uri-or-null",
            &["https://a.b/c.png"],
            &["http://a.b", "https://a b"],
        );
        check(
            "absolute-uri-or-empty",
            &["", "https://a.b/x.png", "urn:a:b"],
            &["x", "/logo.png"],
        );
        check(
            "hostname",
            &["a-b.example", "localhost"],
            &["", "-a.b", "a_b.c", "a..b", "a b"],
        );
        check(
            "cidr",
            &["10.0.0.0/8"],
            &["10.0.0.0", "10.0.0.0/33", "::/0"],
        );
        check("ipv6", &["::1", "2001:db8::"], &["1.2.3.4", "::1%eth0"]);
    }

    #[test]
    fn callbacks_may_have_wildcards_placeholders_and_schemes_but_no_script() {
        check(
            "callback-url",
            &[
                "http://localhost:3000/callback",
                "https://*.example.com/cb",
                "https://{organization_name}.example.com/cb",
                "com.example.app://tenant.eu/ios/callback",
                "myapp:/callback",
            ],
            &[
                "",
                "callback",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://",
                "http:a",
                "https://a b/",
            ],
        );
    }

    #[test]
    fn ids() {
        check("user-id", &["auth0|1"], &["1", ""]);
        check(
            "connection-id",
            &["con_0123456789abcdEF"],
            &["con_1", "rol_0123456789abcdEF"],
        );
        check(
            "event-stream-id",
            &["est_8Ph5PHDDMzDgbSBCzLBGWZ"],
            &["est_bad", "est_0Ph5PHDDMzDgbSBCzLBGWZ"],
        );
        check(
            "client-id",
            &["iiYeTDkSEBVyfJMEiFMTRE7YwQSJdGLM"],
            &["", "a b", "a/b"],
        );
        check(
            "organization-name",
            &["acme", "a-b_1"],
            &["", "Acme", "-a", "org_x"],
        );
    }

    #[test]
    fn the_rest() {
        check(
            "date-time",
            &["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.5+02:00"],
            &["2026-01-01", "x"],
        );
        check("date", &["2026-02-28"], &["2026-02-30", "20260228"]);
        check(
            "uuid",
            &["0b5f1c9e-5a2e-4f43-9d2b-3a5a86a0f0aa"],
            &["0b5f1c9e", "g".repeat(36).as_str()],
        );
        check(
            "html-color",
            &["#fff", "#FF8800", "red"],
            &["#ff", "fff0", "rgb(1,2,3)"],
        );
    }
}
