//! The pages of a login: one file for each prompt, `get` shows it, `post` is its form.

pub(crate) mod consent;
pub(crate) mod login;
pub(crate) mod login_id;
