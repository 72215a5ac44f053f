//! `custom_password_hash`: hashes of other systems, as a user import brings them.
//!
//! The object is checked once, when it arrives, and stored as JSON; reading the row runs the same
//! checks again. Source: Management API, `jobs.usersImports.create`.

use serde_json::{Map, Value};
use subtle::ConstantTimeEq;

use super::{
    Scratch,
    argon2::{self, Argon2Hash},
    bcrypt::{self, BcryptHash},
    digest::Digest,
    encoding::Encoding,
    ldap::LdapHash,
    pbkdf2::{self, Pbkdf2Hash},
    scrypt::ScryptCosts,
};
use crate::domain::import::error::ImportError;

const ROOT: &str = "custom_password_hash";
const HASH: &str = "custom_password_hash.hash";
const HASH_VALUE: &str = "custom_password_hash.hash.value";
const SALT: &str = "custom_password_hash.salt";
const KEY: &str = "custom_password_hash.hash.key";
const MAX_TEXT_CHARS: usize = 2048;
const MAX_KEY_BYTES: u64 = 512;

/// A foreign hash, how the password was encoded for it, and where its salt stood.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct CustomHash {
    form: Form,
    password: Encoding,
    salt: Salt,
}

#[derive(Clone, PartialEq, Eq)]
enum Form {
    Argon2(Argon2Hash),
    Bcrypt(BcryptHash),
    Digest {
        digest: Digest,
        output: Vec<u8>,
    },
    Hmac {
        digest: Digest,
        key: Vec<u8>,
        output: Vec<u8>,
    },
    Ldap(LdapHash),
    Pbkdf2(Pbkdf2Hash),
    Scrypt {
        costs: ScryptCosts,
        output: Vec<u8>,
    },
}

#[derive(Clone, PartialEq, Eq)]
struct Salt {
    bytes: Vec<u8>,
    is_suffix: bool,
}

impl CustomHash {
    /// Checks and reads the object.
    ///
    /// # Errors
    ///
    /// The first rule it breaks. No message repeats a hash, a salt or a key.
    pub(super) fn from_json(json: &Value) -> Result<Self, ImportError> {
        let object = Object::new(ROOT, json)?;
        object.only(&[
            "algorithm",
            "hash",
            "salt",
            "password",
            "keylen",
            "cost",
            "blockSize",
            "parallelization",
        ])?;
        let algorithm = object.required_text("algorithm")?;
        let hash = Object::new(HASH, object.required("hash")?)?;
        hash.only(&["value", "encoding", "digest", "key"])?;
        let form = read_form(algorithm, &object, &hash)?;
        let password = match object.map.get("password") {
            None => Encoding::Utf8,
            Some(json) => read_password_encoding(json)?,
        };
        let takes_salt = matches!(
            form,
            Form::Bcrypt(_) | Form::Digest { .. } | Form::Scrypt { .. }
        );
        let salt = match object.map.get("salt") {
            None => Salt {
                bytes: Vec::new(),
                is_suffix: false,
            },
            Some(_) if !takes_salt => return Err(ImportError::not_allowed(ROOT, "salt")),
            Some(json) => Salt::from_json(json)?,
        };
        Ok(Self {
            form,
            password,
            salt,
        })
    }

    /// Whether `password` hashes to this.
    pub(super) fn verify(&self, password: &str, scratch: &mut Scratch) -> bool {
        let Some(password) = self.password.bytes(password).map(zeroize::Zeroizing::new) else {
            return false;
        };
        match &self.form {
            Form::Argon2(hash) => hash.verify(&password, scratch),
            Form::Bcrypt(hash) => {
                let [first, second] = self.salt.beside(&password);
                hash.verify(&zeroize::Zeroizing::new([first, second].concat()))
            }
            Form::Digest { digest, output } => digest
                .hash(&self.salt.beside(&password))
                .ct_eq(output)
                .into(),
            Form::Hmac {
                digest,
                key,
                output,
            } => digest.hmac(key, &password).ct_eq(output).into(),
            Form::Ldap(hash) => hash.verify(&password),
            Form::Pbkdf2(hash) => hash.verify(&password),
            Form::Scrypt { costs, output } => costs.verify(&password, &self.salt.bytes, output),
        }
    }

