//! `doorward auth OP`: any operation of the Authentication API.

use std::net::IpAddr;
use std::pin::Pin;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use doorward::authentication::anonymous::{
    AnonymousAccessToken, AnonymousTransferToken, CreateAnonymousSession, EndAnonymousSession,
};
use doorward::authentication::backchannel::{BackchannelAuthorize, BackchannelGrant};
use doorward::authentication::device::{DeviceAuthorization, DeviceCodeGrant};
use doorward::authentication::legacy::{
    Delegation, Impersonate, LegacyChangePassword, ResourceOwner, SocialSignIn, TokenInfo, Unlink,
    VerifyPasswordless,
};
use doorward::authentication::metadata::{
    FindFederatedDomain, GetSamlMetadata, GetServerMetadata, GetWsFederationMetadata,
};
use doorward::authentication::mfa::{
    AssociateAuthenticator, DeleteAuthenticator, ListAuthenticators, MfaChallenge, MfaOobGrant,
    MfaOtpGrant, MfaRecoveryCodeGrant,
};
use doorward::authentication::passkey::{PasskeyChallenge, PasskeyGrant, PasskeyRegistration};
use doorward::authentication::registration::RegisterClient;
use doorward::authentication::{
    AuthenticationOperation, AuthorizationCodeGrant, AuthorizationCodeGrantWithPkce,
    ChangePassword, ClientCredentialsGrant, ExchangeToken, GlobalTokenRevocation, Grant,
    JwtBearerGrant, LoginWithEmail, LoginWithOtp, LoginWithSms, NativeSocialLogin, OtpChallenge,
    PasswordGrant, PushedAuthorization, RefreshTokenGrant, RevokeRefreshToken, SendEmail, SendSms,
    SessionTransferToken, SignUp, TokenForConnection,
};
use doorward::id_token::IdTokenAlgorithm;
use doorward::{AuthenticationClient, RequestOptions, RetryPolicy};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::credentials::{Access, Credentials};
use super::failure::Failure;
use super::input::Input;
use super::whole::{Answer, GetUserInfo, Whole};
use super::{conclude, names, print, print_line};

/// A call of the Authentication API.
#[derive(Debug, Args)]
#[command(after_help = "\
The keys of --json are those of the wire; --param NAME=VALUE adds to them. ID tokens in answers are \
validated: say what they must hold by the keys nonce, max_age and organization.

  doorward auth oauth.clientCredentialsGrant --json '{\"audience\":\"https://api.example.com/\"}'
  doorward auth database.signUp --param email=ada@example.com --param password=… --param connection=…
  doorward auth userInfo.getUserInfo --token …")]
pub(crate) struct AuthArgs {
    /// The operation, such as oauth.passwordGrant; letter case does not matter
    #[arg(value_name = "OP", required_unless_present = "list")]
    operation: Option<String>,
    /// List the operations instead
    #[arg(long)]
    list: bool,
    #[command(flatten)]
    input: Input,
    /// For whom a back end calls (auth0-forwarded-for)
    #[arg(long, value_name = "IP")]
    forwarded_for: Option<IpAddr>,
    /// How the client's ID tokens are signed
    #[arg(long, value_enum, default_value = "RS256", ignore_case = true)]
    id_token_alg: SigningAlgorithm,
    #[command(flatten)]
    credentials: Credentials,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SigningAlgorithm {
    #[value(name = "RS256")]
    Rs256,
    #[value(name = "PS256")]
    Ps256,
    #[value(name = "ES256")]
    Es256,
    #[value(name = "HS256")]
    Hs256,
}

/// Makes the call.
pub(crate) fn run(args: &AuthArgs) -> ExitCode {
    conclude(call(args))
}

/// An operation that can be called by name.
struct Entry {
    name: &'static str,
    run: for<'a> fn(&'a AuthArgs, Map<String, Value>) -> Running<'a>,
}

type Running<'a> = Pin<Box<dyn Future<Output = Result<Value, Failure>> + 'a>>;

static OPERATIONS: &[Entry] = &[
    entry::<BackchannelAuthorize>(),
    entry::<BackchannelGrant>(),
    entry::<ChangePassword>(),
    entry::<SignUp>(),
    entry::<AuthorizationCodeGrant>(),
    entry::<AuthorizationCodeGrantWithPkce>(),
    entry::<ClientCredentialsGrant>(),
    entry::<PasswordGrant>(),
    entry::<PushedAuthorization>(),
    entry::<RefreshTokenGrant>(),
    entry::<RevokeRefreshToken>(),
    entry::<TokenForConnection>(),
    entry::<LoginWithEmail>(),
    entry::<LoginWithSms>(),
    entry::<SendEmail>(),
    entry::<SendSms>(),
    entry::<ExchangeToken>(),
    entry::<NativeSocialLogin>(),
    entry::<Grant>(),
    entry::<JwtBearerGrant>(),
    entry::<SessionTransferToken>(),
    entry::<GlobalTokenRevocation>(),
    entry::<OtpChallenge>(),
    entry::<LoginWithOtp>(),
    entry::<DeviceAuthorization>(),
    entry::<DeviceCodeGrant>(),
    entry::<ListAuthenticators>(),
    entry::<AssociateAuthenticator>(),
    entry::<DeleteAuthenticator>(),
    entry::<MfaChallenge>(),
    entry::<MfaOtpGrant>(),
    entry::<MfaOobGrant>(),
    entry::<MfaRecoveryCodeGrant>(),
    entry::<PasskeyRegistration>(),
    entry::<PasskeyChallenge>(),
    entry::<PasskeyGrant>(),
    entry::<CreateAnonymousSession>(),
    entry::<AnonymousAccessToken>(),
    entry::<AnonymousTransferToken>(),
    entry::<EndAnonymousSession>(),
    entry::<RegisterClient>(),
    entry::<GetServerMetadata>(),
    entry::<GetSamlMetadata>(),
    entry::<GetWsFederationMetadata>(),
    entry::<FindFederatedDomain>(),
    entry::<ResourceOwner>(),
    entry::<VerifyPasswordless>(),
    entry::<SocialSignIn>(),
    entry::<Unlink>(),
    entry::<LegacyChangePassword>(),
    entry::<TokenInfo>(),
    entry::<Delegation>(),
    entry::<Impersonate>(),
    Entry {
        name: GetUserInfo::NAME,
        run: |args, fields| Box::pin(user_info(args, fields)),
    },
];

