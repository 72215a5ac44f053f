//! Cryptography and nothing else.

use std::time::{Duration, Instant};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::RSA_PKCS1_SHA256;

use super::Count;
use crate::run::Fault;

/// Signs for `time`; how often.
pub(super) fn sign_for(time: Duration) -> Result<Count, Fault> {
    let unusable = |_| Fault::Unexpected("aws-lc-rs does not sign".into());
    let key = KeyPair::generate(KeySize::Rsa2048).map_err(unusable)?;
    let random = SystemRandom::new();
    // About as long as the header and claims of an access token.
    let message = [b'e'; 500];
    let mut signature = vec![0; key.public_modulus_len()];
    Count::of(|| {
        repeat(time, || {
            key.sign(&RSA_PKCS1_SHA256, &random, &message, &mut signature)
                .map_err(unusable)
        })
    })
}

/// Hashes passwords for `time`; how often.
pub(super) fn hash_for(time: Duration) -> Result<Count, Fault> {
    let unusable = |error: argon2::Error| Fault::Unexpected(format!("argon2: {error}"));
    let parameters = argon2::Params::new(19 * 1024, 2, 1, Some(32)).map_err(unusable)?;
    let mut memory = vec![argon2::Block::default(); parameters.block_count()];
    let argon2 = argon2::Argon2::new(
        argon2::Algorithm::Argon2id,
        argon2::Version::V0x13,
        parameters,
    );
    let mut hash = [0; 32];
    let salt = b"sixteen of bytes";
    Count::of(|| {
        repeat(time, || {
            argon2
                .hash_password_into_with_memory(b"password", salt, &mut hash, &mut memory)
                .map_err(unusable)
        })
    })
}

/// Does `once` over and over for `time`, and counts.
pub(super) fn repeat(
    time: Duration,
    mut once: impl FnMut() -> Result<(), Fault>,
) -> Result<u64, Fault> {
    let began = Instant::now();
    let mut done = 0;
    while began.elapsed() < time {
        once()?;
        done += 1;
    }
    Ok(done)
}