    /// See [`super::StoredPassword::extra_memory_bytes`].
    pub(super) fn extra_memory_bytes(&self) -> u64 {
        match &self.form {
            Form::Argon2(hash) => hash.extra_memory_bytes(),
            Form::Scrypt { costs, .. } => costs.extra_memory_bytes(),
            _ => 0,
        }
    }
}

fn read_form(algorithm: &str, object: &Object<'_>, hash: &Object<'_>) -> Result<Form, ImportError> {
    let text = hash.required_text("value")?;
    let form = match algorithm {
        "argon2" => Form::Argon2(Argon2Hash::parse(text).map_err(|fault| match fault {
            argon2::Fault::Malformed => ImportError::format(HASH_VALUE, "argon2"),
            argon2::Fault::TooCostly => too_costly("argon2"),
        })?),
        "bcrypt" => Form::Bcrypt(BcryptHash::parse(text).map_err(|fault| match fault {
            bcrypt::Fault::Malformed => ImportError::format(HASH_VALUE, "bcrypt"),
            bcrypt::Fault::TooCostly => too_costly("bcrypt"),
        })?),
        "ldap" => Form::Ldap(
            LdapHash::parse(text).ok_or_else(|| ImportError::format(HASH_VALUE, "ldap"))?,
        ),
        "pbkdf2" => Form::Pbkdf2(Pbkdf2Hash::parse(text).map_err(|fault| match fault {
            pbkdf2::Fault::Malformed => ImportError::format(HASH_VALUE, "pbkdf2"),
            pbkdf2::Fault::TooCostly => too_costly("pbkdf2"),
        })?),
        "hmac" => {
            let name = hash.required_text("digest")?;
            let digest = Digest::from_name(name)
                .ok_or_else(|| ImportError::no_enum_match(&hash.place("digest"), name))?;
            Form::Hmac {
                digest,
                key: read_key(hash)?,
                output: read_output(hash, digest.output_bytes())?,
            }
        }
        "md4" | "md5" | "sha1" | "sha256" | "sha512" => {
            let digest = Digest::from_name(algorithm)
                .ok_or_else(|| ImportError::no_enum_match(&object.place("algorithm"), algorithm))?;
            Form::Digest {
                digest,
                output: read_output(hash, digest.output_bytes())?,
            }
        }
        "scrypt" => {
            let costs = ScryptCosts::new(
                ROOT,
                object.optional_number("cost")?.unwrap_or(16_384),
                object.optional_number("blockSize")?.unwrap_or(8),
                object.optional_number("parallelization")?.unwrap_or(1),
            )?;
            Form::Scrypt {
                costs,
                output: read_output(hash, read_key_bytes(object)?)?,
            }
        }
        other => {
            return Err(ImportError::no_enum_match(
                &object.place("algorithm"),
                other,
            ));
        }
    };
    let is_text = matches!(
        form,
        Form::Argon2(_) | Form::Bcrypt(_) | Form::Ldap(_) | Form::Pbkdf2(_)
    );
    match hash.optional_text("encoding")? {
        Some(name) if is_text && name != "utf8" => {
            Err(ImportError::no_enum_match(&hash.place("encoding"), name))
        }
        _ => Ok(form),
    }
}

fn too_costly(format: &str) -> ImportError {
    ImportError::new(
        "MAXIMUM",
        HASH_VALUE,
        format!("The cost parameters of this {format} hash are too high"),
    )
}

/// `hash.value` in hexadecimal or Base64, of exactly the length that the algorithm makes.
fn read_output(hash: &Object<'_>, length: usize) -> Result<Vec<u8>, ImportError> {
    let name = hash.required_text("encoding")?;
    let place = hash.place("encoding");
    let encoding = match Encoding::from_name(&place, name)? {
        encoding @ (Encoding::Hex | Encoding::Base64) => encoding,
        _ => return Err(ImportError::no_enum_match(&place, name)),
    };
    let output = encoding.bytes(hash.required_text("value")?);
    output
        .filter(|output| output.len() == length)
        .ok_or_else(|| ImportError::format(HASH_VALUE, name))
}