/// The names of all operations.
pub(crate) fn operations() -> impl Iterator<Item = &'static str> {
    OPERATIONS.iter().map(|operation| operation.name)
}

const fn entry<O>() -> Entry
where
    O: AuthenticationOperation + DeserializeOwned + 'static,
    O::Output: Serialize,
{
    Entry {
        name: O::NAME,
        run: |args, fields| Box::pin(send::<O>(args, fields)),
    }
}

async fn call(args: &AuthArgs) -> Result<(), Failure> {
    if args.list {
        for operation in OPERATIONS {
            print_line(operation.name)?;
        }
        return Ok(());
    }
    let typed = args.operation.as_deref().unwrap_or_default();
    let operation = names::find(OPERATIONS.iter(), |operation| operation.name, typed)?;
    let answer = (operation.run)(args, fields(&args.input)?).await?;
    Ok(print(&answer)?)
}

/// The parameters of the call: the object of `--json`, and `--param` over it.
fn fields(input: &Input) -> Result<Map<String, Value>, Failure> {
    let mut fields = match input.body()? {
        None => Map::new(),
        Some(Value::Object(fields)) => fields,
        Some(_) => return Err(Failure::usage("--json: expected an object")),
    };
    for (name, value) in &input.parameters {
        fields.insert(name.clone(), value.clone().into());
    }
    Ok(fields)
}

async fn send<O>(args: &AuthArgs, fields: Map<String, Value>) -> Result<Value, Failure>
where
    O: AuthenticationOperation + DeserializeOwned,
    O::Output: Serialize,
{
    let names_client = fields.contains_key("client_id");
    let operation: O = read(fields)?;
    let access = args.credentials.resolve()?;
    if !names_client && access.client_id.is_none() {
        let message = "--client-id or DOORWARD_CLIENT_ID is required";
        return Err(Failure::usage(message));
    }
    let client = client(args, &access)?.with(options(args));
    shown(client.send(&Whole(operation)).await?.data)
}

/// A request from its parameters. Numbers may be written as text, as `--param` does.
fn read<O: DeserializeOwned>(fields: Map<String, Value>) -> Result<O, Failure> {
    let with_numbers = fields.iter().map(|(name, value)| {
        let number = value.as_str().and_then(|text| text.parse::<u64>().ok());
        (
            name.clone(),
            number.map_or_else(|| value.clone(), Value::from),
        )
    });
    let with_numbers: Map<_, _> = with_numbers.collect();
    serde_json::from_value(fields.into())
        .or_else(|error| serde_json::from_value(with_numbers.into()).map_err(|_| error))
        .map_err(|error| Failure::usage(error.to_string()))
}

fn shown<T: Serialize>(answer: Answer<T>) -> Result<Value, Failure> {
    let value = answer.into_value();
    value.map_err(|error| Failure::Io(error.into()))
}

fn options(args: &AuthArgs) -> RequestOptions {
    let options = args.input.options();
    match args.forwarded_for {
        Some(address) => options.forwarded_for(address),
        None => options,
    }
}

fn client(args: &AuthArgs, access: &Access<'_>) -> Result<AuthenticationClient, Failure> {
    let mut builder = AuthenticationClient::builder(&access.domain)
        .transport(access.transport()?)
        .client_authentication(access.client_authentication()?)
        .id_token_signing_alg(match args.id_token_alg {
            SigningAlgorithm::Rs256 => IdTokenAlgorithm::Rs256,
            SigningAlgorithm::Ps256 => IdTokenAlgorithm::Ps256,
            SigningAlgorithm::Es256 => IdTokenAlgorithm::Es256,
            SigningAlgorithm::Hs256 => IdTokenAlgorithm::Hs256,
        });
    if let Some(client_id) = &access.client_id {
        builder = builder.client_id(client_id);
    }
    Ok(builder.build()?)
}

async fn user_info(args: &AuthArgs, mut fields: Map<String, Value>) -> Result<Value, Failure> {
    let access = args.credentials.resolve()?;
    if let (false, Some(token)) = (fields.contains_key("access_token"), &access.token) {
        fields.insert("access_token".to_owned(), token.as_str().into());
    }
    if !fields.contains_key("access_token") {
        let message = "missing field `access_token`: give it, or --token, or DOORWARD_TOKEN";
        return Err(Failure::usage(message));
    }
    let operation: GetUserInfo = read(fields)?;
    // As patient as the SDK's client for profiles: nothing happens twice when it asks again.
    let options = options(args).retry(RetryPolicy::authentication());
    let client = client(args, &access)?.with(options);
    shown(client.send(&Whole(operation)).await?.data)
}
