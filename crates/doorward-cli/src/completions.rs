//! `doorward completions SHELL`: the script that completes commands, options and operations.

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Args, Command, ValueEnum};

use crate::call;

/// The shells there are scripts for.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Shell {
    Bash,
    Zsh,
    Fish,
}

/// Print a script that completes commands, options and operations.
#[derive(Debug, Args)]
#[command(after_help = "\
  source <(doorward completions bash)                                       # bash, in ~/.bashrc
  doorward completions zsh > \"${fpath[1]}/_doorward\"                      # zsh
  doorward completions fish > ~/.config/fish/completions/doorward.fish      # fish")]
pub(crate) struct CompletionsArgs {
    /// The shell to complete in
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the script for `program`.
pub(crate) fn run(args: &CompletionsArgs, program: Command) -> ExitCode {
    let shell = match args.shell {
        Shell::Bash => clap_complete::Shell::Bash,
        Shell::Zsh => clap_complete::Shell::Zsh,
        Shell::Fish => clap_complete::Shell::Fish,
    };
    let mut script = Vec::new();
    clap_complete::generate(
        shell,
        &mut with_operations(program),
        "doorward",
        &mut script,
    );
    if matches!(args.shell, Shell::Fish) {
        script.extend(fish_operations().into_bytes());
    }
    match io::stdout().write_all(&script) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("doorward: {error}");
            ExitCode::FAILURE
        }
    }
}

fn api_operations() -> Vec<&'static str> {
    let all = call::apis::offered();
    all.map(|offered| &*offered.name).collect()
}

/// The operations for fish, whose generator leaves positional arguments out.
fn fish_operations() -> String {
    let line = |command: &str, names: &[&str]| {
        let names = names.join(" ");
        format!("complete -c doorward -n '__fish_seen_subcommand_from {command}' -f -a '{names}'\n")
    };
    let auth: Vec<&str> = call::auth::operations().collect();
    line("api", &api_operations()) + &line("auth", &auth)
}

/// The program with the names of the operations as values. It takes them in any letter case and answers unknown ones
/// with what was meant, so only the script knows them as the values there are.
fn with_operations(program: Command) -> Command {
    let (api, auth) = (api_operations(), call::auth::operations().collect());
    let with = |names: Vec<&'static str>| {
        move |command: Command| {
            command.mut_arg("operation", |operation| {
                operation.value_parser(PossibleValuesParser::new(names))
            })
        }
    };
    program
        .mut_subcommand("api", with(api))
        .mut_subcommand("auth", with(auth))
}
