// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `experimentation` and what they speak of.

use crate::wire::prelude::*;

operation! {
    AdvanceExperimentationExperimentRamp of Management "experimentation.experiments.advanceRamp" POST "/experimentation/experiments/{id}/advance-ramp"
    ["update:experimentation"] -> AdvanceRampResponseContent
    {
        path id "id": String,
        body body "body": AdvanceRampRequestContent,
    }
    {}
}

operation! {
    CreateExperimentationExperiment of Management "experimentation.experiments.create" POST "/experimentation/experiments"
    ["create:experimentation"] -> ExperimentListItem
    {
        body body "body": CreateExperimentRequestContent,
    }
    {}
}

operation! {
    DeleteExperimentationExperiment of Management "experimentation.experiments.delete" DELETE "/experimentation/experiments/{id}"
    ["delete:experimentation"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetExperimentationExperiment of Management "experimentation.experiments.get" GET "/experimentation/experiments/{id}"
    ["read:experimentation"] -> ExperimentListItem
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListExperimentationExperiments of Management "experimentation.experiments.list" GET "/experimentation/experiments"
    ["read:experimentation"] -> ListExperimentsResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
        query status "status": Option<ExperimentStatus>,
        query authentication_flow "authentication_flow": Option<String>,
        query feature_flag_id "feature_flag_id": Option<String>,
    }
}

list! { ListExperimentationExperiments: ExperimentListItem, by_cursor }

operation! {
    UpdateExperimentationExperiment of Management "experimentation.experiments.update" PATCH "/experimentation/experiments/{id}"
    ["update:experimentation"] -> ExperimentListItem
    {
        path id "id": String,
        body body "body": UpdateExperimentRequestContent,
    }
    {}
}

operation! {
    UpdateExperimentationExperimentStatus of Management "experimentation.experiments.updateStatus" POST "/experimentation/experiments/{id}/status"
    ["update:experimentation"] -> ExperimentListItem
    {
        path id "id": String,
        body body "body": UpdateExperimentStatusRequestContent,
    }
    {}
}

operation! {
    ValidateExperimentationExperiments of Management "experimentation.experiments.validate" POST "/experimentation/experiments/{id}/validate"
    ["read:experimentation"] -> ValidateExperiment
    {
        path id "id": String,
    }
    {}
}

operation! {
    CreateExperimentationFeatureFlag of Management "experimentation.featureFlags.create" POST "/experimentation/feature-flags"
    ["create:experimentation"] -> FeatureFlag
    {
        body body "body": CreateFeatureFlagRequestContent,
    }
    {}
}

operation! {
    DeleteExperimentationFeatureFlag of Management "experimentation.featureFlags.delete" DELETE "/experimentation/feature-flags/{id}"
    ["delete:experimentation"] -> NoContent
    {
        path id "id": FeatureFlagId,
    }
    {}
}

operation! {
    GetExperimentationFeatureFlag of Management "experimentation.featureFlags.get" GET "/experimentation/feature-flags/{id}"
    ["read:experimentation"] -> FeatureFlag
    {
        path id "id": FeatureFlagId,
    }
    {}
}

operation! {
    ListExperimentationFeatureFlags of Management "experimentation.featureFlags.list" GET "/experimentation/feature-flags"
    ["read:experimentation"] -> ListFeatureFlagsResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
        query type_ "type": Option<FeatureFlagType>,
        query status "status": Option<FeatureFlagStatus>,
    }
}

list! { ListExperimentationFeatureFlags: FeatureFlag, by_cursor }

operation! {
    UpdateExperimentationFeatureFlag of Management "experimentation.featureFlags.update" PATCH "/experimentation/feature-flags/{id}"
    ["update:experimentation"] -> FeatureFlag
    {
        path id "id": FeatureFlagId,
        body body "body": UpdateFeatureFlagRequestContent,
    }
    {}
}

operation! {
    UpdateExperimentationFeatureFlagStatus of Management "experimentation.featureFlags.updateStatus" POST "/experimentation/feature-flags/{id}/status"
    ["update:experimentation"] -> FeatureFlag
    {
        path id "id": FeatureFlagId,
        body body "body": UpdateFeatureFlagStatusRequestContent,
    }
    {}
}

operation! {
    CreateExperimentationFeatureFlagVariation of Management "experimentation.featureFlags.variations.create" POST "/experimentation/feature-flags/{id}/variations"
    ["create:experimentation"] -> Variation
    {
        path id "id": FeatureFlagId,
        body body "body": CreateVariationRequestContent,
    }
    {}
}

