// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `actions` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateAction of Management "actions.create" POST "/actions/actions"
    ["create:actions"] -> Action
    {
        body body "body": CreateActionRequestContent,
    }
    {}
}

operation! {
    DeleteAction of Management "actions.delete" DELETE "/actions/actions/{id}"
    ["delete:actions"] -> NoContent
    {
        path id "id": ActionId,
    }
    {
        query force "force": Option<bool>,
    }
}

operation! {
    DeployActions of Management "actions.deploy" POST "/actions/actions/{id}/deploy"
    ["create:actions"] -> ActionVersion
    {
        path id "id": ActionId,
    }
    {}
}

operation! {
    GetActionExecution of Management "actions.executions.get" GET "/actions/executions/{id}"
    ["read:actions"] -> ActionExecution
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetAction of Management "actions.get" GET "/actions/actions/{id}"
    ["read:actions"] -> Action
    {
        path id "id": ActionId,
    }
    {}
}

operation! {
    ListActions of Management "actions.list" GET "/actions/actions"
    ["read:actions"] -> ListActionsPaginatedResponseContent
    {}
    {
        query trigger_id "triggerId": Option<ActionTriggerType>,
        query action_name "actionName": Option<String>,
        query deployed "deployed": Option<bool>,
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query installed "installed": Option<bool>,
    }
}

list! { ListActions: Action, by_page }

operation! {
    CreateActionModule of Management "actions.modules.create" POST "/actions/modules"
    ["create:actions"] -> ActionModule
    {
        body body "body": CreateActionModuleRequestContent,
    }
    {}
}

operation! {
    DeleteActionModule of Management "actions.modules.delete" DELETE "/actions/modules/{id}"
    ["delete:actions"] -> NoContent
    {
        path id "id": ActionModuleId,
    }
    {}
}

operation! {
    GetActionModule of Management "actions.modules.get" GET "/actions/modules/{id}"
    ["read:actions"] -> ActionModule
    {
        path id "id": ActionModuleId,
    }
    {}
}

operation! {
    ListActionModules of Management "actions.modules.list" GET "/actions/modules"
    ["read:actions"] -> ActionModules
    {}
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
    }
}

list! { ListActionModules: ActionModuleListItem, by_page }

operation! {
    ListActionModuleActions of Management "actions.modules.listActions" GET "/actions/modules/{id}/actions"
    ["read:actions"] -> ActionModuleActions
    {
        path id "id": ActionModuleId,
    }
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
    }
}

list! { ListActionModuleActions: ActionModuleAction, by_page }

operation! {
    RollbackActionModules of Management "actions.modules.rollback" POST "/actions/modules/{id}/rollback"
    ["update:actions"] -> ActionModule
    {
        path id "id": ActionModuleId,
        body body "body": RollbackActionModuleRequestContent,
    }
    {}
}

operation! {
    UpdateActionModule of Management "actions.modules.update" PATCH "/actions/modules/{id}"
    ["update:actions"] -> ActionModule
    {
        path id "id": ActionModuleId,
        body body "body": UpdateActionModuleRequestContent,
    }
    {}
}

operation! {
    CreateActionModuleVersion of Management "actions.modules.versions.create" POST "/actions/modules/{id}/versions"
    ["update:actions"] -> ActionModuleVersion
    {
        path id "id": ActionModuleId,
    }
    {}
}

operation! {
    GetActionModuleVersion of Management "actions.modules.versions.get" GET "/actions/modules/{id}/versions/{versionId}"
    ["read:actions"] -> ActionModuleVersion
    {
        path id "id": ActionModuleId,
        path version_id "versionId": ActionModuleVersionId,
    }
    {}
}

operation! {
    ListActionModuleVersions of Management "actions.modules.versions.list" GET "/actions/modules/{id}/versions"
    ["read:actions"] -> ActionModuleVersions
    {
        path id "id": ActionModuleId,
    }
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
    }
}

list! { ListActionModuleVersions: ActionModuleVersion, by_page }

operation! {
    TestActions of Management "actions.test" POST "/actions/actions/{id}/test"
    ["create:actions"] -> TestActionResponseContent
    {
        path id "id": ActionId,
        body body "body": TestActionRequestContent,
    }
    {}
}

