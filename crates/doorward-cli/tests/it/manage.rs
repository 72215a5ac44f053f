//! `doorward users`, `logs` and `apps`, against `doorward serve`.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::command::{Ended, program};
use crate::process::{Place, Process};

/// A development tenant, and a shell in which its bootstrap file is named.
struct Desk {
    process: Process,
    place: Place,
}

impl Desk {
    fn open() -> Self {
        let place = Place::sqlite();
        let process = place.serve(&[]);
        Self { process, place }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program();
        let bootstrap = self.place.data_dir().join("bootstrap.json");
        command.args(arguments).env("DOORWARD_BOOTSTRAP", bootstrap);
        command
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        Ended::of(self.command(arguments).output().unwrap())
    }

    /// As [`run`](Self::run), with something on stdin.
    fn run_with(&self, arguments: &[&str], stdin: &str) -> Ended {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped());
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(stdin.as_bytes()).unwrap();
        drop(input);
        Ended::of(child.wait_with_output().unwrap())
    }

    /// The answer as a program reads it.
    fn json(&self, arguments: &[&str]) -> Value {
        let mut arguments = arguments.to_vec();
        arguments.push("--json");
        self.run(&arguments).answer()
    }

    /// The text for people, after a run that succeeded.
    fn text(&self, arguments: &[&str]) -> String {
        let ended = self.run(arguments);
        assert_eq!((ended.status, ended.stderr.as_str()), (0, ""), "{ended:?}");
        ended.stdout
    }
}

