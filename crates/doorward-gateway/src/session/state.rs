//! A login on its way: what is remembered between `/authorize` and `/oauth/token`.

use bytes::Bytes;
use jiff::Timestamp;
use zeroize::Zeroizing;

use super::digest::Digest;
use super::keyring::{Keyring, SealError};
use super::record::{put, take, take_text};
use doorward::Secret;

/// What the `state` parameter of one login stands for. It buys one exchange of a code.
#[derive(Debug, Clone)]
pub(crate) struct LoginState {
    /// The client that started the login; no other may finish it.
    pub(crate) client: String,
    /// Where the application wants to land; handed back at the end.
    pub(crate) redirect: Option<String>,
    /// The `redirect_uri` sent to `/authorize`; the exchange must repeat it (RFC 6749, 4.1.3).
    pub(crate) redirect_uri: String,
    /// The connection asked for.
    pub(crate) connection: Option<String>,
    /// The PKCE verifier whose challenge was sent (RFC 7636, 4.1).
    pub(crate) code_verifier: Secret,
    /// When the login has taken too long.
    pub(crate) ends_at: Timestamp,
}

impl LoginState {
    /// The bytes to keep under `digest`: the id of a key, then everything sealed with it.
    pub(super) fn seal(&self, digest: &Digest, keyring: &Keyring) -> Result<Bytes, SealError> {
        let key = keyring.sealing_key(&self.client)?;
        let mut plain = Zeroizing::new(Vec::new());
        put(&mut plain, self.client.as_bytes());
        put(
            &mut plain,
            self.redirect.as_deref().unwrap_or_default().as_bytes(),
        );
        put(&mut plain, self.redirect_uri.as_bytes());
        put(
            &mut plain,
            self.connection.as_deref().unwrap_or_default().as_bytes(),
        );
        put(&mut plain, self.code_verifier.as_str().as_bytes());
        put(&mut plain, &self.ends_at.as_millisecond().to_be_bytes());
        let mut record = key.to_vec();
        record.extend(keyring.seal(key, &[b"state", digest.as_str().as_bytes()], &plain)?);
        Ok(record.into())
    }

    /// Opens what [`seal`](Self::seal) made; `None` when its key is gone or it was changed.
    pub(super) fn open(digest: &Digest, record: &[u8], keyring: &Keyring) -> Option<Self> {
        let (key, sealed) = record.split_first_chunk()?;
        let plain = keyring.open(*key, &[b"state", digest.as_str().as_bytes()], sealed)?;
        let from = &mut plain.as_slice();
        let optional = |text: String| Some(text).filter(|text| !text.is_empty());
        Some(Self {
            client: take_text(from)?,
            redirect: optional(take_text(from)?),
            redirect_uri: take_text(from)?,
            connection: optional(take_text(from)?),
            code_verifier: take_text(from)?.into(),
            ends_at: Timestamp::from_millisecond(i64::from_be_bytes(take(from)?.try_into().ok()?))
                .ok()?,
        })
    }
}
