//! `doorward gateway`: only the gateway, configured as `auth0-client` is.

use std::process::ExitCode;

use doorward_gateway::{Clock, Entropy, JsonLog, Settings, Surroundings, Traces};
use tracing_subscriber::prelude::*;

use crate::limits;
use crate::serve::chain;

/// `doorward gateway` and what stands below it.
#[derive(clap::Args)]
pub(crate) struct Gateway {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Ask the tenants and Redis whether the configuration works, and start nothing
    Check,
}

/// Reads the environment and the config file it names, and serves until SIGTERM.
pub(crate) fn run(gateway: &Gateway) -> ExitCode {
    let settings = match Settings::from_env_and_file(|name| std::env::var(name).ok()) {
        Ok(settings) => settings,
        Err(problems) => {
            for line in problems.lines() {
                eprintln!("doorward: {line}");
            }
            return ExitCode::from(2);
        }
    };
    if let Some(Command::Check) = gateway.command {
        return match check(&settings) {
            Ok(code) => code,
            Err(error) => {
                eprintln!("doorward: {error}");
                ExitCode::FAILURE
            }
        };
    }
    match serve(settings) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("doorward: {}", chain(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

fn serve(settings: Settings) -> Result<(), Box<dyn std::error::Error>> {
    limits::raise();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let log = JsonLog::new(
            std::io::stdout(),
            settings.options.log_level,
            Clock::default(),
        );
        let traces = Traces::from_env("doorward-gateway")?;
        match &traces {
            Some(traces) => tracing_subscriber::registry()
                .with(log.beside_traces())
                .with(traces.layer())
                .init(),
            None => tracing_subscriber::registry().with(log).init(),
        }
        let gateway = doorward_gateway::Gateway::new(settings, Surroundings::default()).await?;
        // The first random number of a process takes some hundredths of a second: no login is to wait for it, and no
        // start either.
        std::thread::spawn(|| Entropy::default().bytes::<1>());
        let end = gateway.run().await;
        if let Some(traces) = traces {
            traces.close().await;
        }
        Ok(end?)
    })
}

/// Writes a line for each question asked; 1 when one of them was answered badly.
fn check(settings: &Settings) -> std::io::Result<ExitCode> {
    for warning in &settings.warnings {
        eprintln!("doorward: {warning}");
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let findings = runtime.block_on(doorward_gateway::check(settings, Surroundings::default()));
    let mut is_well = true;
    for finding in findings {
        match finding.problem {
            None => crate::call::print_line(&format!("{}: ok", finding.what))?,
            Some(problem) => {
                is_well = false;
                eprintln!("doorward: {}: {problem}", finding.what);
            }
        }
    }
    Ok(if is_well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