/// Whether a line of `text` has all of `words`.
fn has_line(text: &str, words: &[&str]) -> bool {
    let mut lines = text.lines();
    lines.any(|line| words.iter().all(|word| line.contains(word)))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_is_made_found_blocked_given_a_password_and_deleted() {
    let desk = Desk::open();
    let caller = desk.process.caller();
    let create = [
        "users",
        "create",
        "ada@example.com",
        "--name",
        "Ada",
        "--password-stdin",
    ];
    let made = desk.run_with(&create, "First-pass-7\n");
    assert_eq!(made.status, 0, "{made:?}");
    assert!(made.stdout.starts_with("created auth0|"), "{made:?}");
    assert_eq!(
        caller
            .log_in("ada@example.com", "First-pass-7")
            .await
            .unwrap()
            .0,
        200
    );

    let found = desk.text(&["users", "list", "email:ada*"]);
    assert!(
        has_line(&found, &["USER ID", "EMAIL", "LAST LOGIN"]),
        "{found}"
    );
    assert!(
        has_line(&found, &["auth0|", "ada@example.com", "Ada"]),
        "{found}"
    );
    assert!(!found.contains("demo@example.com"), "{found}");
    let shown = desk.text(&["users", "show", "ada@example.com"]);
    assert!(
        has_line(&shown, &["identities", "Username-Password-Authentication"]),
        "{shown}"
    );
    assert!(has_line(&shown, &["logins", "1"]), "{shown}");

    let blocked = desk.json(&["users", "block", "ada@example.com"]);
    assert_eq!(blocked["blocked"], true);
    assert_ne!(
        caller
            .log_in("ada@example.com", "First-pass-7")
            .await
            .unwrap()
            .0,
        200
    );
    let text = desk.text(&["users", "unblock", "ada@example.com"]);
    assert!(text.trim_end().ends_with("is not blocked"), "{text}");
    let set = [
        "users",
        "set-password",
        "ada@example.com",
        "--password-stdin",
    ];
    assert_eq!(desk.run_with(&set, "Second-pass-8").status, 0);
    assert_eq!(
        caller
            .log_in("ada@example.com", "Second-pass-8")
            .await
            .unwrap()
            .0,
        200
    );

    let delete = ["users", "delete", "ada@example.com"];
    let refused = desk.run(&delete);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("--yes"), "{refused:?}");
    assert_eq!(
        desk.json(&["users", "list", "email:ada*"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
    desk.text(&["users", "delete", "ada@example.com", "--yes"]);
    assert_eq!(desk.json(&["users", "list", "email:ada*"]), json!([]));
    let gone = desk.run(&["users", "show", "ada@example.com"]);
    assert_eq!(
        gone.stderr,
        "doorward: no user has the address ada@example.com\n"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_tells_who_did_not_come_through() {
    let desk = Desk::open();
    let users: Vec<Value> = (0..120)
        .map(|number| json!({ "email": format!("user-{number}@example.com") }))
        .collect();
    let file = desk
        .place
        .file("users.json", &Value::from(users).to_string());
    let file = file.to_str().unwrap();
    let whole = desk.text(&["users", "import", file]);
    assert_eq!(
        whole,
        "completed: 120 users, 120 inserted, 0 updated, 0 failed\n"
    );
    let all = desk.json(&["users", "list", "--all"]);
    assert_eq!(all.as_array().unwrap().len(), 121);
    let some = desk.run(&["users", "list", "--limit", "7"]);
    assert_eq!(some.stdout.lines().count(), 8);
    assert!(some.stderr.contains("more than 7"), "{some:?}");

    let again = desk.run(&["users", "import", file]);
    assert_eq!(again.status, 1);
    let expected = "completed: 120 users, 0 inserted, 0 updated, 120 failed\n";
    assert_eq!(again.stdout, expected);
    assert!(again.stderr.contains("  user-0@example.com: "), "{again:?}");
    assert!(again.stderr.contains("… and 100 more"), "{again:?}");
    let told = desk.run(&["users", "import", file, "--json"]);
    let answer: Value = serde_json::from_str(&told.stdout).unwrap();
    assert_eq!(answer["job"]["summary"]["failed"], 120);
    assert_eq!(answer["errors"].as_array().unwrap().len(), 120);
    let upsert = desk.text(&["users", "import", file, "--upsert"]);
    assert_eq!(
        upsert,
        "completed: 120 users, 0 inserted, 120 updated, 0 failed\n"
    );

    let nowhere = desk.run(&["users", "import", "/nowhere.json"]);
    assert_eq!(nowhere.status, 2);
    let connection = desk.run(&["users", "import", file, "--connection", "none"]);
    assert_eq!(
        connection.stderr,
        "doorward: there is no connection \"none\"\n"
    );
}

/// A child that ends with its test.
struct Follower(Child);

impl Drop for Follower {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_filtered_and_followed() {
    let desk = Desk::open();
    let caller = desk.process.caller();
    caller
        .log_in("demo@example.com", "Open-the-d00r")
        .await
        .unwrap();
    caller.log_in("demo@example.com", "wrong").await.unwrap();
    let wrong = loop {
        // The log is written behind the answers.
        let found = desk.json(&["logs", "list", "--type", "fp"]);
        if found != json!([]) {
            break found;
        }
    };
    assert_eq!(wrong.as_array().unwrap().len(), 1, "{wrong}");
    let user = wrong[0]["user_id"].as_str().unwrap();
    let listed = desk.text(&["logs", "list", "type:fp", "--user", user]);
    assert!(
        has_line(&listed, &["DATE", "TYPE", "USER", "CLIENT"]),
        "{listed}"
    );
    assert!(
        has_line(&listed, &["fp", "demo@example.com", "Default App"]),
        "{listed}"
    );
    assert_eq!(desk.json(&["logs", "list", "--client", "none"]), json!([]));

    let mut follow = desk.command(&[
        "logs", "tail", "-n", "1", "-f", "--type", "ss", "--type", "fp",
    ]);
    let mut follower = Follower(follow.stdout(Stdio::piped()).spawn().unwrap());
    let mut lines = BufReader::new(follower.0.stdout.take().unwrap()).lines();
    let first = lines.next().unwrap().unwrap();
    assert!(
        first.contains("  fp  ") && first.contains("demo@example.com"),
        "{first}"
    );
    caller.sign_up("late@example.com").await.unwrap();
    let late = tokio::task::spawn_blocking(move || lines.next().unwrap().unwrap());
    let late = tokio::time::timeout(std::time::Duration::from_secs(20), late).await;
    let late = late.unwrap().unwrap();
    assert!(
        late.contains("  ss  ") && late.contains("late@example.com"),
        "{late}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_is_made_and_its_secret_replaced() {
    let desk = Desk::open();
    let create = [
        "apps",
        "create",
        "Shop",
        "--type",
        "regular_web",
        "--callback",
        "https://shop.example.com/callback",
    ];
    let made = desk.json(&create);
    let (id, secret) = (made["client_id"].as_str().unwrap(), &made["client_secret"]);
    assert_eq!(
        made["callbacks"],
        json!(["https://shop.example.com/callback"])
    );
    let listed = desk.text(&["apps", "list"]);
    assert!(has_line(&listed, &[id, "Shop", "regular_web"]), "{listed}");
    let secret = secret.as_str().unwrap();
    let shown = desk.text(&["apps", "show", "Shop"]);
    assert!(shown.contains(id) && !shown.contains(secret), "{shown}");
    let shown = desk.text(&["apps", "show", id, "--reveal-secret"]);
    assert!(shown.contains(secret), "{shown}");

    assert_eq!(desk.run(&["apps", "rotate-secret", "Shop"]).status, 2);
    let rotated = desk.json(&["apps", "rotate-secret", "Shop", "--yes"]);
    assert_ne!(rotated["client_secret"], *secret);
    assert_eq!(rotated["client_id"], id);
    desk.text(&["apps", "delete", "Shop", "-y"]);
    let gone = desk.run(&["apps", "show", "Shop"]);
    let message = "doorward: there is no application \"Shop\"\n";
    assert_eq!((gone.status, gone.stderr.as_str()), (1, message));
}

#[tokio::test(flavor = "multi_thread")]
async fn credentials_nearby_are_mentioned_and_never_used_unasked() {
    let desk = Desk::open();
    let beside = |arguments: &[&str]| {
        let mut command = program();
        let folder = desk.place.folder();
        std::fs::create_dir_all(folder.join("doorward-data")).unwrap();
        let bootstrap = desk.place.data_dir().join("bootstrap.json");
        std::fs::copy(bootstrap, folder.join("doorward-data/bootstrap.json")).unwrap();
        Ended::of(
            command
                .args(arguments)
                .current_dir(folder)
                .output()
                .unwrap(),
        )
    };
    let refused = beside(&["users", "list"]);
    assert_eq!(refused.status, 2);
    let message = "doorward: --domain or DOORWARD_DOMAIN is required; for the development tenant of this \
                   directory: --bootstrap doorward-data/bootstrap.json\n";
    assert_eq!(refused.stderr, message);
    let refused = beside(&["api", "users.list"]).usage();
    assert!(
        refused.contains("--bootstrap doorward-data/bootstrap.json"),
        "{refused}"
    );
    let named = ["--bootstrap", "doorward-data/bootstrap.json"];
    let users = beside(&["users", "list", named[0], named[1]]);
    assert!(users.stdout.contains("demo@example.com"), "{users:?}");
    let elsewhere = beside(&[
        "users",
        "list",
        named[0],
        named[1],
        "--domain",
        "tenant.auth0.com",
    ]);
    assert_eq!(elsewhere.status, 2);
    assert!(
        elsewhere.stderr.contains("is of localhost"),
        "{elsewhere:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_is_a_sentence_for_people_and_json_for_programs() {
    let desk = Desk::open();
    let unknown = ["users", "show", "auth0|none"];
    let told = desk.run(&unknown);
    assert_eq!(told.status, 1);
    assert_eq!(told.stderr, "doorward: The user does not exist. (404)\n");
    let told = desk
        .run(&["users", "show", "auth0|none", "--json"])
        .error(1);
    assert_eq!(
        (&told["status"], &told["errorCode"]),
        (&json!(404), &json!("inexistent_user"))
    );
}
