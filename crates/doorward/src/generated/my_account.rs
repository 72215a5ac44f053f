// Made by `cargo xtask codegen` from `api/my-account.json`. Do not edit.

//! The groups of operations, each a handle.

use doorward_api::my_account::*;

use crate::api_client::{handles, roots};

roots! {
    MyAccount
    authentication_methods AuthenticationMethods;
    connected_accounts ConnectedAccounts;
    consents Consents;
    factors Factors;
    organizations Organizations;
}

handles! {
    /// `authenticationMethods`
    AuthenticationMethods of MyAccount
    {
        create CreateAuthenticationMethod "POST /authentication-methods" (body: CreateAuthenticationMethodRequestContent);
        delete DeleteAuthenticationMethod "DELETE /authentication-methods/{authentication_method_id}" (authentication_method_id: String);
        get GetAuthenticationMethod "GET /authentication-methods/{authentication_method_id}" (authentication_method_id: String);
        list ListAuthenticationMethods "GET /authentication-methods" ();
        update UpdateAuthenticationMethod "PATCH /authentication-methods/{authentication_method_id}" (authentication_method_id: String, body: UpdateAuthenticationMethodRequestContent);
        verify VerifyAuthenticationMethod "POST /authentication-methods/{authentication_method_id}/verify" (authentication_method_id: String, body: VerifyAuthenticationMethodRequestContent);
    }
    {
    }
}

handles! {
    /// `connectedAccounts`
    ConnectedAccounts of MyAccount
    {
        complete CompleteConnectedAccount "POST /connected-accounts/complete" (body: CompleteConnectedAccountsRequestContent);
        create CreateConnectedAccount "POST /connected-accounts/connect" (body: CreateConnectedAccountsRequestContent);
        delete DeleteConnectedAccount "DELETE /connected-accounts/accounts/{id}" (id: String);
        list ListConnectedAccounts "GET /connected-accounts/accounts" ();
    }
    {
        connections ConnectedAccountsConnections;
    }
}

handles! {
    /// `connectedAccounts.connections`
    ConnectedAccountsConnections of MyAccount
    {
        list ListConnectedAccountConnections "GET /connected-accounts/connections" ();
    }
    {
    }
}

handles! {
    /// `consents`
    Consents of MyAccount
    {
        get GetConsent "GET /consents/{consent_id}" (consent_id: String);
        list ListConsents "GET /consents" ();
    }
    {
    }
}

handles! {
    /// `factors`
    Factors of MyAccount
    {
        list ListFactors "GET /factors" ();
    }
    {
    }
}

handles! {
    /// `organizations`
    Organizations of MyAccount
    {
        list ListOrganizations "GET /organizations" ();
    }
    {
    }
}
