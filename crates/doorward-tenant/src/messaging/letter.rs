//! The e-mails of a tenant: one layout, and what each of them says.

use askama::Template;

use super::{Channel, Message};
use crate::login::brand::Brand;

/// Why an e-mail is written. The names are those of Auth0's e-mail templates.
#[derive(Clone, Copy)]
pub(crate) enum Purpose<'a> {
    /// `verify_email`.
    VerifyEmail { url: &'a str },
    /// `reset_email`.
    ResetEmail { url: &'a str },
    /// `blocked_account`; `source_ip` is where the failed logins came from.
    BlockedAccount { url: &'a str, source_ip: &'a str },
    /// The notice that follows a changed password.
    PasswordChanged,
    /// The code of a passwordless login.
    PasswordlessCode { code: &'a str, minutes: i64 },
    /// The link of a passwordless login.
    PasswordlessLink { link: &'a str, minutes: i64 },
    /// An import of users is over; `failure` says why it did not do all its records.
    ImportEnded {
        job: &'a str,
        connection: &'a str,
        inserted: i64,
        updated: i64,
        failed: i64,
        failure: Option<&'a str>,
    },
}

/// An e-mail before it is addressed.
#[derive(Template)]
#[template(path = "letter.html")]
pub(crate) struct Letter<'a> {
    brand: &'a Brand,
    subject: String,
    heading: &'static str,
    paragraphs: Vec<String>,
    action: Option<Action<'a>>,
    code: Option<&'a str>,
    closing: &'static str,
}

struct Action<'a> {
    label: &'static str,
    href: &'a str,
}

const NOT_YOU: &str =
    "You did not ask for this? Then do nothing: without this message nobody gets further.";

impl<'a> Letter<'a> {
    /// Writes the letter of a tenant for `purpose`. `client_name` is the application that the
    /// person was using, if it is known.
    pub(crate) fn new(brand: &'a Brand, client_name: Option<&str>, purpose: Purpose<'a>) -> Self {
        let place = client_name.unwrap_or(&brand.name);
        match purpose {
            Purpose::VerifyEmail { url } => Self::about(brand, "Verify your email")
                .saying(format!(
                    "Confirm this address, so that {place} knows it is yours."
                ))
                .with_action("Confirm my email", url),
            Purpose::ResetEmail { url } => Self::about(brand, "Reset your password")
                .saying(format!(
                    "Someone asked for a new password for your account at {place}."
                ))
                .with_action("Choose a new password", url),
            Purpose::BlockedAccount { url, source_ip } => {
                Self::about(brand, "Your account has been blocked")
                    .saying(format!(
                        "There were many failed logins at {place} from {source_ip}."
                    ))
                    .saying(
                        "Logins from there are refused for now. If it was you, unblock them."
                            .to_owned(),
                    )
                    .with_action("Unblock my account", url)
                    .closing("It was not you? Then there is nothing to do: the block protects you.")
            }
            Purpose::PasswordChanged => Self::about(brand, "Your password was changed")
                .saying(format!(
                    "The password of your account at {place} is a new one."
                ))
                .closing("It was not you? Reset your password at once."),
            Purpose::PasswordlessCode { code, minutes } => {
                let mut letter = Self::about(brand, "Your login code");
                letter.subject = format!("Your code for {place}");
                letter
                    .saying(format!("Enter it at {place} within {}.", spoken(minutes)))
                    .with_code(code)
            }
            Purpose::PasswordlessLink { link, minutes } => {
                let mut letter = Self::about(brand, "Your login link");
                letter.subject = format!("Log in to {place}");
                letter
                    .saying(format!("The link works once, within {}.", spoken(minutes)))
                    .with_action("Log in", link)
            }
            Purpose::ImportEnded {
                job,
                connection,
                inserted,
                updated,
                failed,
                failure,
            } => {
                let heading = match failure {
                    None => "Your users were imported",
                    Some(_) => "Your import of users failed",
                };
                let letter = Self::about(brand, heading).saying(format!(
                    "Job {job}, connection {connection}: {inserted} inserted, {updated} updated, {failed} failed."
                ));
                match failure {
                    None => letter,
                    Some(failure) => letter.saying(failure.to_owned()),
                }
                .closing(
                    "GET /api/v2/jobs/{id}/errors lists the records that failed, for 24 hours.",
                )
            }
        }
    }

    /// Addresses the letter.
    pub(crate) fn to(self, address: &str) -> Result<Message, askama::Error> {
        Ok(Message {
            channel: Channel::Email,
            to: address.to_owned(),
            text: self.plain_text(),
            html: self.render()?,
            code: self.code.map(str::to_owned),
            link: self.action.as_ref().map(|action| action.href.to_owned()),
            subject: self.subject,
        })
    }

    fn about(brand: &'a Brand, heading: &'static str) -> Self {
        Self {
            brand,
            subject: heading.to_owned(),
            heading,
            paragraphs: Vec::new(),
            action: None,
            code: None,
            closing: NOT_YOU,
        }
    }

    fn saying(mut self, paragraph: String) -> Self {
        self.paragraphs.push(paragraph);
        self
    }

    fn with_action(mut self, label: &'static str, href: &'a str) -> Self {
        self.action = Some(Action { label, href });
        self
    }

    fn with_code(mut self, code: &'a str) -> Self {
        self.code = Some(code);
        self
    }

    fn closing(mut self, closing: &'static str) -> Self {
        self.closing = closing;
        self
    }

    fn plain_text(&self) -> String {
        let mut parts = vec![self.heading.to_owned()];
        parts.extend(self.paragraphs.iter().cloned());
        parts.extend(self.code.map(str::to_owned));
        parts.extend(self.action.as_ref().map(|action| action.href.to_owned()));
        parts.push(self.closing.to_owned());
        parts.push(format!("-- \n{}", self.brand.name));
        parts.join("\n\n")
    }
}

fn spoken(minutes: i64) -> String {
    match minutes {
        ..=1 => "one minute".to_owned(),
        minutes => format!("{minutes} minutes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_carries_its_link_in_all_its_forms() {
        let brand = Brand::plain("Acme");
        let url = "https://t.example/u/reset-verify?ticket=a&b=c#";
        let letter = Letter::new(&brand, None, Purpose::ResetEmail { url });
        let message = letter.to("ada@example.com").unwrap();
        assert_eq!(message.link.as_deref(), Some(url));
        assert!(message.text.contains(url));
        assert!(
            message
                .html
                .contains("href=\"https://t.example/u/reset-verify?ticket=a&#38;b=c#\"")
        );
        assert_eq!(message.subject, "Reset your password");
    }

    #[test]
    fn names_of_others_are_printed_as_text() {
        let brand = Brand::plain("<b>Acme</b>");
        let code = Purpose::PasswordlessCode {
            code: "123456",
            minutes: 3,
        };
        let message = Letter::new(&brand, Some("<img src=x>"), code)
            .to("a@b.example")
            .unwrap();
        assert!(!message.html.contains("<img") && !message.html.contains("<b>"));
        assert!(message.html.contains("123456") && message.text.contains("123456"));
        assert_eq!(message.code.as_deref(), Some("123456"));
    }
}
