//! Profiles: who somebody has logged in as, kept between calls in a file that only its owner reads.

use std::fs;
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::PathBuf;

use doorward::authentication::{RefreshTokenGrant, TokenSet};
use doorward::clock::{Clock as _, SystemClock};
use doorward::management::TokenSource;
use doorward::transport::BoxFuture;
use doorward::{AuthenticationClient, Error, Secret};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use super::failure::Failure;
use crate::serve::data_dir::write_private;

/// The profile of those who name none.
pub(crate) const DEFAULT: &str = "default";
/// A token with less life left is renewed first.
const EARLY: SignedDuration = SignedDuration::from_secs(30);

/// A login that lasts.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Profile {
    /// The tenant.
    pub(crate) domain: String,
    /// The client that logged in.
    pub(crate) client_id: String,
    /// Authorities to trust besides the system's.
    pub(crate) ca_file: Option<PathBuf>,
    /// What opens the Management API.
    pub(crate) access_token: Secret,
    /// Until when.
    expires_at: Option<Timestamp>,
    /// What buys the next one.
    pub(crate) refresh_token: Option<Secret>,
}

impl Profile {
    /// The profile of a login at `domain` just now.
    pub(crate) fn new(
        domain: String,
        client_id: String,
        ca_file: Option<PathBuf>,
        tokens: TokenSet,
    ) -> Self {
        let mut profile = Self {
            domain,
            client_id,
            ca_file,
            access_token: Secret::from(String::new()),
            expires_at: None,
            refresh_token: None,
        };
        profile.take(tokens);
        profile
    }

    /// The profile called `name`; `None` when there is none.
    ///
    /// # Errors
    ///
    /// A usage error when the name makes no sense or the file cannot be read.
    pub(crate) fn read(name: &str) -> Result<Option<Self>, Failure> {
        let path = path(name)?;
        let unreadable = |what: &dyn std::fmt::Display| {
            Failure::usage(format!("profile {name}: {}: {what}", path.display()))
        };
        match fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(unreadable(&error)),
            // What the parser says may quote the file, which holds tokens.
            Ok(text) => serde_json::from_slice(&text)
                .map(Some)
                .map_err(|_| unreadable(&"not a profile; log in again")),
        }
    }

    /// Keeps it as `name`.
    pub(crate) fn save(&self, name: &str) -> Result<(), Failure> {
        let path = path(name)?;
        if let Some(folder) = path.parent() {
            let mut builder = fs::DirBuilder::new();
            builder.recursive(true).mode(0o700).create(folder)?;
        }
        let text = serde_json::to_string_pretty(self).map_err(io::Error::from)?;
        Ok(write_private(&path, &text)?)
    }

    /// Keeps other processes from changing `name`, and waits until they have done so: a refresh token is good for one
    /// of them. Until the file is dropped.
    fn lock(name: &str) -> Result<fs::File, Failure> {
        let path = path(name)?.with_extension("lock");
        let mut options = fs::OpenOptions::new();
        let file = options.create(true).append(true).mode(0o600).open(path)?;
        file.lock()?;
        Ok(file)
    }

    /// Forgets `name`.
    pub(crate) fn remove(name: &str) -> Result<(), Failure> {
        let _lock = Self::lock(name)?;
        let path = path(name)?;
        fs::remove_file(&path)?;
        Ok(fs::remove_file(path.with_extension("lock"))?)
    }

    /// Takes over what a grant has answered. A refresh token that was not replaced is good for longer.
    fn take(&mut self, tokens: TokenSet) {
        let life = tokens.expires_in.and_then(|life| i64::try_from(life).ok());
        let life = life.map(SignedDuration::from_secs);
        self.expires_at = life.and_then(|life| SystemClock.now().checked_add(life).ok());
        self.access_token = tokens.access_token;
        self.refresh_token = tokens.refresh_token.or(self.refresh_token.take());
    }

    fn is_fresh(&self) -> bool {
        let ends = self.expires_at;
        ends.is_none_or(|ends| SystemClock.now().duration_until(ends) > EARLY)
    }
}

/// Where the profile called `name` is: below `$XDG_CONFIG_HOME`, or `~/.config`.
fn path(name: &str) -> Result<PathBuf, Failure> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.is_empty() || name.starts_with('.') || !name.chars().all(is_plain) {
        return Err(Failure::usage(format!("{name:?} is no name for a profile")));
    }
    let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    let config = variable("XDG_CONFIG_HOME").map(PathBuf::from);
    let config = config.or_else(|| Some(PathBuf::from(variable("HOME")?).join(".config")));
    let config = config.ok_or_else(|| Failure::usage("profiles need HOME or XDG_CONFIG_HOME"))?;
    Ok(config
        .join("doorward/profiles")
        .join(format!("{name}.json")))
}

/// The tokens of a profile, renewed and kept when they have ended.
pub(super) struct ProfileTokens {
    pub(super) name: String,
    pub(super) profile: Mutex<Profile>,
    pub(super) client: AuthenticationClient,
}

impl ProfileTokens {
    async fn current(&self) -> Result<Secret, Error> {
        let mut profile = self.profile.lock().await;
        if !profile.is_fresh() {
            self.renew(&mut profile).await?;
        }
        Ok(profile.access_token.clone())
    }

    /// Another token than `refused`, if the login can buy one.
    async fn other(&self, refused: &Secret) -> Result<Option<Secret>, Error> {
        let mut profile = self.profile.lock().await;
        // Somebody else may have renewed it meanwhile.
        let is_current = profile.access_token.as_str() == refused.as_str();
        if is_current && !self.renew(&mut profile).await? {
            return Ok(None);
        }
        Ok(Some(profile.access_token.clone()))
    }

    /// Buys the next token and keeps it; `false` when the login has nothing to buy one with.
    async fn renew(&self, profile: &mut Profile) -> Result<bool, Error> {
        if profile.refresh_token.is_none() {
            return Ok(false);
        }
        // Without the lock, on a file system that has none, the call goes on as if it were alone.
        let _lock = Profile::lock(&self.name).ok();
        match Profile::read(&self.name) {
            // Another process has renewed it while this one waited.
            Ok(Some(kept)) if kept.access_token.as_str() != profile.access_token.as_str() => {
                *profile = kept;
                if profile.is_fresh() {
                    return Ok(true);
                }
            }
            // Somebody has logged out: the login must not come back.
            Ok(None) => return Ok(false),
            Ok(Some(_)) | Err(_) => {}
        }
        let Some(refresh_token) = profile.refresh_token.clone() else {
            return Ok(false);
        };
        let grant = RefreshTokenGrant::new(refresh_token);
        let tokens = self.client.oauth().refresh_token_grant(&grant).await?.data;
        profile.take(tokens);
        if let Err(failure) = profile.save(&self.name) {
            // The call can go on; the next one may have to log in.
            eprintln!("doorward: profile {}: {failure}", self.name);
        }
        Ok(true)
    }
}

impl TokenSource for ProfileTokens {
    fn token(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(self.current())
    }

    fn replacement<'s>(
        &'s self,
        refused: &'s Secret,
    ) -> BoxFuture<'s, Result<Option<Secret>, Error>> {
        Box::pin(self.other(refused))
    }
}