operation! {
    ListActionTriggerBindings of Management "actions.triggers.bindings.list" GET "/actions/triggers/{triggerId}/bindings"
    ["read:actions"] -> ListActionBindingsPaginatedResponseContent
    {
        path trigger_id "triggerId": ActionTriggerType,
    }
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
    }
}

list! { ListActionTriggerBindings: ActionBinding, by_page }

operation! {
    UpdateActionTriggerBindingMany of Management "actions.triggers.bindings.updateMany" PATCH "/actions/triggers/{triggerId}/bindings"
    ["update:actions"] -> ActionBindings
    {
        path trigger_id "triggerId": ActionTriggerType,
        body body "body": UpdateActionBindingsRequestContent,
    }
    {}
}

list! { UpdateActionTriggerBindingMany: ActionBinding, }

operation! {
    ListActionTriggers of Management "actions.triggers.list" GET "/actions/triggers"
    ["read:actions"] -> ListActionTriggersResponseContent
    {}
    {}
}

list! { ListActionTriggers: ActionTrigger, }

operation! {
    UpdateAction of Management "actions.update" PATCH "/actions/actions/{id}"
    ["update:actions"] -> Action
    {
        path id "id": ActionId,
        body body "body": UpdateActionRequestContent,
    }
    {}
}

operation! {
    DeployActionVersions of Management "actions.versions.deploy" POST "/actions/actions/{actionId}/versions/{id}/deploy"
    ["create:actions"] -> ActionVersion
    {
        path action_id "actionId": ActionId,
        path id "id": ActionVersionId,
    }
    {
        optional_body body "body": Option<DeployActionVersionRequestContent>,
    }
}

operation! {
    GetActionVersion of Management "actions.versions.get" GET "/actions/actions/{actionId}/versions/{id}"
    ["read:actions"] -> ActionVersion
    {
        path action_id "actionId": ActionId,
        path id "id": ActionVersionId,
    }
    {}
}

operation! {
    ListActionVersions of Management "actions.versions.list" GET "/actions/actions/{actionId}/versions"
    ["read:actions"] -> ListActionVersionsPaginatedResponseContent
    {
        path action_id "actionId": ActionId,
    }
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
    }
}

list! { ListActionVersions: ActionVersion, by_page }

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateAction>(),
    NamedOperation::of::<DeleteAction>(),
    NamedOperation::of::<DeployActions>(),
    NamedOperation::of::<GetActionExecution>(),
    NamedOperation::of::<GetAction>(),
    NamedOperation::of::<ListActions>(),
    NamedOperation::of::<CreateActionModule>(),
    NamedOperation::of::<DeleteActionModule>(),
    NamedOperation::of::<GetActionModule>(),
    NamedOperation::of::<ListActionModules>(),
    NamedOperation::of::<ListActionModuleActions>(),
    NamedOperation::of::<RollbackActionModules>(),
    NamedOperation::of::<UpdateActionModule>(),
    NamedOperation::of::<CreateActionModuleVersion>(),
    NamedOperation::of::<GetActionModuleVersion>(),
    NamedOperation::of::<ListActionModuleVersions>(),
    NamedOperation::of::<TestActions>(),
    NamedOperation::of::<ListActionTriggerBindings>(),
    NamedOperation::of::<UpdateActionTriggerBindingMany>(),
    NamedOperation::of::<ListActionTriggers>(),
    NamedOperation::of::<UpdateAction>(),
    NamedOperation::of::<DeployActionVersions>(),
    NamedOperation::of::<GetActionVersion>(),
    NamedOperation::of::<ListActionVersions>(),
];

object! {
    /// `Action`
    Action {
        id "id": Option<ActionId>,
        name "name": Option<String>,
        /// (at least 1 items)
        supported_triggers "supported_triggers": Option<Vec<ActionTrigger>>,
        all_changes_deployed "all_changes_deployed": Option<bool>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
        code "code": Option<String>,
        dependencies "dependencies": Option<Vec<ActionVersionDependency>>,
        runtime "runtime": Option<String>,
        secrets "secrets": Option<Vec<ActionSecretResponse>>,
        deployed_version "deployed_version": Option<ActionVersion>,
        installed_integration_id "installed_integration_id": Option<String>,
        integration "integration": Option<Integration>,
        status "status": Option<ActionBuildStatus>,
        /// (format `date-time`)
        built_at "built_at": Option<String>,
        deploy "deploy": Option<bool>,
        modules "modules": Option<Vec<ActionModuleReference>>,
    }
}

