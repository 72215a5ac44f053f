// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `jobs` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    GetJobErrors of Management "jobs.errors.get" GET "/jobs/{id}/errors"
    ["create:users", "read:users"] -> GetJobErrorsOutput
    {
        path id "id": JobId,
    }
    {}
}

operation! {
    GetJob of Management "jobs.get" GET "/jobs/{id}"
    ["create:users", "read:users"] -> Job
    {
        path id "id": JobId,
    }
    {}
}

operation! {
    CreateJobUsersExport of Management "jobs.usersExports.create" POST "/jobs/users-exports"
    ["read:users"] -> ExportUsers
    {
        body body "body": CreateExportUsersRequestContent,
    }
    {}
}

operation! {
    CreateJobUsersImport of Management "jobs.usersImports.create" POST "/jobs/users-imports"
    ["create:users"] -> ImportUsers
    {
        file users "users": File,
        part connection_id "connection_id": ConnectionId,
    }
    {
        part upsert "upsert": Option<bool>,
        part external_id "external_id": Option<String>,
        part send_completion_email "send_completion_email": Option<bool>,
    }
}

operation! {
    CreateJobVerificationEmail of Management "jobs.verificationEmail.create" POST "/jobs/verification-email"
    ["update:users"] -> VerificationEmail
    {
        body body "body": CreateVerificationEmailRequestContent,
    }
    {
        header auth0_custom_domain "auth0-custom-domain": Option<String>,
    }
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<GetJobErrors>(),
    NamedOperation::of::<GetJob>(),
    NamedOperation::of::<CreateJobUsersExport>(),
    NamedOperation::of::<CreateJobUsersImport>(),
    NamedOperation::of::<CreateJobVerificationEmail>(),
];

object! {
    /// `CreateExportUsersFields`
    CreateExportUsersFields (name: String) {
        /// (1 to 100 characters)
        name "name": String,
        /// (at most 100 characters)
        export_as "export_as": Option<String>,
    }
}

object! {
    /// `CreateExportUsersRequestContent`
    CreateExportUsersRequestContent {
        connection_id "connection_id": Option<ConnectionId>,
        format "format": Option<JobFileFormat>,
        /// (at least 1)
        limit "limit": Option<i64>,
        fields "fields": Option<Vec<CreateExportUsersFields>>,
    }
}

object! {
    /// `CreateVerificationEmailRequestContent`
    CreateVerificationEmailRequestContent (user_id: UserId) {
        /// (format `user-id`)
        user_id "user_id": UserId,
        /// (format `client-id`)
        client_id "client_id": Option<ClientId>,
        identity "identity": Option<Identity>,
        /// (format `organization-id`)
        organization_id "organization_id": Option<OrganizationId>,
    }
}

object! {
    /// `ExportUsers`
    ExportUsers (status: String, type_: String, id: JobId) {
        status "status": String,
        type_ "type": String,
        created_at "created_at": Option<String>,
        id "id": JobId,
        connection_id "connection_id": Option<ConnectionId>,
        format "format": Option<JobFileFormat>,
        /// (at least 1)
        limit "limit": Option<i64>,
        fields "fields": Option<Vec<CreateExportUsersFields>>,
    }
}

union! {
    /// `GetJobErrorsOutput`
    GetJobErrorsOutput {
        List(Vec<JobError>),
        JobGenericError(Box<JobGenericError>),
    }
}

object! {
    /// `GetJobImportUserError`
    GetJobImportUserError {
        code "code": Option<String>,
        message "message": Option<String>,
        path "path": Option<String>,
    }
}

object! {
    /// `GetJobSummary`
    GetJobSummary {
        failed "failed": Option<i64>,
        updated "updated": Option<i64>,
        inserted "inserted": Option<i64>,
        total "total": Option<i64>,
    }
}

object! {
    /// `ImportUsers`
    ImportUsers (status: String, type_: String, created_at: String, id: JobId, connection_id: ConnectionId) {
        status "status": String,
        type_ "type": String,
        created_at "created_at": String,
        id "id": JobId,
        connection_id "connection_id": ConnectionId,
        external_id "external_id": Option<String>,
    }
}

object! {
    /// `Job`
    Job (status: String, type_: String, id: JobId) {
        status "status": String,
        type_ "type": String,
        created_at "created_at": Option<String>,
        id "id": JobId,
        connection_id "connection_id": Option<ConnectionId>,
        location "location": Option<String>,
        percentage_done "percentage_done": Option<i64>,
        time_left_seconds "time_left_seconds": Option<i64>,
        format "format": Option<JobFileFormat>,
        status_details "status_details": Option<String>,
        summary "summary": Option<GetJobSummary>,
    }
}

object! {
    /// `JobError`
    JobError {
        user "user": Option<Map<String, Value>>,
        errors "errors": Option<Vec<GetJobImportUserError>>,
    } in_union
}

string_enum! {
    /// `JobFileFormat`
    JobFileFormat {
        Json = "json",
        Csv = "csv",
    }
}

object! {
    /// `JobGenericError`
    JobGenericError (status: String, type_: String, id: String) {
        status "status": String,
        type_ "type": String,
        created_at "created_at": Option<String>,
        id "id": String,
        connection_id "connection_id": Option<ConnectionId>,
        status_details "status_details": Option<String>,
    } in_union
}

object! {
    /// `VerificationEmail`
    VerificationEmail (status: String, type_: String, id: JobId) {
        status "status": String,
        type_ "type": String,
        created_at "created_at": Option<String>,
        id "id": JobId,
    }
}