operation! {
    DeleteExperimentationFeatureFlagVariation of Management "experimentation.featureFlags.variations.delete" DELETE "/experimentation/feature-flags/{id}/variations/{vid}"
    ["delete:experimentation"] -> NoContent
    {
        path id "id": FeatureFlagId,
        path vid "vid": VariationId,
    }
    {}
}

operation! {
    GetExperimentationFeatureFlagVariation of Management "experimentation.featureFlags.variations.get" GET "/experimentation/feature-flags/{id}/variations/{vid}"
    ["read:experimentation"] -> Variation
    {
        path id "id": FeatureFlagId,
        path vid "vid": VariationId,
    }
    {}
}

operation! {
    ListExperimentationFeatureFlagVariations of Management "experimentation.featureFlags.variations.list" GET "/experimentation/feature-flags/{id}/variations"
    ["read:experimentation"] -> ListVariationsResponseContent
    {
        path id "id": FeatureFlagId,
    }
    {}
}

list! { ListExperimentationFeatureFlagVariations: Variation, }

operation! {
    UpdateExperimentationFeatureFlagVariation of Management "experimentation.featureFlags.variations.update" PATCH "/experimentation/feature-flags/{id}/variations/{vid}"
    ["update:experimentation"] -> Variation
    {
        path id "id": FeatureFlagId,
        path vid "vid": VariationId,
        body body "body": UpdateVariationRequestContent,
    }
    {}
}

operation! {
    CreateExperimentationSegment of Management "experimentation.segments.create" POST "/experimentation/segments"
    ["create:experimentation"] -> Segment
    {
        body body "body": CreateSegmentRequestContent,
    }
    {}
}

operation! {
    DeleteExperimentationSegment of Management "experimentation.segments.delete" DELETE "/experimentation/segments/{id}"
    ["delete:experimentation"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetExperimentationSegment of Management "experimentation.segments.get" GET "/experimentation/segments/{id}"
    ["read:experimentation"] -> Segment
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListExperimentationSegments of Management "experimentation.segments.list" GET "/experimentation/segments"
    ["read:experimentation"] -> ListSegmentsResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
        query type_ "type": Option<SegmentTypeFilter>,
    }
}

list! { ListExperimentationSegments: Segment, by_cursor }

