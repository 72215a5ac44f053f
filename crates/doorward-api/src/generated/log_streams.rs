// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `logStreams` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    CreateLogStream of Management "logStreams.create" POST "/log-streams"
    ["create:log_streams"] -> LogStream
    {
        body body "body": CreateLogStreamRequestContent,
    }
    {}
}

operation! {
    DeleteLogStream of Management "logStreams.delete" DELETE "/log-streams/{id}"
    ["delete:log_streams"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetLogStream of Management "logStreams.get" GET "/log-streams/{id}"
    ["read:log_streams"] -> LogStream
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListLogStreams of Management "logStreams.list" GET "/log-streams"
    ["read:log_streams"] -> Vec<LogStream>
    {}
    {}
}

list! { ListLogStreams: LogStream, }

operation! {
    UpdateLogStream of Management "logStreams.update" PATCH "/log-streams/{id}"
    ["update:log_streams"] -> LogStream
    {
        path id "id": String,
        body body "body": UpdateLogStreamRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateLogStream>(),
    NamedOperation::of::<DeleteLogStream>(),
    NamedOperation::of::<GetLogStream>(),
    NamedOperation::of::<ListLogStreams>(),
    NamedOperation::of::<UpdateLogStream>(),
];

object! {
    /// `CreateLogStreamDatadogRequestBody`
    CreateLogStreamDatadogRequestBody (type_: LogStreamDatadogEnum, sink: LogStreamDatadogSink) {
        name "name": Option<String>,
        type_ "type": LogStreamDatadogEnum,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": LogStreamDatadogSink,
        start_from "startFrom": Option<String>,
    } in_union
}

object! {
    /// `CreateLogStreamEventBridgeRequestBody`
    CreateLogStreamEventBridgeRequestBody (type_: LogStreamEventBridgeEnum, sink: LogStreamEventBridgeSink) {
        name "name": Option<String>,
        type_ "type": LogStreamEventBridgeEnum,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": LogStreamEventBridgeSink,
        start_from "startFrom": Option<String>,
    } in_union
}

object! {
    /// `CreateLogStreamEventGridRequestBody`
    CreateLogStreamEventGridRequestBody (type_: LogStreamEventGridEnum, sink: LogStreamEventGridSink) {
        name "name": Option<String>,
        type_ "type": LogStreamEventGridEnum,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": LogStreamEventGridSink,
        start_from "startFrom": Option<String>,
    } in_union
}

object! {
    /// `CreateLogStreamHttpRequestBody`
    CreateLogStreamHttpRequestBody (type_: LogStreamHttpEnum, sink: LogStreamHttpSink) {
        name "name": Option<String>,
        type_ "type": LogStreamHttpEnum,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": LogStreamHttpSink,
        start_from "startFrom": Option<String>,
    } in_union
}

object! {
    /// `CreateLogStreamMixpanelRequestBody`
    CreateLogStreamMixpanelRequestBody (type_: LogStreamMixpanelEnum, sink: LogStreamMixpanelSink) {
        name "name": Option<String>,
        type_ "type": LogStreamMixpanelEnum,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": LogStreamMixpanelSink,
        start_from "startFrom": Option<String>,
    } in_union
}

union! {
    /// `CreateLogStreamRequestContent`
    CreateLogStreamRequestContent {
        CreateLogStreamHttpRequestBody(Box<CreateLogStreamHttpRequestBody>),
        CreateLogStreamEventBridgeRequestBody(Box<CreateLogStreamEventBridgeRequestBody>),
        CreateLogStreamEventGridRequestBody(Box<CreateLogStreamEventGridRequestBody>),
        CreateLogStreamDatadogRequestBody(Box<CreateLogStreamDatadogRequestBody>),
        CreateLogStreamSplunkRequestBody(Box<CreateLogStreamSplunkRequestBody>),
        CreateLogStreamSumoRequestBody(Box<CreateLogStreamSumoRequestBody>),
        CreateLogStreamSegmentRequestBody(Box<CreateLogStreamSegmentRequestBody>),
        CreateLogStreamMixpanelRequestBody(Box<CreateLogStreamMixpanelRequestBody>),
    }
}

object! {
    /// `CreateLogStreamSegmentRequestBody`
    CreateLogStreamSegmentRequestBody (type_: LogStreamSegmentEnum, sink: LogStreamSegmentSinkWriteKey) {
        name "name": Option<String>,
        type_ "type": LogStreamSegmentEnum,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": LogStreamSegmentSinkWriteKey,
        start_from "startFrom": Option<String>,
    } in_union
}

object! {
    /// `CreateLogStreamSplunkRequestBody`
    CreateLogStreamSplunkRequestBody (type_: LogStreamSplunkEnum, sink: LogStreamSplunkSink) {
        name "name": Option<String>,
        type_ "type": LogStreamSplunkEnum,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": LogStreamSplunkSink,
        start_from "startFrom": Option<String>,
    } in_union
}

object! {
    /// `CreateLogStreamSumoRequestBody`
    CreateLogStreamSumoRequestBody (type_: LogStreamSumoEnum, sink: LogStreamSumoSink) {
        name "name": Option<String>,
        type_ "type": LogStreamSumoEnum,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": LogStreamSumoSink,
        start_from "startFrom": Option<String>,
    } in_union
}

object! {
    /// `HttpCustomHeader`
    HttpCustomHeader {
        header "header": Option<String>,
        value "value": Option<String>,
    }
}

union! {
    /// `LogStream`
    LogStream {
        Http(Box<LogStreamHttp>),
        EventBridge(Box<LogStreamEventBridge>),
        EventGrid(Box<LogStreamEventGrid>),
        Datadog(Box<LogStreamDatadog>),
        Splunk(Box<LogStreamSplunk>),
        Sumo(Box<LogStreamSumo>),
        Segment(Box<LogStreamSegment>),
        Mixpanel(Box<LogStreamMixpanel>),
    }
}

object! {
    /// `LogStreamDatadog`
    LogStreamDatadog {
        /// (format `log-stream-id`)
        id "id": Option<String>,
        name "name": Option<String>,
        status "status": Option<LogStreamStatus>,
        type_ "type": Option<LogStreamDatadogEnum>,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": Option<LogStreamDatadogSink>,
    } in_union
}

string_enum! {
    /// `LogStreamDatadogEnum`
    LogStreamDatadogEnum {
        Datadog = "datadog",
    }
}

string_enum! {
    /// `LogStreamDatadogRegion`
    LogStreamDatadogRegion {
        Us = "us",
        Eu = "eu",
        Us3 = "us3",
        Us5 = "us5",
    }
}

object! {
    /// `LogStreamDatadogSink`
    LogStreamDatadogSink (datadog_api_key: String, datadog_region: LogStreamDatadogRegion) {
        datadog_api_key "datadogApiKey": String,
        datadog_region "datadogRegion": LogStreamDatadogRegion,
    } in_union
}

object! {
    /// `LogStreamEventBridge`
    LogStreamEventBridge {
        /// (format `log-stream-id`)
        id "id": Option<String>,
        name "name": Option<String>,
        status "status": Option<LogStreamStatus>,
        type_ "type": Option<LogStreamEventBridgeEnum>,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": Option<LogStreamEventBridgeSink>,
    } in_union
}

object! {
    /// `LogStreamEventBridgeSink`
    LogStreamEventBridgeSink (aws_account_id: String, aws_region: LogStreamEventBridgeSinkRegion) {
        aws_account_id "awsAccountId": String,
        aws_region "awsRegion": LogStreamEventBridgeSinkRegion,
        aws_partner_event_source "awsPartnerEventSource": Option<String>,
    }
}

string_enum! {
    /// `LogStreamEventBridgeSinkRegion`
    LogStreamEventBridgeSinkRegion {
        AfSouth1 = "af-south-1",
        ApEast1 = "ap-east-1",
        ApEast2 = "ap-east-2",
        ApNortheast1 = "ap-northeast-1",
        ApNortheast2 = "ap-northeast-2",
        ApNortheast3 = "ap-northeast-3",
        ApSouth1 = "ap-south-1",
        ApSouth2 = "ap-south-2",
        ApSoutheast1 = "ap-southeast-1",
        ApSoutheast2 = "ap-southeast-2",
        ApSoutheast3 = "ap-southeast-3",
        ApSoutheast4 = "ap-southeast-4",
        ApSoutheast5 = "ap-southeast-5",
        ApSoutheast6 = "ap-southeast-6",
        ApSoutheast7 = "ap-southeast-7",
        CaCentral1 = "ca-central-1",
        CaWest1 = "ca-west-1",
        EuCentral1 = "eu-central-1",
        EuCentral2 = "eu-central-2",
        EuNorth1 = "eu-north-1",
        EuSouth1 = "eu-south-1",
        EuSouth2 = "eu-south-2",
        EuWest1 = "eu-west-1",
        EuWest2 = "eu-west-2",
        EuWest3 = "eu-west-3",
        IlCentral1 = "il-central-1",
        MeCentral1 = "me-central-1",
        MeSouth1 = "me-south-1",
        MxCentral1 = "mx-central-1",
        SaEast1 = "sa-east-1",
        UsGovEast1 = "us-gov-east-1",
        UsGovWest1 = "us-gov-west-1",
        UsEast1 = "us-east-1",
        UsEast2 = "us-east-2",
        UsWest1 = "us-west-1",
        UsWest2 = "us-west-2",
    }
}

object! {
    /// `LogStreamEventGrid`
    LogStreamEventGrid {
        /// (format `log-stream-id`)
        id "id": Option<String>,
        name "name": Option<String>,
        status "status": Option<LogStreamStatus>,
        type_ "type": Option<LogStreamEventGridEnum>,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": Option<LogStreamEventGridSink>,
    } in_union
}

string_enum! {
    /// `LogStreamEventGridEnum`
    LogStreamEventGridEnum {
        Eventgrid = "eventgrid",
    }
}

string_enum! {
    /// `LogStreamEventGridRegion`
    LogStreamEventGridRegion {
        Australiacentral = "australiacentral",
        Australiaeast = "australiaeast",
        Australiasoutheast = "australiasoutheast",
        Brazilsouth = "brazilsouth",
        Canadacentral = "canadacentral",
        Canadaeast = "canadaeast",
        Centralindia = "centralindia",
        Centralus = "centralus",
        Eastasia = "eastasia",
        Eastus = "eastus",
        Eastus2 = "eastus2",
        Francecentral = "francecentral",
        Germanywestcentral = "germanywestcentral",
        Japaneast = "japaneast",
        Japanwest = "japanwest",
        Koreacentral = "koreacentral",
        Koreasouth = "koreasouth",
        Northcentralus = "northcentralus",
        Northeurope = "northeurope",
        Norwayeast = "norwayeast",
        Southafricanorth = "southafricanorth",
        Southcentralus = "southcentralus",
        Southeastasia = "southeastasia",
        Southindia = "southindia",
        Swedencentral = "swedencentral",
        Switzerlandnorth = "switzerlandnorth",
        Uaenorth = "uaenorth",
        Uksouth = "uksouth",
        Ukwest = "ukwest",
        Westcentralus = "westcentralus",
        Westeurope = "westeurope",
        Westindia = "westindia",
        Westus = "westus",
        Westus2 = "westus2",
    }
}

object! {
    /// `LogStreamEventGridSink`
    LogStreamEventGridSink (azure_subscription_id: String, azure_region: LogStreamEventGridRegion, azure_resource_group: String) {
        azure_subscription_id "azureSubscriptionId": String,
        azure_region "azureRegion": LogStreamEventGridRegion,
        azure_resource_group "azureResourceGroup": String,
        azure_partner_topic "azurePartnerTopic": Option<String>,
    }
}

object! {
    /// `LogStreamFilter`
    LogStreamFilter {
        type_ "type": Option<LogStreamFilterType>,
        name "name": Option<LogStreamFilterGroupName>,
    }
}

string_enum! {
    /// `LogStreamFilterGroupName`
    LogStreamFilterGroupName {
        AuthLoginFail = "auth.login.fail",
        AuthLoginNotification = "auth.login.notification",
        AuthLoginSuccess = "auth.login.success",
        AuthLogoutFail = "auth.logout.fail",
        AuthLogoutSuccess = "auth.logout.success",
        AuthSignupFail = "auth.signup.fail",
        AuthSignupSuccess = "auth.signup.success",
        AuthSilentAuthFail = "auth.silent_auth.fail",
        AuthSilentAuthSuccess = "auth.silent_auth.success",
        AuthTokenExchangeFail = "auth.token_exchange.fail",
        AuthTokenExchangeSuccess = "auth.token_exchange.success",
        ManagementFail = "management.fail",
        ManagementSuccess = "management.success",
        ScimEvent = "scim.event",
        SystemNotification = "system.notification",
        UserFail = "user.fail",
        UserNotification = "user.notification",
        UserSuccess = "user.success",
        Actions = "actions",
        Other = "other",
    }
}

string_enum! {
    /// `LogStreamFilterType`
    LogStreamFilterType {
        Category = "category",
    }
}

object! {
    /// `LogStreamHttp`
    LogStreamHttp {
        /// (format `log-stream-id`)
        id "id": Option<String>,
        name "name": Option<String>,
        status "status": Option<LogStreamStatus>,
        type_ "type": Option<LogStreamHttpEnum>,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": Option<LogStreamHttpSink>,
    } in_union
}

string_enum! {
    /// `LogStreamHttpContentFormat`
    LogStreamHttpContentFormat {
        Jsonarray = "JSONARRAY",
        Jsonlines = "JSONLINES",
        Jsonobject = "JSONOBJECT",
    }
}

string_enum! {
    /// `LogStreamHttpEnum`
    LogStreamHttpEnum {
        Http = "http",
    }
}

object! {
    /// `LogStreamHttpSink`
    LogStreamHttpSink (http_endpoint: String) {
        http_authorization "httpAuthorization": Option<String>,
        http_content_format "httpContentFormat": Option<LogStreamHttpContentFormat>,
        http_content_type "httpContentType": Option<String>,
        http_endpoint "httpEndpoint": String,
        http_custom_headers "httpCustomHeaders": Option<Vec<HttpCustomHeader>>,
    } in_union
}

object! {
    /// `LogStreamMixpanel`
    LogStreamMixpanel {
        /// (format `log-stream-id`)
        id "id": Option<String>,
        name "name": Option<String>,
        status "status": Option<LogStreamStatus>,
        type_ "type": Option<LogStreamMixpanelEnum>,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": Option<LogStreamMixpanelSink>,
    } in_union
}

string_enum! {
    /// `LogStreamMixpanelEnum`
    LogStreamMixpanelEnum {
        Mixpanel = "mixpanel",
    }
}

string_enum! {
    /// `LogStreamMixpanelRegion`
    LogStreamMixpanelRegion {
        Us = "us",
        Eu = "eu",
    }
}

object! {
    /// `LogStreamMixpanelSink`
    LogStreamMixpanelSink (mixpanel_region: LogStreamMixpanelRegion, mixpanel_project_id: String, mixpanel_service_account_username: String, mixpanel_service_account_password: String) {
        mixpanel_region "mixpanelRegion": LogStreamMixpanelRegion,
        mixpanel_project_id "mixpanelProjectId": String,
        mixpanel_service_account_username "mixpanelServiceAccountUsername": String,
        mixpanel_service_account_password "mixpanelServiceAccountPassword": String,
    }
}

object! {
    /// `LogStreamMixpanelSinkPatch`
    LogStreamMixpanelSinkPatch (mixpanel_region: LogStreamMixpanelRegion, mixpanel_project_id: String, mixpanel_service_account_username: String) {
        mixpanel_region "mixpanelRegion": LogStreamMixpanelRegion,
        mixpanel_project_id "mixpanelProjectId": String,
        mixpanel_service_account_username "mixpanelServiceAccountUsername": String,
        mixpanel_service_account_password "mixpanelServiceAccountPassword": Option<String>,
    } in_union
}

string_enum! {
    /// `LogStreamPiiAlgorithm`
    LogStreamPiiAlgorithm {
        Xxhash = "xxhash",
    }
}

object! {
    /// `LogStreamPiiConfig`
    LogStreamPiiConfig (log_fields: Vec<LogStreamPiiLogFields>) {
        /// (at least 1 items)
        log_fields "log_fields": Vec<LogStreamPiiLogFields>,
        method "method": Option<LogStreamPiiMethod>,
        algorithm "algorithm": Option<LogStreamPiiAlgorithm>,
    }
}

string_enum! {
    /// `LogStreamPiiLogFields`
    LogStreamPiiLogFields {
        FirstName = "first_name",
        LastName = "last_name",
        Username = "username",
        Email = "email",
        Phone = "phone",
        Address = "address",
    }
}

string_enum! {
    /// `LogStreamPiiMethod`
    LogStreamPiiMethod {
        Mask = "mask",
        Hash = "hash",
    }
}

object! {
    /// `LogStreamSegment`
    LogStreamSegment {
        /// (format `log-stream-id`)
        id "id": Option<String>,
        name "name": Option<String>,
        status "status": Option<LogStreamStatus>,
        type_ "type": Option<LogStreamSegmentEnum>,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": Option<LogStreamSegmentSinkWriteKey>,
    } in_union
}

string_enum! {
    /// `LogStreamSegmentEnum`
    LogStreamSegmentEnum {
        Segment = "segment",
    }
}

object! {
    /// `LogStreamSegmentSink`
    LogStreamSegmentSink {
        segment_write_key "segmentWriteKey": Option<String>,
    } in_union
}

object! {
    /// `LogStreamSegmentSinkWriteKey`
    LogStreamSegmentSinkWriteKey (segment_write_key: String) {
        segment_write_key "segmentWriteKey": String,
    }
}

union! {
    /// `LogStreamSinkPatch`
    LogStreamSinkPatch {
        LogStreamHttpSink(Box<LogStreamHttpSink>),
        LogStreamDatadogSink(LogStreamDatadogSink),
        LogStreamSplunkSink(LogStreamSplunkSink),
        LogStreamSumoSink(LogStreamSumoSink),
        LogStreamSegmentSink(LogStreamSegmentSink),
        LogStreamMixpanelSinkPatch(LogStreamMixpanelSinkPatch),
    }
}

object! {
    /// `LogStreamSplunk`
    LogStreamSplunk {
        /// (format `log-stream-id`)
        id "id": Option<String>,
        name "name": Option<String>,
        status "status": Option<LogStreamStatus>,
        type_ "type": Option<LogStreamSplunkEnum>,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": Option<LogStreamSplunkSink>,
    } in_union
}

string_enum! {
    /// `LogStreamSplunkEnum`
    LogStreamSplunkEnum {
        Splunk = "splunk",
    }
}

object! {
    /// `LogStreamSplunkSink`
    LogStreamSplunkSink (splunk_domain: String, splunk_port: String, splunk_token: String, splunk_secure: bool) {
        splunk_domain "splunkDomain": String,
        splunk_port "splunkPort": String,
        splunk_token "splunkToken": String,
        splunk_secure "splunkSecure": bool,
    } in_union
}

string_enum! {
    /// `LogStreamStatus`
    LogStreamStatus {
        Active = "active",
        Paused = "paused",
        Suspended = "suspended",
    }
}

object! {
    /// `LogStreamSumo`
    LogStreamSumo {
        /// (format `log-stream-id`)
        id "id": Option<String>,
        name "name": Option<String>,
        status "status": Option<LogStreamStatus>,
        type_ "type": Option<LogStreamSumoEnum>,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": Option<LogStreamSumoSink>,
    } in_union
}

string_enum! {
    /// `LogStreamSumoEnum`
    LogStreamSumoEnum {
        Sumo = "sumo",
    }
}

object! {
    /// `LogStreamSumoSink`
    LogStreamSumoSink (sumo_source_address: String) {
        sumo_source_address "sumoSourceAddress": String,
    } in_union
}

object! {
    /// `UpdateLogStreamRequestContent`
    UpdateLogStreamRequestContent {
        name "name": Option<String>,
        status "status": Option<LogStreamStatus>,
        is_priority "isPriority": Option<bool>,
        filters "filters": Option<Vec<LogStreamFilter>>,
        pii_config "pii_config": Option<LogStreamPiiConfig>,
        sink "sink": Option<LogStreamSinkPatch>,
    }
}
