//! `doorward gateway`: only the gateway, configured as `auth0-client` is.

use std::process::ExitCode;

use doorward_gateway::{Clock, Gateway, JsonLog, Settings, Surroundings};
use tracing_subscriber::prelude::*;

use crate::serve::chain;

/// Reads the environment and the config file it names, and serves until SIGTERM.
pub(crate) fn run() -> ExitCode {
    let settings = match Settings::from_env_and_file(|name| std::env::var(name).ok()) {
        Ok(settings) => settings,
        Err(problems) => {
            for line in problems.lines() {
                eprintln!("doorward: {line}");
            }
            return ExitCode::from(2);
        }
    };
    let log = JsonLog::new(
        std::io::stdout(),
        settings.options.log_level,
        Clock::default(),
    );
    tracing_subscriber::registry().with(log).init();
    match serve(settings) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("doorward: {}", chain(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

fn serve(settings: Settings) -> Result<(), Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let gateway = Gateway::new(settings, Surroundings::default()).await?;
        Ok(gateway.run().await?)
    })
}