operation! {
    UpdateExperimentationSegment of Management "experimentation.segments.update" PATCH "/experimentation/segments/{id}"
    ["update:experimentation"] -> Segment
    {
        path id "id": String,
        body body "body": UpdateSegmentRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<AdvanceExperimentationExperimentRamp>(),
    NamedOperation::of::<CreateExperimentationExperiment>(),
    NamedOperation::of::<DeleteExperimentationExperiment>(),
    NamedOperation::of::<GetExperimentationExperiment>(),
    NamedOperation::of::<ListExperimentationExperiments>(),
    NamedOperation::of::<UpdateExperimentationExperiment>(),
    NamedOperation::of::<UpdateExperimentationExperimentStatus>(),
    NamedOperation::of::<ValidateExperimentationExperiments>(),
    NamedOperation::of::<CreateExperimentationFeatureFlag>(),
    NamedOperation::of::<DeleteExperimentationFeatureFlag>(),
    NamedOperation::of::<GetExperimentationFeatureFlag>(),
    NamedOperation::of::<ListExperimentationFeatureFlags>(),
    NamedOperation::of::<UpdateExperimentationFeatureFlag>(),
    NamedOperation::of::<UpdateExperimentationFeatureFlagStatus>(),
    NamedOperation::of::<CreateExperimentationFeatureFlagVariation>(),
    NamedOperation::of::<DeleteExperimentationFeatureFlagVariation>(),
    NamedOperation::of::<GetExperimentationFeatureFlagVariation>(),
    NamedOperation::of::<ListExperimentationFeatureFlagVariations>(),
    NamedOperation::of::<UpdateExperimentationFeatureFlagVariation>(),
    NamedOperation::of::<CreateExperimentationSegment>(),
    NamedOperation::of::<DeleteExperimentationSegment>(),
    NamedOperation::of::<GetExperimentationSegment>(),
    NamedOperation::of::<ListExperimentationSegments>(),
    NamedOperation::of::<UpdateExperimentationSegment>(),
];

object! {
    /// `AdvanceRampRequestContent`
    AdvanceRampRequestContent (target_level: i64) {
        target_level "target_level": i64,
    }
}

object! {
    /// `AdvanceRampResponseContent`
    AdvanceRampResponseContent {
        experiment_id "experiment_id": Option<String>,
        from_level "from_level": Option<i64>,
        to_level "to_level": Option<i64>,
        current_level "current_level": Option<i64>,
    }
}

object! {
    /// `AllocationItem`
    AllocationItem {
        variation_id "variation_id": Option<VariationId>,
        segment_id "segment_id": Option<String>,
        weight "weight": Option<Number>,
        priority "priority": Option<i64>,
        is_control "is_control": Option<bool>,
        is_fallback "is_fallback": Option<bool>,
    }
}

object! {
    /// `AllocationRequestItem`
    AllocationRequestItem (variation_id: VariationId, is_control: bool) {
        variation_id "variation_id": VariationId,
        /// (0 to 100)
        weight "weight": Option<Number>,
        segment_id "segment_id": Option<String>,
        /// (at least 1)
        priority "priority": Option<i64>,
        is_control "is_control": bool,
        is_fallback "is_fallback": Option<bool>,
    }
}

string_enum! {
    /// `AllocationStrategy`
    AllocationStrategy {
        Percentage = "percentage",
        Segment = "segment",
    }
}

object! {
    /// `AssignmentConfig`
    AssignmentConfig (subject: Subject) {
        subject "subject": Subject,
    }
}

object! {
    /// `CreateExperimentRequestContent`
    CreateExperimentRequestContent (name: String, feature_flag_id: FeatureFlagId, authentication_flow: String, allocation_strategy: AllocationStrategy, assignment_config: AssignmentConfig, allocations: Vec<AllocationRequestItem>) {
        /// (3 to 255 characters)
        name "name": String,
        /// (3 to 1024 characters)
        description "description": Option<String>,
        feature_flag_id "feature_flag_id": FeatureFlagId,
        authentication_flow "authentication_flow": String,
        allocation_strategy "allocation_strategy": AllocationStrategy,
        assignment_config "assignment_config": AssignmentConfig,
        /// (at least 1 items)
        allocations "allocations": Vec<AllocationRequestItem>,
    }
}

object! {
    /// `CreateFeatureFlagRequestContent`
    CreateFeatureFlagRequestContent (name: String, parameters: BTreeMap<String, FeatureFlagConfigParam>) {
        /// (3 to 255 characters)
        name "name": String,
        /// (3 to 1024 characters)
        description "description": Option<String>,
        /// (1 to 10 members)
        parameters "parameters": BTreeMap<String, FeatureFlagConfigParam>,
    }
}

object! {
    /// `CreateSegmentRequestContent`
    CreateSegmentRequestContent (name: String, rules: Vec<SegmentRule>) {
        /// (3 to 255 characters)
        name "name": String,
        /// (3 to 1024 characters)
        description "description": Option<String>,
        /// (at least 1 items)
        rules "rules": Vec<SegmentRule>,
    }
}

object! {
    /// `CreateVariationRequestContent`
    CreateVariationRequestContent (name: String, overrides: BTreeMap<String, VariationOverrideValue>) {
        /// (3 to 255 characters)
        name "name": String,
        /// (3 to 1024 characters)
        description "description": Option<String>,
        overrides "overrides": BTreeMap<String, VariationOverrideValue>,
    }
}

object! {
    /// `ExperimentListItem`
    ExperimentListItem (..) {
        id "id": String,
        name "name": String,
        description "description": Option<String>,
        feature_flag_id "feature_flag_id": FeatureFlagId,
        authentication_flow "authentication_flow": String,
        allocation_strategy "allocation_strategy": AllocationStrategy,
        assignment_config "assignment_config": AssignmentConfig,
        status "status": ExperimentStatus,
        is_valid "is_valid": bool,
        allocations "allocations": Vec<AllocationItem>,
        /// (format `date-time`)
        started_at "started_at": Option<String>,
        /// (format `date-time`)
        ended_at "ended_at": Option<String>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
    }
}

string_enum! {
    /// `ExperimentStatus`
    ExperimentStatus {
        Draft = "draft",
        Active = "active",
        Paused = "paused",
        Completed = "completed",
        Archived = "archived",
    }
}

string_enum! {
    /// `ExperimentTransitionStatus`
    ExperimentTransitionStatus {
        Active = "active",
        Paused = "paused",
        Completed = "completed",
        Archived = "archived",
    }
}

object! {
    /// `ExperimentValidationError`
    ExperimentValidationError (code: String, message: String) {
        code "code": String,
        message "message": String,
    }
}

object! {
    /// `FeatureFlag`
    FeatureFlag (id: FeatureFlagId, name: String, type_: FeatureFlagType, status: FeatureFlagStatus, created_at: String, updated_at: String) {
        id "id": FeatureFlagId,
        name "name": String,
        description "description": Option<String>,
        type_ "type": FeatureFlagType,
        status "status": FeatureFlagStatus,
        /// (1 to 10 members)
        parameters "parameters": Option<BTreeMap<String, FeatureFlagConfigParam>>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
    }
}

object! {
    /// `FeatureFlagConfigParam`
    FeatureFlagConfigParam (type_: FeatureFlagConfigParamType, value: Value) {
        type_ "type": FeatureFlagConfigParamType,
        value "value": Value,
        /// (at most 255 characters)
        description "description": Option<String>,
    }
}

string_enum! {
    /// `FeatureFlagConfigParamType`
    FeatureFlagConfigParamType {
        String = "string",
        Boolean = "boolean",
        Number = "number",
        Array = "array",
        Object = "object",
    }
}

string_enum! {
    /// `FeatureFlagStatus`
    FeatureFlagStatus {
        Draft = "draft",
        Active = "active",
        Archived = "archived",
    }
}

string_enum! {
    /// `FeatureFlagType`
    FeatureFlagType {
        Auth0 = "auth0",
        Myself = "self",
    }
}

object! {
    /// `ListExperimentsResponseContent`
    ListExperimentsResponseContent (experiments: Vec<ExperimentListItem>) {
        experiments "experiments": Vec<ExperimentListItem>,
        next "next": Option<String>,
    }
}

envelope! { object ListExperimentsResponseContent.experiments: ExperimentListItem, next next }

object! {
    /// `ListFeatureFlagsResponseContent`
    ListFeatureFlagsResponseContent (feature_flags: Vec<FeatureFlag>) {
        feature_flags "feature_flags": Vec<FeatureFlag>,
        next "next": Option<String>,
    }
}

envelope! { object ListFeatureFlagsResponseContent.feature_flags: FeatureFlag, next next }

object! {
    /// `ListSegmentsResponseContent`
    ListSegmentsResponseContent (segments: Vec<Segment>) {
        segments "segments": Vec<Segment>,
        next "next": Option<String>,
    }
}

envelope! { object ListSegmentsResponseContent.segments: Segment, next next }

object! {
    /// `ListVariationsResponseContent`
    ListVariationsResponseContent (variations: Vec<Variation>) {
        variations "variations": Vec<Variation>,
    }
}

envelope! { object ListVariationsResponseContent.variations: Variation }

object! {
    /// `Segment`
    Segment (id: String, name: String, type_: SegmentType, rules: Vec<SegmentRule>, created_at: String, updated_at: String) {
        id "id": String,
        name "name": String,
        description "description": Option<String>,
        type_ "type": SegmentType,
        rules "rules": Vec<SegmentRule>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
    }
}

object! {
    /// `SegmentContainsExpression`
    SegmentContainsExpression (contains: Vec<String>) {
        /// (at least 1 items)
        contains "contains": Vec<String>,
    } in_union
}

envelope! { object SegmentContainsExpression.contains: String }

object! {
    /// `SegmentEndsWithExpression`
    SegmentEndsWithExpression (ends_with: Vec<String>) {
        /// (at least 1 items)
        ends_with "ends_with": Vec<String>,
    } in_union
}

envelope! { object SegmentEndsWithExpression.ends_with: String }

object! {
    /// `SegmentExistsExpression`
    SegmentExistsExpression (exists: bool) {
        exists "exists": bool,
    } in_union
}

object! {
    /// `SegmentMatchConditions`
    SegmentMatchConditions {
        client_id "client_id": Option<SegmentMatchExpression>,
        connection "connection": Option<SegmentMatchExpression>,
        connection_type "connection_type": Option<SegmentMatchExpression>,
        organization_id "organization_id": Option<SegmentMatchExpression>,
        domain "domain": Option<SegmentMatchExpression>,
        device_type "device_type": Option<SegmentMatchExpression>,
        browser "browser": Option<SegmentMatchExpression>,
        platform "platform": Option<SegmentMatchExpression>,
        user_agent "user_agent": Option<SegmentMatchExpression>,
        country "country": Option<SegmentMatchExpression>,
        region "region": Option<SegmentMatchExpression>,
    }
}

union! {
    /// `SegmentMatchExpression`
    SegmentMatchExpression {
        List(Vec<String>),
        SegmentContainsExpression(SegmentContainsExpression),
        SegmentStartsWithExpression(SegmentStartsWithExpression),
        SegmentEndsWithExpression(SegmentEndsWithExpression),
        SegmentExistsExpression(SegmentExistsExpression),
    }
}

object! {
    /// `SegmentNotMatchConditions`
    SegmentNotMatchConditions {
        client_id "client_id": Option<SegmentMatchExpression>,
        connection "connection": Option<SegmentMatchExpression>,
        connection_type "connection_type": Option<SegmentMatchExpression>,
        organization_id "organization_id": Option<SegmentMatchExpression>,
        domain "domain": Option<SegmentMatchExpression>,
        device_type "device_type": Option<SegmentMatchExpression>,
        browser "browser": Option<SegmentMatchExpression>,
        platform "platform": Option<SegmentMatchExpression>,
        user_agent "user_agent": Option<SegmentMatchExpression>,
        country "country": Option<SegmentMatchExpression>,
        region "region": Option<SegmentMatchExpression>,
    }
}

object! {
    /// `SegmentRule`
    SegmentRule {
        /// (1 to 10 members)
        match_ "match": Option<SegmentMatchConditions>,
        /// (1 to 10 members)
        not_match "not_match": Option<SegmentNotMatchConditions>,
    }
}

object! {
    /// `SegmentStartsWithExpression`
    SegmentStartsWithExpression (starts_with: Vec<String>) {
        /// (at least 1 items)
        starts_with "starts_with": Vec<String>,
    } in_union
}

envelope! { object SegmentStartsWithExpression.starts_with: String }

string_enum! {
    /// `SegmentType`
    SegmentType {
        Myself = "self",
        Auth0 = "auth0",
    }
}

string_enum! {
    /// `SegmentTypeFilter`
    SegmentTypeFilter {
        Auth0 = "auth0",
        Myself = "self",
    }
}

string_enum! {
    /// `Subject`
    Subject {
        Device = "device",
    }
}

object! {
    /// `UpdateExperimentRequestContent`
    UpdateExperimentRequestContent {
        /// (3 to 255 characters)
        name "name": Option<String>,
        /// (3 to 1024 characters)
        description "description": Nullable<String>,
        assignment_config "assignment_config": Option<AssignmentConfig>,
        /// (at least 1 items)
        allocations "allocations": Option<Vec<AllocationRequestItem>>,
    }
}

object! {
    /// `UpdateExperimentStatusRequestContent`
    UpdateExperimentStatusRequestContent (status: ExperimentTransitionStatus) {
        status "status": ExperimentTransitionStatus,
    }
}

object! {
    /// `UpdateFeatureFlagRequestContent`
    UpdateFeatureFlagRequestContent {
        /// (3 to 255 characters)
        name "name": Option<String>,
        /// (3 to 1024 characters)
        description "description": Nullable<String>,
        /// (1 to 10 members)
        parameters "parameters": Option<BTreeMap<String, FeatureFlagConfigParam>>,
    }
}

object! {
    /// `UpdateFeatureFlagStatusRequestContent`
    UpdateFeatureFlagStatusRequestContent (status: FeatureFlagStatus) {
        status "status": FeatureFlagStatus,
    }
}

object! {
    /// `UpdateSegmentRequestContent`
    UpdateSegmentRequestContent {
        /// (3 to 255 characters)
        name "name": Option<String>,
        /// (3 to 1024 characters)
        description "description": Nullable<String>,
        /// (at least 1 items)
        rules "rules": Option<Vec<SegmentRule>>,
    }
}

object! {
    /// `UpdateVariationOverrideValue`
    UpdateVariationOverrideValue (value: Value) {
        value "value": Value,
    }
}

object! {
    /// `UpdateVariationRequestContent`
    UpdateVariationRequestContent {
        /// (3 to 255 characters)
        name "name": Option<String>,
        /// (3 to 1024 characters)
        description "description": Nullable<String>,
        overrides "overrides": Option<BTreeMap<String, UpdateVariationOverrideValue>>,
    }
}

object! {
    /// `ValidateExperiment`
    ValidateExperiment (is_valid: bool, errors: Vec<ExperimentValidationError>) {
        is_valid "is_valid": bool,
        errors "errors": Vec<ExperimentValidationError>,
    }
}

object! {
    /// `Variation`
    Variation (id: VariationId, feature_flag_id: FeatureFlagId, name: String, overrides: BTreeMap<String, VariationOverrideValue>, created_at: String, updated_at: String) {
        id "id": VariationId,
        feature_flag_id "feature_flag_id": FeatureFlagId,
        name "name": String,
        description "description": Option<String>,
        overrides "overrides": BTreeMap<String, VariationOverrideValue>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
    }
}

object! {
    /// `VariationOverrideValue`
    VariationOverrideValue (value: Value) {
        value "value": Value,
    }
}
