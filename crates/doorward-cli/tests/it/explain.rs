//! `doorward explain`.

use crate::command::run;

#[test]
fn an_old_name_is_explained_in_all_tongues() {
    let said = run(["explain", "management.users.getAll"]);
    assert_eq!(said.status, 0, "{said:?}");
    let lines: Vec<_> = said.stdout.lines().collect();
    assert_eq!(
        lines,
        [
            "users.getAll is users.list",
            "  Rust          management.users().list(), as a value ListUsers",
            "  Command line  doorward api users.list",
            "  HTTP          GET /api/v2/users",
            "  Scopes        read:users, read:user_idp_tokens",
        ]
    );
    let said = run(["explain", "getTokenByCode"]).stdout;
    assert!(
        said.contains("auth.oauth().authorization_code_grant_with_pkce(…)"),
        "{said}"
    );
    let said = run(["explain", "blacklists.add"]).stdout;
    assert!(said.starts_with("blacklists.add is gone: "), "{said}");
}

#[test]
fn an_unknown_name_is_answered_with_those_like_it() {
    let said = run(["explain", "users.getRole"]).usage();
    assert!(said.contains("users.getRoles"), "{said}");
    let list = run(["explain", "--list", "scim"]);
    assert_eq!((list.status, list.stdout.lines().count()), (0, 8));
}
