//! What a call carries: `--json`, `--param`, `--header`.

use std::fs;
use std::io::{self, Read};

use clap::Args;
use doorward::RequestOptions;
use serde_json::Value;

use super::failure::Failure;

/// The parts of a call that every operation may have.
#[derive(Debug, Args)]
pub(super) struct Input {
    /// The body: JSON, @FILE, or - for stdin
    #[arg(long, value_name = "JSON|@FILE|-", allow_hyphen_values = true)]
    json: Option<String>,
    /// A parameter by its name on the wire; repeat it for several, or for a list
    #[arg(long = "param", value_name = "NAME=VALUE", value_parser = pair)]
    pub(super) parameters: Vec<(String, String)>,
    /// A header to send along; repeat it for several
    #[arg(long = "header", value_name = "NAME: VALUE", value_parser = header)]
    headers: Vec<(String, String)>,
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("expected NAME=VALUE".to_owned()),
    }
}

fn header(text: &str) -> Result<(String, String), String> {
    match text.split_once(':') {
        Some((name, value)) if !name.trim().is_empty() => {
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        }
        _ => Err("expected 'NAME: VALUE'".to_owned()),
    }
}

impl Input {
    /// The body, when there is one.
    pub(super) fn body(&self) -> Result<Option<Value>, Failure> {
        let text = match self.json.as_deref() {
            None => return Ok(None),
            Some("-") => {
                let mut text = String::new();
                io::stdin().read_to_string(&mut text)?;
                text
            }
            Some(given) => match given.strip_prefix('@') {
                Some(path) => fs::read_to_string(path)
                    .map_err(|error| Failure::usage(format!("--json {path}: {error}")))?,
                None => given.to_owned(),
            },
        };
        let parsed = serde_json::from_str(&text);
        parsed
            .map(Some)
            .map_err(|error| Failure::usage(format!("--json: {error}")))
    }

    /// The headers, on top of what the SDK sends.
    pub(super) fn options(&self) -> RequestOptions {
        let named = self.headers.iter();
        named.fold(RequestOptions::new(), |options, (name, value)| {
            options.header(name, value)
        })
    }
}
