//! Access tokens for an API, fetched by one and used by all.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

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

/// How long a renewal that failed is not tried again, as long as the token serves.
const RESPITE: SignedDuration = SignedDuration::from_secs(5);

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
/// all of them. From one minute before its end a token is renewed behind the requests, which go on with
/// the old one and neither wait for the new nor fail with it; a token of a few minutes or less is used up
/// to its last tenth, and none in the last ten seconds of its life.
pub struct ClientCredentials(Arc<Shared>);

struct Shared {
    client: AuthenticationClient,
    grant: ClientCredentialsGrant,
    current: RwLock<Option<Token>>,
    flight: SingleFlight<Token>,
}

impl fmt::Debug for ClientCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCredentials")
            .field("client", &self.0.client)
            .field("audience", &self.0.grant.audience)
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
        Self(Arc::new(Shared {
            client,
            grant: ClientCredentialsGrant::new(audience),
            current: RwLock::default(),
            flight: SingleFlight::default(),
        }))
    }
}

impl Shared {
    /// The token there is, if it can still be used.
    fn usable(&self) -> Option<Token> {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        let usable = |token: &&Token| self.client.now() < token.unusable_at;
        current.as_ref().filter(usable).cloned()
    }

    /// Changes the token there is, unless somebody else has replaced it already.
    fn change(&self, text: &Secret, change: impl FnOnce(&mut Option<Token>)) {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        let is_same = |token: &Token| token.text.as_str() == text.as_str();
        if current.as_ref().is_some_and(is_same) {
            change(&mut current);
        }
    }

    async fn fetch(&self) -> Result<Token, Error> {
        let answer = self.client.send(&self.grant).await?.data;
        let lifetime = answer.expires_in.unwrap_or(UNSTATED_SECONDS);
        let token = Token::new(answer.access_token, lifetime, self.client.now());
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Some(token.clone());
        Ok(token)
    }

    async fn token(self: &Arc<Self>) -> Result<Secret, Error> {
        if let Some(token) = self.usable() {
            if token.renew_at <= self.client.now() {
                self.renew_behind(&token.text);
            }
            return Ok(token.text);
        }
        let fetched = self.flight.join(|| async {
            match self.usable() {
                Some(token) => Ok(token),
                None => self.fetch().await,
            }
        });
        let token = fetched.await;
        token.map(|token| token.text).map_err(Error::Token)
    }

    /// Renews the token ahead of time in a task of its own: a call that has a good token must not wait for
    /// the next, and its deadline or its end must not end the renewal.
    fn renew_behind(self: &Arc<Self>, old: &Secret) {
        if self.flight.is_busy() {
            return;
        }
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            return;
        };
        let (shared, old) = (self.clone(), old.clone());
        runtime.spawn(async move {
            if shared.flight.lead(|| shared.fetch()).await.is_err() {
                let later = shared.client.now().checked_add(RESPITE);
                shared.change(&old, |current| {
                    if let Some(token) = current {
                        token.renew_at = later.unwrap_or(Timestamp::MAX);
                    }
                });
            }
        });
    }
}

impl TokenSource for ClientCredentials {
    fn token(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(self.0.token())
    }

    fn replacement<'s>(
        &'s self,
        refused: &'s Secret,
    ) -> BoxFuture<'s, Result<Option<Secret>, Error>> {
        self.0.change(refused, |current| *current = None);
        Box::pin(async { self.0.token().await.map(Some) })
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
