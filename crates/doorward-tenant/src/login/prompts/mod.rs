//! The pages of a login: one file for each prompt, `get` shows it, `post` is its form.

pub(crate) mod confirmation;
pub(crate) mod consent;
pub(crate) mod device;
pub(crate) mod email_verification;
pub(crate) mod login;
pub(crate) mod login_id;
pub(crate) mod logout;
pub(crate) mod passwordless;
pub(crate) mod reset_password;
pub(crate) mod reset_request;
pub(crate) mod signup;
pub(crate) mod unblock;