object! {
    /// `ActionBase`
    ActionBase {
        id "id": Option<ActionId>,
        name "name": Option<String>,
        /// (at least 1 items)
        supported_triggers "supported_triggers": Option<Vec<ActionTrigger>>,
        all_changes_deployed "all_changes_deployed": Option<bool>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    }
}

object! {
    /// `ActionBinding`
    ActionBinding {
        id "id": Option<String>,
        trigger_id "trigger_id": Option<ActionTriggerType>,
        display_name "display_name": Option<String>,
        action "action": Option<Action>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    }
}

object! {
    /// `ActionBindingRef`
    ActionBindingRef {
        type_ "type": Option<ActionBindingRefType>,
        value "value": Option<String>,
    }
}

string_enum! {
    /// `ActionBindingRefType`
    ActionBindingRefType {
        BindingId = "binding_id",
        ActionId = "action_id",
        ActionName = "action_name",
    }
}

string_enum! {
    /// `ActionBindingType`
    ActionBindingType {
        TriggerBound = "trigger-bound",
        EntityBound = "entity-bound",
    }
}

object! {
    /// `ActionBindingWithRef`
    ActionBindingWithRef (ref_: ActionBindingRef) {
        ref_ "ref": ActionBindingRef,
        display_name "display_name": Option<String>,
        secrets "secrets": Option<Vec<ActionSecretRequest>>,
    }
}

object! {
    /// `ActionBindings`
    ActionBindings {
        bindings "bindings": Option<Vec<ActionBinding>>,
    }
}

envelope! { object ActionBindings.bindings: ActionBinding }

string_enum! {
    /// `ActionBuildStatus`
    ActionBuildStatus {
        Pending = "pending",
        Building = "building",
        Packaged = "packaged",
        Built = "built",
        Retrying = "retrying",
        Failed = "failed",
    }
}

object! {
    /// `ActionError`
    ActionError {
        id "id": Option<String>,
        msg "msg": Option<String>,
        url "url": Option<String>,
    }
}

object! {
    /// `ActionExecution`
    ActionExecution {
        id "id": Option<String>,
        trigger_id "trigger_id": Option<ActionTriggerType>,
        status "status": Option<ActionExecutionStatus>,
        results "results": Option<Vec<ActionExecutionResult>>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    }
}

object! {
    /// `ActionExecutionResult`
    ActionExecutionResult {
        action_name "action_name": Option<String>,
        error "error": Option<ActionError>,
        /// (format `date-time`)
        started_at "started_at": Option<String>,
        /// (format `date-time`)
        ended_at "ended_at": Option<String>,
    }
}

string_enum! {
    /// `ActionExecutionStatus`
    ActionExecutionStatus {
        Unspecified = "unspecified",
        Pending = "pending",
        Final = "final",
        Partial = "partial",
        Canceled = "canceled",
        Suspended = "suspended",
    }
}

object! {
    /// `ActionModule`
    ActionModule {
        id "id": Option<ActionModuleId>,
        name "name": Option<String>,
        code "code": Option<String>,
        dependencies "dependencies": Option<Vec<ActionModuleDependency>>,
        secrets "secrets": Option<Vec<ActionModuleSecret>>,
        actions_using_module_total "actions_using_module_total": Option<i64>,
        all_changes_published "all_changes_published": Option<bool>,
        latest_version_number "latest_version_number": Option<i64>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
        latest_version "latest_version": Option<ActionModuleVersionReference>,
    }
}

object! {
    /// `ActionModuleAction`
    ActionModuleAction {
        action_id "action_id": Option<ActionId>,
        action_name "action_name": Option<String>,
        module_version_id "module_version_id": Option<ActionModuleVersionId>,
        module_version_number "module_version_number": Option<i64>,
        supported_triggers "supported_triggers": Option<Vec<ActionTrigger>>,
    }
}

object! {
    /// `ActionModuleActions`
    ActionModuleActions {
        actions "actions": Option<Vec<ActionModuleAction>>,
        total "total": Option<i64>,
        page "page": Option<i64>,
        per_page "per_page": Option<i64>,
    }
}

envelope! { object ActionModuleActions.actions: ActionModuleAction, total total }

