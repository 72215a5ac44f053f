//! What each call of the Authentication API looks like on the wire, and what comes back.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorward::authentication::backchannel::{BackchannelAuthorize, BackchannelGrant};
use doorward::authentication::{
    AssertionKey, AuthenticationOperation, AuthorizationCodeGrant, AuthorizationCodeGrantWithPkce,
    ChangePassword, ClientAuthentication, ClientCredentialsGrant, ExchangeToken, LoginWithEmail,
    LoginWithSms, PasswordGrant, PushedAuthorization, RefreshTokenGrant, RevokeRefreshToken,
    SendEmail, SendSms, SignUp, TokenForConnection,
};
use doorward::{ArgumentError, AuthenticationClient, Error, ErrorCode};
use serde_json::{Value, json};

use crate::server::{Answer, Server};
use crate::signing::KEY;

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
async fn the_caller_may_speak_for_another_client_with_other_credentials() {
    let mut request = RefreshTokenGrant::new("rt");
    request.extra.insert("client_id".into(), "other".into());
    request
        .extra
        .insert("client_assertion".into(), "jwt".into());
    assert_eq!(
        wire(request).await,
        grant("client_id=other&refresh_token=rt&client_assertion=jwt&grant_type=refresh_token")
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

#[tokio::test]
async fn user_info_is_asked_with_the_token_and_keeps_unknown_claims() {
    let answer = json!({ "sub": "auth0|1", "name": "Ada", "https://mine/role": ["admin"] });
    let server = Server::answering([Answer::json(200, &answer)]).await;
    let user = server.user_info().get_user_info("at").await.unwrap();
    assert_eq!(server.last().wire(), "GET /userinfo");
    assert_eq!(server.last().header("authorization"), Some("Bearer at"));
    assert_eq!(user.extra["https://mine/role"], json!(["admin"]));
    assert_eq!(serde_json::to_value(&user.data).unwrap(), answer);
}

#[tokio::test]
async fn a_refused_profile_keeps_what_the_server_said() {
    let refusal = json!({ "error": "invalid_token", "error_description": "expired" });
    for (answer, error, body) in [
        (
            Answer::json(401, &refusal),
            Some("invalid_token"),
            refusal.to_string(),
        ),
        (
            Answer::text(401, "Unauthorized"),
            None,
            "Unauthorized".to_owned(),
        ),
        (Answer::text(401, ""), None, String::new()),
    ] {
        let server = Server::answering([answer]).await;
        let refused = server.user_info().get_user_info("at").await.unwrap_err();
        let api = refused.api().unwrap();
        assert_eq!((api.status().as_u16(), api.error()), (401, error));
        assert_eq!(api.body(), body.as_bytes());
    }
}

/// A server that gives an access token to everyone, and a client to be configured for it.
async fn generous() -> (
    Server,
    doorward::authentication::AuthenticationClientBuilder,
) {
    let server = Server::answering([Answer::json(200, json!({ "access_token": "at" }))]).await;
    let builder = AuthenticationClient::builder("tenant.test")
        .base_url(&server.url)
        .client_id("CID");
    (server, builder)
}

#[tokio::test]
async fn a_public_client_sends_no_credentials_and_cannot_speak_for_itself() {
    let (server, builder) = generous().await;
    let public = builder.build().unwrap();
    public
        .send(&AuthorizationCodeGrantWithPkce::new("c", "v"))
        .await
        .unwrap();
    assert_eq!(
        server.last().wire(),
        grant("client_id=CID&code=c&code_verifier=v&grant_type=authorization_code")
    );

    let refused = public.send(&ClientCredentialsGrant::new("aud")).await;
    assert!(matches!(
        refused,
        Err(Error::Argument(ArgumentError::NoClientAuthentication))
    ));
    assert_eq!(server.recorded().len(), 1);
}

#[tokio::test]
async fn a_secret_can_travel_in_the_header_instead() {
    let (server, builder) = generous().await;
    let basic = ClientAuthentication::SecretBasic("a:b c".into());
    let client = builder.client_authentication(basic).build().unwrap();
    client.send(&RefreshTokenGrant::new("rt")).await.unwrap();
    assert_eq!(
        server.last().header("authorization"),
        Some("Basic Q0lEOmElM0FiK2M=")
    );
    assert!(!server.last().body.contains("client_secret"));
}

#[tokio::test]
async fn a_private_key_signs_a_fresh_assertion_for_every_call() {
    let (server, builder) = generous().await;
    let client = builder
        .client_assertion_key(AssertionKey::from_pem(KEY.pem.as_bytes(), "RS256").unwrap())
        .client_secret("SEC")
        .build()
        .unwrap();
    let mut ids = Vec::new();
    for _ in 0..2 {
        client
            .send(&ClientCredentialsGrant::new("aud"))
            .await
            .unwrap();
        let body = server.last().body;
        assert!(!body.contains("client_secret"), "{body}");
        assert!(body.ends_with(
            "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer\
             &grant_type=client_credentials"
        ));
        let assertion = body
            .split("client_assertion=")
            .nth(1)
            .unwrap()
            .split('&')
            .next()
            .unwrap();
        assert_eq!(part(assertion, 0), json!({ "alg": "RS256" }));
        let claims = part(assertion, 1);
        assert_eq!(
            (&claims["iss"], &claims["sub"]),
            (&json!("CID"), &json!("CID"))
        );
        assert_eq!(claims["aud"], "https://tenant.test/");
        assert_eq!(
            claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(),
            120
        );
        ids.push(claims["jti"].clone());
    }
    assert_ne!(ids[0], ids[1]);
}

/// One of the JSON parts of a JWT.
fn part(jwt: &str, index: usize) -> Value {
    let encoded = jwt.split('.').nth(index).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(encoded).unwrap()).unwrap()
}

#[test]
fn an_assertion_key_must_fit_its_algorithm() {
    let read = |algorithm: &str| AssertionKey::from_pem(KEY.pem.as_bytes(), algorithm);
    for algorithm in ["RS256", "RS384", "RS512", "PS256"] {
        assert_eq!(
            format!("{:?}", read(algorithm).unwrap()),
            format!("AssertionKey({algorithm})")
        );
    }
    for algorithm in ["ES256", "HS256", "none", ""] {
        assert!(read(algorithm).is_err(), "{algorithm}");
    }
    assert!(AssertionKey::from_pem(b"no key", "RS256").is_err());
}

#[tokio::test]
async fn the_id_of_a_new_user_is_read_wherever_it_stands() {
    for (answer, id) in [
        (json!({ "_id": "a" }), "a"),
        (json!({ "user_id": "b" }), "b"),
        (json!({ "id": "c", "_id": "a", "user_id": "b" }), "c"),
    ] {
        let server = Server::answering([Answer::json(200, answer)]).await;
        let request = SignUp::new("e", "p", "c");
        let user = server.client().database().sign_up(&request).await.unwrap();
        assert_eq!(user.id, id);
    }
}

#[tokio::test]
async fn change_password_answers_with_the_sentence() {
    let server = Server::answering([Answer::text(200, "We've just sent you an email.")]).await;
    let request = ChangePassword::new("e", "c");
    let answer = server
        .client()
        .database()
        .change_password(&request)
        .await
        .unwrap();
    assert_eq!(answer.data, "We've just sent you an email.");
}

#[tokio::test]
async fn any_2xx_is_success_and_its_status_and_headers_are_told() {
    let answer = Answer::json(
        201,
        json!({ "request_uri": "urn:x", "expires_in": 30, "new": 1 }),
    );
    let server = Server::answering([answer.header("x-trace", "7")]).await;
    let request = PushedAuthorization::new("code", "https://r");
    let pushed = server
        .client()
        .oauth()
        .pushed_authorization(&request)
        .await
        .unwrap();
    assert_eq!(pushed.status, 201);
    assert_eq!(pushed.headers["x-trace"], "7");
    assert_eq!(
        (pushed.request_uri.as_str(), pushed.expires_in),
        ("urn:x", 30)
    );
    assert_eq!(pushed.extra["new"], 1);
}

#[tokio::test]
async fn polling_errors_have_names() {
    for (code, expected) in [
        ("authorization_pending", ErrorCode::AuthorizationPending),
        ("slow_down", ErrorCode::SlowDown),
        ("access_denied", ErrorCode::AccessDenied),
        ("expired_token", ErrorCode::ExpiredToken),
        ("new_code", ErrorCode::Other),
    ] {
        let server = Server::answering([Answer::json(400, json!({ "error": code }))]).await;
        let request = BackchannelGrant::new("r");
        let error = server
            .client()
            .backchannel()
            .grant(&request)
            .await
            .unwrap_err();
        assert_eq!(error.api().unwrap().code(), expected);
        assert_eq!(error.api().unwrap().error(), Some(code));
    }
}

#[tokio::test]
async fn waiting_for_the_user_ends_with_tokens_or_a_refusal() {
    let asked = Answer::json(
        200,
        json!({ "auth_req_id": "r", "expires_in": 9, "interval": 0 }),
    );
    let pending = Answer::json(400, json!({ "error": "authorization_pending" }));
    let tokens = Answer::json(200, json!({ "access_token": "at" }));
    let denied = Answer::json(400, json!({ "error": "access_denied" }));
    for (end, succeeds) in [(tokens, true), (denied, false)] {
        let server =
            Server::answering([asked.clone(), pending.clone(), pending.clone(), end]).await;
        let client = server.client();
        let request = BackchannelAuthorize::new("auth0|1", "hi", "openid");
        let question = client.backchannel().authorize(&request).await.unwrap();
        let answer = client.backchannel().wait(&question).await;
        assert_eq!(answer.is_ok(), succeeds);
        assert_eq!(server.count("/oauth/token"), 3);
    }
}
