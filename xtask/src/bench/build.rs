//! What it costs to build a program that uses the SDK, in a folder of its own and from nothing.

use std::path::Path;
use std::time::{Duration, Instant};

use super::measure;
use crate::run::{self, Doing, Fault};
use crate::servers::Folder;

/// A program, and what of the SDK it has.
struct Program {
    name: &'static str,
    features: &'static str,
    source: &'static str,
    goal_seconds: u64,
}

const PROGRAMS: [Program; 2] = [
    Program {
        name: "authentication alone",
        features: r#"default-features = false, features = ["authentication"]"#,
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
        goal_seconds: 60,
    },
    Program {
        name: "the whole SDK",
        features: r#"features = ["all-operations"]"#,
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
        goal_seconds: 240,
    },
];

/// A program that was built.
pub(super) struct Built {
    name: &'static str,
    goal_seconds: u64,
    /// Of all processors together, user and system.
    processor: Duration,
    clock: Duration,
}

impl Built {
    /// Its line in the table of the process.
    pub(super) fn line(&self, when: &str) -> String {
        let (processor, clock) = (self.processor.as_secs(), self.clock.as_secs());
        format!(
            "| release build from nothing, {} | {processor} s of processors, {clock} s | {} s on two idle cores | {when} |",
            self.name, self.goal_seconds
        )
    }
}

/// Builds each program from nothing.
pub(super) fn measure() -> Result<Vec<Built>, Fault> {
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
        Ok(Built {
            name: program.name,
            goal_seconds: program.goal_seconds,
            clock: began.elapsed(),
            processor: measure::children_time()?.saturating_sub(before),
        })
    });
    built.collect()
}

fn write(program: &Program, folder: &Path) -> Result<(), Fault> {
    let sdk = run::root().join("crates/doorward");
    let (sdk, features) = (sdk.display(), program.features);
    let manifest = format!(
        "[package]\nname = \"program\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         doorward = {{ path = \"{sdk}\", {features} }}\n\
         tokio = {{ version = \"1\", features = [\"rt-multi-thread\", \"macros\"] }}\n"
    );
    let doing = "write a program to be built";
    std::fs::create_dir_all(folder.join("src")).doing(doing)?;
    std::fs::write(folder.join("Cargo.toml"), manifest).doing(doing)?;
    std::fs::write(folder.join("src/main.rs"), program.source).doing(doing)?;
    std::fs::copy(run::root().join("Cargo.lock"), folder.join("Cargo.lock")).doing(doing)?;
    Ok(())
}
