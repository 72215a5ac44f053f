//! A user's root attributes: what is filled in when nobody said it, and which of them a scope shows.

pub(crate) mod contact;
pub(crate) mod metadata;

use jiff::Timestamp;
use md5::{Digest, Md5};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

/// The root attributes of a user, as they stand in its record. `None` is "never set", for which
/// answers leave the member out or compute a default.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Profile {
    /// E-mail address; lower case for users of a database.
    pub(crate) email: Option<String>,
    /// Whether the address was proven. Absent from answers when there is no address.
    pub(crate) email_verified: bool,
    /// Name to log in with, unique within its connection.
    pub(crate) username: Option<String>,
    /// E.164, with the plus sign.
    pub(crate) phone_number: Option<String>,
    /// Whether the number was proven. `None` until somebody said.
    pub(crate) phone_verified: Option<bool>,
    /// Full name.
    pub(crate) name: Option<String>,
    /// What the user is called.
    pub(crate) nickname: Option<String>,
    /// First name.
    pub(crate) given_name: Option<String>,
    /// Last name.
    pub(crate) family_name: Option<String>,
    /// URL of a picture.
    pub(crate) picture: Option<String>,
    /// Further root attributes, from an upstream provider or a custom database: `locale`,
    /// `birthdate`, `address`, whatever came.
    pub(crate) additional: Map<String, Value>,
}

impl Profile {
    /// The name shown: the one set, else e-mail, user name or phone number.
    pub(crate) fn name(&self) -> Option<String> {
        self.name
            .clone()
            .or_else(|| self.identifier().map(str::to_owned))
    }

    /// The nickname shown: the one set, else the local part of the e-mail address, the user name or
    /// the phone number.
    pub(crate) fn nickname(&self) -> Option<String> {
        self.nickname
            .clone()
            .or_else(|| self.identifier().map(local_part).map(str::to_owned))
    }

    /// The picture shown: the one set, else a Gravatar with a drawn pair of letters behind it.
    pub(crate) fn picture(&self) -> Option<String> {
        self.picture
            .clone()
            .or_else(|| self.identifier().map(gravatar))
    }

    /// What the user is known by when nothing else is said.
    fn identifier(&self) -> Option<&str> {
        let all = [&self.email, &self.username, &self.phone_number];
        all.into_iter()
            .flatten()
            .map(String::as_str)
            .find(|text| !text.is_empty())
    }

    /// The claims about this user that an ID token and `/userinfo` show for the granted scopes,
    /// in the order in which Auth0 writes them; `sub` is not among them.
    ///
    /// `updated_at` is an ISO 8601 text there, other than OpenID Connect has it.
    /// Source: OpenID Connect Core 1.0, section 5.4; `GET /userinfo`.
    pub(crate) fn claims(
        &self,
        is_granted: impl Fn(&str) -> bool,
        updated_at: Timestamp,
    ) -> Map<String, Value> {
        let mut claims = Map::new();
        if is_granted("profile") {
            self.write_profile(&mut claims, updated_at);
        }
        if is_granted("email")
            && let Some(email) = &self.email
        {
            claims.insert("email".into(), email.as_str().into());
            claims.insert("email_verified".into(), self.email_verified.into());
        }
        if is_granted("phone")
            && let Some(number) = &self.phone_number
        {
            claims.insert("phone_number".into(), number.as_str().into());
            claims.insert(
                "phone_number_verified".into(),
                self.phone_verified.unwrap_or(false).into(),
            );
        }
        if is_granted("address")
            && let Some(address) = self.additional.get("address")
        {
            claims.insert("address".into(), address.clone());
        }
        claims
    }

    fn write_profile(&self, claims: &mut Map<String, Value>, updated_at: Timestamp) {
        let mut put = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                claims.insert(name.to_owned(), value.into());
            }
        };
        put("given_name", self.given_name.clone());
        put("family_name", self.family_name.clone());
        put("nickname", self.nickname());
        put("name", self.name());
        put("picture", self.picture());
        for name in ADDITIONAL_PROFILE_CLAIMS {
            if let Some(value) = self.additional.get(*name) {
                claims.insert((*name).to_owned(), value.clone());
            }
        }
        claims.insert("updated_at".into(), wire_time(updated_at).into());
    }
}

/// Claims of the scope `profile` that a tenant has only when an upstream provider or a script gave
/// them.
const ADDITIONAL_PROFILE_CLAIMS: &[&str] = &[
    "middle_name",
    "preferred_username",
    "profile",
    "website",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
];

