//! A tenant file, applied at the start: `tenant.yaml` of the Deploy CLI, with ids, secrets and users.

use serde_json::{Value, json};

use super::{Management, PASSWORD, column};

/// A small shop, as an export writes it down.
fn shop() -> Value {
    json!({
        "tenant": { "friendly_name": "Shop", "session_lifetime": 12, "flags": { "enable_sso": true } },
        "resourceServers": [{
            "name": "Orders", "identifier": "https://orders.example/", "signing_alg": "RS256",
            "scopes": [{ "value": "read:orders", "description": "Read orders" }, { "value": "write:orders" }],
            "enforce_policies": true, "token_dialect": "access_token_authz", "is_system": false,
        }],
        "clients": [
            {
                "name": "Shop", "client_id": "shopClientId", "client_secret": "a secret of at least 48 characters, as everybody knows",
                "app_type": "regular_web", "oidc_conformant": true, "callbacks": ["https://shop.example/callback"],
                "grant_types": ["authorization_code", "password", "http://auth0.com/oauth/grant-type/password-realm"],
                "jwt_configuration": { "alg": "RS256" }, "global": false, "tenant": "shop",
            },
            { "name": "Worker", "app_type": "non_interactive", "oidc_conformant": true },
        ],
        "databases": [{
            "name": "Customers", "strategy": "auth0", "enabled_clients": ["Shop"],
            "options": { "passwordPolicy": "low", "brute_force_protection": true },
        }],
        "connections": [{
            "name": "corp", "strategy": "oidc", "enabled_clients": ["Shop"],
            "options": { "client_id": "x", "issuer": "https://idp.example", "type": "back_channel" },
            "scim_configuration": { "user_id_attribute": "externalId" },
        }],
        "clientGrants": [{ "client_id": "Worker", "audience": "https://orders.example/", "scope": ["read:orders"] }],
        "roles": [{
            "name": "Clerk", "description": "Sells",
            "permissions": [{ "permission_name": "read:orders", "resource_server_identifier": "https://orders.example/" }],
        }],
        "users": [{
            "connection": "Customers", "email": "ada@shop.example", "password": PASSWORD, "email_verified": true,
            "roles": ["Clerk"], "app_metadata": { "plan": "full" },
        }],
        "rules": [], "pages": [], "branding": { "colors": { "primary": "#0059d6" } },
        "actions": [{ "name": "Greet", "code": "./actions/greet.js" }],
    })
}

async fn counts(api: &Management) -> Vec<u64> {
    let mut counts = Vec::new();
    for path in [
        "/clients",
        "/connections",
        "/resource-servers",
        "/client-grants",
        "/roles",
        "/users",
    ] {
        let list = api
            .get(&format!("{path}?include_totals=true&per_page=1"))
            .await
            .json();
        counts.push(list["total"].as_u64().unwrap());
    }
    counts
}

#[tokio::test]
async fn a_file_makes_everything_it_names_and_says_what_it_leaves_out() {
    let api = Management::start().await;
    let left_out = api.tenant.seed(shop()).await.unwrap();
    assert_eq!(
        left_out,
        [
            "tenant: actions: not applied, Doorward does not serve it yet",
            "tenant: branding: not applied, Doorward does not serve it yet",
            "tenant: connections[0] (corp): scim_configuration: not applied, Doorward does not serve it yet",
        ]
    );
    let settings = api.get("/tenants/settings").await.json();
    assert_eq!(
        (&settings["friendly_name"], &settings["session_lifetime"]),
        (&json!("Shop"), &json!(12))
    );
    let api_id = "/resource-servers/https%3A%2F%2Forders.example%2F";
    assert_eq!(
        column(&api.get(api_id).await.json()["scopes"], "value"),
        ["read:orders", "write:orders"]
    );
    let form = [
        (
            "grant_type",
            "http://auth0.com/oauth/grant-type/password-realm",
        ),
        ("realm", "Customers"),
        ("client_id", "shopClientId"),
        (
            "client_secret",
            "a secret of at least 48 characters, as everybody knows",
        ),
        ("username", "ada@shop.example"),
        ("password", PASSWORD),
        ("audience", "https://orders.example/"),
        ("scope", "openid read:orders write:orders"),
    ];
    let tokens = api.tenant.post_form("/oauth/token", &form).await;
    assert_eq!(tokens.status, 200, "{}", tokens.text);
    let claims = crate::support::claims(tokens.json()["access_token"].as_str().unwrap());
    assert_eq!(claims["permissions"], json!(["read:orders"]));
    let worker = api.get("/clients?q=&fields=client_id,name").await;
    assert!(worker.text.contains("Worker"), "{}", worker.text);
    let corp = api.get("/connections?name=corp").await.json();
    assert_eq!(corp[0]["options"]["issuer"], "https://idp.example");
    assert_eq!(corp[0]["enabled_clients"], json!(["shopClientId"]));
}

