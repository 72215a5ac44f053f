//! What stands between those who guess and the accounts: failures counted by name and by address, attempts
//! that take turns, messages sent no faster than anybody needs them.

mod address;
mod guard;
mod sending;
mod turnstile;

pub(crate) use address::AddressGuard;
pub(crate) use guard::{Consequences, Guard, Refusal, Standing};
pub(crate) use sending::{Message, Sending};
pub(crate) use turnstile::{Place, Turnstiles};