object! {
    /// `ActionModuleDependency`
    ActionModuleDependency {
        name "name": Option<String>,
        version "version": Option<String>,
    }
}

object! {
    /// `ActionModuleDependencyRequest`
    ActionModuleDependencyRequest (name: String, version: String) {
        /// (at most 255 characters)
        name "name": String,
        /// (at most 50 characters)
        version "version": String,
    }
}

object! {
    /// `ActionModuleListItem`
    ActionModuleListItem {
        id "id": Option<ActionModuleId>,
        name "name": Option<String>,
        code "code": Option<String>,
        dependencies "dependencies": Option<Vec<ActionModuleDependency>>,
        secrets "secrets": Option<Vec<ActionModuleSecret>>,
        actions_using_module_total "actions_using_module_total": Option<i64>,
        all_changes_published "all_changes_published": Option<bool>,
        latest_version_number "latest_version_number": Option<i64>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    }
}

object! {
    /// `ActionModuleReference`
    ActionModuleReference {
        module_id "module_id": Option<ActionModuleId>,
        module_name "module_name": Option<String>,
        module_version_id "module_version_id": Option<ActionModuleVersionId>,
        module_version_number "module_version_number": Option<i64>,
    }
}

object! {
    /// `ActionModuleSecret`
    ActionModuleSecret {
        name "name": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    }
}

object! {
    /// `ActionModuleSecretRequest`
    ActionModuleSecretRequest (name: String, value: String) {
        /// (at most 255 characters)
        name "name": String,
        /// (at most 4096 characters)
        value "value": String,
    }
}

object! {
    /// `ActionModuleVersion`
    ActionModuleVersion {
        id "id": Option<ActionModuleVersionId>,
        module_id "module_id": Option<ActionModuleId>,
        version_number "version_number": Option<i64>,
        code "code": Option<String>,
        secrets "secrets": Option<Vec<ActionModuleSecret>>,
        dependencies "dependencies": Option<Vec<ActionModuleDependency>>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
    }
}

object! {
    /// `ActionModuleVersionReference`
    ActionModuleVersionReference {
        id "id": Option<ActionModuleVersionId>,
        version_number "version_number": Option<i64>,
        code "code": Option<String>,
        dependencies "dependencies": Option<Vec<ActionModuleDependency>>,
        secrets "secrets": Option<Vec<ActionModuleSecret>>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
    }
}

object! {
    /// `ActionModuleVersions`
    ActionModuleVersions {
        versions "versions": Option<Vec<ActionModuleVersion>>,
        total "total": Option<i64>,
        page "page": Option<i64>,
        per_page "per_page": Option<i64>,
    }
}

envelope! { object ActionModuleVersions.versions: ActionModuleVersion, total total }

object! {
    /// `ActionModules`
    ActionModules {
        modules "modules": Option<Vec<ActionModuleListItem>>,
        total "total": Option<i64>,
        page "page": Option<i64>,
        per_page "per_page": Option<i64>,
    }
}

envelope! { object ActionModules.modules: ActionModuleListItem, total total }

object! {
    /// `ActionSecretRequest`
    ActionSecretRequest {
        name "name": Option<String>,
        value "value": Option<String>,
    }
}

object! {
    /// `ActionSecretResponse`
    ActionSecretResponse {
        name "name": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    }
}

object! {
    /// `ActionTrigger`
    ActionTrigger (id: ActionTriggerType) {
        id "id": ActionTriggerType,
        version "version": Option<String>,
        status "status": Option<String>,
        runtimes "runtimes": Option<Vec<String>>,
        default_runtime "default_runtime": Option<String>,
        compatible_triggers "compatible_triggers": Option<Vec<ActionTriggerCompatibleTrigger>>,
        binding_policy "binding_policy": Option<ActionBindingType>,
    }
}

object! {
    /// `ActionTriggerCompatibleTrigger`
    ActionTriggerCompatibleTrigger (id: ActionTriggerType, version: String) {
        id "id": ActionTriggerType,
        version "version": String,
    }
}

