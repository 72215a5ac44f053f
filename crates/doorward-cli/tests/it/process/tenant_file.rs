//! `--tenant FILE`, as its author meets it.

use std::process::Stdio;

use super::Place;

/// What the program says about a file that it does not apply.
fn refused(text: &str, mappings: Option<&str>) -> Vec<String> {
    let place = Place::sqlite();
    let mut command = place.part("tenant");
    command
        .arg("--tenant")
        .arg(place.file("tenant.yaml", text))
        .args(["--domain", "localhost:8443", "--log-level", "error"])
        .stderr(Stdio::piped());
    if let Some(mappings) = mappings {
        command.env("AUTH0_KEYWORD_REPLACE_MAPPINGS", mappings);
    }
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    said.lines().map(str::to_owned).collect()
}

#[test]
fn every_problem_of_a_tenant_file_has_its_line() {
    let file = "clientz: []\nclients:\n  - name: '##NAME##'\n    app_type: nope\n";
    assert_eq!(
        refused(file, Some(r###"{"NAME": "Shop"}"###)),
        [
            "doorward: tenant: clientz: no such key",
            "doorward: tenant: clients[0] (Shop): Payload validation error: 'No enum match for: nope' on \
             property app_type.",
        ]
    );
    let open = refused("tenant:\n  friendly_name: '##NAME##'\n", None);
    assert_eq!(
        open,
        ["doorward: tenant: tenant.friendly_name: ##NAME## has no value"]
    );
    let broken = refused("clients: [", None);
    assert_eq!(broken.len(), 1, "{broken:?}");
    assert!(broken[0].contains("tenant.yaml is no YAML: "), "{broken:?}");
}
