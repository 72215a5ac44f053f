//! Keys: the one that seals secrets at rest, and those that sign tokens.

pub(crate) mod certificate;
mod jws;
pub(crate) mod public_key;
mod sealer;
mod signing;

pub(crate) use jws::{Algorithm, Signer, SigningError, half_hash};
pub use sealer::Sealer;
pub(crate) use sealer::Unsealable;
pub(crate) use signing::{
    FOR_TESTS, KeyMakingError, NewSigningKey, SigningKey, SigningKeys, State as KeyState,
};
