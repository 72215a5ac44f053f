//! The rows of users, their identities and the names they log in with.

use std::collections::HashMap;

use jiff::Timestamp;

use super::condition::Sql;
use super::connection::{Statement, values};
use super::{Connection, Row, StoreError, identities, user_counts, user_terms};
use crate::domain::user::{Document, IdentifierKind, Identity, LoginIdentifier, User};

/// What a login needs: who it would be, and the password they must know.
pub(crate) struct Login {
    pub(crate) user: User,
    /// The identity that was found, by provider and id.
    pub(crate) provider: String,
    pub(crate) identity_id: String,
    /// The stored hash; `None` when this identity has no password.
    pub(crate) password_hash: Option<String>,
    /// When it was set.
    pub(crate) password_set_at: Option<Timestamp>,
}

/// A user to be stored, with the one identity they start with.
pub(crate) struct NewUser<'n> {
    /// `auth0`, `email`, `sms` or another strategy.
    pub(crate) provider: &'n str,
    pub(crate) identity_id: &'n str,
    pub(crate) connection_id: &'n str,
    pub(crate) connection_name: &'n str,
    pub(crate) document: &'n Document,
    /// The names under which it is found at a login.
    pub(crate) identifiers: &'n [LoginIdentifier],
    pub(crate) is_blocked: bool,
    pub(crate) password_hash: Option<&'n str>,
    pub(crate) now: Timestamp,
}

pub(super) const COLUMNS: &str = "users.user_id, users.document, users.created_at, users.updated_at,
    users.last_login, users.last_ip, users.logins_count, users.last_password_reset, users.is_blocked";

pub(super) fn user(row: &Row<'_>) -> Result<User, StoreError> {
    let document = Document::read(super::document(row, "users", "document")?);
    Ok(User {
        user_id: row.get("user_id")?,
        profile: document.profile,
        user_metadata: document.user_metadata,
        app_metadata: document.app_metadata,
        created_at: row.time("created_at")?,
        updated_at: row.time("updated_at")?,
        last_login: row.optional_time("last_login")?,
        last_ip: row.get("last_ip")?,
        logins_count: row.get("logins_count")?,
        last_password_reset: row.optional_time("last_password_reset")?,
        is_blocked: row.get("is_blocked")?,
        identities: Vec::new(),
    })
}

/// The user with this id.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
) -> Result<Option<User>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM users WHERE tenant_id = $1 AND user_id = $2");
    let Some(mut user) = db.first(&sql, values![tenant, user_id], user)? else {
        return Ok(None);
    };
    user.identities = identities(db, tenant, user_id)?;
    Ok(Some(user))
}

const IDENTITIES: &str = "
    SELECT identities.user_id, identities.provider, identities.identity_id, identities.connection_id,
        connections.name AS connection, identities.profile
    FROM identities
    LEFT JOIN connections
        ON connections.tenant_id = identities.tenant_id
        AND connections.id = identities.connection_id
    WHERE identities.tenant_id = $1 AND identities.user_id";
const IN_ORDER: &str = "
    ORDER BY identities.position, identities.provider, identities.identity_id";

/// The identities of a user, the primary one first.
pub(crate) fn identities(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
) -> Result<Vec<Identity>, StoreError> {
    let sql = format!("{IDENTITIES} = $2 {IN_ORDER}");
    db.all(&sql, values![tenant, user_id], identity)
}

fn identity(row: &Row<'_>) -> Result<Identity, StoreError> {
    let profile: Option<String> = row.get("profile")?;
    let connection: Option<String> = row.get("connection")?;
    Ok(Identity {
        provider: row.get("provider")?,
        identity_id: row.get("identity_id")?,
        connection_id: row.get("connection_id")?,
        connection: connection.unwrap_or_default(),
        profile: profile
            .map(|text| serde_json::from_str(&text))
            .transpose()
            .map_err(|_| StoreError::Nonsense {
                table: "identities",
                column: "profile",
            })?,
    })
}

/// Gives the users of a page their identities, with one statement for all of them.
pub(super) fn with_identities(
    db: &mut Connection<'_>,
    tenant: &str,
    mut users: Vec<User>,
) -> Result<Vec<User>, StoreError> {
    if users.is_empty() {
        return Ok(users);
    }
    let mut sql = Sql::new(db.pattern());
    sql.bind_first(tenant).push(IDENTITIES).push(" IN ");
    sql.bind_all(users.iter().map(|user| user.user_id.clone()))
        .push(IN_ORDER);
    let found = db.all(sql.text(), sql.values(), |row| {
        Ok((row.get::<String>("user_id")?, identity(row)?))
    })?;
    let places: HashMap<String, usize> = users
        .iter()
        .enumerate()
        .map(|(place, user)| (user.user_id.clone(), place))
        .collect();
    for (user_id, identity) in found {
        if let Some(place) = places.get(&user_id) {
            users[*place].identities.push(identity);
        }
    }
    Ok(users)
}

