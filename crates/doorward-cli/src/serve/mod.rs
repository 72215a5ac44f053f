//! `doorward serve` and `doorward tenant`: from options to listeners, and down again.

mod authority;
pub(crate) mod data_dir;
mod demo_client;
mod gateway;
mod logging;
pub(crate) mod options;
mod problems;
mod process;
pub(crate) mod settings;
mod tenant_file;
mod welcome;

use std::process::ExitCode;

use doorward_gateway::Traces;

use options::RawOptions;
use settings::Settings;

use crate::limits;

/// What of the product runs in this process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// `doorward serve`.
    TenantAndGateway,
    /// `doorward tenant`.
    Tenant,
}

impl Part {
    /// What it is called in traces.
    fn name(self) -> &'static str {
        match self {
            Self::TenantAndGateway => "doorward",
            Self::Tenant => "doorward-tenant",
        }
    }
}

/// Runs until the process is told to stop. Problems with the configuration go to stderr, one line each.
pub(crate) fn run(part: Part, options: RawOptions) -> ExitCode {
    let settings = match Settings::read(part, options) {
        Ok(settings) => settings,
        Err(problems) => {
            eprint!("{problems}");
            return ExitCode::from(2);
        }
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("doorward: no run time: {error}");
            return ExitCode::FAILURE;
        }
    };
    limits::raise();
    let ended = runtime.block_on(async {
        let traces = Traces::from_env(part.name())?;
        logging::start(&settings, traces.as_ref());
        let end = process::run(settings).await;
        if let Some(traces) = traces {
            traces.close().await;
        }
        end
    });
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            for line in error.lines() {
                eprintln!("doorward: {line}");
            }
            ExitCode::FAILURE
        }
    }
}

/// An error and what caused it, on one line.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let mut line = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let text = cause.to_string();
        if !line.contains(&text) {
            line = format!("{line}: {text}");
        }
        source = cause.source();
    }
    line.replace('\n', " ")
}
