// Made by `cargo xtask codegen` from `api/my-account.json`. Do not edit.

//! The operations of this API and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateAuthenticationMethod of MyAccount "authenticationMethods.create" POST "/authentication-methods"
    ["create:me:authentication_methods"] -> CreateAuthenticationMethodResponseContent
    {
        body body "body": CreateAuthenticationMethodRequestContent,
    }
    {}
}

operation! {
    DeleteAuthenticationMethod of MyAccount "authenticationMethods.delete" DELETE "/authentication-methods/{authentication_method_id}"
    ["delete:me:authentication_methods"] -> NoContent
    {
        path authentication_method_id "authentication_method_id": String,
    }
    {}
}

operation! {
    GetAuthenticationMethod of MyAccount "authenticationMethods.get" GET "/authentication-methods/{authentication_method_id}"
    ["read:me:authentication_methods"] -> GetAuthenticationMethodResponseContent
    {
        path authentication_method_id "authentication_method_id": String,
    }
    {}
}

operation! {
    ListAuthenticationMethods of MyAccount "authenticationMethods.list" GET "/authentication-methods"
    ["read:me:authentication_methods"] -> ListAuthenticationMethodsResponseContent
    {}
    {
        query type_ "type": Option<FactorTypeEnum>,
    }
}

list! { ListAuthenticationMethods: AuthenticationMethod, }

operation! {
    UpdateAuthenticationMethod of MyAccount "authenticationMethods.update" PATCH "/authentication-methods/{authentication_method_id}"
    ["update:me:authentication_methods"] -> UpdateAuthenticationMethodResponseContent
    {
        path authentication_method_id "authentication_method_id": String,
        body body "body": UpdateAuthenticationMethodRequestContent,
    }
    {}
}

operation! {
    VerifyAuthenticationMethod of MyAccount "authenticationMethods.verify" POST "/authentication-methods/{authentication_method_id}/verify"
    ["create:me:authentication_methods"] -> VerifyAuthenticationMethodResponseContent
    {
        path authentication_method_id "authentication_method_id": String,
        body body "body": VerifyAuthenticationMethodRequestContent,
    }
    {}
}

operation! {
    CompleteConnectedAccount of MyAccount "connectedAccounts.complete" POST "/connected-accounts/complete"
    ["create:me:connected_accounts"] -> CompleteConnectedAccountsResponseContent
    {
        body body "body": CompleteConnectedAccountsRequestContent,
    }
    {}
}

operation! {
    ListConnectedAccountConnections of MyAccount "connectedAccounts.connections.list" GET "/connected-accounts/connections"
    ["read:me:connected_accounts"] -> ListConnectedAccountsConnectionsResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListConnectedAccountConnections: ConnectedAccountConnection, by_cursor }

operation! {
    CreateConnectedAccount of MyAccount "connectedAccounts.create" POST "/connected-accounts/connect"
    ["create:me:connected_accounts"] -> CreateConnectedAccountsResponseContent
    {
        body body "body": CreateConnectedAccountsRequestContent,
    }
    {}
}

