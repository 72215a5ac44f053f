// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `tickets` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    CreatePasswordChangeTicket of Management "tickets.changePassword" POST "/tickets/password-change"
    ["create:user_tickets"] -> VerifyEmailTicketResponseContent
    {
        body body "body": ChangePasswordTicketRequestContent,
    }
    {
        header auth0_custom_domain "auth0-custom-domain": Option<String>,
    }
}

operation! {
    CreateEmailVerificationTicket of Management "tickets.verifyEmail" POST "/tickets/email-verification"
    ["create:user_tickets"] -> VerifyEmailTicketResponseContent
    {
        body body "body": VerifyEmailTicketRequestContent,
    }
    {
        header auth0_custom_domain "auth0-custom-domain": Option<String>,
    }
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreatePasswordChangeTicket>(),
    NamedOperation::of::<CreateEmailVerificationTicket>(),
];

object! {
    /// `ChangePasswordTicketIdentity`
    ChangePasswordTicketIdentity (user_id: String, provider: IdentityProviderOnlyAuth0) {
        user_id "user_id": String,
        provider "provider": IdentityProviderOnlyAuth0,
        connection_id "connection_id": Option<ConnectionId>,
    }
}

object! {
    /// `ChangePasswordTicketRequestContent`
    ChangePasswordTicketRequestContent {
        /// (format `url`)
        result_url "result_url": Option<String>,
        /// (format `user-id`)
        user_id "user_id": Option<UserId>,
        /// (format `client-id`)
        client_id "client_id": Option<ClientId>,
        /// (format `organization-id`)
        organization_id "organization_id": Option<OrganizationId>,
        connection_id "connection_id": Option<ConnectionId>,
        /// (format `email`)
        email "email": Option<String>,
        /// (at least 0)
        ttl_sec "ttl_sec": Option<i64>,
        mark_email_as_verified "mark_email_as_verified": Option<bool>,
        include_email_in_redirect "includeEmailInRedirect": Option<bool>,
        identity "identity": Option<ChangePasswordTicketIdentity>,
    }
}

object! {
    /// `VerifyEmailTicketRequestContent`
    VerifyEmailTicketRequestContent (user_id: UserId) {
        /// (format `url`)
        result_url "result_url": Option<String>,
        /// (format `user-id`)
        user_id "user_id": UserId,
        /// (format `client-id`)
        client_id "client_id": Option<ClientId>,
        /// (format `organization-id`)
        organization_id "organization_id": Option<OrganizationId>,
        /// (at least 0)
        ttl_sec "ttl_sec": Option<i64>,
        include_email_in_redirect "includeEmailInRedirect": Option<bool>,
        identity "identity": Option<Identity>,
    }
}

object! {
    /// `VerifyEmailTicketResponseContent`
    VerifyEmailTicketResponseContent (ticket: String) {
        /// (format `url`)
        ticket "ticket": String,
    }
}
