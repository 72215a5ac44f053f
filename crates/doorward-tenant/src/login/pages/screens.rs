//! The screens with a form, each as a function from what is known to its page.

mod device;

use super::{Alert, Button, Field, FormPage, Kind, Link, Provider, Shell};
use crate::login::authorize::segment;

/// What all screens of one request share.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Screen<'a> {
    pub(crate) shell: Shell<'a>,
    /// The transaction's `state`, URL-safe.
    pub(crate) state: &'a str,
    /// Name of the application that asks, where there is one.
    pub(crate) client_name: Option<&'a str>,
    /// Why the form came back.
    pub(crate) problems: &'a [Problem],
}

/// One reason why a form came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The field it belongs to; `None` when it concerns the whole page.
    pub(crate) field: Option<&'static str>,
    pub(crate) text: String,
}

/// What the screens before and at the password offer.
#[derive(Debug, Clone)]
pub(crate) struct LoginChoices {
    pub(crate) identifier: Identifier,
    /// What stands in the identifier field already.
    pub(crate) username: String,
    pub(crate) can_sign_up: bool,
    /// The database connection whose passwords can be reset.
    pub(crate) reset_connection: Option<String>,
    pub(crate) providers: Vec<Provider>,
}

/// What people are known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Identifier {
    Email,
    EmailOrUsername,
    Phone,
}

