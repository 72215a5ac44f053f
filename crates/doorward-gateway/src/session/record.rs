//! A session, and the bytes it is kept as.
//!
//! A stored session is a header in the clear, then two sealed parts: what `/userinfo` answers, which
//! every protected request asks for, and the tokens, which are opened when they are needed.

use bytes::Bytes;
use jiff::Timestamp;
use zeroize::Zeroizing;

use super::digest::Digest;
use super::keyring::{KeyId, Keyring, SealError};
use doorward::Secret;

/// The first byte of every record; another layout gets another number.
const VERSION: u8 = 1;

/// What a caller's handle stands for.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) facts: Facts,
    /// The answer of `/userinfo`, JSON.
    pub(crate) profile: Bytes,
    pub(crate) tokens: Tokens,
}

/// What is known of a session without opening anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) kind: Kind,
    /// When the access token behind the handle expires.
    pub(crate) access_expires_at: Timestamp,
    /// When the session itself ends.
    pub(crate) ends_at: Timestamp,
    pub(crate) created_at: Timestamp,
    /// Which way of making a profile of claims made this one (see `userinfo::Shape`).
    pub(crate) profile_shape: u64,
    /// The client that made the session.
    pub(crate) client: String,
    /// `sub` of the ID token.
    pub(crate) user_id: String,
}

/// How the caller holds its handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// In the cookie `sid`: the gateway renews the tokens behind it.
    Cookie,
    /// As a bearer token: the caller has the refresh token and renews by itself.
    Bearer,
}

/// What Auth0 gave for a login.
#[derive(Debug, Clone)]
pub(crate) struct Tokens {
    pub(crate) access_token: Secret,
    /// Empty when the client does not ask for `offline_access`.
    pub(crate) refresh_token: Secret,
    pub(crate) id_token: Secret,
}

impl Session {
    /// What it is kept under: the digest of its handle, which is the access token it begins with.
    pub(crate) fn digest(&self) -> Digest {
        Digest::of(self.tokens.access_token.as_str())
    }

    /// The bytes to keep under `digest`.
    pub(super) fn seal(&self, digest: &Digest, keyring: &Keyring) -> Result<Bytes, SealError> {
        let key = keyring.sealing_key(&self.facts.client)?;
        let mut record = self.facts.write(key);
        let header = record.clone();
        let at = |part: &'static [u8]| [part, digest.as_str().as_bytes(), header.as_slice()];
        put(
            &mut record,
            &keyring.seal(key, &at(b"profile"), &self.profile)?,
        );
        put(
            &mut record,
            &keyring.seal(key, &at(b"tokens"), &self.tokens.write())?,
        );
        Ok(record.into())
    }
}

/// A session as it was found, its parts still sealed.
#[derive(Clone)]
pub(crate) struct Stored {
    pub(crate) facts: Facts,
    digest: Digest,
    key: KeyId,
    record: Bytes,
    header_length: usize,
}

impl Stored {
    /// Reads the header of a record; `None` when this is none of ours.
    pub(super) fn read(digest: Digest, record: Bytes) -> Option<Self> {
        let mut rest = record.as_ref();
        let (facts, key) = Facts::read(&mut rest)?;
        let header_length = record.len() - rest.len();
        Some(Self {
            facts,
            digest,
            key,
            record,
            header_length,
        })
    }

    /// What the session is kept under.
    pub(crate) fn digest(&self) -> &Digest {
        &self.digest
    }

    /// The answer of `/userinfo`; `None` when its key is gone or the record was changed.
    pub(crate) fn profile(&self, keyring: &Keyring) -> Option<Bytes> {
        let (header, mut parts) = self.record.split_at(self.header_length);
        let profile = keyring.open(
            self.key,
            &[b"profile", self.digest.as_str().as_bytes(), header],
            take(&mut parts)?,
        )?;
        Some(Bytes::copy_from_slice(&profile))
    }

    /// The tokens; `None` when their key is gone or the record was changed.
    pub(crate) fn tokens(&self, keyring: &Keyring) -> Option<Tokens> {
        let (header, mut parts) = self.record.split_at(self.header_length);
        take(&mut parts)?;
        let tokens = keyring.open(
            self.key,
            &[b"tokens", self.digest.as_str().as_bytes(), header],
            take(&mut parts)?,
        )?;
        Tokens::read(&tokens)
    }
}

impl Facts {
    fn write(&self, key: KeyId) -> Vec<u8> {
        let kind = match self.kind {
            Kind::Cookie => 0,
            Kind::Bearer => 1,
        };
        let mut header = vec![VERSION, kind];
        header.extend_from_slice(&key);
        for time in [self.access_expires_at, self.ends_at, self.created_at] {
            header.extend_from_slice(&time.as_millisecond().to_be_bytes());
        }
        header.extend_from_slice(&self.profile_shape.to_be_bytes());
        put(&mut header, self.client.as_bytes());
        put(&mut header, self.user_id.as_bytes());
        header
    }

    fn read(from: &mut &[u8]) -> Option<(Self, KeyId)> {
        let ([VERSION, kind], rest) = from.split_first_chunk()? else {
            return None;
        };
        let kind = match kind {
            0 => Kind::Cookie,
            1 => Kind::Bearer,
            _ => return None,
        };
        let (key, rest) = rest.split_first_chunk()?;
        *from = rest;
        let facts = Self {
            kind,
            access_expires_at: take_time(from)?,
            ends_at: take_time(from)?,
            created_at: take_time(from)?,
            profile_shape: u64::from_be_bytes(take_number(from)?),
            client: take_text(from)?,
            user_id: take_text(from)?,
        };
        Some((facts, *key))
    }
}

impl Tokens {
    fn write(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::new());
        for token in [&self.access_token, &self.refresh_token, &self.id_token] {
            put(&mut bytes, token.as_str().as_bytes());
        }
        bytes
    }

    fn read(mut bytes: &[u8]) -> Option<Self> {
        let mut token = || take_text(&mut bytes).map(Secret::from);
        Some(Self {
            access_token: token()?,
            refresh_token: token()?,
            id_token: token()?,
        })
    }
}

/// Appends a part behind its length.
pub(super) fn put(to: &mut Vec<u8>, part: &[u8]) {
    // Nothing here comes near 4 GiB: answers of the tenant are limited long before.
    to.extend_from_slice(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
    to.extend_from_slice(part);
}

/// Takes the part that [`put`] appended.
pub(super) fn take<'b>(from: &mut &'b [u8]) -> Option<&'b [u8]> {
    let (length, rest) = from.split_first_chunk()?;
    let (part, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
    *from = rest;
    Some(part)
}

/// Takes a part that is text.
pub(super) fn take_text(from: &mut &[u8]) -> Option<String> {
    str::from_utf8(take(from)?).ok().map(str::to_owned)
}

fn take_number(from: &mut &[u8]) -> Option<[u8; 8]> {
    let (number, rest) = from.split_first_chunk()?;
    *from = rest;
    Some(*number)
}

/// Takes a moment, to the millisecond.
fn take_time(from: &mut &[u8]) -> Option<Timestamp> {
    Timestamp::from_millisecond(i64::from_be_bytes(take_number(from)?)).ok()
}
