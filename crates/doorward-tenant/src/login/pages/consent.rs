//! The page that asks whether an application may use the account.

use askama::Template;

use super::Shell;
use crate::login::brand::Support;

/// `/u/consent`.
#[derive(Debug, Template)]
#[template(path = "consent.html")]
pub(crate) struct ConsentPage<'a> {
    pub(crate) shell: Shell<'a>,
    pub(crate) state: &'a str,
    /// What was wrong with the answer before.
    pub(crate) alert: Option<&'a str>,
    pub(crate) client_name: &'a str,
    pub(crate) client_logo: Option<&'a str>,
    /// The account, as its owner knows it.
    pub(crate) user_label: &'a str,
    pub(crate) audience: Option<&'a str>,
    pub(crate) entries: Vec<Entry>,
}

/// One thing the application may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) title: String,
    pub(crate) detail: Option<String>,
}

/// Says what `scopes` permit: the OIDC ones in words, `verb:noun` ones grouped by noun.
///
/// `describe` knows the descriptions that the API gives its scopes; it answers `None` for those
/// without one, and for all when the tenant does not want descriptions shown.
pub(crate) fn describe_scopes<'a>(
    scopes: impl IntoIterator<Item = &'a str>,
    describe: impl Fn(&str) -> Option<String>,
) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut nouns: Vec<(String, Vec<&str>)> = Vec::new();
    for scope in scopes {
        if let Some(title) = of_openid(scope)
            .map(str::to_owned)
            .or_else(|| describe(scope))
        {
            entries.push(Entry {
                title,
                detail: None,
            });
        } else if scope == "openid" {
            // Says only that somebody logs in, which the person just did.
        } else if let Some((verb, noun)) = scope.split_once(':') {
            match nouns.iter_mut().find(|(known, _)| known == noun) {
                Some((_, verbs)) => verbs.push(verb),
                None => nouns.push((noun.to_owned(), vec![verb])),
            }
        } else {
            entries.push(Entry {
                title: spoken(scope),
                detail: None,
            });
        }
    }
    entries.extend(nouns.into_iter().map(|(noun, verbs)| Entry {
        title: spoken(&noun),
        detail: Some(verbs.into_iter().map(spoken).collect::<Vec<_>>().join(", ")),
    }));
    entries
}

fn of_openid(scope: &str) -> Option<&'static str> {
    Some(match scope {
        "profile" => "See your name and your picture",
        "email" => "See your email address",
        "phone" => "See your phone number",
        "address" => "See your postal address",
        "offline_access" => "Stay connected when you are away",
        _ => return None,
    })
}

/// `client_grants` becomes `Client grants`.
fn spoken(name: &str) -> String {
    let words = name.replace(['_', '-', '.'], " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_of_one_noun_stand_together() {
        let scopes = [
            "openid",
            "email",
            "read:blog_posts",
            "write:blog_posts",
            "admin",
        ];
        let told = describe_scopes(scopes, |_| None)
            .into_iter()
            .map(|entry| (entry.title, entry.detail.unwrap_or_default()))
            .collect::<Vec<_>>();
        let expected = [
            ("See your email address", ""),
            ("Admin", ""),
            ("Blog posts", "Read, Write"),
        ];
        assert_eq!(told, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }

    #[test]
    fn the_apis_own_description_wins_over_its_scope_name() {
        let told = describe_scopes(["read:posts"], |scope| Some(format!("About {scope}")));
        assert_eq!(told[0].title, "About read:posts");
    }
}
