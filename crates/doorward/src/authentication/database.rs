//! The database endpoints: sign-up and forgotten passwords.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::AuthenticationClient;
use super::operation::{AuthenticationOperation, ClientProof, Encoding, read_json};
use crate::error::Error;
use crate::extra::Extra;
use crate::response::{ApiResponse, RawResponse};
use crate::secret::Secret;

/// Database connections of a tenant. From [`AuthenticationClient::database`].
#[derive(Debug, Clone, Copy)]
pub struct Database<'a> {
    pub(super) client: &'a AuthenticationClient,
}

impl Database<'_> {
    /// Makes a user.
    ///
    /// ```
    /// use doorward::authentication::SignUp;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let app = tenant.application("Default App").unwrap();
    /// # let auth = tenant.authentication(app)?;
    /// let user = SignUp {
    ///     given_name: Some("Ada".into()),
    ///     ..SignUp::new("ada@example.com", "correct-Horse-7", "Username-Password-Authentication")
    /// };
    /// let user = auth.database().sign_up(&user).await?;
    /// assert_eq!(user.email.as_deref(), Some("ada@example.com"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `user_exists` or `invalid_signup` for an address that is taken,
    /// `invalid_password` with the broken rules in
    /// [`description`](crate::ApiError::description) for a weak password.
    #[doc(alias = "signUp")]
    pub async fn sign_up(&self, request: &SignUp) -> Result<ApiResponse<SignUpResponse>, Error> {
        self.client.send(request).await
    }

    /// Sends the user a link for a new password, and answers with the sentence to show.
    ///
    /// The answer is the same whether the user exists or not.
    ///
    /// ```
    /// use doorward::authentication::ChangePassword;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let app = tenant.application("Default App").unwrap();
    /// # let auth = tenant.authentication(app)?;
    /// # let (email, password) = (doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD);
    /// let request = ChangePassword::new(email, "Username-Password-Authentication");
    /// let sentence = auth.database().change_password(&request).await?;
    /// assert!(sentence.contains("email"));
    /// # assert_eq!(tenant.outbox(email).await?.len(), 1);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Api`] when the connection is not the client's.
    #[doc(alias = "changePassword")]
    #[doc(alias = "requestChangePasswordEmail")]
    pub async fn change_password(
        &self,
        request: &ChangePassword,
    ) -> Result<ApiResponse<String>, Error> {
        self.client.send(request).await
    }
}

/// A user to be made in a database connection.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignUp {
    /// E-mail address.
    pub email: String,
    /// Password, as strong as the connection wants it.
    pub password: Secret,
    /// The connection, by its name.
    pub connection: String,
    /// User name, where the connection has them.
    pub username: Option<String>,
    /// Phone number in E.164 form, where the connection has them.
    pub phone_number: Option<String>,
    /// First name.
    pub given_name: Option<String>,
    /// Last name.
    pub family_name: Option<String>,
    /// Full name.
    pub name: Option<String>,
    /// How the user likes to be called.
    pub nickname: Option<String>,
    /// Address of a picture.
    pub picture: Option<String>,
    /// Whatever the user may see and change.
    pub user_metadata: Option<Map<String, Value>>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl SignUp {
    /// Address, password and connection, nothing else said.
    pub fn new(
        email: impl Into<String>,
        password: impl Into<Secret>,
        connection: impl Into<String>,
    ) -> Self {
        Self {
            email: email.into(),
            password: password.into(),
            connection: connection.into(),
            username: None,
            phone_number: None,
            given_name: None,
            family_name: None,
            name: None,
            nickname: None,
            picture: None,
            user_metadata: None,
            extra: Extra::default(),
        }
    }
}

/// The user that was made.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SignUpResponse {
    /// The id within the connection. Read from `id`, `_id` or `user_id`, whichever the tenant sends.
    pub id: String,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Whether the address is known to be the user's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_verified: Option<bool>,
    /// Everything else in the answer.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthenticationOperation for SignUp {
    const NAME: &'static str = "database.signUp";
    const PATH: &'static str = "/dbconnections/signup";
    const ENCODING: Encoding = Encoding::Json;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = SignUpResponse;

    fn read(response: &RawResponse) -> Result<SignUpResponse, serde_json::Error> {
        let mut user: Map<String, Value> = read_json(response)?;
        if !user.contains_key("id") {
            let id = ["_id", "user_id"]
                .into_iter()
                .find_map(|name| user.get(name));
            if let Some(id) = id.cloned() {
                user.insert("id".into(), id);
            }
        }
        serde_json::from_value(user.into())
    }
}

/// A request for a new password.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ChangePassword {
    /// E-mail address of the user.
    pub email: String,
    /// The connection, by its name.
    pub connection: String,
    /// The organization whose branding and links to use, by its id.
    pub organization: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChangePassword {
    /// A new password for `email` in `connection`.
    pub fn new(email: impl Into<String>, connection: impl Into<String>) -> Self {
        Self {
            email: email.into(),
            connection: connection.into(),
            organization: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for ChangePassword {
    const NAME: &'static str = "database.changePassword";
    const PATH: &'static str = "/dbconnections/change_password";
    const ENCODING: Encoding = Encoding::Json;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = String;

    fn read(response: &RawResponse) -> Result<String, serde_json::Error> {
        Ok(String::from_utf8_lossy(&response.body).into_owned())
    }
}