string_enum! {
    /// `ActionTriggerType`
    ActionTriggerType {
        PostLogin = "post-login",
        CredentialsExchange = "credentials-exchange",
        PreUserRegistration = "pre-user-registration",
        PostUserRegistration = "post-user-registration",
        PostChangePassword = "post-change-password",
        SendPhoneMessage = "send-phone-message",
        CustomPhoneProvider = "custom-phone-provider",
        CustomEmailProvider = "custom-email-provider",
        PasswordResetPostChallenge = "password-reset-post-challenge",
        CustomTokenExchange = "custom-token-exchange",
        EventStream = "event-stream",
        PasswordHashMigration = "password-hash-migration",
        LoginPostIdentifier = "login-post-identifier",
        SignupPostIdentifier = "signup-post-identifier",
    }
}

object! {
    /// `ActionVersion`
    ActionVersion {
        id "id": Option<ActionVersionId>,
        action_id "action_id": Option<ActionId>,
        code "code": Option<String>,
        dependencies "dependencies": Option<Vec<ActionVersionDependency>>,
        deployed "deployed": Option<bool>,
        runtime "runtime": Option<String>,
        secrets "secrets": Option<Vec<ActionSecretResponse>>,
        status "status": Option<ActionVersionBuildStatus>,
        number "number": Option<Number>,
        errors "errors": Option<Vec<ActionError>>,
        action "action": Option<ActionBase>,
        /// (format `date-time`)
        built_at "built_at": Option<String>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
        /// (at least 1 items)
        supported_triggers "supported_triggers": Option<Vec<ActionTrigger>>,
        modules "modules": Option<Vec<ActionModuleReference>>,
    }
}

string_enum! {
    /// `ActionVersionBuildStatus`
    ActionVersionBuildStatus {
        Pending = "pending",
        Building = "building",
        Packaged = "packaged",
        Built = "built",
        Retrying = "retrying",
        Failed = "failed",
    }
}

object! {
    /// `ActionVersionDependency`
    ActionVersionDependency {
        name "name": Option<String>,
        version "version": Option<String>,
        registry_url "registry_url": Option<String>,
    }
}

object! {
    /// `CreateActionModuleRequestContent`
    CreateActionModuleRequestContent (name: String, code: String) {
        /// (at most 255 characters)
        name "name": String,
        /// (at most 65536 characters)
        code "code": String,
        secrets "secrets": Option<Vec<ActionModuleSecretRequest>>,
        dependencies "dependencies": Option<Vec<ActionModuleDependencyRequest>>,
        /// (at most 20 characters)
        api_version "api_version": Option<String>,
        publish "publish": Option<bool>,
    }
}

object! {
    /// `CreateActionRequestContent`
    CreateActionRequestContent (name: String, supported_triggers: Vec<ActionTrigger>) {
        name "name": String,
        /// (at least 1 items)
        supported_triggers "supported_triggers": Vec<ActionTrigger>,
        code "code": Option<String>,
        dependencies "dependencies": Option<Vec<ActionVersionDependency>>,
        runtime "runtime": Option<String>,
        secrets "secrets": Option<Vec<ActionSecretRequest>>,
        modules "modules": Option<Vec<ActionModuleReference>>,
        deploy "deploy": Option<bool>,
    }
}

object! {
    /// `DeployActionVersionRequestContent`
    DeployActionVersionRequestContent {
        update_draft "update_draft": Option<bool>,
    }
}

object! {
    /// `Integration`
    Integration {
        id "id": Option<String>,
        catalog_id "catalog_id": Option<String>,
        url_slug "url_slug": Option<String>,
        partner_id "partner_id": Option<String>,
        name "name": Option<String>,
        description "description": Option<String>,
        short_description "short_description": Option<String>,
        logo "logo": Option<String>,
        feature_type "feature_type": Option<IntegrationFeatureType>,
        terms_of_use_url "terms_of_use_url": Option<String>,
        privacy_policy_url "privacy_policy_url": Option<String>,
        public_support_link "public_support_link": Option<String>,
        current_release "current_release": Option<IntegrationRelease>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    }
}

string_enum! {
    /// `IntegrationFeatureType`
    IntegrationFeatureType {
        Unspecified = "unspecified",
        Action = "action",
        SocialConnection = "social_connection",
        LogStream = "log_stream",
        SsoIntegration = "sso_integration",
        SmsProvider = "sms_provider",
    }
}

object! {
    /// `IntegrationRelease`
    IntegrationRelease {
        id "id": Option<String>,
        trigger "trigger": Option<ActionTrigger>,
        semver "semver": Option<IntegrationSemVer>,
        required_secrets "required_secrets": Option<Vec<IntegrationRequiredParam>>,
        required_configuration "required_configuration": Option<Vec<IntegrationRequiredParam>>,
    }
}

