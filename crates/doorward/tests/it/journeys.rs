//! Whole journeys through a real tenant, on every engine there is.

use doorward::authentication::{
    AuthorizationCodeGrantWithPkce, ClientCredentialsGrant, PasswordGrant, Pkce, RefreshTokenGrant,
    RevokeRefreshToken, SignUp, random_state,
};
use doorward::management::{
    CreateUser, CreateUserRequestContent, DeleteUser, GetUser, ListLogs, ListUsers, UpdateUser,
    UpdateUserRequestContent,
};
use doorward::{AuthenticationClient, Error, ErrorCode, ManagementClient};
use futures_util::TryStreamExt;
use serde_json::json;

use crate::tenants::Destination;

const EMAIL: &str = "ada@example.com";
const PASSWORD: &str = "Corr3ct-horse!";

/// Makes the user of the journey.
async fn sign_up(to: &Destination) {
    let connection = &to.tenant.bootstrap().connections.database.name;
    let request = SignUp::new(EMAIL, PASSWORD, connection);
    let app = to.application("Default App");
    let user = app.database().sign_up(&request).await.unwrap();
    assert_eq!(user.email.as_deref(), Some(EMAIL));
    assert!(!user.id.is_empty());
}

/// The refusal's code; panics when the call was not refused.
fn refusal<T>(answer: Result<T, Error>) -> ErrorCode {
    match answer {
        Err(Error::Api(refusal)) => refusal.code(),
        Err(error) => panic!("another error: {error}"),
        Ok(_) => panic!("not refused"),
    }
}

#[tokio::test]
async fn a_user_logs_in_stays_logged_in_and_leaves() {
    for to in Destination::each().await {
        sign_up(&to).await;
        let app = to.application("Default App");
        let login = PasswordGrant {
            scope: Some("openid email offline_access".into()),
            ..PasswordGrant::new(EMAIL, PASSWORD)
        };
        let tokens = app.oauth().password_grant(&login).await.unwrap();
        let claims = tokens.claims.as_ref().unwrap();
        assert_eq!(claims.extra.text("email"), Some(EMAIL));

        let user = to
            .user_info()
            .get_user_info(&tokens.access_token)
            .await
            .unwrap();
        assert_eq!(user.sub, claims.sub);

        let refresh = RefreshTokenGrant::new(tokens.refresh_token.as_ref().unwrap());
        let renewed = app.oauth().refresh_token_grant(&refresh).await.unwrap();
        assert_eq!(renewed.claims.as_ref().unwrap().sub, claims.sub);

        let revoke = RevokeRefreshToken::new(tokens.refresh_token.as_ref().unwrap());
        app.oauth().revoke_refresh_token(&revoke).await.unwrap();
        let again = app.oauth().refresh_token_grant(&refresh).await;
        assert_eq!(refusal(again), ErrorCode::InvalidGrant);
        let wrong = PasswordGrant::new(EMAIL, "wrong");
        assert_eq!(
            refusal(app.oauth().password_grant(&wrong).await),
            ErrorCode::InvalidGrant
        );
    }
}

/// Sends a browser through the login page, and buys tokens with what it brings back.
async fn log_in(to: &Destination, app: &AuthenticationClient) {
    let callback = "http://localhost:3000/callback";
    let (pkce, state, nonce) = (
        Pkce::generate().unwrap(),
        random_state().unwrap(),
        random_state().unwrap(),
    );
    let login = app
        .authorize_url()
        .unwrap()
        .redirect_uri(callback)
        .scope("openid email")
        .pkce(&pkce)
        .state(&state)
        .nonce(&nonce)
        .into_url();
    let back = to.tenant.log_in(&login, EMAIL, PASSWORD).await.unwrap();
    assert!(back.as_str().starts_with(callback), "{back}");
    let brought = |wanted: &str| {
        let found = back.query_pairs().find(|(name, _)| name == wanted);
        found.unwrap().1.into_owned()
    };
    assert_eq!(brought("state"), state);

    let mut exchange = AuthorizationCodeGrantWithPkce {
        redirect_uri: Some(callback.into()),
        nonce: Some(nonce),
        ..AuthorizationCodeGrantWithPkce::new(brought("code"), &pkce.verifier)
    };
    let tokens = app
        .oauth()
        .authorization_code_grant_with_pkce(&exchange)
        .await
        .unwrap();
    let claims = tokens.claims.as_ref().unwrap();
    assert_eq!(claims.extra.text("email"), Some(EMAIL));

    exchange.code_verifier = "another".into();
    let again = app
        .oauth()
        .authorization_code_grant_with_pkce(&exchange)
        .await;
    assert_eq!(refusal(again), ErrorCode::InvalidGrant);
}