/// Finds whom somebody means by what they typed, see [`LoginIdentifier::typed`]. What looks like an address or a number
/// and is none that the connection knows may be a username all the same.
pub(crate) fn find_typed(
    db: &mut Connection<'_>,
    tenant: &str,
    connection_id: &str,
    typed: &LoginIdentifier,
) -> Result<Option<Login>, StoreError> {
    let found = find_login(db, tenant, connection_id, typed)?;
    if found.is_some() || typed.kind == IdentifierKind::Username {
        return Ok(found);
    }
    let username = LoginIdentifier {
        kind: IdentifierKind::Username,
        value: typed.value.clone(),
    };
    find_login(db, tenant, connection_id, &username)
}

/// Finds whom a login identifier of a connection belongs to, with the password to check.
pub(crate) fn find_login(
    db: &mut Connection<'_>,
    tenant: &str,
    connection_id: &str,
    identifier: &LoginIdentifier,
) -> Result<Option<Login>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS}, identities.provider, identities.identity_id, identities.password_hash,
            identities.password_set_at
         FROM login_identifiers
         JOIN identities
            ON identities.tenant_id = login_identifiers.tenant_id
            AND identities.provider = login_identifiers.provider
            AND identities.identity_id = login_identifiers.identity_id
         JOIN users ON users.tenant_id = identities.tenant_id AND users.user_id = identities.user_id
         WHERE login_identifiers.tenant_id = $1
            AND login_identifiers.connection_id = $2
            AND login_identifiers.kind = $3
            AND login_identifiers.identifier = $4"
    );
    let kind = identifier.kind.name();
    let found = db.first(
        &sql,
        values![tenant, connection_id, kind, &identifier.value],
        |row| {
            Ok(Login {
                user: user(row)?,
                provider: row.get("provider")?,
                identity_id: row.get("identity_id")?,
                password_hash: row.get("password_hash")?,
                password_set_at: row.optional_time("password_set_at")?,
            })
        },
    )?;
    let Some(mut login) = found else {
        return Ok(None);
    };
    login.user.identities = identities(db, tenant, &login.user.user_id)?;
    Ok(Some(login))
}

/// Stores a new user with one identity and the names it logs in with; answers them as they stand there. `None`, and
/// nothing is stored, when somebody has this id, this identity or one of the names.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    new: &NewUser<'_>,
) -> Result<Option<User>, StoreError> {
    let user_id = format!("{}|{}", new.provider, new.identity_id);
    if is_taken(db, tenant, &user_id, new)? {
        return Ok(None);
    }
    let user = new.user(user_id);
    let mut statements = vec![
        row(tenant, &user.user_id, new.document, new.is_blocked, new.now),
        identities::first(tenant, &user.user_id, new),
        user_counts::change(db, tenant, 1),
    ];
    let identity = (new.provider, new.identity_id);
    for identifier in new.identifiers {
        statements.push(name(tenant, new.connection_id, identity, identifier));
    }
    statements.extend(user_terms::all(db, tenant, &user));
    db.execute_together(&statements)?;
    Ok(Some(user))
}

/// To be called when many users were stored at once.
pub(crate) fn analyze(db: &mut Connection<'_>) -> Result<(), StoreError> {
    db.analyze("users, identities, login_identifiers, user_terms")
}

/// Whether somebody has what a new user claims.
fn is_taken(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    new: &NewUser<'_>,
) -> Result<bool, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.bind_first(tenant);
    sql.push("SELECT 1 AS taken FROM users WHERE tenant_id = $1 AND user_id = ")
        .bind(user_id);
    sql.push(" UNION ALL SELECT 1 FROM identities WHERE tenant_id = $1 AND provider = ")
        .bind(new.provider)
        .push(" AND identity_id = ")
        .bind(new.identity_id);
    for identifier in new.identifiers {
        sql.push(
            " UNION ALL SELECT 1 FROM login_identifiers WHERE tenant_id = $1 AND connection_id = ",
        )
        .bind(new.connection_id)
        .push(" AND kind = ")
        .bind(identifier.kind.name())
        .push(" AND identifier = ")
        .bind(&identifier.value);
    }
    let taken = db.first(sql.text(), sql.values(), |_| Ok(()))?;
    Ok(taken.is_some())
}

impl NewUser<'_> {
    /// The user as they will be read.
    fn user(&self, user_id: String) -> User {
        let kept = Document::read(self.document.write());
        User {
            user_id,
            profile: kept.profile,
            user_metadata: kept.user_metadata,
            app_metadata: kept.app_metadata,
            created_at: self.now,
            updated_at: self.now,
            last_login: None,
            last_ip: None,
            logins_count: 0,
            last_password_reset: None,
            is_blocked: self.is_blocked,
            identities: vec![Identity {
                provider: self.provider.to_owned(),
                identity_id: self.identity_id.to_owned(),
                connection_id: self.connection_id.to_owned(),
                connection: self.connection_name.to_owned(),
                profile: None,
            }],
        }
    }
}

/// Stores the row of a new user, without identity, names and terms. Answers whether the id was free.
pub(super) fn insert_row(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    document: &Document,
    is_blocked: bool,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let (sql, values) = row(tenant, user_id, document, is_blocked, now);
    Ok(db.execute(&sql, &values)? == 1)
}