/// Where a one-time code went.
#[derive(Debug, Clone, Copy)]
pub(crate) enum CodeSent<'a> {
    Email(&'a str),
    Phone(&'a str),
}

const CONTINUE: Button = Button {
    action: "default",
    label: "Continue",
};

impl<'a> Screen<'a> {
    /// `/u/login`: identifier and password on one page.
    pub(crate) fn login(&self, choices: LoginChoices) -> FormPage<'a> {
        let mut page = self.page("Welcome back", self.purpose("Log in"));
        page.fields = vec![
            Field {
                value: choices.username.clone(),
                ..choices.identifier.field()
            },
            Field::new("password", Kind::Password, "Password", "current-password"),
        ];
        page.hidden.extend(capabilities());
        self.offer(&mut page, choices);
        self.finish(page)
    }

    /// `/u/login/identifier`: who is it?
    pub(crate) fn login_id(&self, choices: LoginChoices) -> FormPage<'a> {
        let mut page = self.page("Welcome", self.purpose("Log in"));
        page.fields = vec![Field {
            value: choices.username.clone(),
            ..choices.identifier.field()
        }];
        page.hidden.extend(capabilities());
        self.offer(
            &mut page,
            LoginChoices {
                reset_connection: None,
                ..choices
            },
        );
        self.finish(page)
    }

    /// `/u/login/password`: the password of whoever was named on the page before.
    pub(crate) fn login_password(&self, choices: LoginChoices) -> FormPage<'a> {
        let mut page = self.page("Enter your password", self.purpose("Log in"));
        page.fields = vec![
            Field {
                value: choices.username.clone(),
                edit_href: Some(self.href("/u/login/identifier")),
                ..choices.identifier.field()
            },
            Field::new("password", Kind::Password, "Password", "current-password"),
        ];
        self.offer(
            &mut page,
            LoginChoices {
                providers: Vec::new(),
                ..choices
            },
        );
        self.finish(page)
    }

    /// `/u/signup`: a new account. `rules` are the sentences of the password policy.
    pub(crate) fn signup(
        &self,
        email: &str,
        username: Option<&str>,
        rules: Vec<String>,
        providers: Vec<Provider>,
    ) -> FormPage<'a> {
        let mut page = self.page("Create your account", self.purpose("Sign up"));
        let address = Field::new("email", Kind::Email, "Email address", "email");
        page.fields.push(Field {
            value: email.to_owned(),
            ..address
        });
        if let Some(username) = username {
            let name = Field::new("username", Kind::Text, "Username", "username");
            page.fields.push(Field {
                value: username.to_owned(),
                ..name
            });
        }
        let password = Field::new("password", Kind::Password, "Password", "new-password");
        page.fields.push(Field {
            hints: rules,
            ..password
        });
        page.providers = providers;
        page.links.push(Link {
            lead: Some("Already have an account?"),
            text: "Log in",
            href: self.href("/u/login"),
        });
        self.finish(page)
    }

    /// `/u/login/passwordless-email-code` and `…-sms-otp`: the code that was sent.
    pub(crate) fn code(&self, sent: CodeSent<'_>) -> FormPage<'a> {
        let (heading, recipient) = match sent {
            CodeSent::Email(address) => ("Check your email", address),
            CodeSent::Phone(number) => ("Check your phone", number),
        };
        let mut page = self.page(
            heading,
            Some(format!("Enter the code we sent to {recipient}.")),
        );
        page.fields = vec![Field::new("code", Kind::Code, "Code", "one-time-code")];
        page.buttons.push(Button {
            action: "resend",
            label: "Send a new code",
        });
        page.links.push(Link {
            lead: Some("Not you?"),
            text: "Start again",
            href: self.href("/u/login/identifier"),
        });
        self.finish(page)
    }

    /// `/u/reset-password/request/{connection}`: whose password was forgotten?
    pub(crate) fn reset_request(&self, identifier: Identifier, value: &str) -> FormPage<'a> {
        let text = "We will send you a link to choose a new one.";
        let mut page = self.page("Forgot your password?", Some(text.to_owned()));
        let field = match identifier {
            Identifier::EmailOrUsername => identifier.field(),
            _ => Field::new("email", Kind::Email, "Email address", "email"),
        };
        page.fields = vec![Field {
            value: value.to_owned(),
            ..field
        }];
        page.links.push(Link {
            lead: None,
            text: "Back to login",
            href: self.href("/u/login"),
        });
        self.finish(page)
    }

    /// `/u/reset-password/change`: the new password, twice.
    pub(crate) fn reset_password(&self, rules: Vec<String>) -> FormPage<'a> {
        let mut page = self.page("Choose a new password", None);
        let first = Field::new(
            "password-reset",
            Kind::Password,
            "New password",
            "new-password",
        );
        page.fields = vec![
            Field {
                hints: rules,
                ..first
            },
            Field::new(
                "re-enter-password",
                Kind::Password,
                "New password again",
                "new-password",
            ),
        ];
        page.buttons = vec![Button {
            action: "default",
            label: "Change password",
        }];
        self.finish(page)
    }

    /// `/u/email-verification`: link scanners open links, only people press buttons.
    pub(crate) fn verify_email(&self, email: &str) -> FormPage<'a> {
        let text = format!("Confirm that {email} is yours.");
        let mut page = self.page("Verify your email", Some(text));
        page.buttons = vec![Button {
            action: "default",
            label: "Confirm my email",
        }];
        self.finish(page)
    }

    /// `/unblock`: lifts the block that failed logins brought.
    pub(crate) fn unblock(&self) -> FormPage<'a> {
        let text = "Your account was blocked after many failed logins.";
        let mut page = self.page("Unblock your account", Some(text.to_owned()));
        page.buttons = vec![Button {
            action: "default",
            label: "Unblock my account",
        }];
        self.finish(page)
    }

    /// `/u/logout`: an application asks to log out, but cannot prove that it speaks for this
    /// session.
    pub(crate) fn logout(&self) -> FormPage<'a> {
        let text = match self.client_name {
            Some(name) => format!("{name} asks to end your session."),
            None => "This ends your session with all applications.".to_owned(),
        };
        let mut page = self.page("Log out?", Some(text));
        page.buttons = vec![
            Button {
                action: "accept",
                label: "Log out",
            },
            Button {
                action: "deny",
                label: "Stay logged in",
            },
        ];
        self.finish(page)
    }

    /// `/u/login/confirmation`: a program on this device asks for the login of `account`, and nobody can tell which.
    pub(crate) fn confirmation(&self, account: &str) -> FormPage<'a> {
        let name = self.client_name.unwrap_or("the application");
        let text = format!(
            "You are logged in as {account}. Go on only if you have just started to log in to {name} on this device."
        );
        let mut page = self.page(&format!("Log in to {name}?"), Some(text));
        page.buttons = vec![
            Button {
                action: "accept",
                label: "Continue",
            },
            Button {
                action: "deny",
                label: "Cancel",
            },
        ];
        self.finish(page)
    }

    fn page(&self, heading: &str, intro: Option<String>) -> FormPage<'a> {
        FormPage {
            shell: self.shell,
            state: self.state,
            heading: heading.to_owned(),
            intro,
            alert: None,
            hidden: vec![("state", self.state.to_owned())],
            fields: Vec::new(),
            aside: None,
            buttons: vec![CONTINUE],
            providers: Vec::new(),
            links: Vec::new(),
        }
    }

    /// Hangs the problems where they belong and puts the cursor where typing goes on.
    fn finish(&self, mut page: FormPage<'a>) -> FormPage<'a> {
        for problem in self.problems {
            let field = page
                .fields
                .iter_mut()
                .find(|field| Some(field.name) == problem.field);
            match field {
                Some(field) => field.error = Some(problem.text.clone()),
                None => {
                    page.alert = Some(Alert {
                        text: problem.text.clone(),
                        is_good: false,
                    })
                }
            }
        }
        let wrong = page.fields.iter().position(|field| field.error.is_some());
        let empty = || {
            let writable = |field: &Field| field.value.is_empty() && field.edit_href.is_none();
            page.fields.iter().position(writable)
        };
        if let Some(field) = wrong
            .or_else(empty)
            .and_then(|place| page.fields.get_mut(place))
        {
            field.has_focus = true;
        }
        page
    }

    fn offer(&self, page: &mut FormPage<'a>, choices: LoginChoices) {
        page.aside = choices.reset_connection.map(|connection| {
            let connection = segment(&connection);
            let start = format!("/u/login/password-reset-start/{connection}");
            Link {
                lead: None,
                text: "Forgot your password?",
                href: self.href(&start),
            }
        });
        if choices.can_sign_up {
            page.links.push(Link {
                lead: Some("No account yet?"),
                text: "Sign up",
                href: self.href("/u/signup"),
            });
        }
        page.providers = choices.providers;
    }

    fn purpose(&self, verb: &str) -> Option<String> {
        let tenant = &self.shell.brand.name;
        Some(match self.client_name {
            Some(client) if client != tenant => format!("{verb} to continue to {client}."),
            _ => format!("{verb} to continue."),
        })
    }

    fn href(&self, path: &str) -> String {
        format!("{path}?state={}", self.state)
    }
}

impl Identifier {
    fn field(self) -> Field {
        match self {
            Self::Email => Field::new("username", Kind::Email, "Email address", "username"),
            Self::EmailOrUsername => Field::new(
                "username",
                Kind::Text,
                "Username or email address",
                "username",
            ),
            Self::Phone => Field::new("username", Kind::Phone, "Phone number", "tel"),
        }
    }
}

/// What the browser can do, as the script would say it. Without the script: nothing.
fn capabilities() -> impl Iterator<Item = (&'static str, String)> {
    [
        "js-available",
        "webauthn-available",
        "is-brave",
        "webauthn-platform-available",
    ]
    .into_iter()
    .map(|name| (name, "false".to_owned()))
}
