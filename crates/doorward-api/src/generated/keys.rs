// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `keys` and what they speak of.

use crate::wire::prelude::*;

operation! {
    DeleteKeyCustomSigning of Management "keys.customSigning.delete" DELETE "/keys/custom-signing"
    ["delete:custom_signing_keys"] -> NoContent
    {}
    {}
}

operation! {
    GetKeyCustomSigning of Management "keys.customSigning.get" GET "/keys/custom-signing"
    ["read:custom_signing_keys"] -> CustomSigningKeys
    {}
    {}
}

list! { GetKeyCustomSigning: CustomSigningKeyJwk, }

operation! {
    SetKeyCustomSigning of Management "keys.customSigning.set" PUT "/keys/custom-signing"
    ["create:custom_signing_keys", "update:custom_signing_keys"] -> CustomSigningKeys
    {
        body body "body": SetCustomSigningKeysRequestContent,
    }
    {}
}

list! { SetKeyCustomSigning: CustomSigningKeyJwk, }

operation! {
    CreateKeyEncryption of Management "keys.encryption.create" POST "/keys/encryption"
    ["create:encryption_keys"] -> EncryptionKey
    {
        body body "body": CreateEncryptionKeyRequestContent,
    }
    {}
}

operation! {
    CreateKeyEncryptionPublicWrappingKey of Management "keys.encryption.createPublicWrappingKey" POST "/keys/encryption/{kid}/wrapping-key"
    ["create:encryption_keys"] -> EncryptionKeyPublicWrapping
    {
        path kid "kid": String,
    }
    {}
}

operation! {
    DeleteKeyEncryption of Management "keys.encryption.delete" DELETE "/keys/encryption/{kid}"
    ["delete:encryption_keys"] -> NoContent
    {
        path kid "kid": String,
    }
    {}
}

operation! {
    GetKeyEncryption of Management "keys.encryption.get" GET "/keys/encryption/{kid}"
    ["read:encryption_keys"] -> EncryptionKey
    {
        path kid "kid": String,
    }
    {}
}

operation! {
    ImportKeyEncryption of Management "keys.encryption.import" POST "/keys/encryption/{kid}"
    ["update:encryption_keys"] -> EncryptionKey
    {
        path kid "kid": String,
        body body "body": ImportEncryptionKeyRequestContent,
    }
    {}
}

operation! {
    ListKeyEncryption of Management "keys.encryption.list" GET "/keys/encryption"
    ["read:encryption_keys"] -> ListEncryptionKeysResponseContent
    {}
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
    }
}

list! { ListKeyEncryption: EncryptionKey, by_page_with_totals }

operation! {
    RekeyKeyEncryption of Management "keys.encryption.rekey" POST "/keys/encryption/rekey"
    ["create:encryption_keys", "update:encryption_keys"] -> NoContent
    {}
    {}
}

operation! {
    CreateNetworkAclKey of Management "keys.networkAcls.create" POST "/keys/network-acls"
    ["create:network_acl_keys"] -> NetworkAclKey
    {
        body body "body": CreateNetworkAclKeyRequestContent,
    }
    {}
}