object! {
    /// `IntegrationRequiredParam`
    IntegrationRequiredParam {
        type_ "type": Option<IntegrationRequiredParamType>,
        name "name": Option<String>,
        required "required": Option<bool>,
        optional "optional": Option<bool>,
        label "label": Option<String>,
        description "description": Option<String>,
        default_value "default_value": Option<String>,
        placeholder "placeholder": Option<String>,
        options "options": Option<Vec<IntegrationRequiredParamOption>>,
    }
}

object! {
    /// `IntegrationRequiredParamOption`
    IntegrationRequiredParamOption {
        value "value": Option<String>,
        label "label": Option<String>,
    }
}

string_enum! {
    /// `IntegrationRequiredParamType`
    IntegrationRequiredParamType {
        Unspecified = "UNSPECIFIED",
        String = "STRING",
    }
}

object! {
    /// `IntegrationSemVer`
    IntegrationSemVer {
        major "major": Option<i64>,
        minor "minor": Option<i64>,
    }
}

object! {
    /// `ListActionBindingsPaginatedResponseContent`
    ListActionBindingsPaginatedResponseContent {
        total "total": Option<Number>,
        page "page": Option<Number>,
        per_page "per_page": Option<Number>,
        bindings "bindings": Option<Vec<ActionBinding>>,
    }
}

envelope! { object ListActionBindingsPaginatedResponseContent.bindings: ActionBinding, total total }

object! {
    /// `ListActionTriggersResponseContent`
    ListActionTriggersResponseContent {
        triggers "triggers": Option<Vec<ActionTrigger>>,
    }
}

envelope! { object ListActionTriggersResponseContent.triggers: ActionTrigger }

object! {
    /// `ListActionVersionsPaginatedResponseContent`
    ListActionVersionsPaginatedResponseContent {
        total "total": Option<Number>,
        page "page": Option<Number>,
        per_page "per_page": Option<Number>,
        versions "versions": Option<Vec<ActionVersion>>,
    }
}

envelope! { object ListActionVersionsPaginatedResponseContent.versions: ActionVersion, total total }

object! {
    /// `ListActionsPaginatedResponseContent`
    ListActionsPaginatedResponseContent {
        total "total": Option<Number>,
        page "page": Option<Number>,
        per_page "per_page": Option<Number>,
        actions "actions": Option<Vec<Action>>,
    }
}

envelope! { object ListActionsPaginatedResponseContent.actions: Action, total total }

object! {
    /// `RollbackActionModuleRequestContent`
    RollbackActionModuleRequestContent (module_version_id: ActionModuleVersionId) {
        module_version_id "module_version_id": ActionModuleVersionId,
    }
}

object! {
    /// `TestActionRequestContent`
    TestActionRequestContent (payload: Map<String, Value>) {
        payload "payload": Map<String, Value>,
    }
}

object! {
    /// `TestActionResponseContent`
    TestActionResponseContent {
        payload "payload": Option<Map<String, Value>>,
    }
}

object! {
    /// `UpdateActionBindingsRequestContent`
    UpdateActionBindingsRequestContent {
        bindings "bindings": Option<Vec<ActionBindingWithRef>>,
    }
}

envelope! { object UpdateActionBindingsRequestContent.bindings: ActionBindingWithRef }

object! {
    /// `UpdateActionModuleRequestContent`
    UpdateActionModuleRequestContent {
        /// (at most 65536 characters)
        code "code": Option<String>,
        secrets "secrets": Option<Vec<ActionModuleSecretRequest>>,
        dependencies "dependencies": Option<Vec<ActionModuleDependencyRequest>>,
    }
}

object! {
    /// `UpdateActionRequestContent`
    UpdateActionRequestContent {
        name "name": Option<String>,
        /// (at least 1 items)
        supported_triggers "supported_triggers": Option<Vec<ActionTrigger>>,
        code "code": Option<String>,
        dependencies "dependencies": Option<Vec<ActionVersionDependency>>,
        runtime "runtime": Option<String>,
        secrets "secrets": Option<Vec<ActionSecretRequest>>,
        modules "modules": Option<Vec<ActionModuleReference>>,
    }
}