/// Makes the row of a new user, unless the id is taken.
fn row(
    tenant: &str,
    user_id: &str,
    document: &Document,
    is_blocked: bool,
    now: Timestamp,
) -> Statement {
    const INSERT: &str = "
        INSERT INTO users
            (tenant_id, user_id, email, document, created_at, updated_at, logins_count, is_blocked)
        VALUES ($1, $2, $3, $4, $5, $5, 0, $6)
        ON CONFLICT DO NOTHING";
    let email = document.profile.email.clone();
    let document = super::text(&document.write());
    let values = values![tenant, user_id, email, document, now, is_blocked];
    (INSERT.into(), values.to_vec())
}

/// Makes the row of a user what `user` says. Answers whether it was there.
pub(super) fn update_row(
    db: &mut Connection<'_>,
    tenant: &str,
    user: &User,
) -> Result<bool, StoreError> {
    const UPDATE: &str = "
        UPDATE users
        SET email = $3, document = $4, updated_at = $5, is_blocked = $6, last_password_reset = $7
        WHERE tenant_id = $1 AND user_id = $2";
    let document = Document {
        profile: user.profile.clone(),
        user_metadata: user.user_metadata.clone(),
        app_metadata: user.app_metadata.clone(),
    };
    let values = values![
        tenant,
        &user.user_id,
        user.profile.email.clone(),
        super::text(&document.write()),
        user.updated_at,
        user.is_blocked,
        user.last_password_reset,
    ];
    Ok(db.execute(UPDATE, values)? == 1)
}

/// Notes that something of a user changed that is not in their row.
pub(crate) fn touch(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    const TOUCH: &str = "UPDATE users SET updated_at = $3 WHERE tenant_id = $1 AND user_id = $2";
    db.execute(TOUCH, values![tenant, user_id, now])?;
    Ok(())
}

/// Whether there is such a user. Of a unit that makes something theirs and one that deletes them, one runs again: both
/// write the row.
pub(crate) fn hold(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
) -> Result<bool, StoreError> {
    const HOLD: &str =
        "UPDATE users SET is_blocked = is_blocked WHERE tenant_id = $1 AND user_id = $2";
    Ok(db.execute(HOLD, values![tenant, user_id])? == 1)
}

/// Provider and id of the identity that an identifier belongs to.
pub(crate) fn find_owner(
    db: &mut Connection<'_>,
    tenant: &str,
    connection_id: &str,
    identifier: &LoginIdentifier,
) -> Result<Option<(String, String)>, StoreError> {
    const FIND: &str = "
        SELECT provider, identity_id FROM login_identifiers
        WHERE tenant_id = $1 AND connection_id = $2 AND kind = $3 AND identifier = $4";
    let kind = identifier.kind.name();
    db.first(
        FIND,
        values![tenant, connection_id, kind, &identifier.value],
        |row| Ok((row.get("provider")?, row.get("identity_id")?)),
    )
}

/// Lets an identity be found by a name.
pub(super) fn name_identity(
    db: &mut Connection<'_>,
    tenant: &str,
    connection_id: &str,
    identity: (&str, &str),
    identifier: &LoginIdentifier,
) -> Result<(), StoreError> {
    let (sql, values) = name(tenant, connection_id, identity, identifier);
    db.execute(&sql, &values)?;
    Ok(())
}

fn name(
    tenant: &str,
    connection_id: &str,
    (provider, identity_id): (&str, &str),
    identifier: &LoginIdentifier,
) -> Statement {
    const INSERT: &str = "
        INSERT INTO login_identifiers (tenant_id, connection_id, kind, identifier, provider, identity_id)
        VALUES ($1, $2, $3, $4, $5, $6)";
    let (kind, value) = (identifier.kind.name(), &identifier.value);
    let values = values![tenant, connection_id, kind, value, provider, identity_id];
    (INSERT.into(), values.to_vec())
}

/// Counts a login of a user. Answers whether they are still there.
pub(crate) fn record_login(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    ip: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    const RECORD: &str = "
        UPDATE users
        SET last_login = $3, last_ip = $4, logins_count = logins_count + 1, updated_at = $3
        WHERE tenant_id = $1 AND user_id = $2";
    Ok(db.execute(RECORD, values![tenant, user_id, now, ip])? == 1)
}

/// The names of the permissions that a user holds on an API, directly and through roles, in byte order.
pub(crate) fn permissions(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    audience: &str,
) -> Result<Vec<String>, StoreError> {
    const LIST: &str = "
        SELECT permission FROM user_permissions
        WHERE tenant_id = $1 AND user_id = $2 AND audience = $3
        UNION
        SELECT role_permissions.permission
        FROM user_roles
        JOIN role_permissions
            ON role_permissions.tenant_id = user_roles.tenant_id
            AND role_permissions.role_id = user_roles.role_id
        WHERE user_roles.tenant_id = $1 AND user_roles.user_id = $2 AND role_permissions.audience = $3
        ORDER BY permission";
    db.all(LIST, values![tenant, user_id, audience], |row| {
        row.get("permission")
    })
}
