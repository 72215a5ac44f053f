//! The paths that are measured, each with its control.

mod documents;
mod gateway;
pub(super) mod gateway_sessions;
mod sdk;
mod tokens;
mod users;

use super::product::Lab;
use super::side::{Cost, Duel};
use crate::run::Fault;

/// One path, and what it is compared with.
pub(super) struct Path {
    pub(super) name: &'static str,
    /// What its control does.
    pub(super) control: &'static str,
    /// The ratio to reach first, and the one to reach in the end.
    pub(super) goals: (f64, f64),
    pub(super) cost: Cost,
    /// Measured only when asked for by name: its preparation takes minutes, or installs something.
    pub(super) is_slow: bool,
    pub(super) prepare: fn(&Lab<'_>) -> Result<Duel, Fault>,
}

/// A path that is measured every time, in processor time.
const fn path(
    name: &'static str,
    control: &'static str,
    goals: (f64, f64),
    prepare: fn(&Lab<'_>) -> Result<Duel, Fault>,
) -> Path {
    Path {
        name,
        control,
        goals,
        cost: Cost::Processor,
        is_slow: false,
        prepare,
    }
}

impl Path {
    /// The same on the clock, disk included.
    const fn durable(self) -> Self {
        Self {
            cost: Cost::Clock,
            ..self
        }
    }
}

/// All of them, in the order of the report.
pub(super) const ALL: [Path; 22] = [
    path(
        "client-credentials",
        "RSA-2048 signing loop",
        (0.75, 0.85),
        tokens::client_credentials,
    ),
    path(
        "password",
        "argon2id loop, memory reused",
        (0.85, 0.90),
        tokens::password,
    ),
    path(
        "refresh",
        "slower of signing loop and single-row commits",
        (0.70, 0.70),
        tokens::refresh,
    )
    .durable(),
    path(
        "jwks",
        "bare axum, 200 B JSON",
        (0.75, 0.75),
        documents::jwks,
    ),
    path(
        "discovery",
        "bare axum, 200 B JSON",
        (0.75, 0.75),
        documents::discovery,
    ),
    path(
        "jwks-beside-logins",
        "half of what it answers without them",
        (0.80, 0.80),
        documents::jwks_beside_logins,
    )
    .durable(),
    path(
        "userinfo",
        "bare axum: RS256 verified, one row read",
        (0.60, 0.60),
        users::userinfo,
    ),
    path(
        "users-page",
        "bare axum: 50 rows read, same JSON",
        (0.40, 0.40),
        users::page,
    ),
    Path {
        is_slow: true,
        ..path(
            "users-page-million",
            "the page at 10,000 users",
            (0.67, 0.67),
            users::page_of_a_million,
        )
    },
    Path {
        is_slow: true,
        ..path(
            "users-search-million",
            "the search at 10,000 users",
            (0.67, 0.67),
            users::search_of_a_million,
        )
    },
    Path {
        is_slow: true,
        ..path(
            "users-broad-search-million",
            "the search at 10,000 users",
            (0.67, 0.67),
            users::broad_search_of_a_million,
        )
    },
    Path {
        is_slow: true,
        ..path(
            "users-common-search-million",
            "the search at 10,000 users",
            (0.67, 0.67),
            users::common_search_of_a_million,
        )
    },
    Path {
        is_slow: true,
        ..path(
            "users-deep-page-million",
            "the page at 10,000 users",
            (0.67, 0.67),
            users::deep_page_of_a_million,
        )
    },
    path(
        "users-create",
        "single-row commits (PostgreSQL: the same rows), 16 clients",
        (0.50, 0.50),
        users::create,
    )
    .durable(),
    path(
        "users-import",
        "the same rows inserted, 100 users a commit",
        (0.40, 0.40),
        users::import,
    )
    .durable(),
    path(
        "gateway-userinfo",
        "bare axum and one Redis GET",
        (0.59, 0.59),
        gateway::userinfo,
    ),
    Path {
        is_slow: true,
        ..path(
            "gateway-sessions",
            "single-row commits, 64 clients",
            (0.50, 0.50),
            gateway_sessions::sessions,
        )
        .durable()
    },
    path(
        "sdk-1",
        "bare reqwest and a parse, 1 in flight",
        (0.77, 0.77),
        sdk::one,
    ),
    path(
        "sdk-64",
        "bare reqwest and a parse, 64 in flight",
        (0.77, 0.77),
        sdk::many,
    ),
    Path {
        is_slow: true,
        ..path(
            "sdk-1-npm",
            "npm `auth0` 7.1.0, 1 in flight",
            (10.0, 10.0),
            sdk::one_beside_npm,
        )
    },
    Path {
        is_slow: true,
        ..path(
            "sdk-64-npm",
            "npm `auth0` 7.1.0, 64 in flight",
            (15.0, 15.0),
            sdk::many_beside_npm,
        )
    },
    path(
        "sdk-import",
        "bare reqwest, 1 GiB from a file",
        (0.50, 0.50),
        sdk::import,
    ),
];
