//! Clients that prove themselves by certificates: `doorward auth` against `doorward tenant`, over real TLS.

use std::path::PathBuf;

use rcgen::{
    CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, Issuer, KeyPair,
};
use reqwest::Method;
use serde_json::{Value, json};

use super::{Caller, Place, Process};
use crate::command::{Ended, program};

/// A certificate and its key, as files.
struct Identity {
    pem: String,
    cert: PathBuf,
    key: PathBuf,
}

impl Identity {
    /// For `name`, signed by itself or by an authority.
    fn make(place: &Place, file: &str, name: &str, issuer: Option<&Issuer<'_, KeyPair>>) -> Self {
        let mut parameters = CertificateParams::default();
        parameters.distinguished_name = named(name);
        parameters.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
        let key = KeyPair::generate().unwrap();
        let made = match issuer {
            Some(issuer) => parameters.signed_by(&key, issuer),
            None => parameters.self_signed(&key),
        };
        let pem = made.unwrap().pem();
        Self {
            cert: place.file(&format!("{file}.pem"), &pem),
            key: place.file(&format!("{file}-key.pem"), &key.serialize_pem()),
            pem,
        }
    }
}

fn named(name: &str) -> DistinguishedName {
    let mut distinguished = DistinguishedName::new();
    distinguished.push(DnType::CommonName, name);
    distinguished
}

/// A process whose name has the port that it really listens on.
struct Tenant {
    process: Process,
    caller: Caller,
    token: String,
}

impl Tenant {
    async fn start(place: &Place) -> Self {
        let process = Process::run(place, place.part("tenant"));
        let caller = process.caller();
        let token = caller.management_token().await;
        Self {
            process,
            caller,
            token,
        }
    }

    async fn manage(&self, method: Method, path: &str, body: Value) -> Value {
        let answer = self.caller.manage(method, path, &self.token, Some(&body));
        let (status, answer) = answer.await.unwrap();
        assert!((200..300).contains(&status), "{path}: {status} {answer}");
        answer
    }

    /// A machine that authenticates by `method` with what `credential` registers; answers its id.
    async fn machine(&self, method: &str, credential: Value) -> String {
        let mut client = json!({ "name": "Machine", "app_type": "non_interactive" });
        client["client_authentication_methods"] =
            json!({ method: { "credentials": [credential] } });
        let made = self.manage(Method::POST, "/clients", client).await;
        let client_id = made["client_id"].as_str().unwrap().to_owned();
        let grant = json!({
            "client_id": client_id, "audience": self.audience(), "scope": ["read:clients"],
        });
        self.manage(Method::POST, "/client-grants", grant).await;
        client_id
    }

    fn audience(&self) -> String {
        format!("{}api/v2/", self.process.told("/issuer"))
    }

    /// Runs the program as this client, at this host.
    async fn run(&self, domain: &str, client: Option<&Identity>, arguments: &[&str]) -> Ended {
        let mut command = program();
        command.args(arguments).args(["--domain", domain]);
        command.args(["--ca-file", &self.process.told("/ca_file")]);
        if let Some(identity) = client {
            command.arg("--client-cert").arg(&identity.cert);
            command.arg("--client-key").arg(&identity.key);
        }
        let ran = tokio::task::spawn_blocking(move || command.output().unwrap());
        Ended::of(ran.await.unwrap())
    }

    fn domain(&self) -> String {
        self.process.told("/domain")
    }

    async fn get_token(&self, client_id: &str, identity: &Identity) -> Ended {
        let audience = format!("audience={}", self.audience());
        let arguments = [
            "auth",
            "oauth.clientCredentialsGrant",
            "--param",
            &audience,
            "--client-id",
            client_id,
        ];
        self.run(&self.domain(), Some(identity), &arguments).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_buys_a_token_that_is_worth_nothing_without_it() {
    let place = Place::sqlite();
    let tenant = Tenant::start(&place).await;
    let mine = Identity::make(&place, "mine", "machine", None);
    let other = Identity::make(&place, "other", "machine", None);
    let credential = json!({ "credential_type": "x509_cert", "pem": mine.pem });
    let client_id = tenant
        .machine("self_signed_tls_client_auth", credential)
        .await;
    let token = tenant.get_token(&client_id, &mine).await.answer();
    let token = token["access_token"].as_str().unwrap().to_owned();
    let refused = tenant.get_token(&client_id, &other).await.error(1);
    assert_eq!(
        (&refused["status"], &refused["error"]),
        (&json!(401), &json!("invalid_client"))
    );

    let list = ["api", "clients.list", "--token", &token];
    let mtls = format!("mtls.{}", tenant.domain());
    let listed = tenant.run(&mtls, Some(&mine), &list).await;
    assert!(listed.answer()[0]["client_id"].is_string());
    for (domain, identity) in [
        (&mtls, Some(&other)),
        (&mtls, None),
        // There nobody is asked for a certificate.
        (&tenant.domain(), Some(&mine)),
    ] {
        let refused = tenant.run(domain, identity, &list).await.error(1);
        assert_eq!(refused["status"], 401, "{domain}: {refused}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authority_vouches_for_a_subject() {
    let place = Place::sqlite();
    let tenant = Tenant::start(&place).await;
    let key = std::fs::read_to_string(place.data_dir().join("ca-key.pem")).unwrap();
    // Name and key are all that a certificate takes from its issuer.
    let mut authority = CertificateParams::default();
    authority.distinguished_name = named("Doorward local authority");
    let authority = Issuer::new(authority, KeyPair::from_pem(&key).unwrap());
    let issued = Identity::make(&place, "issued", "machine", Some(&authority));
    let pretended = Identity::make(&place, "pretended", "machine", None);
    let other = Identity::make(&place, "other", "other", Some(&authority));
    let credential = json!({ "credential_type": "cert_subject_dn", "subject_dn": "CN=machine" });
    let client_id = tenant.machine("tls_client_auth", credential).await;
    let token = tenant.get_token(&client_id, &issued).await.answer();
    assert_eq!(token["token_type"], "Bearer");
    for identity in [&pretended, &other] {
        let refused = tenant.get_token(&client_id, identity).await.error(1);
        assert_eq!(refused["status"], 401, "{refused}");
    }
}
