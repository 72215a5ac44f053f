//! `doorward completions`.

use std::process::Command;

use crate::command::run;

#[test]
fn every_shell_has_a_script_that_knows_the_operations() {
    for shell in ["bash", "zsh", "fish"] {
        let script = run(["completions", shell]);
        assert_eq!((script.status, script.stderr.as_str()), (0, ""));
        for word in [
            "organizations.members.roles.assign",
            "oauth.passwordGrant",
            "data-dir",
        ] {
            assert!(script.stdout.contains(word), "{shell}: {word}");
        }
    }
    assert_eq!(run(["completions", "tcsh"]).status, 2);
}

#[test]
fn bash_completes_an_operation() {
    let script = run(["completions", "bash"]).stdout;
    let ask = "COMP_WORDS=(doorward api users.effectiveP); COMP_CWORD=2; \
               _doorward doorward users.effectiveP api; echo \"${COMPREPLY[*]}\"";
    let shell = Command::new("bash")
        .arg("-c")
        .arg(format!("{script}\n{ask}"))
        .output();
    let said = String::from_utf8(shell.unwrap().stdout).unwrap();
    let expected =
        "users.effectivePermissions.list users.effectivePermissions.sources.roles.list\n";
    assert_eq!(said, expected);
}

#[test]
fn the_program_takes_names_that_the_script_does_not_know() {
    let help = run(["api", "USERS.LIST", "--help"]);
    assert_eq!(help.status, 0);
}