/// A moment as every Auth0 API writes it: UTC, milliseconds, `Z`.
pub(crate) fn wire_time(moment: Timestamp) -> String {
    format!("{moment:.3}")
}

fn local_part(identifier: &str) -> &str {
    identifier
        .split_once('@')
        .map_or(identifier, |(local, _)| local)
}

/// What JavaScript's `encodeURIComponent` leaves alone.
const COMPONENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// Gravatar's URL for an identifier, with Auth0's picture of two letters for people it does not know.
fn gravatar(identifier: &str) -> String {
    let identifier = identifier.to_lowercase();
    let digest: [u8; 16] = Md5::digest(identifier.as_bytes()).into();
    let hash = u128::from_be_bytes(digest);
    let letters: String = local_part(&identifier)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(2)
        .collect();
    let fallback = format!("https://cdn.auth0.com/avatars/{letters}.png");
    let fallback = utf8_percent_encode(&fallback, COMPONENT);
    format!("https://s.gravatar.com/avatar/{hash:032x}?s=480&r=pg&d={fallback}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn jane() -> Profile {
        Profile {
            email: Some("jane.doe@example.com".into()),
            ..Profile::default()
        }
    }

    fn shown(profile: &Profile, scopes: &str) -> String {
        let granted: Vec<&str> = scopes.split(' ').collect();
        let at = "2019-04-01T14:43:03.445Z".parse().unwrap();
        serde_json::to_string(&profile.claims(|scope| granted.contains(&scope), at)).unwrap()
    }

    #[test]
    fn defaults_come_from_the_email_address() {
        assert_eq!(jane().name().as_deref(), Some("jane.doe@example.com"));
        assert_eq!(jane().nickname().as_deref(), Some("jane.doe"));
        assert_eq!(
            jane().picture().as_deref(),
            // The digest is that of `printf jane.doe@example.com | md5sum`.
            Some(
                "https://s.gravatar.com/avatar/0cba00ca3da1b283a57287bcceb17e35?s=480&r=pg&d=\
                 https%3A%2F%2Fcdn.auth0.com%2Favatars%2Fja.png"
            )
        );
    }

    #[test]
    fn without_an_address_they_come_from_the_username_then_from_the_phone_number() {
        let mut user = Profile {
            phone_number: Some("+15551234".into()),
            ..Profile::default()
        };
        assert_eq!(user.name().as_deref(), Some("+15551234"));
        user.username = Some("jane".into());
        assert_eq!(user.nickname().as_deref(), Some("jane"));
        assert_eq!(Profile::default().picture(), None);
    }

    #[test]
    fn what_is_set_wins() {
        let user = Profile {
            nickname: Some("JD".into()),
            picture: Some("https://x/y".into()),
            ..jane()
        };
        assert_eq!(user.nickname().as_deref(), Some("JD"));
        assert_eq!(user.picture().as_deref(), Some("https://x/y"));
    }

    #[test]
    fn a_scope_shows_its_claims_and_no_others() {
        let mut user = Profile {
            name: Some("Jane".into()),
            picture: Some("p".into()),
            given_name: Some("J".into()),
            ..jane()
        };
        user.phone_number = Some("+15551234".into());
        user.additional.insert("locale".into(), json!("de"));
        user.additional.insert("secret".into(), json!("x"));
        user.additional
            .insert("address".into(), json!({ "country": "CH" }));
        assert_eq!(shown(&user, "openid"), "{}");
        assert_eq!(
            shown(&user, "openid profile email"),
            r#"{"given_name":"J","nickname":"jane.doe","name":"Jane","picture":"p","locale":"de","updated_at":"2019-04-01T14:43:03.445Z","email":"jane.doe@example.com","email_verified":false}"#
        );
        assert_eq!(
            shown(&user, "phone address"),
            r#"{"phone_number":"+15551234","phone_number_verified":false,"address":{"country":"CH"}}"#
        );
    }

    #[test]
    fn times_always_have_three_decimals() {
        assert_eq!(
            wire_time("2026-01-02T03:04:05Z".parse().unwrap()),
            "2026-01-02T03:04:05.000Z"
        );
        assert_eq!(
            wire_time("2026-01-02T03:04:05.1239Z".parse().unwrap()),
            "2026-01-02T03:04:05.123Z"
        );
    }
}
