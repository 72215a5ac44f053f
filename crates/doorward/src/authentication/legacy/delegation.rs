//! `POST /delegation`: a token for another client, or for a cloud service.

use serde::{Deserialize, Serialize};

use crate::authentication::operation::{AuthenticationOperation, ClientProof, Encoding, read_json};
use crate::error::ArgumentError;
use crate::extra::Extra;
use crate::response::RawResponse;
use crate::secret::Secret;

const JWT_BEARER: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";

fn jwt_bearer() -> String {
    JWT_BEARER.to_owned()
}

/// A token to be exchanged: an ID token or a refresh token, not both.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Delegation {
    /// The ID token to exchange.
    pub id_token: Option<Secret>,
    /// The refresh token to exchange.
    pub refresh_token: Option<Secret>,
    /// What the token is for: `app`, `auth0`, `aws`, `firebase`, `azure_sb`, `salesforce_api`, …
    #[serde(alias = "api")]
    pub api_type: String,
    /// The client the token is for.
    #[serde(alias = "targetClientId")]
    pub target: String,
    /// `urn:ietf:params:oauth:grant-type:jwt-bearer` unless said otherwise.
    #[serde(default = "jwt_bearer")]
    pub grant_type: String,
    /// The scopes wanted, separated by spaces.
    pub scope: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Delegation {
    /// Exchanges an ID token for one of `target`.
    pub fn of_id_token(
        id_token: impl Into<Secret>,
        target: impl Into<String>,
        api_type: impl Into<String>,
    ) -> Self {
        Self {
            id_token: Some(id_token.into()),
            refresh_token: None,
            api_type: api_type.into(),
            target: target.into(),
            grant_type: jwt_bearer(),
            scope: None,
            extra: Extra::default(),
        }
    }

    /// Exchanges a refresh token for a token of `target`.
    pub fn of_refresh_token(
        refresh_token: impl Into<Secret>,
        target: impl Into<String>,
        api_type: impl Into<String>,
    ) -> Self {
        Self {
            id_token: None,
            refresh_token: Some(refresh_token.into()),
            ..Self::of_id_token("", target, api_type)
        }
    }
}

/// The token of a delegation. Which members are there depends on the API it is for.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DelegationToken {
    /// The token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_token: Option<Secret>,
    /// `Bearer`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_type: Option<String>,
    /// For how many seconds it is valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_in: Option<u64>,
    /// Everything else, such as the `Credentials` of AWS.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthenticationOperation for Delegation {
    const NAME: &'static str = "legacy.delegationToken";
    const PATH: &'static str = "/delegation";
    const ENCODING: Encoding = Encoding::Json;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = DelegationToken;

    fn check(&self) -> Result<(), ArgumentError> {
        let names = ("id_token", "refresh_token");
        ArgumentError::unless_one_of(names, &self.id_token, &self.refresh_token)
    }

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}
