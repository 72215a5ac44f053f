//! The APIs that `doorward api` reaches, and their operations by the names they have here.

use std::sync::LazyLock;

use doorward::{
    Error, ManagementClient, MyAccountClient, MyOrganizationClient, RawResponse, RequestOptions,
};
use doorward_api::description::{self, Description, OperationDescription};
use doorward_api::{NamedOperation, Parts, management, my_account, my_organization};
use futures_util::stream::{LocalBoxStream, StreamExt as _};

use super::failure::Failure;

/// One of the APIs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WhichApi {
    Management,
    /// What users manage of their own accounts.
    MyAccount,
    /// What administrators manage of their organization.
    MyOrganization,
}

impl WhichApi {
    /// What stands before the names of its operations.
    fn prefix(self) -> &'static str {
        match self {
            Self::Management => "",
            Self::MyAccount => "myAccount.",
            Self::MyOrganization => "myOrganization.",
        }
    }

    /// What there is to say of it.
    pub(crate) fn description(self) -> &'static Description {
        match self {
            Self::Management => description::management(),
            Self::MyAccount => description::my_account(),
            Self::MyOrganization => description::my_organization(),
        }
    }

    fn operations(self) -> &'static [&'static [NamedOperation]] {
        match self {
            Self::Management => management::OPERATIONS,
            Self::MyAccount => std::slice::from_ref(&my_account::OPERATIONS),
            Self::MyOrganization => std::slice::from_ref(&my_organization::OPERATIONS),
        }
    }
}

/// An operation that can be called by name.
#[derive(Debug)]
pub(crate) struct Offered {
    /// Its own name, behind that of its API.
    pub(crate) name: String,
    pub(crate) api: WhichApi,
    pub(crate) operation: &'static NamedOperation,
}

impl Offered {
    /// What the description says of it.
    pub(super) fn description(&self) -> Result<&'static OperationDescription, Failure> {
        let found = self.api.description().operation(self.operation.name);
        found.ok_or_else(|| Failure::usage(format!("{}: not described", self.name)))
    }
}

static OFFERED: LazyLock<Vec<Offered>> = LazyLock::new(|| {
    let apis = [
        WhichApi::Management,
        WhichApi::MyAccount,
        WhichApi::MyOrganization,
    ];
    let all = apis.into_iter().flat_map(|api| {
        let operations = api.operations().iter().copied().flatten();
        operations.map(move |operation| Offered {
            name: format!("{}{}", api.prefix(), operation.name),
            api,
            operation,
        })
    });
    all.collect()
});

/// All operations of all APIs.
pub(crate) fn offered() -> impl Iterator<Item = &'static Offered> + Clone {
    OFFERED.iter()
}

/// A client of the API that is called.
pub(super) enum Caller {
    Management(ManagementClient),
    MyAccount(MyAccountClient),
    MyOrganization(MyOrganizationClient),
}

impl Caller {
    /// The same client with other headers.
    pub(super) fn with(self, options: RequestOptions) -> Self {
        match self {
            Self::Management(client) => Self::Management(client.with(options)),
            Self::MyAccount(client) => Self::MyAccount(client.with(options)),
            Self::MyOrganization(client) => Self::MyOrganization(client.with(options)),
        }
    }

    /// Sends a request that is put together already.
    pub(super) async fn send(&self, parts: Parts, path: &str) -> Result<RawResponse, Error> {
        match self {
            Self::Management(client) => client.send_parts(parts, path).await,
            Self::MyAccount(client) => client.send_parts(parts, path).await,
            Self::MyOrganization(client) => client.send_parts(parts, path).await,
        }
    }

    /// The events that answer such a request.
    pub(super) async fn subscribe(
        &self,
        parts: Parts,
        path: &str,
    ) -> Result<LocalBoxStream<'static, Result<Vec<u8>, Error>>, Error> {
        Ok(match self {
            Self::Management(client) => client.subscribe_parts(parts, path).await?.boxed_local(),
            Self::MyAccount(client) => client.subscribe_parts(parts, path).await?.boxed_local(),
            Self::MyOrganization(client) => {
                client.subscribe_parts(parts, path).await?.boxed_local()
            }
        })
    }
}
