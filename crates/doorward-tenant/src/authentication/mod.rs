//! The Authentication API: who a client is, who a user is, and the tokens that say so.

pub(crate) mod authorization;
pub(crate) mod change_password;
pub(crate) mod client_authentication;
mod client_keys;
pub(crate) mod device_code;
pub(crate) mod discovery;
pub(crate) mod dpop;
pub(crate) mod error;
pub(crate) mod issue;
pub(crate) mod legacy;
pub(crate) mod par;
pub(crate) mod passwordless;
pub(crate) mod proof;
pub(crate) mod request_object;
pub(crate) mod revoke;
pub(crate) mod sign_in;
pub(crate) mod signup;
pub(crate) mod token;
pub(crate) mod tokens;
pub(crate) mod userinfo;

pub(crate) use error::AuthenticationError;
