//! What each call of the Authentication API looks like on the wire.

mod answers;
mod client_authentication;
mod user_info;

use doorward::authentication::backchannel::{BackchannelAuthorize, BackchannelGrant};
use doorward::authentication::{
    AuthenticationOperation, AuthorizationCodeGrant, AuthorizationCodeGrantWithPkce,
    ChangePassword, ClientCredentialsGrant, ExchangeToken, LoginWithEmail, LoginWithSms,
    PasswordGrant, PushedAuthorization, RefreshTokenGrant, RevokeRefreshToken, SendEmail, SendSms,
    SignUp, TokenForConnection,
};
use serde_json::json;

use crate::server::{Answer, Server};

/// The wire of one call by a confidential client.
pub(crate) async fn wire<O: AuthenticationOperation>(operation: O) -> String {
    let answer = json!({
        "access_token": "at", "_id": "1", "request_uri": "urn:x", "expires_in": 1, "auth_req_id": "r",
        "device_code": "d", "user_code": "U", "verification_uri": "https://v", "auth_session": "s",
        "authn_params_public_key": {}, "challenge_type": "otp", "authenticator_type": "otp",
        "client_id": "new",
    });
    let server = Server::answering([Answer::json(200, answer)]).await;
    server.client().send(&operation).await.unwrap();
    server.last().wire()
}

/// A form to `POST /oauth/token`.
pub(crate) fn grant(form: &str) -> String {
    format!("POST /oauth/token\napplication/x-www-form-urlencoded {form}")
}

#[tokio::test]
async fn sign_up() {
    let request = SignUp {
        nickname: Some("n".into()),
        ..SignUp::new("e@x", "p", "db")
    };
    assert_eq!(
        wire(request).await,
        "POST /dbconnections/signup\napplication/json \
         {\"client_id\":\"CID\",\"email\":\"e@x\",\"password\":\"p\",\"connection\":\"db\",\"nickname\":\"n\"}"
    );
}

#[tokio::test]
async fn everything_about_a_new_user_is_sent_and_an_empty_text_too() {
    let some = |text: &str| Some(text.to_owned());
    let mut request = SignUp {
        username: some("ada"),
        phone_number: some("+1"),
        given_name: some("Ada"),
        family_name: some("L"),
        name: some("Ada L"),
        nickname: some("a"),
        picture: some("https://p"),
        user_metadata: json!({ "plan": null }).as_object().cloned(),
        ..SignUp::new("", "p", "db")
    };
    request.extra.insert("added".into(), json!([1]));
    assert_eq!(
        wire(request).await,
        "POST /dbconnections/signup\napplication/json \
         {\"client_id\":\"CID\",\"email\":\"\",\"password\":\"p\",\"connection\":\"db\",\
         \"username\":\"ada\",\"phone_number\":\"+1\",\"given_name\":\"Ada\",\"family_name\":\"L\",\
         \"name\":\"Ada L\",\"nickname\":\"a\",\"picture\":\"https://p\",\
         \"user_metadata\":{\"plan\":null},\"added\":[1]}"
    );
}

#[tokio::test]
async fn change_password() {
    let of_organization = ChangePassword {
        organization: Some("org_1".into()),
        ..ChangePassword::new("e@x", "db")
    };
    assert!(
        wire(of_organization)
            .await
            .ends_with(",\"organization\":\"org_1\"}")
    );
    assert_eq!(
        wire(ChangePassword::new("e@x", "db")).await,
        "POST /dbconnections/change_password\napplication/json \
         {\"client_id\":\"CID\",\"email\":\"e@x\",\"connection\":\"db\"}"
    );
}

#[tokio::test]
async fn authorization_code() {
    let request = AuthorizationCodeGrant {
        redirect_uri: Some("https://r".into()),
        organization: Some("org_1".into()),
        max_age: Some(1),
        ..AuthorizationCodeGrant::new("c")
    };
    assert_eq!(
        wire(request).await,
        grant(
            "client_id=CID&code=c&redirect_uri=https%3A%2F%2Fr&client_secret=SEC&grant_type=authorization_code"
        )
    );
    assert_eq!(
        wire(AuthorizationCodeGrantWithPkce::new("c", "v")).await,
        grant(
            "client_id=CID&code=c&code_verifier=v&client_secret=SEC&grant_type=authorization_code"
        )
    );
}

#[tokio::test]
async fn client_credentials() {
    let request = ClientCredentialsGrant {
        organization: Some("org_1".into()),
        ..ClientCredentialsGrant::new("aud")
    };
    assert_eq!(
        wire(request).await,
        grant(
            "client_id=CID&audience=aud&organization=org_1&client_secret=SEC&grant_type=client_credentials"
        )
    );
}

#[tokio::test]
async fn password() {
    let request = PasswordGrant {
        realm: Some("R".into()),
        scope: Some("openid profile".into()),
        ..PasswordGrant::new("u", "p")
    };
    assert_eq!(
        wire(request).await,
        grant(
            "client_id=CID&username=u&password=p&realm=R&scope=openid+profile&client_secret=SEC\
             &grant_type=http%3A%2F%2Fauth0.com%2Foauth%2Fgrant-type%2Fpassword-realm"
        )
    );
    let request = PasswordGrant {
        realm: Some(String::new()),
        ..PasswordGrant::new("u", "p")
    };
    assert!(wire(request).await.ends_with("&grant_type=password"));
}

