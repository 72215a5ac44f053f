//! How a call ends when it does not succeed.

use std::io::{self, Write};
use std::process::ExitCode;

use doorward::{ArgumentError, Error};
use serde_json::{Value, json};

use super::text;

/// Why a call did not succeed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// It was not understood; nothing was sent.
    #[error("{0}")]
    Usage(String),
    /// It was sent, or would have been, and failed.
    #[error(transparent)]
    Call(#[from] Error),
    /// The tenant has nothing of that name, or several things.
    #[error("{0}")]
    NotFound(String),
    /// Whoever was asked said no.
    #[error("left as it is")]
    Declined,
    /// It was carried out, in part without success. What failed has been told.
    #[error("not everything succeeded")]
    Partial,
    /// A file or a stream of this program could not be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Failure {
    /// A usage error.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::Usage(message.into())
    }

    /// Writes the error to stderr and says how to exit.
    pub(crate) fn report(&self) -> ExitCode {
        if !self.is_full_reader() {
            let _ = writeln!(io::stderr(), "{}", text::json(&self.json()));
        }
        ExitCode::from(self.exit_status())
    }

    /// Writes the error to stderr for people and says how to exit.
    pub(crate) fn say(&self) -> ExitCode {
        if !self.is_full_reader() {
            let error = self.json();
            let said = |key: &str| error[key].as_str().map(str::to_owned);
            let message = said("message").or(said("error")).unwrap_or_default();
            let status = error["status"].as_u64();
            let status = status.map_or_else(String::new, |status| format!(" ({status})"));
            let _ = writeln!(
                io::stderr(),
                "doorward: {}{status}",
                text::printable(&message)
            );
        }
        ExitCode::from(self.exit_status())
    }

    /// A reader who has enough, such as `head`, is no failure worth a word.
    fn is_full_reader(&self) -> bool {
        matches!(self, Self::Io(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    fn exit_status(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Call(Error::Argument(error)) if is_usage(error) => 2,
            Self::Call(_) | Self::NotFound(_) | Self::Declined | Self::Partial | Self::Io(_) => 1,
        }
    }

    /// `{"status", "error", "message", "errorCode"}`; `null` for what nobody said.
    fn json(&self) -> Value {
        if let Self::Call(error) = self
            && let Some(api) = error.api()
        {
            let text = || String::from_utf8_lossy(api.body()).trim().to_owned();
            let unread = Some(text()).filter(|text| api.json().is_none() && !text.is_empty());
            return json!({
                "status": api.status().as_u16(),
                "error": api.error().or(api.status().canonical_reason()),
                "message": api.message().map(str::to_owned).or(unread),
                "errorCode": api.error_code(),
            });
        }
        let status = match self {
            Self::Call(error) => error.status().map(|status| status.as_u16()),
            _ => None,
        };
        json!({
            "status": status,
            "error": self.kind(),
            "message": advised(chain(self)),
            "errorCode": null,
        })
    }

    /// A word for failures that no server put one to.
    fn kind(&self) -> &'static str {
        match self {
            _ if self.exit_status() == 2 => "usage",
            Self::Call(Error::Timeout { .. }) => "timeout",
            Self::Call(Error::Transport(_)) => "transport",
            Self::Call(Error::Decode { .. }) => "decode",
            Self::Call(Error::IdToken(_)) => "id_token",
            Self::Call(Error::Token(_)) => "token",
            Self::Call(Error::Write(_)) => "io",
            Self::Call(_) => "argument",
            Self::NotFound(_) => "not_found",
            Self::Declined => "declined",
            Self::Partial => "partial",
            Self::Usage(_) | Self::Io(_) => "io",
        }
    }
}

/// Whether whoever typed the command can mend it.
fn is_usage(error: &ArgumentError) -> bool {
    !matches!(error, ArgumentError::Randomness | ArgumentError::Encode(_))
}

/// An error and its causes on one line. A cause that its error repeats already is told once.
fn chain(error: &dyn std::error::Error) -> String {
    let mut line = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let text = cause.to_string();
        if !line.contains(&text) {
            line = format!("{line}: {text}");
        }
        source = cause.source();
    }
    line
}

/// What TLS objects to and what to do about it: rustls names the rule, whoever reads it knows the command.
const ADVICE: [(&str, &str); 2] = [
    (
        "CaUsedAsEndEntity",
        "the server shows an authority's own certificate: give it one that the authority signed, or make its own with \
         `openssl req -x509 … -addext basicConstraints=critical,CA:FALSE`, and name that by --ca-file",
    ),
    (
        "UnknownIssuer",
        "name the authority that signed the server's certificate by --ca-file",
    ),
];

/// A message with the advice that belongs to it, if there is any.
fn advised(message: String) -> String {
    let advice = ADVICE.iter().find(|(sign, _)| message.contains(sign));
    match advice {
        Some((_, advice)) => format!("{message}; {advice}"),
        None => message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_distrusts_a_certificate_says_what_to_do() {
        let told = |reason: &str| advised(format!("invalid peer certificate: {reason}"));
        assert!(told("Other(OtherError(CaUsedAsEndEntity))").contains("CA:FALSE"));
        assert!(told("UnknownIssuer").ends_with("by --ca-file"));
        assert_eq!(told("Expired"), "invalid peer certificate: Expired");
    }
}
