//! What pages say about a problem, by Auth0's keys. End-to-end suites look for these sentences.

use super::pages::screens::Problem;

macro_rules! texts {
    ($($name:ident = $text:literal;)*) => { $(pub(crate) const $name: &str = $text;)* };
}

texts! {
    WRONG_EMAIL_CREDENTIALS = "Wrong email or password";
    WRONG_CREDENTIALS = "Wrong username or password";
    USER_BLOCKED = "Your account has been blocked after multiple consecutive login attempts.";
    IP_BLOCKED = "We have detected suspicious login behavior and further attempts will be blocked. Please \
        contact the administrator.";
    SAME_USER_LOGIN = "Too many login attempts for this user. Please wait, and try again later.";
    IP_SIGNUP_BLOCKED = "Too many signups from the same IP";
    NO_EMAIL = "Please enter an email address";
    NO_PASSWORD = "Password is required";
    NO_USERNAME = "Username is required";
    NO_PHONE = "Please enter a phone number";
    INVALID_PHONE = "Enter a valid phone number, including the country code.";
    INVALID_CONNECTION = "Invalid connection";
    INVALID_ACTION = "Invalid action";
    EMAIL_IN_USE = "The user already exists.";
    SIGN_UP_FAILED = "We could not create this account. If you have one already, log in instead.";
    PASSWORD_TOO_WEAK = "The password is too weak";
    PASSWORD_TOO_COMMON = "The password is too common";
    PASSWORD_USED_BEFORE = "Password has previously been used";
    PASSWORD_HAS_USER_INFORMATION = "Password contains user information";
    PASSWORD_TOO_LONG = "The password is too long";
    PASSWORD_MISMATCH = "Passwords don't match";
    NO_PASSWORD_RESET = "Enter a new password.";
    NO_RE_ENTER_PASSWORD = "New password confirmation is missing";
    NO_USER_CODE = "Please enter the code displayed on your device";
    INVALID_EXPIRED_CODE = "Invalid or expired user code";
    NO_CODE = "Please enter a code";
    INVALID_CODE = "The code you entered is invalid";
    CODE_EXPIRED = "The code has expired. Ask for a new one.";
    TOO_MANY_FAILURES = "Too many failed codes. Ask for a new one.";
    PASSWORDLESS_NO_SESSION =
        "The link must be opened on the same device and browser from which you submitted your email address.";
}

/// A problem with one field.
pub(crate) fn at(field: &'static str, text: &str) -> Problem {
    Problem {
        field: Some(field),
        text: text.to_owned(),
    }
}

/// A problem with the whole page.
pub(crate) fn alert(text: &str) -> Problem {
    Problem {
        field: None,
        text: text.to_owned(),
    }
}