#[tokio::test]
async fn refresh_and_revoke() {
    assert_eq!(
        wire(RefreshTokenGrant::new("rt")).await,
        grant("client_id=CID&refresh_token=rt&client_secret=SEC&grant_type=refresh_token")
    );
    assert_eq!(
        wire(RevokeRefreshToken::new("rt")).await,
        "POST /oauth/revoke\napplication/json \
         {\"client_id\":\"CID\",\"token\":\"rt\",\"client_secret\":\"SEC\"}"
    );
}

#[tokio::test]
async fn pushed_authorization() {
    let request = PushedAuthorization {
        scope: Some("openid".into()),
        authorization_details: Some(json!([{ "type": "x" }])),
        ..PushedAuthorization::new("code", "https://r")
    };
    assert_eq!(
        wire(request).await,
        "POST /oauth/par\napplication/x-www-form-urlencoded client_id=CID&response_type=code\
         &redirect_uri=https%3A%2F%2Fr&scope=openid\
         &authorization_details=%5B%7B%22type%22%3A%22x%22%7D%5D&client_secret=SEC"
    );
}

#[tokio::test]
async fn token_for_connection() {
    assert_eq!(
        wire(TokenForConnection::new("google-oauth2", "rt")).await,
        grant(
            "subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Arefresh_token\
             &subject_token=rt&connection=google-oauth2\
             &grant_type=urn%3Aauth0%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange%3Afederated-connection-access-token\
             &requested_token_type=http%3A%2F%2Fauth0.com%2Foauth%2Ftoken-type%2Ffederated-connection-access-token\
             &client_secret=SEC"
        )
    );
}

#[tokio::test]
async fn passwordless_start() {
    assert_eq!(
        wire(SendEmail::code("e@x")).await,
        "POST /passwordless/start\napplication/json \
         {\"client_id\":\"CID\",\"connection\":\"email\",\"email\":\"e@x\",\"send\":\"code\",\"client_secret\":\"SEC\"}"
    );
    let link = SendEmail {
        auth_params: json!({ "scope": "openid" }).as_object().cloned(),
        ..SendEmail::link("e@x")
    };
    let link = wire(link).await;
    assert!(
        link.contains("\"send\":\"link\",\"authParams\":{\"scope\":\"openid\"}"),
        "{link}"
    );
    assert!(!wire(SendEmail::new("e@x")).await.contains("send"));
    assert_eq!(
        wire(SendSms::new("+1")).await,
        "POST /passwordless/start\napplication/json \
         {\"client_id\":\"CID\",\"connection\":\"sms\",\"phone_number\":\"+1\",\"client_secret\":\"SEC\"}"
    );
}

#[tokio::test]
async fn passwordless_login() {
    let otp = "grant_type=http%3A%2F%2Fauth0.com%2Foauth%2Fgrant-type%2Fpasswordless%2Fotp";
    assert_eq!(
        wire(LoginWithEmail::new("e@x", "123")).await,
        grant(&format!(
            "client_id=CID&username=e%40x&otp=123&realm=email&client_secret=SEC&{otp}"
        ))
    );
    let sms = LoginWithSms {
        audience: Some("aud".into()),
        ..LoginWithSms::new("+1", "123")
    };
    assert_eq!(
        wire(sms).await,
        grant(&format!(
            "client_id=CID&username=%2B1&otp=123&realm=sms&audience=aud&client_secret=SEC&{otp}"
        ))
    );
}

#[tokio::test]
async fn backchannel() {
    let request = BackchannelAuthorize {
        requested_expiry: Some(100),
        ..BackchannelAuthorize::new("auth0|1", "hi", "openid")
    };
    assert_eq!(
        wire(request).await,
        "POST /bc-authorize\napplication/x-www-form-urlencoded client_id=CID&binding_message=hi&scope=openid\
         &requested_expiry=100&login_hint=%7B%22format%22%3A%22iss_sub%22%2C%22iss%22%3A%22https%3A%2F%2F\
         tenant.test%2F%22%2C%22sub%22%3A%22auth0%7C1%22%7D&client_secret=SEC"
    );
    assert_eq!(
        wire(BackchannelGrant::new("r")).await,
        grant(
            "client_id=CID&auth_req_id=r&client_secret=SEC&grant_type=urn%3Aopenid%3Aparams%3Agrant-type%3Aciba"
        )
    );
}

#[tokio::test]
async fn token_exchange_keeps_its_own_client_id_and_grant_type() {
    let mut request = ExchangeToken::new("urn:mine", "st", "aud");
    request.extra.insert("client_id".into(), "other".into());
    request.extra.insert("grant_type".into(), "other".into());
    request.extra.insert("more".into(), "x".into());
    assert_eq!(
        wire(request).await,
        grant(
            "client_id=CID&subject_token_type=urn%3Amine&subject_token=st&audience=aud&more=x\
             &client_secret=SEC&grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange"
        )
    );
}

#[tokio::test]
async fn the_caller_may_bring_another_secret_but_no_other_kind_of_grant() {
    let mut request = RefreshTokenGrant::new("rt");
    for (name, value) in [("client_secret", "other"), ("grant_type", "password")] {
        request.extra.insert(name.into(), value.into());
    }
    assert_eq!(
        wire(request).await,
        grant("client_id=CID&refresh_token=rt&client_secret=other&grant_type=refresh_token")
    );

    let mut request = TokenForConnection::new("google-oauth2", "rt");
    for name in ["grant_type", "requested_token_type"] {
        request.extra.insert(name.into(), "other".into());
    }
    request.extra.insert("client_id".into(), "CID".into());
    let wire = wire(request).await;
    assert!(
        !wire.contains("other") && wire.contains("client_id=CID"),
        "{wire}"
    );
}
