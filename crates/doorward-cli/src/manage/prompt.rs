//! Questions to whoever sits at the terminal.

use std::io::{self, BufRead as _, IsTerminal as _};

use clap::Args;
use console::Term;
use doorward::Secret;

use crate::call::failure::Failure;
use crate::call::text::printable;

/// Consent to what cannot be undone.
#[derive(Debug, Args)]
pub(super) struct Consent {
    /// Do not ask first
    #[arg(long, short)]
    yes: bool,
}

impl Consent {
    /// Asks, unless it was given already.
    ///
    /// # Errors
    ///
    /// A usage error when it is not given, or when nobody is there to ask.
    pub(super) fn ask(&self, question: &str) -> Result<(), Failure> {
        if self.yes {
            return Ok(());
        }
        let term = Term::stderr();
        if !term.is_term() || !io::stdin().is_terminal() {
            return Err(Failure::usage("nobody can be asked: confirm with --yes"));
        }
        term.write_str(&format!("{} [y/N] ", printable(question)))?;
        match term.read_line()?.trim() {
            "y" | "Y" | "yes" => Ok(()),
            _ => Err(Failure::Declined),
        }
    }
}

/// Where a password comes from. Never from an argument: those are shown in lists of processes.
#[derive(Debug, Args)]
pub(super) struct PasswordSource {
    /// Read the password from the first line of stdin instead of asking for it
    #[arg(long)]
    password_stdin: bool,
}

impl PasswordSource {
    /// The password, from stdin or from the terminal, where it is typed unseen.
    ///
    /// # Errors
    ///
    /// A usage error when there is none and nobody to ask.
    pub(super) fn read(&self) -> Result<Secret, Failure> {
        let password = if self.password_stdin {
            let mut line = String::new();
            io::stdin().lock().read_line(&mut line)?;
            line.trim_end_matches(['\r', '\n']).to_owned()
        } else {
            let term = Term::stderr();
            if !term.is_term() || !io::stdin().is_terminal() {
                let message = "a password is needed: give it on stdin with --password-stdin";
                return Err(Failure::usage(message));
            }
            term.write_str("Password: ")?;
            term.read_secure_line()?
        };
        if password.is_empty() {
            return Err(Failure::usage("the password is empty"));
        }
        Ok(Secret::from(password))
    }
}