#[tokio::test]
async fn a_file_applied_again_changes_what_it_says_and_makes_nothing_twice() {
    let api = Management::start().await;
    api.tenant.seed(shop()).await.unwrap();
    let before = counts(&api).await;
    let mut file = shop();
    file["clients"][0]["callbacks"] = json!(["https://shop.example/other"]);
    file["roles"][0]["description"] = json!("Sells well");
    file["clientGrants"][0]["scope"] = json!(["write:orders"]);
    file["users"][0]["app_metadata"] = json!({ "plan": "none" });
    api.tenant.seed(file).await.unwrap();
    assert_eq!(counts(&api).await, before);
    let client = api.get("/clients/shopClientId").await.json();
    assert_eq!(client["callbacks"], json!(["https://shop.example/other"]));
    let grants = api
        .get("/client-grants?audience=https://orders.example/")
        .await
        .json();
    assert_eq!(grants[0]["scope"], json!(["write:orders"]));
    let roles = api.get("/roles?name_filter=Clerk").await.json();
    assert_eq!(roles[0]["description"], "Sells well");
    // A user is their own.
    let users = api
        .get("/users-by-email?email=ada@shop.example")
        .await
        .json();
    assert_eq!(users[0]["app_metadata"], json!({ "plan": "full" }));
}

#[tokio::test]
async fn every_problem_has_its_line_and_then_nothing_is_applied() {
    let api = Management::start().await;
    let before = (
        counts(&api).await,
        api.get("/tenants/settings").await.json(),
    );
    let mut file = shop();
    file["clientz"] = json!([]);
    file["pagez"] = json!([]);
    file["tenant"]["session_lifetime"] = json!("long");
    file["tenant"]["friendly_name"] = json!("##NAME##");
    file["clients"][1]["app_type"] = json!("nope");
    file["databases"][0]["enabled_clients"] = json!(["Nobody"]);
    file["connections"][0] = json!(7);
    file["clientGrants"][0]["client_id"] = json!("Ghost");
    file["roles"][0]["permissions"][0]["resource_server_identifier"] =
        json!("https://nowhere.example/");
    file["users"] = json!([
        { "email": "a@shop.example" },
        { "connection": "Nowhere", "email": "b@shop.example" },
        { "connection": "Customers", "email": "no address" },
        { "connection": "Customers", "email": "c@shop.example", "password": PASSWORD, "roles": ["Nobody"] },
    ]);
    let problems = api.tenant.seed(file).await.unwrap_err();
    let mut expected = vec![
        ("tenant: clientz: ", "no such key"),
        ("tenant: pagez: ", "no such key"),
        ("tenant: tenant.friendly_name: ", "##NAME## has no value"),
        ("tenant: clients[1] (Worker): ", "No enum match for: nope"),
        (
            "tenant: databases[0] (Customers): ",
            "there is no client Nobody",
        ),
        ("tenant: connections[0] (?): ", "must be a mapping"),
        (
            "tenant: clientGrants[0] (Ghost): ",
            "there is no client Ghost",
        ),
        (
            "tenant: roles[0] (Clerk): ",
            "there is no API https://nowhere.example/",
        ),
        (
            "tenant: users[0] (a@shop.example): ",
            "connection is needed, as a text",
        ),
        (
            "tenant: users[1] (b@shop.example): ",
            "there is no connection Nowhere",
        ),
        ("tenant: users[2] (no address): ", "format email"),
        (
            "tenant: users[3] (c@shop.example): ",
            "there is no role Nobody",
        ),
        (
            "tenant: tenant: ",
            "Expected type number but found type string' on property session_lifetime.",
        ),
    ];
    for problem in &problems {
        let known = expected.iter().position(|(place, what)| {
            problem.starts_with(place) && problem.contains(what) && !problem.contains('\n')
        });
        expected.remove(known.unwrap_or_else(|| panic!("{problem}")));
    }
    assert!(expected.is_empty(), "{expected:?}");
    let after = (
        counts(&api).await,
        api.get("/tenants/settings").await.json(),
    );
    assert_eq!(after, before);
    for file in [json!([]), json!({ "clients": {} }), json!({ "tenant": [] })] {
        assert_eq!(api.tenant.seed(file).await.unwrap_err().len(), 1);
    }
    // A file that says nothing does nothing.
    assert_eq!(
        api.tenant
            .seed(json!({ "clients": null, "hooks": [] }))
            .await,
        Ok(vec![])
    );
}