operation! {
    DeleteNetworkAclKey of Management "keys.networkAcls.delete" DELETE "/keys/network-acls/{id}"
    ["delete:network_acl_keys"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetNetworkAclKey of Management "keys.networkAcls.get" GET "/keys/network-acls/{id}"
    ["read:network_acl_keys"] -> NetworkAclKey
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListNetworkAclKeys of Management "keys.networkAcls.list" GET "/keys/network-acls"
    ["read:network_acl_keys"] -> ListNetworkAclKeysResponseContent
    {}
    {}
}

list! { ListNetworkAclKeys: NetworkAclKey, }

operation! {
    GetSigningKey of Management "keys.signing.get" GET "/keys/signing/{kid}"
    ["read:signing_keys"] -> SigningKeys
    {
        path kid "kid": String,
    }
    {}
}

operation! {
    ListSigningKeys of Management "keys.signing.list" GET "/keys/signing"
    ["read:signing_keys"] -> Vec<SigningKeys>
    {}
    {}
}

list! { ListSigningKeys: SigningKeys, }

operation! {
    RevokeSigningKey of Management "keys.signing.revoke" PUT "/keys/signing/{kid}/revoke"
    ["update:signing_keys"] -> RotateSigningKeysResponseContent
    {
        path kid "kid": String,
    }
    {}
}

operation! {
    RotateSigningKeys of Management "keys.signing.rotate" POST "/keys/signing/rotate"
    ["create:signing_keys", "update:signing_keys"] -> RotateSigningKeysResponseContent
    {}
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<DeleteKeyCustomSigning>(),
    NamedOperation::of::<GetKeyCustomSigning>(),
    NamedOperation::of::<SetKeyCustomSigning>(),
    NamedOperation::of::<CreateKeyEncryption>(),
    NamedOperation::of::<CreateKeyEncryptionPublicWrappingKey>(),
    NamedOperation::of::<DeleteKeyEncryption>(),
    NamedOperation::of::<GetKeyEncryption>(),
    NamedOperation::of::<ImportKeyEncryption>(),
    NamedOperation::of::<ListKeyEncryption>(),
    NamedOperation::of::<RekeyKeyEncryption>(),
    NamedOperation::of::<CreateNetworkAclKey>(),
    NamedOperation::of::<DeleteNetworkAclKey>(),
    NamedOperation::of::<GetNetworkAclKey>(),
    NamedOperation::of::<ListNetworkAclKeys>(),
    NamedOperation::of::<GetSigningKey>(),
    NamedOperation::of::<ListSigningKeys>(),
    NamedOperation::of::<RevokeSigningKey>(),
    NamedOperation::of::<RotateSigningKeys>(),
];

object! {
    /// `CreateEncryptionKeyRequestContent`
    CreateEncryptionKeyRequestContent (type_: CreateEncryptionKeyType) {
        type_ "type": CreateEncryptionKeyType,
    }
}

string_enum! {
    /// `CreateEncryptionKeyType`
    CreateEncryptionKeyType {
        CustomerProvidedRootKey = "customer-provided-root-key",
        TenantEncryptionKey = "tenant-encryption-key",
    }
}

object! {
    /// `CreateNetworkAclKeyRequestContent`
    CreateNetworkAclKeyRequestContent (name: String, alg: NetworkAclKeyAlgorithm, value: String) {
        name "name": String,
        alg "alg": NetworkAclKeyAlgorithm,
        value "value": String,
    }
}

string_enum! {
    /// `CustomSigningKeyAlgorithm`
    CustomSigningKeyAlgorithm {
        Rs256 = "RS256",
        Rs384 = "RS384",
        Rs512 = "RS512",
        Es256 = "ES256",
        Es384 = "ES384",
        Es512 = "ES512",
        Ps256 = "PS256",
        Ps384 = "PS384",
        Ps512 = "PS512",
    }
}

string_enum! {
    /// `CustomSigningKeyCurve`
    CustomSigningKeyCurve {
        P256 = "P-256",
        P384 = "P-384",
        P521 = "P-521",
    }
}

object! {
    /// `CustomSigningKeyJwk`
    CustomSigningKeyJwk (kty: CustomSigningKeyType) {
        kty "kty": CustomSigningKeyType,
        kid "kid": Option<String>,
        use_ "use": Option<CustomSigningKeyUse>,
        /// (at least 1 items)
        key_ops "key_ops": Option<Vec<CustomSigningKeyOperation>>,
        alg "alg": Option<CustomSigningKeyAlgorithm>,
        n "n": Option<String>,
        e "e": Option<String>,
        crv "crv": Option<CustomSigningKeyCurve>,
        x "x": Option<String>,
        y "y": Option<String>,
        x5u "x5u": Option<String>,
        /// (at least 1 items)
        x5c "x5c": Option<Vec<String>>,
        x5t "x5t": Option<String>,
        x5t_s256 "x5t#S256": Option<String>,
    }
}

string_enum! {
    /// `CustomSigningKeyOperation`
    CustomSigningKeyOperation {
        Verify = "verify",
    }
}

string_enum! {
    /// `CustomSigningKeyType`
    CustomSigningKeyType {
        Ec = "EC",
        Rsa = "RSA",
    }
}

string_enum! {
    /// `CustomSigningKeyUse`
    CustomSigningKeyUse {
        Sig = "sig",
    }
}

object! {
    /// `CustomSigningKeys`
    CustomSigningKeys {
        keys "keys": Option<Vec<CustomSigningKeyJwk>>,
    }
}

envelope! { object CustomSigningKeys.keys: CustomSigningKeyJwk }

object! {
    /// `EncryptionKey`
    EncryptionKey (kid: String, type_: EncryptionKeyType, state: EncryptionKeyState, created_at: String, updated_at: String) {
        kid "kid": String,
        type_ "type": EncryptionKeyType,
        state "state": EncryptionKeyState,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
        parent_kid "parent_kid": Option<String>,
        public_key "public_key": Option<String>,
    } in_union
}

object! {
    /// `EncryptionKeyPublicWrapping`
    EncryptionKeyPublicWrapping (public_key: String, algorithm: EncryptionKeyPublicWrappingAlgorithm) {
        public_key "public_key": String,
        algorithm "algorithm": EncryptionKeyPublicWrappingAlgorithm,
    }
}

string_enum! {
    /// `EncryptionKeyPublicWrappingAlgorithm`
    EncryptionKeyPublicWrappingAlgorithm {
        CkmRsaAesKeyWrap = "CKM_RSA_AES_KEY_WRAP",
    }
}

string_enum! {
    /// `EncryptionKeyState`
    EncryptionKeyState {
        PreActivation = "pre-activation",
        Active = "active",
        Deactivated = "deactivated",
        Destroyed = "destroyed",
    }
}

string_enum! {
    /// `EncryptionKeyType`
    EncryptionKeyType {
        CustomerProvidedRootKey = "customer-provided-root-key",
        EnvironmentRootKey = "environment-root-key",
        TenantMasterKey = "tenant-master-key",
        TenantEncryptionKey = "tenant-encryption-key",
    }
}

object! {
    /// `ImportEncryptionKeyRequestContent`
    ImportEncryptionKeyRequestContent (wrapped_key: String) {
        wrapped_key "wrapped_key": String,
    }
}

object! {
    /// `ListEncryptionKeyOffsetPaginatedResponseContent`
    ListEncryptionKeyOffsetPaginatedResponseContent {
        start "start": Option<i64>,
        limit "limit": Option<i64>,
        total "total": Option<i64>,
        keys "keys": Option<Vec<EncryptionKey>>,
    } in_union
}

envelope! { object ListEncryptionKeyOffsetPaginatedResponseContent.keys: EncryptionKey, total total }

union! {
    /// `ListEncryptionKeysResponseContent`
    ListEncryptionKeysResponseContent {
        List(Vec<EncryptionKey>),
        Page(ListEncryptionKeyOffsetPaginatedResponseContent),
    }
}

envelope! { union ListEncryptionKeysResponseContent: EncryptionKey, List Page }

object! {
    /// `ListNetworkAclKeysResponseContent`
    ListNetworkAclKeysResponseContent {
        keys "keys": Option<Vec<NetworkAclKey>>,
    }
}

envelope! { object ListNetworkAclKeysResponseContent.keys: NetworkAclKey }

object! {
    /// `NetworkAclKey`
    NetworkAclKey {
        id "id": Option<String>,
        name "name": Option<String>,
        alg "alg": Option<NetworkAclKeyAlgorithm>,
        fingerprint "fingerprint": Option<String>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    }
}

string_enum! {
    /// `NetworkAclKeyAlgorithm`
    NetworkAclKeyAlgorithm {
        HmacSha256 = "hmac-sha256",
    }
}

object! {
    /// `RotateSigningKeysResponseContent`
    RotateSigningKeysResponseContent (cert: String, kid: String) {
        cert "cert": String,
        kid "kid": String,
    }
}

object! {
    /// `SetCustomSigningKeysRequestContent`
    SetCustomSigningKeysRequestContent (keys: Vec<CustomSigningKeyJwk>) {
        /// (at least 1 items)
        keys "keys": Vec<CustomSigningKeyJwk>,
    }
}

envelope! { object SetCustomSigningKeysRequestContent.keys: CustomSigningKeyJwk }

object! {
    /// `SigningKeys`
    SigningKeys (kid: String, cert: String, fingerprint: String, thumbprint: String) {
        kid "kid": String,
        cert "cert": String,
        pkcs7 "pkcs7": Option<String>,
        current "current": Option<bool>,
        next "next": Option<bool>,
        previous "previous": Option<bool>,
        current_since "current_since": Option<SigningKeysDate>,
        current_until "current_until": Option<SigningKeysDate>,
        fingerprint "fingerprint": String,
        thumbprint "thumbprint": String,
        revoked "revoked": Option<bool>,
        revoked_at "revoked_at": Option<SigningKeysDate>,
    }
}

union! {
    /// `SigningKeysDate`
    SigningKeysDate {
        String(String),
        Object(Map<String, Value>),
    }
}
