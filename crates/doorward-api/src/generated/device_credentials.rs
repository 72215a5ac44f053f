// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `deviceCredentials` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    CreateDeviceCredentialPublicKey of Management "deviceCredentials.createPublicKey" POST "/device-credentials"
    ["create:current_user_device_credentials"] -> PublicKeyDeviceCredential
    {
        body body "body": CreatePublicKeyDeviceCredentialRequestContent,
    }
    {}
}

operation! {
    DeleteDeviceCredential of Management "deviceCredentials.delete" DELETE "/device-credentials/{id}"
    ["delete:device_credentials", "delete:current_user_device_credentials"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListDeviceCredentials of Management "deviceCredentials.list" GET "/device-credentials"
    ["read:device_credentials"] -> ListDeviceCredentialsResponseContent
    {}
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
        query user_id "user_id": Option<String>,
        query client_id "client_id": Option<String>,
        query type_ "type": Option<DeviceCredentialType>,
    }
}

list! { ListDeviceCredentials: DeviceCredential, by_page_with_totals }

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateDeviceCredentialPublicKey>(),
    NamedOperation::of::<DeleteDeviceCredential>(),
    NamedOperation::of::<ListDeviceCredentials>(),
];

object! {
    /// `CreatePublicKeyDeviceCredentialRequestContent`
    CreatePublicKeyDeviceCredentialRequestContent (device_name: String, type_: PublicKeyCredentialType, value: String, device_id: String) {
        /// (at least 1 characters)
        device_name "device_name": String,
        type_ "type": PublicKeyCredentialType,
        /// (at least 1 characters)
        value "value": String,
        /// (at most 36 characters)
        device_id "device_id": String,
        /// (format `client-id`)
        client_id "client_id": Option<ClientId>,
    }
}

object! {
    /// `DeviceCredential`
    DeviceCredential {
        id "id": Option<String>,
        device_name "device_name": Option<String>,
        device_id "device_id": Option<String>,
        type_ "type": Option<DeviceCredentialType>,
        user_id "user_id": Option<UserId>,
        client_id "client_id": Option<ClientId>,
    } in_union
}

string_enum! {
    /// `DeviceCredentialType`
    DeviceCredentialType {
        PublicKey = "public_key",
        RefreshToken = "refresh_token",
        RotatingRefreshToken = "rotating_refresh_token",
    }
}

object! {
    /// `ListDeviceCredentialsOffsetPaginatedResponseContent`
    ListDeviceCredentialsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        device_credentials "device_credentials": Option<Vec<DeviceCredential>>,
    } in_union
}

envelope! { object ListDeviceCredentialsOffsetPaginatedResponseContent.device_credentials: DeviceCredential, total total }

union! {
    /// `ListDeviceCredentialsResponseContent`
    ListDeviceCredentialsResponseContent {
        List(Vec<DeviceCredential>),
        Page(ListDeviceCredentialsOffsetPaginatedResponseContent),
    }
}

envelope! { union ListDeviceCredentialsResponseContent: DeviceCredential, List Page }

object! {
    /// `PublicKeyDeviceCredential`
    PublicKeyDeviceCredential (id: String) {
        id "id": String,
    }
}
