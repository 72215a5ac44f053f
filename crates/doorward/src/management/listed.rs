//! Which operations list what, and how.

#[cfg(any(feature = "users", feature = "logs"))]
use doorward_api::management::Log;

/// `counted! { Operation => Item in "member"; … }`: lists with `page` and `per_page`.
macro_rules! counted {
    ($feature:literal: $( $operation:ident => $item:ident in $member:literal; )+) => {$(
        #[cfg(feature = $feature)]
        impl super::Pages for doorward_api::management::$operation {
            type Item = doorward_api::management::$item;
            const MEMBER: &'static str = $member;

            fn page(&mut self) -> &mut Option<i64> {
                &mut self.page
            }

            fn per_page(&mut self) -> &mut Option<i64> {
                &mut self.per_page
            }

            fn include_totals(&mut self) -> &mut Option<bool> {
                &mut self.include_totals
            }
        }
    )+};
}

/// `marked! { Operation => Item in "member"; … }`: lists with `from` and `take`.
macro_rules! marked {
    ($feature:literal: $( $operation:ident => $item:ident in $member:literal; )+) => {$(
        #[cfg(feature = $feature)]
        impl super::Checkpoints for doorward_api::management::$operation {
            type Item = doorward_api::management::$item;
            const MEMBER: &'static str = $member;

            fn from(&mut self) -> &mut Option<String> {
                &mut self.from
            }

            fn take(&mut self) -> &mut Option<i64> {
                &mut self.take
            }
        }
    )+};
}

counted! { "users":
    ListUsers => User in "users";
    ListUserLogs => Log in "logs";
    ListUserOrganizations => Organization in "organizations";
    ListUserPermissions => UserPermission in "permissions";
    ListUserRoles => Role in "roles";
}

counted! { "clients": ListClients => Client in "clients"; }
marked! { "clients": ListClients => Client in "clients"; }

counted! { "logs": ListLogs => Log in "logs"; }

/// Logs do not say where they go on: after the last one seen, which is also what waits for new ones.
#[cfg(feature = "logs")]
impl super::Checkpoints for doorward_api::management::ListLogs {
    type Item = Log;
    const MEMBER: &'static str = "logs";

    fn from(&mut self) -> &mut Option<String> {
        &mut self.from
    }

    fn take(&mut self) -> &mut Option<i64> {
        &mut self.take
    }

    fn mark(log: &Log) -> Option<String> {
        log.log_id.as_ref().map(|id| id.as_str().to_owned())
    }
}

counted! { "connections": ListConnections => ConnectionForList in "connections"; }
marked! { "connections": ListConnections => ConnectionForList in "connections"; }

counted! { "resource-servers": ListResourceServers => ResourceServer in "resource_servers"; }

counted! { "roles":
    ListRoles => Role in "roles";
    ListRoleUsers => RoleUser in "users";
}
marked! { "roles": ListRoleUsers => RoleUser in "users"; }

counted! { "client-grants": ListClientGrants => ClientGrant in "client_grants"; }
marked! { "client-grants": ListClientGrants => ClientGrant in "client_grants"; }

counted! { "organizations":
    ListOrganizations => Organization in "organizations";
    ListOrganizationMembers => OrganizationMember in "members";
}
marked! { "organizations":
    ListOrganizations => Organization in "organizations";
    ListOrganizationMembers => OrganizationMember in "members";
}
