//! Access tokens for an API, fetched by one and used by all.

use std::fmt;
use std::sync::{PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};

use crate::authentication::{AuthenticationClient, ClientCredentialsGrant};
use crate::error::Error;
use crate::secret::Secret;
use crate::single_flight::SingleFlight;
use crate::transport::BoxFuture;

/// A token with less life left than this is not used for another request.
const TOO_LATE: SignedDuration = SignedDuration::from_secs(10);

/// A token with less life left than this is renewed while it is still in use.
const EARLY: SignedDuration = SignedDuration::from_mins(1);

/// How long a token lives when the tenant does not say.
const UNSTATED_SECONDS: u64 = 3600;

/// Hands out access tokens. Asked before every request.
pub trait TokenSource: Send + Sync + 'static {
    /// A token that is good for a request made now.
    ///
    /// # Errors
    ///
    /// When there is none to be had. The request is not made then.
    fn token(&self) -> BoxFuture<'_, Result<Secret, Error>>;

    /// A token instead of `refused`, which the API has just answered with 401. `None`, which is the
    /// default, when there is no other to be had.
    ///
    /// # Errors
    ///
    /// When getting one fails.
    fn replacement<'s>(
        &'s self,
        refused: &'s Secret,
    ) -> BoxFuture<'s, Result<Option<Secret>, Error>> {
        let _ = refused;
        Box::pin(std::future::ready(Ok(None)))
    }
}

/// One token for good.
#[derive(Debug, Clone)]
pub struct StaticToken(Secret);

impl StaticToken {
    /// Hands out `token`.
    pub fn new(token: impl Into<Secret>) -> Self {
        Self(token.into())
    }
}

impl TokenSource for StaticToken {
    fn token(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(std::future::ready(Ok(self.0.clone())))
    }
}

/// Tokens by the client credentials grant.
///
/// However many requests want one at the same time, one of them fetches it, and a failure reaches
/// all of them. From one minute before its end a token is renewed by the next request that comes,
/// while the others go on with the old one; a token of a few minutes or less is used up to its last
/// tenth, and none in the last ten seconds of its life.
pub struct ClientCredentials {
    client: AuthenticationClient,
    grant: ClientCredentialsGrant,
    current: RwLock<Option<Token>>,
    flight: SingleFlight<Token>,
}

impl fmt::Debug for ClientCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCredentials")
            .field("client", &self.client)
            .field("audience", &self.grant.audience)
            .finish_non_exhaustive()
    }
}

/// A token and its times.
#[derive(Clone)]
struct Token {
    text: Secret,
    renew_at: Timestamp,
    unusable_at: Timestamp,
}

impl Token {
    fn new(text: Secret, lifetime_seconds: u64, now: Timestamp) -> Self {
        let seconds = i64::try_from(lifetime_seconds).unwrap_or(i64::MAX);
        let lifetime = SignedDuration::from_secs(seconds.min(i64::from(u32::MAX)));
        let unusable = lifetime - TOO_LATE.min(lifetime / 2);
        let renew = unusable.min(lifetime - EARLY.min(lifetime / 10));
        Self {
            text,
            renew_at: now.checked_add(renew).unwrap_or(Timestamp::MAX),
            unusable_at: now.checked_add(unusable).unwrap_or(Timestamp::MAX),
        }
    }
}

impl ClientCredentials {
    /// Tokens for `audience`, in the name of `client`.
    pub fn new(client: AuthenticationClient, audience: impl Into<String>) -> Self {
        Self {
            client,
            grant: ClientCredentialsGrant::new(audience),
            current: RwLock::default(),
            flight: SingleFlight::default(),
        }
    }

    fn current(&self) -> Option<Token> {
        self.current
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Forgets the token, unless somebody else has replaced it already.
    fn forget(&self, refused: &Secret) {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        if current
            .as_ref()
            .is_some_and(|token| token.text.as_str() == refused.as_str())
        {
            *current = None;
        }
    }

    async fn fetch(&self) -> Result<Token, Error> {
        let answer = self.client.send(&self.grant).await?.data;
        let lifetime = answer.expires_in.unwrap_or(UNSTATED_SECONDS);
        let token = Token::new(answer.access_token, lifetime, self.client.now());
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Some(token.clone());
        Ok(token)
    }

    async fn usable(&self) -> Result<Secret, Error> {
        let now = self.client.now();
        if let Some(token) = self.current().filter(|token| now < token.unusable_at) {
            if now < token.renew_at {
                return Ok(token.text);
            }
            // Ahead of time: whoever finds the door open renews, and nobody waits for it. When it
            // fails the old token still serves.
            return match self.flight.lead(|| self.fetch()).await {
                Some(Ok(renewed)) => Ok(renewed.text),
                Some(Err(_)) | None => Ok(token.text),
            };
        }
        let token = self.flight.join(|| self.fetch()).await;
        token.map(|token| token.text).map_err(Error::Token)
    }
}

impl TokenSource for ClientCredentials {
    fn token(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(self.usable())
    }

    fn replacement<'s>(
        &'s self,
        refused: &'s Secret,
    ) -> BoxFuture<'s, Result<Option<Secret>, Error>> {
        self.forget(refused);
        Box::pin(async { self.usable().await.map(Some) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_renewed_a_minute_or_a_tenth_before_its_end() {
        let now: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        let times = |lifetime| {
            let token = Token::new("t".into(), lifetime, now);
            let seconds = |at: Timestamp| at.duration_since(now).as_millis() as f64 / 1000.0;
            (seconds(token.renew_at), seconds(token.unusable_at))
        };
        assert_eq!(times(86_400), (86_340.0, 86_390.0));
        assert_eq!(times(300), (270.0, 290.0));
        assert_eq!(times(60), (50.0, 50.0));
        assert_eq!(times(10), (5.0, 5.0));
        assert_eq!(times(0), (0.0, 0.0));
        assert!(times(u64::MAX).0 > 1e9);
    }
}