/// `keylen`, the length of a scrypt hash in bytes: 16 to 512.
fn read_key_bytes(object: &Object<'_>) -> Result<usize, ImportError> {
    let value = object
        .optional_number("keylen")?
        .ok_or_else(|| ImportError::missing(ROOT, "keylen"))?;
    if value > MAX_KEY_BYTES {
        return Err(ImportError::above(
            &object.place("keylen"),
            value,
            MAX_KEY_BYTES,
        ));
    }
    if value < 16 {
        return Err(ImportError::below(&object.place("keylen"), value, 16));
    }
    Ok(value as usize)
}

fn read_key(hash: &Object<'_>) -> Result<Vec<u8>, ImportError> {
    let key = Object::new(KEY, hash.required("key")?)?;
    key.only(&["value", "encoding"])?;
    key.bytes("value")
}

fn read_password_encoding(json: &Value) -> Result<Encoding, ImportError> {
    let password = Object::new("custom_password_hash.password", json)?;
    password.only(&["encoding"])?;
    let Some(name) = password.optional_text("encoding")? else {
        return Ok(Encoding::Utf8);
    };
    match Encoding::from_name(&password.place("encoding"), name)? {
        // A password typed by a person is no hexadecimal.
        Encoding::Hex | Encoding::Base64 => Err(ImportError::no_enum_match(
            &password.place("encoding"),
            name,
        )),
        encoding => Ok(encoding),
    }
}

impl Salt {
    fn from_json(json: &Value) -> Result<Self, ImportError> {
        let salt = Object::new(SALT, json)?;
        salt.only(&["value", "encoding", "position"])?;
        let is_suffix = match salt.optional_text("position")? {
            None | Some("prefix") => false,
            Some("suffix") => true,
            Some(other) => return Err(ImportError::no_enum_match(&salt.place("position"), other)),
        };
        Ok(Self {
            bytes: salt.bytes("value")?,
            is_suffix,
        })
    }

    /// Salt and password in the order in which they are hashed.
    fn beside<'a>(&'a self, password: &'a [u8]) -> [&'a [u8]; 2] {
        if self.is_suffix {
            [password, &self.bytes]
        } else {
            [&self.bytes, password]
        }
    }
}

/// A JSON object with the path by which its faults are reported.
struct Object<'a> {
    path: &'a str,
    map: &'a Map<String, Value>,
}

impl<'a> Object<'a> {
    fn new(path: &'a str, json: &'a Value) -> Result<Self, ImportError> {
        let map = json
            .as_object()
            .ok_or_else(|| ImportError::invalid_type(path, "object", json))?;
        Ok(Self { path, map })
    }

    fn place(&self, member: &str) -> String {
        format!("{}.{member}", self.path)
    }

    fn only(&self, known: &[&str]) -> Result<(), ImportError> {
        match self.map.keys().find(|key| !known.contains(&key.as_str())) {
            Some(unknown) => Err(ImportError::not_allowed(self.path, unknown)),
            None => Ok(()),
        }
    }