#[tokio::test]
async fn a_browser_logs_in_for_a_client_with_a_secret_and_for_one_without() {
    for to in Destination::each().await {
        sign_up(&to).await;
        for name in ["Default App", "Default SPA"] {
            log_in(&to, &to.application(name)).await;
        }
    }
}

#[tokio::test]
async fn a_machine_gets_a_token_for_its_api() {
    for to in Destination::each().await {
        let machine = to.application("Default M2M");
        let grant = ClientCredentialsGrant::new(&to.tenant.bootstrap().api.identifier);
        let tokens = machine
            .oauth()
            .client_credentials_grant(&grant)
            .await
            .unwrap();
        assert_eq!(tokens.token_type.as_deref(), Some("Bearer"));
        assert!(tokens.expires_in.unwrap() > 0);
        let unknown = ClientCredentialsGrant::new("https://unknown.example.com/");
        assert_eq!(
            refusal(machine.oauth().client_credentials_grant(&unknown).await),
            ErrorCode::AccessDenied
        );
    }
}

/// Makes a user of the tenant, and answers its id.
async fn create_user(manager: &ManagementClient, connection: &str, email: &str) -> String {
    let user = CreateUser::new(CreateUserRequestContent {
        email: Some(email.into()),
        password: Some(PASSWORD.into()),
        ..CreateUserRequestContent::new(connection)
    });
    let user = manager.send(&user).await.unwrap();
    assert_eq!(user.status, 201);
    user.user_id.as_ref().unwrap().to_string()
}

#[tokio::test]
async fn users_are_made_listed_changed_and_removed() {
    for to in Destination::each().await {
        let manager = to.manager();
        let connection = &to.tenant.bootstrap().connections.database.name;
        let mut ids = Vec::new();
        for number in 0..5 {
            let email = format!("user{number}@journey.example.com");
            ids.push(create_user(&manager, connection, &email).await);
        }

        let ours = ListUsers {
            q: Some("email:*@journey.example.com".into()),
            sort: Some("email:1".into()),
            per_page: Some(2),
            ..ListUsers::default()
        };
        let pages: Vec<_> = manager.pages(ours).try_collect().await.unwrap();
        assert_eq!(
            pages
                .iter()
                .map(|page| page.items.len())
                .collect::<Vec<_>>(),
            [2, 2, 1]
        );
        assert_eq!(pages[0].total, Some(5));
        let users = pages.into_iter().flat_map(|page| page.items);
        let listed: Vec<_> = users
            .map(|user| user.user_id.unwrap().to_string())
            .collect();
        assert_eq!(listed, ids);

        let mut change = UpdateUserRequestContent::default();
        change
            .rest
            .insert("user_metadata".into(), json!({ "language": "de" }));
        manager
            .send(&UpdateUser::new(ids[0].as_str(), change))
            .await
            .unwrap();
        let user = manager.send(&GetUser::new(ids[0].as_str())).await.unwrap();
        let user = serde_json::to_value(&user.data).unwrap();
        assert_eq!(user["user_metadata"], json!({ "language": "de" }));

        manager
            .send(&DeleteUser::new(ids[0].as_str()))
            .await
            .unwrap();
        let gone = manager
            .send(&GetUser::new(ids[0].as_str()))
            .await
            .unwrap_err();
        assert_eq!(gone.api().unwrap().error_code(), Some("inexistent_user"));
    }
}

#[tokio::test]
async fn logs_are_read_from_checkpoint_to_checkpoint() {
    for to in Destination::each().await {
        sign_up(&to).await;
        let app = to.application("Default App");
        for _ in 0..3 {
            let wrong = PasswordGrant::new(EMAIL, "wrong");
            assert_eq!(
                refusal(app.oauth().password_grant(&wrong).await),
                ErrorCode::InvalidGrant
            );
        }
        let all = ListLogs {
            from: Some(String::new()),
            take: Some(2),
            ..ListLogs::default()
        };
        let logs: Vec<_> = to
            .manager()
            .checkpoint_items(all)
            .try_collect()
            .await
            .unwrap();
        let failed = logs.iter().filter(|log| log.type_.as_deref() == Some("fp"));
        assert_eq!(failed.count(), 3, "{logs:?}");
        let mut ids: Vec<_> = logs.iter().map(|log| log.log_id.clone().unwrap()).collect();
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}