operation! {
    DeleteConnectedAccount of MyAccount "connectedAccounts.delete" DELETE "/connected-accounts/accounts/{id}"
    ["delete:me:connected_accounts"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListConnectedAccounts of MyAccount "connectedAccounts.list" GET "/connected-accounts/accounts"
    ["read:me:connected_accounts"] -> ListConnectedAccountsResponseContent
    {}
    {
        query connection "connection": Vec<String>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListConnectedAccounts: ConnectedAccount, by_cursor }

operation! {
    GetConsent of MyAccount "consents.get" GET "/consents/{consent_id}"
    ["read:me:consents"] -> GetConsentResponseContent
    {
        path consent_id "consent_id": String,
    }
    {}
}

operation! {
    ListConsents of MyAccount "consents.list" GET "/consents"
    ["read:me:consents"] -> ListConsentsResponseContent
    {}
    {}
}

list! { ListConsents: Consent, }

operation! {
    ListFactors of MyAccount "factors.list" GET "/factors"
    ["read:me:factors"] -> ListFactorsResponseContent
    {}
    {}
}

list! { ListFactors: Factor, }

operation! {
    ListOrganizations of MyAccount "organizations.list" GET "/organizations"
    ["read:me:organizations"] -> ListOrganizationsResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListOrganizations: Organization, by_cursor }

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateAuthenticationMethod>(),
    NamedOperation::of::<DeleteAuthenticationMethod>(),
    NamedOperation::of::<GetAuthenticationMethod>(),
    NamedOperation::of::<ListAuthenticationMethods>(),
    NamedOperation::of::<UpdateAuthenticationMethod>(),
    NamedOperation::of::<VerifyAuthenticationMethod>(),
    NamedOperation::of::<CompleteConnectedAccount>(),
    NamedOperation::of::<ListConnectedAccountConnections>(),
    NamedOperation::of::<CreateConnectedAccount>(),
    NamedOperation::of::<DeleteConnectedAccount>(),
    NamedOperation::of::<ListConnectedAccounts>(),
    NamedOperation::of::<GetConsent>(),
    NamedOperation::of::<ListConsents>(),
    NamedOperation::of::<ListFactors>(),
    NamedOperation::of::<ListOrganizations>(),
];

string_enum! {
    /// `AccessTypeEnum`
    AccessTypeEnum {
        Offline = "offline",
    }
}

union! {
    /// `AuthenticationMethod`
    AuthenticationMethod {
        Password(Box<AuthenticationMethodPassword>),
        Passkey(Box<AuthenticationMethodPasskey>),
        MfaRecoveryCode(Box<AuthenticationMethodMfaRecoveryCode>),
        MfaPushNotification(Box<AuthenticationMethodMfaPushNotification>),
        MfaTotp(Box<AuthenticationMethodMfaTotp>),
        WebAuthnPlatform(Box<AuthenticationMethodWebAuthnPlatform>),
        WebAuthnRoaming(Box<AuthenticationMethodWebAuthnRoaming>),
        Phone(Box<AuthenticationMethodPhone>),
        Email(Box<AuthenticationMethodEmail>),
    }
}

object! {
    /// `AuthenticationMethodEmail`
    AuthenticationMethodEmail (id: String, created_at: String, usage: Vec<UsageEnum>, confirmed: bool, type_: AuthenticationMethodEmailType, email: String) {
        id "id": String,
        /// (format `date-time`)
        created_at "created_at": String,
        usage "usage": Vec<UsageEnum>,
        confirmed "confirmed": bool,
        /// (format `date-time`)
        last_auth_at "last_auth_at": Option<String>,
        name "name": Option<String>,
        type_ "type": AuthenticationMethodEmailType,
        email "email": String,
    } in_union
}

string_enum! {
    /// `AuthenticationMethodEmailType`
    AuthenticationMethodEmailType {
        Email = "email",
    }
}

object! {
    /// `AuthenticationMethodMfaPushNotification`
    AuthenticationMethodMfaPushNotification (id: String, created_at: String, usage: Vec<UsageEnum>, confirmed: bool, type_: AuthenticationMethodMfaPushNotificationType) {
        id "id": String,
        /// (format `date-time`)
        created_at "created_at": String,
        usage "usage": Vec<UsageEnum>,
        confirmed "confirmed": bool,
        /// (format `date-time`)
        last_auth_at "last_auth_at": Option<String>,
        name "name": Option<String>,
        type_ "type": AuthenticationMethodMfaPushNotificationType,
    } in_union
}

string_enum! {
    /// `AuthenticationMethodMfaPushNotificationType`
    AuthenticationMethodMfaPushNotificationType {
        PushNotification = "push-notification",
    }
}

object! {
    /// `AuthenticationMethodMfaRecoveryCode`
    AuthenticationMethodMfaRecoveryCode (id: String, created_at: String, usage: Vec<UsageEnum>, confirmed: bool, type_: AuthenticationMethodMfaRecoveryCodeType) {
        id "id": String,
        /// (format `date-time`)
        created_at "created_at": String,
        usage "usage": Vec<UsageEnum>,
        confirmed "confirmed": bool,
        /// (format `date-time`)
        last_auth_at "last_auth_at": Option<String>,
        type_ "type": AuthenticationMethodMfaRecoveryCodeType,
    } in_union
}

string_enum! {
    /// `AuthenticationMethodMfaRecoveryCodeType`
    AuthenticationMethodMfaRecoveryCodeType {
        RecoveryCode = "recovery-code",
    }
}

object! {
    /// `AuthenticationMethodMfaTotp`
    AuthenticationMethodMfaTotp (id: String, created_at: String, usage: Vec<UsageEnum>, confirmed: bool, type_: AuthenticationMethodMfaTotpType) {
        id "id": String,
        /// (format `date-time`)
        created_at "created_at": String,
        usage "usage": Vec<UsageEnum>,
        confirmed "confirmed": bool,
        /// (format `date-time`)
        last_auth_at "last_auth_at": Option<String>,
        name "name": Option<String>,
        type_ "type": AuthenticationMethodMfaTotpType,
    } in_union
}

string_enum! {
    /// `AuthenticationMethodMfaTotpType`
    AuthenticationMethodMfaTotpType {
        Totp = "totp",
    }
}

object! {
    /// `AuthenticationMethodPasskey`
    AuthenticationMethodPasskey (..) {
        id "id": String,
        /// (format `date-time`)
        created_at "created_at": String,
        usage "usage": Vec<UsageEnum>,
        type_ "type": AuthenticationMethodPasskeyType,
        credential_backed_up "credential_backed_up": bool,
        credential_device_type "credential_device_type": CredentialDeviceTypeEnum,
        identity_user_id "identity_user_id": String,
        key_id "key_id": String,
        public_key "public_key": String,
        transports "transports": Option<Vec<String>>,
        user_agent "user_agent": Option<String>,
        user_handle "user_handle": String,
        aaguid "aaguid": Option<String>,
        relying_party_id "relying_party_id": Option<String>,
        /// (format `date-time`)
        last_auth_at "last_auth_at": Option<String>,
    } in_union
}

string_enum! {
    /// `AuthenticationMethodPasskeyType`
    AuthenticationMethodPasskeyType {
        Passkey = "passkey",
    }
}

object! {
    /// `AuthenticationMethodPassword`
    AuthenticationMethodPassword (id: String, created_at: String, usage: Vec<UsageEnum>, type_: AuthenticationMethodPasswordType, identity_user_id: String) {
        id "id": String,
        /// (format `date-time`)
        created_at "created_at": String,
        usage "usage": Vec<UsageEnum>,
        type_ "type": AuthenticationMethodPasswordType,
        identity_user_id "identity_user_id": String,
        /// (format `date-time`)
        last_password_reset "last_password_reset": Option<String>,
    } in_union
}

string_enum! {
    /// `AuthenticationMethodPasswordType`
    AuthenticationMethodPasswordType {
        Password = "password",
    }
}

object! {
    /// `AuthenticationMethodPhone`
    AuthenticationMethodPhone (..) {
        id "id": String,
        /// (format `date-time`)
        created_at "created_at": String,
        usage "usage": Vec<UsageEnum>,
        confirmed "confirmed": bool,
        /// (format `date-time`)
        last_auth_at "last_auth_at": Option<String>,
        name "name": Option<String>,
        type_ "type": AuthenticationMethodPhoneType,
        phone_number "phone_number": String,
        preferred_authentication_method "preferred_authentication_method": PhoneAuthenticationMethodEnum,
    } in_union
}

string_enum! {
    /// `AuthenticationMethodPhoneType`
    AuthenticationMethodPhoneType {
        Phone = "phone",
    }
}

object! {
    /// `AuthenticationMethodWebAuthnPlatform`
    AuthenticationMethodWebAuthnPlatform (id: String, created_at: String, usage: Vec<UsageEnum>, confirmed: bool, type_: AuthenticationMethodWebAuthnPlatformType) {
        id "id": String,
        /// (format `date-time`)
        created_at "created_at": String,
        usage "usage": Vec<UsageEnum>,
        confirmed "confirmed": bool,
        /// (format `date-time`)
        last_auth_at "last_auth_at": Option<String>,
        name "name": Option<String>,
        key_id "key_id": Option<String>,
        public_key "public_key": Option<String>,
        type_ "type": AuthenticationMethodWebAuthnPlatformType,
    } in_union
}

string_enum! {
    /// `AuthenticationMethodWebAuthnPlatformType`
    AuthenticationMethodWebAuthnPlatformType {
        WebauthnPlatform = "webauthn-platform",
    }
}

object! {
    /// `AuthenticationMethodWebAuthnRoaming`
    AuthenticationMethodWebAuthnRoaming (id: String, created_at: String, usage: Vec<UsageEnum>, confirmed: bool, type_: AuthenticationMethodWebAuthnRoamingType) {
        id "id": String,
        /// (format `date-time`)
        created_at "created_at": String,
        usage "usage": Vec<UsageEnum>,
        confirmed "confirmed": bool,
        /// (format `date-time`)
        last_auth_at "last_auth_at": Option<String>,
        name "name": Option<String>,
        key_id "key_id": Option<String>,
        public_key "public_key": Option<String>,
        type_ "type": AuthenticationMethodWebAuthnRoamingType,
    } in_union
}

string_enum! {
    /// `AuthenticationMethodWebAuthnRoamingType`
    AuthenticationMethodWebAuthnRoamingType {
        WebauthnRoaming = "webauthn-roaming",
    }
}

string_enum! {
    /// `AuthenticatorAttachmentEnum`
    AuthenticatorAttachmentEnum {
        Platform = "platform",
        CrossPlatform = "cross-platform",
    }
}

object! {
    /// `AuthenticatorAttestationResponse`
    AuthenticatorAttestationResponse (id: String, raw_id: String, response: AuthenticatorAttestationResponseData, type_: AuthenticatorAttestationResponseType) {
        authenticator_attachment "authenticatorAttachment": Option<AuthenticatorAttachmentEnum>,
        client_extension_results "clientExtensionResults": Option<Map<String, Value>>,
        /// (at most 1364 characters)
        id "id": String,
        /// (at most 1364 characters)
        raw_id "rawId": String,
        response "response": AuthenticatorAttestationResponseData,
        type_ "type": AuthenticatorAttestationResponseType,
    }
}

object! {
    /// `AuthenticatorAttestationResponseData`
    AuthenticatorAttestationResponseData (attestation_object: String, client_data_json: String) {
        /// (at most 2000 characters)
        attestation_object "attestationObject": String,
        /// (at most 1000 characters)
        client_data_json "clientDataJSON": String,
        transports "transports": Option<Vec<String>>,
    }
}

string_enum! {
    /// `AuthenticatorAttestationResponseType`
    AuthenticatorAttestationResponseType {
        PublicKey = "public-key",
    }
}

object! {
    /// `AuthenticatorSelection`
    AuthenticatorSelection {
        resident_key "residentKey": Option<ResidentKeyEnum>,
        user_verification "userVerification": Option<UserVerificationEnum>,
    }
}

object! {
    /// `AuthorizationParams`
    AuthorizationParams {
        /// (1 to 1024 characters)
        acr_values "acr_values": Option<String>,
        /// (1 to 512 characters)
        audience "audience": Option<String>,
        /// (1 to 512 characters)
        resource "resource": Option<String>,
        display "display": Option<DisplayEnum>,
        /// (1 to 4096 characters)
        id_token_hint "id_token_hint": Option<String>,
        /// (1 to 255 characters)
        login_hint "login_hint": Option<String>,
        /// (0 to 2147483647)
        max_age "max_age": Option<i64>,
        prompt "prompt": Option<PromptEnum>,
        /// (2 to 100 characters)
        ui_locales "ui_locales": Option<String>,
    }
}

object! {
    /// `CompleteConnectedAccountsRequestContent`
    CompleteConnectedAccountsRequestContent (auth_session: String, connect_code: String, redirect_uri: String) {
        /// (at most 64 characters)
        auth_session "auth_session": String,
        /// (1 to 46 characters)
        connect_code "connect_code": String,
        /// (at most 2048 characters, format `uri`)
        redirect_uri "redirect_uri": String,
        /// (43 to 128 characters)
        code_verifier "code_verifier": Option<String>,
    }
}

object! {
    /// `CompleteConnectedAccountsResponseContent`
    CompleteConnectedAccountsResponseContent (id: String, connection: String, access_type: AccessTypeEnum, created_at: String) {
        id "id": String,
        connection "connection": String,
        access_type "access_type": AccessTypeEnum,
        scopes "scopes": Option<Vec<String>>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        expires_at "expires_at": Option<String>,
    }
}

object! {
    /// `ConnectParams`
    ConnectParams (ticket: String) {
        ticket "ticket": String,
    }
}

object! {
    /// `ConnectedAccount`
    ConnectedAccount (id: String, connection: String, access_type: ConnectedAccountAccessTypeEnum, scopes: Vec<String>, created_at: String) {
        id "id": String,
        connection "connection": String,
        access_type "access_type": ConnectedAccountAccessTypeEnum,
        scopes "scopes": Vec<String>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        expires_at "expires_at": Option<String>,
        org_id "org_id": Option<OrganizationId>,
    }
}

string_enum! {
    /// `ConnectedAccountAccessTypeEnum`
    ConnectedAccountAccessTypeEnum {
        Offline = "offline",
    }
}

object! {
    /// `ConnectedAccountConnection`
    ConnectedAccountConnection (name: String, strategy: String) {
        name "name": String,
        strategy "strategy": String,
        scopes "scopes": Option<Vec<String>>,
    }
}

object! {
    /// `Consent`
    Consent (id: String, client_id: ClientId, created_at: String, expires_at: String) {
        id "id": String,
        client_id "client_id": ClientId,
        requested_details "requested_details": Option<ConsentDetails>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        expires_at "expires_at": String,
    }
}

object! {
    /// `ConsentDetails`
    ConsentDetails {
        binding_message "binding_message": Option<String>,
        audience "audience": Option<String>,
        scope "scope": Option<Vec<String>>,
    }
}

union! {
    /// `CreateAuthenticationMethodRequestContent`
    CreateAuthenticationMethodRequestContent {
        CreatePasskeyAuthenticationMethod(CreatePasskeyAuthenticationMethod),
        CreateTotpAuthenticationMethod(CreateTotpAuthenticationMethod),
        CreatePushNotificationAuthenticationMethod(CreatePushNotificationAuthenticationMethod),
        CreateRecoveryCodeAuthenticationMethod(CreateRecoveryCodeAuthenticationMethod),
        CreateEmailAuthenticationMethod(CreateEmailAuthenticationMethod),
        CreatePhoneAuthenticationMethod(CreatePhoneAuthenticationMethod),
        CreatePasswordAuthenticationMethod(CreatePasswordAuthenticationMethod),
    }
}

union! {
    /// `CreateAuthenticationMethodResponseContent`
    CreateAuthenticationMethodResponseContent {
        PasskeyCreationResponse(Box<PasskeyCreationResponse>),
        WebAuthnCreationResponse(Box<WebAuthnCreationResponse>),
        MfaBaseCreationResponse(MfaBaseCreationResponse),
        QrCodeCreationResponse(QrCodeCreationResponse),
        RecoveryCodeCreationResponse(RecoveryCodeCreationResponse),
        PasswordCreationResponse(Box<PasswordCreationResponse>),
    }
}

object! {
    /// `CreateConnectedAccountsRequestContent`
    CreateConnectedAccountsRequestContent (connection: String, redirect_uri: String) {
        /// (1 to 128 characters)
        connection "connection": String,
        /// (at most 2048 characters, format `uri`)
        redirect_uri "redirect_uri": String,
        /// (1 to 4096 characters)
        state "state": Option<String>,
        /// (43 to 128 characters)
        code_challenge "code_challenge": Option<String>,
        code_challenge_method "code_challenge_method": Option<CreateConnectedAccountsRequestContentCodeChallengeMethod>,
        /// (1 to 100 items)
        scopes "scopes": Option<Vec<String>>,
        authorization_params "authorization_params": Option<AuthorizationParams>,
    }
}

string_enum! {
    /// `CreateConnectedAccountsRequestContentCodeChallengeMethod`
    CreateConnectedAccountsRequestContentCodeChallengeMethod {
        S256 = "S256",
    }
}

object! {
    /// `CreateConnectedAccountsResponseContent`
    CreateConnectedAccountsResponseContent (connect_uri: String, auth_session: String, connect_params: ConnectParams, expires_in: i64) {
        /// (format `uri`)
        connect_uri "connect_uri": String,
        /// (at most 64 characters)
        auth_session "auth_session": String,
        connect_params "connect_params": ConnectParams,
        /// (at least 1)
        expires_in "expires_in": i64,
    }
}

object! {
    /// `CreateEmailAuthenticationMethod`
    CreateEmailAuthenticationMethod (type_: CreateEmailAuthenticationMethodType, email: String) {
        type_ "type": CreateEmailAuthenticationMethodType,
        email "email": String,
    } in_union
}

string_enum! {
    /// `CreateEmailAuthenticationMethodType`
    CreateEmailAuthenticationMethodType {
        Email = "email",
    }
}

object! {
    /// `CreatePasskeyAuthenticationMethod`
    CreatePasskeyAuthenticationMethod (type_: CreatePasskeyAuthenticationMethodType) {
        /// (1 to 128 characters)
        connection "connection": Option<String>,
        /// (1 to 255 characters)
        identity_user_id "identity_user_id": Option<String>,
        type_ "type": CreatePasskeyAuthenticationMethodType,
        use_exclude_credentials "use_exclude_credentials": Option<bool>,
    } in_union
}

string_enum! {
    /// `CreatePasskeyAuthenticationMethodType`
    CreatePasskeyAuthenticationMethodType {
        Passkey = "passkey",
    }
}

object! {
    /// `CreatePasswordAuthenticationMethod`
    CreatePasswordAuthenticationMethod (type_: CreatePasswordAuthenticationMethodType) {
        /// (1 to 128 characters)
        connection "connection": Option<String>,
        /// (1 to 255 characters)
        identity_user_id "identity_user_id": Option<String>,
        type_ "type": CreatePasswordAuthenticationMethodType,
    } in_union
}

string_enum! {
    /// `CreatePasswordAuthenticationMethodType`
    CreatePasswordAuthenticationMethodType {
        Password = "password",
    }
}

object! {
    /// `CreatePhoneAuthenticationMethod`
    CreatePhoneAuthenticationMethod (type_: CreatePhoneAuthenticationMethodType, phone_number: String) {
        type_ "type": CreatePhoneAuthenticationMethodType,
        phone_number "phone_number": String,
        preferred_authentication_method "preferred_authentication_method": Option<PhoneAuthenticationMethodEnum>,
    } in_union
}

string_enum! {
    /// `CreatePhoneAuthenticationMethodType`
    CreatePhoneAuthenticationMethodType {
        Phone = "phone",
    }
}

object! {
    /// `CreatePushNotificationAuthenticationMethod`
    CreatePushNotificationAuthenticationMethod (type_: CreatePushNotificationAuthenticationMethodType) {
        type_ "type": CreatePushNotificationAuthenticationMethodType,
    } in_union
}

string_enum! {
    /// `CreatePushNotificationAuthenticationMethodType`
    CreatePushNotificationAuthenticationMethodType {
        PushNotification = "push-notification",
    }
}

object! {
    /// `CreateRecoveryCodeAuthenticationMethod`
    CreateRecoveryCodeAuthenticationMethod (type_: CreateRecoveryCodeAuthenticationMethodType) {
        type_ "type": CreateRecoveryCodeAuthenticationMethodType,
    } in_union
}

string_enum! {
    /// `CreateRecoveryCodeAuthenticationMethodType`
    CreateRecoveryCodeAuthenticationMethodType {
        RecoveryCode = "recovery-code",
    }
}

object! {
    /// `CreateTotpAuthenticationMethod`
    CreateTotpAuthenticationMethod (type_: CreateTotpAuthenticationMethodType) {
        type_ "type": CreateTotpAuthenticationMethodType,
    } in_union
}

string_enum! {
    /// `CreateTotpAuthenticationMethodType`
    CreateTotpAuthenticationMethodType {
        Totp = "totp",
    }
}

string_enum! {
    /// `CredentialDeviceTypeEnum`
    CredentialDeviceTypeEnum {
        MultiDevice = "multi_device",
        SingleDevice = "single_device",
    }
}

string_enum! {
    /// `DisplayEnum`
    DisplayEnum {
        Page = "page",
        Popup = "popup",
        Touch = "touch",
        Wap = "wap",
    }
}

object! {
    /// `Factor`
    Factor (type_: FactorTypeEnum) {
        type_ "type": FactorTypeEnum,
        usage "usage": Option<Vec<UsageEnum>>,
    }
}

string_enum! {
    /// `FactorTypeEnum`
    FactorTypeEnum {
        Password = "password",
        Passkey = "passkey",
        WebauthnPlatform = "webauthn-platform",
        WebauthnRoaming = "webauthn-roaming",
        Totp = "totp",
        Phone = "phone",
        Email = "email",
        PushNotification = "push-notification",
        RecoveryCode = "recovery-code",
    }
}

union! {
    /// `GetAuthenticationMethodResponseContent`
    GetAuthenticationMethodResponseContent {
        AuthenticationMethodPassword(Box<AuthenticationMethodPassword>),
        AuthenticationMethodPasskey(Box<AuthenticationMethodPasskey>),
        AuthenticationMethodMfaRecoveryCode(Box<AuthenticationMethodMfaRecoveryCode>),
        AuthenticationMethodMfaPushNotification(Box<AuthenticationMethodMfaPushNotification>),
        AuthenticationMethodMfaTotp(Box<AuthenticationMethodMfaTotp>),
        AuthenticationMethodWebAuthnPlatform(Box<AuthenticationMethodWebAuthnPlatform>),
        AuthenticationMethodWebAuthnRoaming(Box<AuthenticationMethodWebAuthnRoaming>),
        AuthenticationMethodPhone(Box<AuthenticationMethodPhone>),
        AuthenticationMethodEmail(Box<AuthenticationMethodEmail>),
    }
}

object! {
    /// `GetConsentResponseContent`
    GetConsentResponseContent (id: String, client_id: ClientId, created_at: String, expires_at: String) {
        id "id": String,
        client_id "client_id": ClientId,
        requested_details "requested_details": Option<ConsentDetails>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        expires_at "expires_at": String,
    }
}

object! {
    /// `ListAuthenticationMethodsResponseContent`
    ListAuthenticationMethodsResponseContent (authentication_methods: Vec<AuthenticationMethod>) {
        /// (at most 20 items)
        authentication_methods "authentication_methods": Vec<AuthenticationMethod>,
    }
}

envelope! { object ListAuthenticationMethodsResponseContent.authentication_methods: AuthenticationMethod }

object! {
    /// `ListConnectedAccountsConnectionsResponseContent`
    ListConnectedAccountsConnectionsResponseContent (connections: Vec<ConnectedAccountConnection>) {
        /// (at most 20 items)
        connections "connections": Vec<ConnectedAccountConnection>,
        next "next": Option<String>,
    }
}

envelope! { object ListConnectedAccountsConnectionsResponseContent.connections: ConnectedAccountConnection, next next }

object! {
    /// `ListConnectedAccountsResponseContent`
    ListConnectedAccountsResponseContent (accounts: Vec<ConnectedAccount>) {
        /// (at most 20 items)
        accounts "accounts": Vec<ConnectedAccount>,
        next "next": Option<String>,
    }
}

envelope! { object ListConnectedAccountsResponseContent.accounts: ConnectedAccount, next next }

object! {
    /// `ListConsentsResponseContent`
    ListConsentsResponseContent (consents: Vec<Consent>) {
        consents "consents": Vec<Consent>,
    }
}

envelope! { object ListConsentsResponseContent.consents: Consent }

object! {
    /// `ListFactorsResponseContent`
    ListFactorsResponseContent (factors: Vec<Factor>) {
        factors "factors": Vec<Factor>,
    }
}

envelope! { object ListFactorsResponseContent.factors: Factor }

object! {
    /// `ListOrganizationsResponseContent`
    ListOrganizationsResponseContent (organizations: Vec<Organization>) {
        /// (at most 100 items)
        organizations "organizations": Vec<Organization>,
        next "next": Option<String>,
    }
}

envelope! { object ListOrganizationsResponseContent.organizations: Organization, next next }

object! {
    /// `MfaBaseCreationResponse`
    MfaBaseCreationResponse (id: String, auth_session: String) {
        id "id": String,
        auth_session "auth_session": String,
    } in_union
}

object! {
    /// `Organization`
    Organization (id: OrganizationId, name: String) {
        id "id": OrganizationId,
        name "name": String,
        display_name "display_name": Option<String>,
    }
}

object! {
    /// `PasskeyCreationResponse`
    PasskeyCreationResponse (auth_session: String, authn_params_public_key: PublicKeyCredentialCreationOptions) {
        auth_session "auth_session": String,
        authn_params_public_key "authn_params_public_key": PublicKeyCredentialCreationOptions,
    } in_union
}

object! {
    /// `PasswordAuthenticationMethodPolicy`
    PasswordAuthenticationMethodPolicy (complexity: PasswordComplexityPolicy, profile_data: PasswordProfileDataPolicy, history: PasswordHistoryPolicy, dictionary: PasswordDictionaryPolicy) {
        complexity "complexity": PasswordComplexityPolicy,
        profile_data "profile_data": PasswordProfileDataPolicy,
        history "history": PasswordHistoryPolicy,
        dictionary "dictionary": PasswordDictionaryPolicy,
    }
}

string_enum! {
    /// `PasswordCharacterTypeEnum`
    PasswordCharacterTypeEnum {
        Uppercase = "uppercase",
        Lowercase = "lowercase",
        Number = "number",
        Special = "special",
    }
}

string_enum! {
    /// `PasswordCharacterTypeRuleEnum`
    PasswordCharacterTypeRuleEnum {
        All = "all",
        ThreeOfFour = "three_of_four",
    }
}

object! {
    /// `PasswordComplexityPolicy`
    PasswordComplexityPolicy (min_length: i64, character_types: Vec<PasswordCharacterTypeEnum>, character_type_rule: PasswordCharacterTypeRuleEnum, identical_characters: PasswordIdenticalCharactersEnum, sequential_characters: PasswordSequentialCharactersEnum, max_length_exceeded: PasswordMaxLengthExceededEnum) {
        min_length "min_length": i64,
        character_types "character_types": Vec<PasswordCharacterTypeEnum>,
        character_type_rule "character_type_rule": PasswordCharacterTypeRuleEnum,
        identical_characters "identical_characters": PasswordIdenticalCharactersEnum,
        sequential_characters "sequential_characters": PasswordSequentialCharactersEnum,
        max_length_exceeded "max_length_exceeded": PasswordMaxLengthExceededEnum,
    }
}

object! {
    /// `PasswordCreationResponse`
    PasswordCreationResponse (id: String, policy: PasswordAuthenticationMethodPolicy, auth_session: String) {
        id "id": String,
        policy "policy": PasswordAuthenticationMethodPolicy,
        auth_session "auth_session": String,
    } in_union
}

string_enum! {
    /// `PasswordDictionaryDefaultEnum`
    PasswordDictionaryDefaultEnum {
        En10k = "en_10k",
        En100k = "en_100k",
    }
}

object! {
    /// `PasswordDictionaryPolicy`
    PasswordDictionaryPolicy (active: bool, default_: PasswordDictionaryDefaultEnum) {
        active "active": bool,
        default_ "default": PasswordDictionaryDefaultEnum,
    }
}

object! {
    /// `PasswordHistoryPolicy`
    PasswordHistoryPolicy (active: bool, size: i64) {
        active "active": bool,
        size "size": i64,
    }
}

string_enum! {
    /// `PasswordIdenticalCharactersEnum`
    PasswordIdenticalCharactersEnum {
        Allow = "allow",
        Block = "block",
    }
}

string_enum! {
    /// `PasswordMaxLengthExceededEnum`
    PasswordMaxLengthExceededEnum {
        Truncate = "truncate",
        Error = "error",
    }
}

object! {
    /// `PasswordProfileDataPolicy`
    PasswordProfileDataPolicy (active: bool, blocked_fields: Vec<String>) {
        active "active": bool,
        blocked_fields "blocked_fields": Vec<String>,
    }
}

string_enum! {
    /// `PasswordSequentialCharactersEnum`
    PasswordSequentialCharactersEnum {
        Allow = "allow",
        Block = "block",
    }
}

string_enum! {
    /// `PhoneAuthenticationMethodEnum`
    PhoneAuthenticationMethodEnum {
        Sms = "sms",
        Voice = "voice",
    }
}

string_enum! {
    /// `PromptEnum`
    PromptEnum {
        None = "none",
        Login = "login",
        Consent = "consent",
        SelectAccount = "select_account",
    }
}

object! {
    /// `PublicKeyCredentialCreationOptions`
    PublicKeyCredentialCreationOptions (challenge: String, pub_key_cred_params: Vec<PublicKeyCredentialParameter>, rp: RelyingParty, user: User) {
        authenticator_selection "authenticatorSelection": Option<AuthenticatorSelection>,
        challenge "challenge": String,
        pub_key_cred_params "pubKeyCredParams": Vec<PublicKeyCredentialParameter>,
        rp "rp": RelyingParty,
        timeout "timeout": Option<Number>,
        user "user": User,
        exclude_credentials "excludeCredentials": Option<Vec<PublicKeyCredentialDescriptor>>,
    }
}

object! {
    /// `PublicKeyCredentialDescriptor`
    PublicKeyCredentialDescriptor (id: String, type_: PublicKeyCredentialDescriptorType) {
        id "id": String,
        type_ "type": PublicKeyCredentialDescriptorType,
        transports "transports": Option<Vec<String>>,
    }
}

string_enum! {
    /// `PublicKeyCredentialDescriptorType`
    PublicKeyCredentialDescriptorType {
        PublicKey = "public-key",
    }
}

object! {
    /// `PublicKeyCredentialParameter`
    PublicKeyCredentialParameter (alg: Number, type_: PublicKeyTypeEnum) {
        alg "alg": Number,
        type_ "type": PublicKeyTypeEnum,
    }
}

string_enum! {
    /// `PublicKeyTypeEnum`
    PublicKeyTypeEnum {
        PublicKey = "public-key",
    }
}

object! {
    /// `QrCodeCreationResponse`
    QrCodeCreationResponse (id: String, auth_session: String, barcode_uri: String) {
        id "id": String,
        auth_session "auth_session": String,
        barcode_uri "barcode_uri": String,
        manual_input_code "manual_input_code": Option<String>,
    } in_union
}

object! {
    /// `RecoveryCodeCreationResponse`
    RecoveryCodeCreationResponse (id: String, auth_session: String, recovery_code: String) {
        id "id": String,
        auth_session "auth_session": String,
        recovery_code "recovery_code": String,
    } in_union
}

object! {
    /// `RelyingParty`
    RelyingParty (name: String) {
        id "id": Option<String>,
        name "name": String,
    }
}

string_enum! {
    /// `ResidentKeyEnum`
    ResidentKeyEnum {
        Required = "required",
    }
}

object! {
    /// `UpdateAuthenticationMethodRequestContent`
    UpdateAuthenticationMethodRequestContent {
        name "name": Option<String>,
        preferred_authentication_method "preferred_authentication_method": Option<PhoneAuthenticationMethodEnum>,
    }
}

union! {
    /// `UpdateAuthenticationMethodResponseContent`
    UpdateAuthenticationMethodResponseContent {
        AuthenticationMethodPassword(Box<AuthenticationMethodPassword>),
        AuthenticationMethodPasskey(Box<AuthenticationMethodPasskey>),
        AuthenticationMethodMfaRecoveryCode(Box<AuthenticationMethodMfaRecoveryCode>),
        AuthenticationMethodMfaPushNotification(Box<AuthenticationMethodMfaPushNotification>),
        AuthenticationMethodMfaTotp(Box<AuthenticationMethodMfaTotp>),
        AuthenticationMethodWebAuthnPlatform(Box<AuthenticationMethodWebAuthnPlatform>),
        AuthenticationMethodWebAuthnRoaming(Box<AuthenticationMethodWebAuthnRoaming>),
        AuthenticationMethodPhone(Box<AuthenticationMethodPhone>),
        AuthenticationMethodEmail(Box<AuthenticationMethodEmail>),
    }
}

string_enum! {
    /// `UsageEnum`
    UsageEnum {
        Primary = "primary",
        Secondary = "secondary",
    }
}

object! {
    /// `User`
    User (id: String, name: String, display_name: String) {
        id "id": String,
        name "name": String,
        display_name "displayName": String,
    }
}

string_enum! {
    /// `UserVerificationEnum`
    UserVerificationEnum {
        Required = "required",
        Preferred = "preferred",
        Discouraged = "discouraged",
    }
}

union! {
    /// `VerifyAuthenticationMethodRequestContent`
    VerifyAuthenticationMethodRequestContent {
        VerifyPasskeyAuthenticationMethod(Box<VerifyPasskeyAuthenticationMethod>),
        VerifyPasswordAuthenticationMethod(VerifyPasswordAuthenticationMethod),
        VerifyWebAuthnPlatformAuthenticationMethod(Box<VerifyWebAuthnPlatformAuthenticationMethod>),
        VerifyWebAuthnRoamingAuthenticationMethod(Box<VerifyWebAuthnRoamingAuthenticationMethod>),
        VerifyPushNotificationAuthenticationMethod(VerifyPushNotificationAuthenticationMethod),
        VerifyRecoveryCodeAuthenticationMethod(VerifyRecoveryCodeAuthenticationMethod),
        VerifyEmailAuthenticationMethod(VerifyEmailAuthenticationMethod),
        VerifyPhoneAuthenticationMethod(VerifyPhoneAuthenticationMethod),
        VerifyTotpAuthenticationMethod(VerifyTotpAuthenticationMethod),
    }
}

union! {
    /// `VerifyAuthenticationMethodResponseContent`
    VerifyAuthenticationMethodResponseContent {
        AuthenticationMethodPassword(Box<AuthenticationMethodPassword>),
        AuthenticationMethodPasskey(Box<AuthenticationMethodPasskey>),
        AuthenticationMethodMfaRecoveryCode(Box<AuthenticationMethodMfaRecoveryCode>),
        AuthenticationMethodMfaPushNotification(Box<AuthenticationMethodMfaPushNotification>),
        AuthenticationMethodMfaTotp(Box<AuthenticationMethodMfaTotp>),
        AuthenticationMethodWebAuthnPlatform(Box<AuthenticationMethodWebAuthnPlatform>),
        AuthenticationMethodWebAuthnRoaming(Box<AuthenticationMethodWebAuthnRoaming>),
        AuthenticationMethodPhone(Box<AuthenticationMethodPhone>),
        AuthenticationMethodEmail(Box<AuthenticationMethodEmail>),
    }
}

object! {
    /// `VerifyEmailAuthenticationMethod`
    VerifyEmailAuthenticationMethod (auth_session: String, otp_code: String) {
        auth_session "auth_session": String,
        otp_code "otp_code": String,
    } in_union
}

object! {
    /// `VerifyPasskeyAuthenticationMethod`
    VerifyPasskeyAuthenticationMethod (auth_session: String, authn_response: AuthenticatorAttestationResponse) {
        auth_session "auth_session": String,
        authn_response "authn_response": AuthenticatorAttestationResponse,
    } in_union
}

object! {
    /// `VerifyPasswordAuthenticationMethod`
    VerifyPasswordAuthenticationMethod (auth_session: String, new_password: String) {
        auth_session "auth_session": String,
        /// (1 to 256 characters)
        new_password "new_password": String,
    } in_union
}

object! {
    /// `VerifyPhoneAuthenticationMethod`
    VerifyPhoneAuthenticationMethod (auth_session: String, otp_code: String) {
        auth_session "auth_session": String,
        otp_code "otp_code": String,
    } in_union
}

object! {
    /// `VerifyPushNotificationAuthenticationMethod`
    VerifyPushNotificationAuthenticationMethod (auth_session: String) {
        auth_session "auth_session": String,
    } in_union
}

object! {
    /// `VerifyRecoveryCodeAuthenticationMethod`
    VerifyRecoveryCodeAuthenticationMethod (auth_session: String) {
        auth_session "auth_session": String,
    } in_union
}

object! {
    /// `VerifyTotpAuthenticationMethod`
    VerifyTotpAuthenticationMethod (auth_session: String, otp_code: String) {
        auth_session "auth_session": String,
        otp_code "otp_code": String,
    } in_union
}

object! {
    /// `VerifyWebAuthnPlatformAuthenticationMethod`
    VerifyWebAuthnPlatformAuthenticationMethod (auth_session: String, authn_response: AuthenticatorAttestationResponse) {
        auth_session "auth_session": String,
        authn_response "authn_response": AuthenticatorAttestationResponse,
    } in_union
}

object! {
    /// `VerifyWebAuthnRoamingAuthenticationMethod`
    VerifyWebAuthnRoamingAuthenticationMethod (auth_session: String, authn_response: AuthenticatorAttestationResponse) {
        auth_session "auth_session": String,
        authn_response "authn_response": AuthenticatorAttestationResponse,
    } in_union
}

object! {
    /// `WebAuthnCreationResponse`
    WebAuthnCreationResponse (id: String, auth_session: String, authn_params_public_key: PublicKeyCredentialCreationOptions) {
        id "id": String,
        auth_session "auth_session": String,
        authn_params_public_key "authn_params_public_key": PublicKeyCredentialCreationOptions,
    } in_union
}