    fn required(&self, member: &str) -> Result<&'a Value, ImportError> {
        self.map
            .get(member)
            .ok_or_else(|| ImportError::missing(self.path, member))
    }

    fn required_text(&self, member: &str) -> Result<&'a str, ImportError> {
        self.required(member)?;
        Ok(self.optional_text(member)?.unwrap_or_default())
    }

    fn optional_text(&self, member: &str) -> Result<Option<&'a str>, ImportError> {
        let Some(value) = self.map.get(member) else {
            return Ok(None);
        };
        let place = self.place(member);
        let text = value
            .as_str()
            .ok_or_else(|| ImportError::invalid_type(&place, "string", value))?;
        let length = text.chars().count();
        if length > MAX_TEXT_CHARS {
            return Err(ImportError::too_long(&place, length, MAX_TEXT_CHARS));
        }
        Ok(Some(text))
    }

    fn optional_number(&self, member: &str) -> Result<Option<u64>, ImportError> {
        let Some(value) = self.map.get(member) else {
            return Ok(None);
        };
        let wrong = || ImportError::invalid_type(&self.place(member), "integer", value);
        value.as_u64().map(Some).ok_or_else(wrong)
    }

    /// `member` decoded by the `encoding` beside it, UTF-8 unless said.
    fn bytes(&self, member: &str) -> Result<Vec<u8>, ImportError> {
        let name = self.optional_text("encoding")?.unwrap_or("utf8");
        let encoding = Encoding::from_name(&self.place("encoding"), name)?;
        let text = self.required_text(member)?;
        encoding
            .bytes(text)
            .ok_or_else(|| ImportError::format(&self.place(member), name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[track_caller]
    fn check(hash: Value) {
        let hash = CustomHash::from_json(&hash).unwrap();
        let mut scratch = Scratch::default();
        assert!(hash.verify("pässword", &mut scratch));
        assert!(!hash.verify("password", &mut scratch));
    }

    #[track_caller]
    fn fault(hash: Value) -> (&'static str, String) {
        let error = CustomHash::from_json(&hash).err().expect("refused");
        (error.code, error.path)
    }

    // All vectors are made with Python's `hashlib`, `hmac` and `bcrypt` and with `openssl dgst` from
    // the password "pässword".

    #[test]
    fn plain_digests_verify_with_and_without_salt() {
        let vectors = [
            (
                "md5",
                "8e1843033a0f6ee52e2f618aa8ebbef4",
                "6rCkCEIPS4oP74sDNWIo+w==",
                "4955699ebd5c949fa01225a0abb404fc",
            ),
            (
                "sha1",
                "23b74494475f5f874980b7676d511e23d886da64",
                "ZZMAwG/QeQYJFwzHKM4WnKtm8/0=",
                "1384628c7d2959f05f5b3af8f9af46256bbdbd1a",
            ),
            (
                "sha256",
                "3478267b5612791b40988906b3a7897eb6ab501e04b95ed32f99d0afdf669d9c",
                "6isRuFLVP1b8qw5vLoRE+olDfjbJRMuykzZo6XUlE7g=",
                "3a7717144319f7bdb736a2d6595d10563186da4f9add4cfd1149939c89d60070",
            ),
            (
                "sha512",
                "285de271b49e00ef6819cf0abbf0315e97c25cba3616167c770efc526c648b4de11f4b00dc71faed33a312c7ba83690d3ed14aaaadf6b622aa48996ff07ec8a4",
                "C9grcl/WnwHnHdtR2s06z8YjJJxIY5RSgv9JTvFJ59LTs3NHz5vatbme6gnxErH/kc8hfgdW6c2+6suC0mfL/Q==",
                "a89fabf4da1d7a5728561e778d40beb70489c6a2594b77045acb7fba90452fecfe8e50a55e5380f1da49c91915d0f6a5b281eba11f6ce0d6384351118a3f2bb0",
            ),
        ];
        for (algorithm, bare, prefixed, suffixed) in vectors {
            check(
                json!({ "algorithm": algorithm, "hash": { "value": bare.to_uppercase(), "encoding": "hex" } }),
            );
            check(json!({
                "algorithm": algorithm,
                "hash": { "value": prefixed, "encoding": "base64" },
                "salt": { "value": "salt", "position": "prefix" }
            }));
            check(json!({
                "algorithm": algorithm,
                "hash": { "value": suffixed, "encoding": "hex" },
                "salt": { "value": "00ff10", "encoding": "hex", "position": "suffix" }
            }));
        }
        check(
            json!({ "algorithm": "md4", "hash": { "value": "6fa976e14af1839cf5ad3143e354283a", "encoding": "hex" } }),
        );
        check(json!({
            "algorithm": "md4",
            "hash": { "value": "762def398fe0c6d27f59d0a570c3d1f4", "encoding": "hex" },
            "salt": { "value": "salt" }
        }));
    }

    #[test]
    fn hmac_verifies_with_every_digest() {
        let vectors = [
            ("md5", "d5b168b1fde08f3574358ef475bc8a33"),
            ("ripemd160", "3b872a105eaa3361867b4a62077830b65e89a492"),
            ("sha1", "0e715c1129f4471c127038e521133aef769221fd"),
            (
                "sha224",
                "2956cd4f1363faf08eecbc429a8efbaf6ca6da9a9543f63f0d721f44",
            ),
            (
                "sha256",
                "86368f0c577484963aa33e37c1038ed719134ba0fde2faa7e8ad0feaf551bb46",
            ),
            (
                "sha384",
                "c679ae9df651c9fb69c06d358375f4c59141a51d9624de870a501e146af25bc7a8d56c6ca66ecbc1e23229e52ba8365a",
            ),
            (
                "sha512",
                "a87ce51399ec28eef65e83f34196cfb04d2f15448c57a280064f390ea2ced37152dea6e1d20bceb4750f59793ce9643824c361296e78783289b1420d2ea95b2a",
            ),
            ("md4", "b33e489d7243fed33b7b8d9f5e6218a9"),
            (
                "whirlpool",
                "94374df43240e95222ae7f70531182ec92db5a45844af91f72b49800fbe4984f0f8d90ab727c5903154d436856708cce0ee5b350ae7037e509d1cc5dd8523a1a",
            ),
        ];
        for (digest, value) in vectors {
            check(json!({
                "algorithm": "hmac",
                "hash": {
                    "value": value, "encoding": "hex", "digest": digest,
                    "key": { "value": "a2V5AAE", "encoding": "base64" }
                }
            }));
        }
    }

    #[test]
    fn scrypt_verifies() {
        check(json!({
            "algorithm": "scrypt", "keylen": 64,
            "hash": { "value": "b7b6ea04db1bed400273f1ed3d6a43a62a4822e77fd8851cb85f9bf9467c2b1dd5aaafd5b9eb50cf0a017eecbebc94d6366e0d3f731a13d43f78c9119b01136f", "encoding": "hex" },
            "salt": { "value": "somesalt16bytes!" }
        }));
        check(json!({
            "algorithm": "scrypt", "keylen": 32, "cost": 1024, "blockSize": 4, "parallelization": 2,
            "hash": { "value": "qIgEz8cSU8ray-i7tEL-PzRecMOWU5dbJwEMIOC0HdI", "encoding": "base64" },
            "salt": { "value": "c29tZXNhbHQxNmJ5dGVzIQ==", "encoding": "base64" }
        }));
    }

    #[test]
    fn the_self_describing_forms_verify() {
        for (algorithm, value) in [
            (
                "argon2",
                "$argon2id$v=19$m=1024,t=2,p=2$c29tZXNhbHQxNmJ5dGVzIQ$VsFIj5j7g1kK67AoL4bW8UZfprdVzp0o95vU2zYINYM",
            ),
            (
                "bcrypt",
                "$2b$04$X7Tm5dWlvT45ELy7h/eRROCPFlZPJWvl4isigqzXs1qIuKZkeU/wK",
            ),
            ("ldap", "{SSHA}Sm0KwZta8yyk/kTE72UvPnb5RnxzYWx0eQ=="),
            (
                "pbkdf2",
                "$pbkdf2-sha1$i=1000,l=64$c29tZXNhbHQxNmJ5dGVzIQ$4bUXR9CmYNu4zc20t4aei3Tpho0ElI88yrI8nUtC59OzlWgQqQwqKWRclcMxnVez+k/VAoO7bXq52Cm0Zh0pUg",
            ),
        ] {
            check(
                json!({ "algorithm": algorithm, "hash": { "value": value, "encoding": "utf8" } }),
            );
            check(json!({ "algorithm": algorithm, "hash": { "value": value } }));
        }
    }

    #[test]
    fn bcrypt_takes_a_salt_of_its_own_on_either_side() {
        check(json!({
            "algorithm": "bcrypt", "salt": { "value": "pepper" },
            "hash": { "value": "$2b$04$PPep/rQwKjQMVFoN9hZzEeE0y2jN5tCqAOgvXl1hd7PTt.cMB9hvm" }
        }));
        check(json!({
            "algorithm": "bcrypt", "salt": { "value": "pepper", "position": "suffix" },
            "hash": { "value": "$2b$04$nCq8j0dPFwwKaopBCTVka.xGyoLsJtAt04LbGPfy1tzSMPiBeocjK" }
        }));
    }

    #[test]
    fn a_password_may_have_been_hashed_in_another_encoding() {
        for (encoding, value) in [
            (
                "utf16le",
                "906ebbec35d7aba42e51fd22d5f08d21499371893451c186dc153594e1250e2e",
            ),
            (
                "latin1",
                "fe699eee1c6a654b6699f92e2d5e06a00e220b91495190eceac3eff8140f2986",
            ),
        ] {
            check(json!({
                "algorithm": "sha256", "password": { "encoding": encoding },
                "hash": { "value": value, "encoding": "hex" }
            }));
        }
    }

    #[test]
    fn each_fault_is_named_with_its_place() {
        let md5 = json!({ "value": "8e1843033a0f6ee52e2f618aa8ebbef4", "encoding": "hex" });
        let with = |name: &str, value: Value| {
            let mut hash = json!({ "algorithm": "md5", "hash": md5 });
            hash[name] = value;
            fault(hash)
        };
        assert_eq!(fault(json!("x")), ("INVALID_TYPE", ROOT.into()));
        assert_eq!(
            fault(json!({ "algorithm": "md5" })),
            ("OBJECT_REQUIRED", ROOT.into())
        );
        assert_eq!(
            with("algorithm", json!("crypt")),
            ("ENUM_MISMATCH", format!("{ROOT}.algorithm"))
        );
        assert_eq!(
            with("algorithm", json!("sha1")),
            ("FORMAT", HASH_VALUE.into())
        );
        assert_eq!(
            with("algorithm", json!("argon2")),
            ("FORMAT", HASH_VALUE.into())
        );
        assert_eq!(with("extra", json!(1)), ("NOT_PASSED", ROOT.into()));
        assert_eq!(with("salt", json!({})), ("OBJECT_REQUIRED", SALT.into()));
        assert_eq!(
            with("salt", json!({ "value": "x", "position": "around" })),
            ("ENUM_MISMATCH", format!("{SALT}.position"))
        );
        assert_eq!(
            with("password", json!({ "encoding": "hex" })),
            ("ENUM_MISMATCH", format!("{ROOT}.password.encoding"))
        );
        assert_eq!(
            with("hash", json!({ "value": 1, "encoding": "hex" })),
            ("INVALID_TYPE", HASH_VALUE.into())
        );
        assert_eq!(
            with(
                "hash",
                json!({ "value": "x".repeat(3000), "encoding": "hex" })
            ),
            ("MAX_LENGTH", HASH_VALUE.into())
        );
    }

    #[test]
    fn a_salt_is_refused_where_the_format_has_its_own() {
        for (algorithm, value) in [
            ("ldap", "{SSHA}Sm0KwZta8yyk/kTE72UvPnb5RnxzYWx0eQ=="),
            (
                "argon2",
                "$argon2id$v=19$m=1024,t=2,p=2$c29tZXNhbHQxNmJ5dGVzIQ$VsFIj5j7g1kK67AoL4bW8UZfprdVzp0o95vU2zYINYM",
            ),
        ] {
            let hash = json!({ "algorithm": algorithm, "hash": { "value": value }, "salt": { "value": "x" } });
            assert_eq!(fault(hash), ("NOT_PASSED", ROOT.into()));
        }
    }

    #[test]
    fn scrypt_needs_a_sensible_key_length() {
        let hash = |keylen: Value| {
            json!({
                "algorithm": "scrypt", "keylen": keylen, "hash": { "value": "00", "encoding": "hex" }
            })
        };
        assert_eq!(fault(hash(json!(4))), ("MINIMUM", format!("{ROOT}.keylen")));
        assert_eq!(
            fault(hash(json!(1_000_000))),
            ("MAXIMUM", format!("{ROOT}.keylen"))
        );
        assert_eq!(
            fault(hash(json!("32"))),
            ("INVALID_TYPE", format!("{ROOT}.keylen"))
        );
        assert_eq!(fault(hash(json!(32))), ("FORMAT", HASH_VALUE.into()));
    }

    proptest! {
        #[test]
        fn no_hash_text_makes_parsing_panic(
            algorithm in "argon2|bcrypt|hmac|ldap|md5|pbkdf2|scrypt|x",
            value in "(\\$argon2id\\$v=19\\$|\\{SSHA\\}|\\$pbkdf2-md5\\$|)\\PC{0,80}",
            encoding in "hex|base64|utf8|ucs2|x",
            number in any::<u64>(),
        ) {
            let _ = CustomHash::from_json(&json!({
                "algorithm": algorithm, "keylen": number % 600, "cost": number,
                "hash": {
                    "value": value, "encoding": encoding, "digest": "md5",
                    "key": { "value": value, "encoding": encoding }
                },
            }));
        }
    }
}
