// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The groups of operations, each a handle.

use doorward_api::management::*;
use doorward_api::wire::prelude::arguments::*;

use crate::api_client::{handles, roots};

roots! {
    Management
    actions Actions;
    hooks Hooks;
    rules Rules;
    rules_configs RulesConfigs;
}

handles! {
    /// `actions`
    Actions of Management
    {
        create CreateAction "POST /actions/actions" (body: CreateActionRequestContent);
        delete DeleteAction "DELETE /actions/actions/{id}" (id: ActionId);
        deploy DeployActions "POST /actions/actions/{id}/deploy" (id: ActionId);
        get GetAction "GET /actions/actions/{id}" (id: ActionId);
        list ListActions "GET /actions/actions" ();
        test TestActions "POST /actions/actions/{id}/test" (id: ActionId, body: TestActionRequestContent);
        update UpdateAction "PATCH /actions/actions/{id}" (id: ActionId, body: UpdateActionRequestContent);
    }
    {
        executions ActionsExecutions;
        modules ActionsModules;
        triggers ActionsTriggers;
        versions ActionsVersions;
    }
}

handles! {
    /// `actions.executions`
    ActionsExecutions of Management
    {
        get GetActionExecution "GET /actions/executions/{id}" (id: String);
    }
    {
    }
}

handles! {
    /// `actions.modules`
    ActionsModules of Management
    {
        create CreateActionModule "POST /actions/modules" (body: CreateActionModuleRequestContent);
        delete DeleteActionModule "DELETE /actions/modules/{id}" (id: ActionModuleId);
        get GetActionModule "GET /actions/modules/{id}" (id: ActionModuleId);
        list ListActionModules "GET /actions/modules" ();
        list_actions ListActionModuleActions "GET /actions/modules/{id}/actions" (id: ActionModuleId);
        rollback RollbackActionModules "POST /actions/modules/{id}/rollback" (id: ActionModuleId, body: RollbackActionModuleRequestContent);
        update UpdateActionModule "PATCH /actions/modules/{id}" (id: ActionModuleId, body: UpdateActionModuleRequestContent);
    }
    {
        versions ActionsModulesVersions;
    }
}

handles! {
    /// `actions.modules.versions`
    ActionsModulesVersions of Management
    {
        create CreateActionModuleVersion "POST /actions/modules/{id}/versions" (id: ActionModuleId);
        get GetActionModuleVersion "GET /actions/modules/{id}/versions/{versionId}" (id: ActionModuleId, version_id: ActionModuleVersionId);
        list ListActionModuleVersions "GET /actions/modules/{id}/versions" (id: ActionModuleId);
    }
    {
    }
}

handles! {
    /// `actions.triggers`
    ActionsTriggers of Management
    {
        list ListActionTriggers "GET /actions/triggers" ();
    }
    {
        bindings ActionsTriggersBindings;
    }
}

handles! {
    /// `actions.triggers.bindings`
    ActionsTriggersBindings of Management
    {
        list ListActionTriggerBindings "GET /actions/triggers/{triggerId}/bindings" (trigger_id: ActionTriggerType);
        update_many UpdateActionTriggerBindingMany "PATCH /actions/triggers/{triggerId}/bindings" (trigger_id: ActionTriggerType, body: UpdateActionBindingsRequestContent);
    }
    {
    }
}

handles! {
    /// `actions.versions`
    ActionsVersions of Management
    {
        deploy DeployActionVersions "POST /actions/actions/{actionId}/versions/{id}/deploy" (action_id: ActionId, id: ActionVersionId);
        get GetActionVersion "GET /actions/actions/{actionId}/versions/{id}" (action_id: ActionId, id: ActionVersionId);
        list ListActionVersions "GET /actions/actions/{actionId}/versions" (action_id: ActionId);
    }
    {
    }
}

handles! {
    /// `hooks`
    Hooks of Management
    {
        create CreateHook "POST /hooks" (body: CreateHookRequestContent);
        delete DeleteHook "DELETE /hooks/{id}" (id: String);
        get GetHook "GET /hooks/{id}" (id: String);
        list ListHooks "GET /hooks" ();
        update UpdateHook "PATCH /hooks/{id}" (id: String, body: UpdateHookRequestContent);
    }
    {
        secrets HooksSecrets;
    }
}

handles! {
    /// `hooks.secrets`
    HooksSecrets of Management
    {
        create CreateHookSecret "POST /hooks/{id}/secrets" (id: String, body: BTreeMap<String, String>);
        delete DeleteHookSecrets "DELETE /hooks/{id}/secrets" (id: String, body: Vec<String>);
        get GetHookSecrets "GET /hooks/{id}/secrets" (id: String);
        update UpdateHookSecrets "PATCH /hooks/{id}/secrets" (id: String, body: BTreeMap<String, String>);
    }
    {
    }
}

handles! {
    /// `rules`
    Rules of Management
    {
        create CreateRule "POST /rules" (body: CreateRuleRequestContent);
        delete DeleteRule "DELETE /rules/{id}" (id: String);
        get GetRule "GET /rules/{id}" (id: String);
        list ListRules "GET /rules" ();
        update UpdateRule "PATCH /rules/{id}" (id: String, body: UpdateRuleRequestContent);
    }
    {
    }
}

handles! {
    /// `rulesConfigs`
    RulesConfigs of Management
    {
        delete DeleteRulesConfig "DELETE /rules-configs/{key}" (key: String);
        list ListRulesConfigs "GET /rules-configs" ();
        set SetRulesConfig "PUT /rules-configs/{key}" (key: String, body: SetRulesConfigRequestContent);
    }
    {
    }
}
