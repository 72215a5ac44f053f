//! What it costs to build a program that uses the SDK, in a folder of its own and from nothing.

use std::path::Path;
use std::time::{Duration, Instant};

use super::measure;
use crate::run::{self, Doing, Fault};
use crate::servers::Folder;

/// A program, and what it is made of.
struct Program {
    name: &'static str,
    /// What of the SDK it has; without the SDK it has what that stands on.
    features: Option<&'static str>,
    source: &'static str,
    goal: Goal,
}

/// How cheap a build should be.
#[derive(Clone, Copy)]
enum Goal {
    /// It is what others are compared with.
    None,
    /// At most so many times the processor time of the program without the SDK: rustls and aws-lc alone take longer
    /// than the minute that was wished for.
    TimesBare(f64),
    /// At most so many seconds on two idle cores.
    Seconds(u64),
}

const PROGRAMS: [Program; 3] = [
    Program {
        name: "without the SDK",
        features: None,
        source: "
            #[tokio::main]
            async fn main() -> Result<(), Box<dyn std::error::Error>> {
                let form = [(\"grant_type\", \"client_credentials\")].map(|(name, value)| format!(\"{name}={value}\"));
                let client = reqwest::Client::new();
                let request = client.post(\"https://tenant.test/oauth/token\").body(form.join(\"&\"));
                let answer = request.send().await?.bytes().await?;
                println!(\"{:?}\", serde_json::from_slice::<serde_json::Value>(&answer)?);
                Ok(())
            }
        ",
        goal: Goal::None,
    },
    Program {
        name: "authentication alone",
        features: Some(r#"default-features = false, features = ["authentication"]"#),
        source: "
            use doorward::authentication::{ClientCredentialsGrant, PasswordGrant};
            #[tokio::main]
            async fn main() -> Result<(), doorward::Error> {
                let auth = doorward::AuthenticationClient::builder(\"tenant.test\")
                    .client_id(\"id\")
                    .client_secret(\"secret\")
                    .build()?;
                let machine = ClientCredentialsGrant::new(\"audience\");
                println!(\"{:?}\", auth.oauth().client_credentials_grant(&machine).await?);
                let login = PasswordGrant::new(\"name\", \"password\");
                println!(\"{:?}\", auth.oauth().password_grant(&login).await?.claims);
                Ok(())
            }
        ",
        goal: Goal::TimesBare(1.15),
    },
    Program {
        name: "the whole SDK",
        features: Some(r#"features = ["all-operations"]"#),
        source: "
            #[tokio::main]
            async fn main() -> Result<(), doorward::Error> {
                let management = doorward::ManagementClient::builder(\"tenant.test\")
                    .client_credentials(\"id\", \"secret\")
                    .build()?;
                println!(\"{:?}\", management.users().list().await?);
                Ok(())
            }
        ",
        goal: Goal::Seconds(240),
    },
];

/// A program that was built.
pub(super) struct Built {
    name: &'static str,
    goal: Goal,
    /// Of all processors together, user and system.
    processor: Duration,
    clock: Duration,
    /// The processor time of the program without the SDK.
    bare: Duration,
}

impl Built {
    /// Its line in the table of the process.
    pub(super) fn line(&self, when: &str) -> String {
        let (processor, clock) = (self.processor.as_secs(), self.clock.as_secs());
        let times = self.processor.as_secs_f64() / self.bare.as_secs_f64();
        let goal = match self.goal {
            Goal::None => "–".to_owned(),
            Goal::TimesBare(limit) => format!("≤ {limit} times the program without the SDK"),
            Goal::Seconds(limit) => format!("{limit} s on two idle cores"),
        };
        format!(
            "| release build from nothing, {} | {processor} s of processors ({times:.2} times), {clock} s | {goal} | {when} |",
            self.name
        )
    }
}

/// Builds each program from nothing.
pub(super) fn measure() -> Result<Vec<Built>, Fault> {
    let mut bare = None;
    let built = PROGRAMS.iter().map(|program| {
        println!("── build: {} ──", program.name);
        let folder = Folder::make()?;
        write(program, folder.path())?;
        let (before, began) = (measure::children_time()?, Instant::now());
        let mut cargo = run::cargo();
        // The crates are there already: the workspace has the same.
        cargo
            .current_dir(folder.path())
            .env_remove("CARGO_TARGET_DIR")
            .args(["build", "--quiet", "--release", "--offline"]);
        run::succeed(&mut cargo)?;
        let processor = measure::children_time()?.saturating_sub(before);
        Ok(Built {
            name: program.name,
            goal: program.goal,
            clock: began.elapsed(),
            processor,
            bare: *bare.get_or_insert(processor),
        })
    });
    built.collect()
}

fn write(program: &Program, folder: &Path) -> Result<(), Fault> {
    let sdk = run::root().join("crates/doorward");
    let uses = match program.features {
        Some(features) => format!("doorward = {{ path = \"{}\", {features} }}", sdk.display()),
        None => "reqwest = { version = \"0.13\", default-features = false, features = [\"rustls\", \"system-proxy\"] }\n\
                 serde_json = \"1\""
            .to_owned(),
    };
    let manifest = format!(
        "[package]\nname = \"program\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{uses}\n\
         tokio = {{ version = \"1\", features = [\"rt-multi-thread\", \"macros\"] }}\n"
    );
    let doing = "write a program to be built";
    std::fs::create_dir_all(folder.join("src")).doing(doing)?;
    std::fs::write(folder.join("Cargo.toml"), manifest).doing(doing)?;
    std::fs::write(folder.join("src/main.rs"), program.source).doing(doing)?;
    std::fs::copy(run::root().join("Cargo.lock"), folder.join("Cargo.lock")).doing(doing)?;
    Ok(())
}
