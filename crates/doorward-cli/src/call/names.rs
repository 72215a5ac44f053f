//! Operations by the names people type.

use super::failure::Failure;

/// The operation called `typed`, whatever its letter case.
pub(super) fn find<'a, T>(
    all: impl Iterator<Item = &'a T> + Clone,
    name: impl Fn(&'a T) -> &'a str,
    typed: &str,
) -> Result<&'a T, Failure> {
    let found = all
        .clone()
        .find(|operation| name(operation).eq_ignore_ascii_case(typed));
    found.ok_or_else(|| {
        let nearest = nearest(all.map(&name), typed);
        let hint = match nearest.as_slice() {
            [] => "see --list".to_owned(),
            names => format!("did you mean {}?", names.join(", ")),
        };
        Failure::usage(format!("no operation {typed:?}: {hint}"))
    })
}

/// Up to three names like `typed`, the most alike first.
pub(crate) fn nearest<'n>(names: impl Iterator<Item = &'n str>, typed: &str) -> Vec<&'n str> {
    let typed = typed.to_ascii_lowercase();
    let mut alike: Vec<_> = names
        .map(|name| {
            (
                strsim::jaro_winkler(&name.to_ascii_lowercase(), &typed),
                name,
            )
        })
        .filter(|(likeness, _)| *likeness > 0.85)
        .collect();
    alike.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    alike.truncate(3);
    alike.into_iter().map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["users.get", "users.list", "users.logs.list", "clients.get"];

    fn found(typed: &str) -> Result<&'static str, String> {
        let found = find(NAMES.iter(), |name| *name, typed);
        found.copied().map_err(|failure| failure.to_string())
    }

    #[test]
    fn letter_case_does_not_matter() {
        assert_eq!(found("users.list"), Ok("users.list"));
        assert_eq!(found("Users.LIST"), Ok("users.list"));
    }

    #[test]
    fn a_typing_error_is_answered_with_what_was_meant() {
        let answer = found("user.list").unwrap_err();
        assert!(
            answer.starts_with("no operation \"user.list\": did you mean users.list"),
            "{answer}"
        );
        assert_eq!(
            found("xyz").unwrap_err(),
            "no operation \"xyz\": see --list"
        );
    }
}
