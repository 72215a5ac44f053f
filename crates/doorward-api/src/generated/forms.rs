// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `forms` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateForm of Management "forms.create" POST "/forms"
    ["create:forms"] -> Form
    {
        body body "body": CreateFormRequestContent,
    }
    {}
}

operation! {
    DeleteForm of Management "forms.delete" DELETE "/forms/{id}"
    ["delete:forms"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetForm of Management "forms.get" GET "/forms/{id}"
    ["read:forms"] -> Form
    {
        path id "id": String,
    }
    {
        query hydrate "hydrate": Vec<FormsRequestParametersHydrate>,
    }
}

operation! {
    ListForms of Management "forms.list" GET "/forms"
    ["read:forms"] -> ListFormsResponseContent
    {}
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query hydrate "hydrate": Vec<FormsRequestParametersHydrate>,
    }
}

list! { ListForms: FormSummary, by_page_with_totals }

operation! {
    UpdateForm of Management "forms.update" PATCH "/forms/{id}"
    ["update:forms"] -> Form
    {
        path id "id": String,
        body body "body": UpdateFormRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateForm>(),
    NamedOperation::of::<DeleteForm>(),
    NamedOperation::of::<GetForm>(),
    NamedOperation::of::<ListForms>(),
    NamedOperation::of::<UpdateForm>(),
];

object! {
    /// `CreateFormRequestContent`
    CreateFormRequestContent (name: String) {
        /// (1 to 150 characters)
        name "name": String,
        messages "messages": Option<FormMessages>,
        languages "languages": Option<FormLanguages>,
        translations "translations": Option<BTreeMap<String, Map<String, Value>>>,
        /// (at least 0 items)
        nodes "nodes": Option<Vec<FormNode>>,
        start "start": Option<FormStartNode>,
        ending "ending": Option<FormEndingNode>,
        style "style": Option<FormStyle>,
    }
}

object! {
    /// `Form`
    Form (id: String, name: String, created_at: String, updated_at: String) {
        /// (at most 30 characters, format `form-id`)
        id "id": String,
        /// (1 to 150 characters)
        name "name": String,
        messages "messages": Option<FormMessages>,
        languages "languages": Option<FormLanguages>,
        translations "translations": Option<BTreeMap<String, Map<String, Value>>>,
        /// (at least 0 items)
        nodes "nodes": Option<Vec<FormNode>>,
        start "start": Option<FormStartNode>,
        ending "ending": Option<FormEndingNode>,
        style "style": Option<FormStyle>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
        /// (format `date`)
        embedded_at "embedded_at": Option<String>,
        /// (format `date`)
        submitted_at "submitted_at": Option<String>,
    }
}

union! {
    /// `FormBlock`
    FormBlock {
        Divider(Box<FormBlockDivider>),
        Html(Box<FormBlockHtml>),
        Image(Box<FormBlockImage>),
        JumpButton(Box<FormBlockJumpButton>),
        ResendButton(Box<FormBlockResendButton>),
        NextButton(Box<FormBlockNextButton>),
        PreviousButton(Box<FormBlockPreviousButton>),
        RichText(Box<FormBlockRichText>),
    }
}

object! {
    /// `FormBlockDivider`
    FormBlockDivider (id: String, category: FormComponentCategoryBlockConst, type_: FormBlockTypeDividerConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryBlockConst,
        type_ "type": FormBlockTypeDividerConst,
        config "config": Option<FormBlockDividerConfig>,
    } in_union
}

object! {
    /// `FormBlockDividerConfig`
    FormBlockDividerConfig {
        /// (at most 50 characters)
        text "text": Option<String>,
    }
}

object! {
    /// `FormBlockHtml`
    FormBlockHtml (id: String, category: FormComponentCategoryBlockConst, type_: FormBlockTypeHtmlConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryBlockConst,
        type_ "type": FormBlockTypeHtmlConst,
        config "config": Option<FormBlockHtmlConfig>,
    } in_union
}

object! {
    /// `FormBlockHtmlConfig`
    FormBlockHtmlConfig {
        /// (at most 10000 characters)
        content "content": Option<String>,
    }
}

object! {
    /// `FormBlockImage`
    FormBlockImage (id: String, category: FormComponentCategoryBlockConst, type_: FormBlockTypeImageConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryBlockConst,
        type_ "type": FormBlockTypeImageConst,
        config "config": Option<FormBlockImageConfig>,
    } in_union
}

object! {
    /// `FormBlockImageConfig`
    FormBlockImageConfig (src: String) {
        /// (at most 500 characters)
        src "src": String,
        position "position": Option<FormBlockImageConfigPosition>,
        /// (1 to 500)
        height "height": Option<Number>,
    }
}

string_enum! {
    /// `FormBlockImageConfigPosition`
    FormBlockImageConfigPosition {
        Left = "LEFT",
        Center = "CENTER",
        Right = "RIGHT",
    }
}

object! {
    /// `FormBlockJumpButton`
    FormBlockJumpButton (id: String, category: FormComponentCategoryBlockConst, type_: FormBlockTypeJumpButtonConst, config: FormBlockJumpButtonConfig) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryBlockConst,
        type_ "type": FormBlockTypeJumpButtonConst,
        config "config": FormBlockJumpButtonConfig,
    } in_union
}

object! {
    /// `FormBlockJumpButtonConfig`
    FormBlockJumpButtonConfig (text: String, next_node: FormNodePointer) {
        /// (at most 150 characters)
        text "text": String,
        next_node "next_node": FormNodePointer,
        style "style": Option<FormBlockJumpButtonConfigStyle>,
    }
}

object! {
    /// `FormBlockJumpButtonConfigStyle`
    FormBlockJumpButtonConfigStyle {
        /// (format `forms-hex-color`)
        background_color "background_color": Option<String>,
    }
}

object! {
    /// `FormBlockNextButton`
    FormBlockNextButton (id: String, category: FormComponentCategoryBlockConst, type_: FormBlockTypeNextButtonConst, config: FormBlockNextButtonConfig) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryBlockConst,
        type_ "type": FormBlockTypeNextButtonConst,
        config "config": FormBlockNextButtonConfig,
    } in_union
}

object! {
    /// `FormBlockNextButtonConfig`
    FormBlockNextButtonConfig (text: String) {
        /// (at most 150 characters)
        text "text": String,
    }
}

object! {
    /// `FormBlockPreviousButton`
    FormBlockPreviousButton (id: String, category: FormComponentCategoryBlockConst, type_: FormBlockTypePreviousButtonConst, config: FormBlockPreviousButtonConfig) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryBlockConst,
        type_ "type": FormBlockTypePreviousButtonConst,
        config "config": FormBlockPreviousButtonConfig,
    } in_union
}

object! {
    /// `FormBlockPreviousButtonConfig`
    FormBlockPreviousButtonConfig (text: String) {
        /// (at most 150 characters)
        text "text": String,
    }
}

object! {
    /// `FormBlockResendButton`
    FormBlockResendButton (id: String, category: FormComponentCategoryBlockConst, type_: FormBlockTypeResendButtonConst, config: FormBlockResendButtonConfig) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryBlockConst,
        type_ "type": FormBlockTypeResendButtonConst,
        config "config": FormBlockResendButtonConfig,
    } in_union
}

object! {
    /// `FormBlockResendButtonConfig`
    FormBlockResendButtonConfig (active_text: String, button_text: String, waiting_text: String, flow_id: String) {
        /// (1 to 255 characters)
        active_text "active_text": String,
        /// (1 to 255 characters)
        button_text "button_text": String,
        /// (1 to 255 characters)
        waiting_text "waiting_text": String,
        text_alignment "text_alignment": Option<FormBlockResendButtonConfigTextAlignment>,
        /// (at most 30 characters, format `flow-id`)
        flow_id "flow_id": String,
        /// (1 to 10)
        max_attempts "max_attempts": Option<Number>,
        /// (1 to 60)
        waiting_time "waiting_time": Option<Number>,
    }
}

string_enum! {
    /// `FormBlockResendButtonConfigTextAlignment`
    FormBlockResendButtonConfigTextAlignment {
        Left = "LEFT",
        Center = "CENTER",
        Right = "RIGHT",
    }
}

object! {
    /// `FormBlockRichText`
    FormBlockRichText (id: String, category: FormComponentCategoryBlockConst, type_: FormBlockTypeRichTextConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryBlockConst,
        type_ "type": FormBlockTypeRichTextConst,
        config "config": Option<FormBlockRichTextConfig>,
    } in_union
}

object! {
    /// `FormBlockRichTextConfig`
    FormBlockRichTextConfig {
        /// (at most 10000 characters)
        content "content": Option<String>,
    }
}

string_enum! {
    /// `FormBlockTypeDividerConst`
    FormBlockTypeDividerConst {
        Divider = "DIVIDER",
    }
}

string_enum! {
    /// `FormBlockTypeHtmlConst`
    FormBlockTypeHtmlConst {
        Html = "HTML",
    }
}

string_enum! {
    /// `FormBlockTypeImageConst`
    FormBlockTypeImageConst {
        Image = "IMAGE",
    }
}

string_enum! {
    /// `FormBlockTypeJumpButtonConst`
    FormBlockTypeJumpButtonConst {
        JumpButton = "JUMP_BUTTON",
    }
}

string_enum! {
    /// `FormBlockTypeNextButtonConst`
    FormBlockTypeNextButtonConst {
        NextButton = "NEXT_BUTTON",
    }
}

string_enum! {
    /// `FormBlockTypePreviousButtonConst`
    FormBlockTypePreviousButtonConst {
        PreviousButton = "PREVIOUS_BUTTON",
    }
}

string_enum! {
    /// `FormBlockTypeResendButtonConst`
    FormBlockTypeResendButtonConst {
        ResendButton = "RESEND_BUTTON",
    }
}

string_enum! {
    /// `FormBlockTypeRichTextConst`
    FormBlockTypeRichTextConst {
        RichText = "RICH_TEXT",
    }
}

union! {
    /// `FormComponent`
    FormComponent {
        FormBlock(FormBlock),
        FormWidget(FormWidget),
        FormField(FormField),
    }
}

string_enum! {
    /// `FormComponentCategoryBlockConst`
    FormComponentCategoryBlockConst {
        Block = "BLOCK",
    }
}

string_enum! {
    /// `FormComponentCategoryFieldConst`
    FormComponentCategoryFieldConst {
        Field = "FIELD",
    }
}

string_enum! {
    /// `FormComponentCategoryWidgetConst`
    FormComponentCategoryWidgetConst {
        Widget = "WIDGET",
    }
}

object! {
    /// `FormEndingNode`
    FormEndingNode {
        redirection "redirection": Option<FormEndingNodeRedirection>,
        after_submit "after_submit": Option<FormEndingNodeAfterSubmit>,
        coordinates "coordinates": Option<FormNodeCoordinates>,
        resume_flow "resume_flow": Option<bool>,
    }
}

object! {
    /// `FormEndingNodeAfterSubmit`
    FormEndingNodeAfterSubmit {
        /// (at most 30 characters, format `flow-id`)
        flow_id "flow_id": Option<String>,
    }
}

string_enum! {
    /// `FormEndingNodeId`
    FormEndingNodeId {
        Ending = "$ending",
    }
}

object! {
    /// `FormEndingNodeRedirection`
    FormEndingNodeRedirection (target: String) {
        /// (0 to 10)
        delay "delay": Option<i64>,
        /// (1 to 1024 characters)
        target "target": String,
    }
}

union! {
    /// `FormField`
    FormField {
        Boolean(Box<FormFieldBoolean>),
        Cards(Box<FormFieldCards>),
        Choice(Box<FormFieldChoice>),
        Custom(Box<FormFieldCustom>),
        Date(Box<FormFieldDate>),
        Dropdown(Box<FormFieldDropdown>),
        Email(Box<FormFieldEmail>),
        File(Box<FormFieldFile>),
        Legal(Box<FormFieldLegal>),
        Number(Box<FormFieldNumber>),
        Password(Box<FormFieldPassword>),
        Payment(Box<FormFieldPayment>),
        Social(Box<FormFieldSocial>),
        Tel(Box<FormFieldTel>),
        Text(Box<FormFieldText>),
        Url(Box<FormFieldUrl>),
    }
}

object! {
    /// `FormFieldBoolean`
    FormFieldBoolean (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypeBooleanConst, config: FormFieldBooleanConfig) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypeBooleanConst,
        config "config": FormFieldBooleanConfig,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldBooleanConfig`
    FormFieldBooleanConfig {
        default_value "default_value": Option<bool>,
        options "options": Option<FormFieldBooleanConfigOptions>,
    }
}

object! {
    /// `FormFieldBooleanConfigOptions`
    FormFieldBooleanConfigOptions {
        /// (1 to 50 characters)
        true_ "true": Option<String>,
        /// (1 to 50 characters)
        false_ "false": Option<String>,
    }
}

object! {
    /// `FormFieldCards`
    FormFieldCards (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypeCardsConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypeCardsConst,
        config "config": Option<FormFieldCardsConfig>,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldCardsConfig`
    FormFieldCardsConfig {
        hide_labels "hide_labels": Option<bool>,
        multiple "multiple": Option<bool>,
        /// (at least 0 items)
        options "options": Option<Vec<FormFieldCardsConfigOption>>,
        default_value "default_value": Option<Value>,
    }
}

object! {
    /// `FormFieldCardsConfigOption`
    FormFieldCardsConfigOption (value: String, label: String, image_url: String) {
        /// (at least 1 characters)
        value "value": String,
        /// (at least 1 characters)
        label "label": String,
        /// (format `forms-url-https`)
        image_url "image_url": String,
    }
}

object! {
    /// `FormFieldChoice`
    FormFieldChoice (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypeChoiceConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypeChoiceConst,
        config "config": Option<FormFieldChoiceConfig>,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldChoiceConfig`
    FormFieldChoiceConfig {
        multiple "multiple": Option<bool>,
        /// (at least 0 items)
        options "options": Option<Vec<FormFieldChoiceConfigOption>>,
        allow_other "allow_other": Option<FormFieldChoiceConfigAllowOther>,
        default_value "default_value": Option<Value>,
    }
}

object! {
    /// `FormFieldChoiceConfigAllowOther`
    FormFieldChoiceConfigAllowOther {
        enabled "enabled": Option<bool>,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (at least 1 characters)
        placeholder "placeholder": Option<String>,
    }
}

object! {
    /// `FormFieldChoiceConfigOption`
    FormFieldChoiceConfigOption (value: String, label: String) {
        /// (at least 1 characters)
        value "value": String,
        /// (at least 1 characters)
        label "label": String,
    }
}

object! {
    /// `FormFieldCustom`
    FormFieldCustom (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypeCustomConst, config: FormFieldCustomConfig) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypeCustomConst,
        config "config": FormFieldCustomConfig,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldCustomConfig`
    FormFieldCustomConfig (schema: Map<String, Value>, code: String) {
        schema "schema": Map<String, Value>,
        /// (at least 1 characters)
        code "code": String,
        /// (at least 1 characters)
        css "css": Option<String>,
        params "params": Option<BTreeMap<String, String>>,
    }
}

object! {
    /// `FormFieldDate`
    FormFieldDate (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypeDateConst, config: FormFieldDateConfig) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypeDateConst,
        config "config": FormFieldDateConfig,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldDateConfig`
    FormFieldDateConfig {
        format "format": Option<FormFieldDateConfigFormat>,
        default_value "default_value": Option<String>,
    }
}

string_enum! {
    /// `FormFieldDateConfigFormat`
    FormFieldDateConfigFormat {
        Date = "DATE",
        Time = "TIME",
    }
}

object! {
    /// `FormFieldDropdown`
    FormFieldDropdown (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypeDropdownConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypeDropdownConst,
        config "config": Option<FormFieldDropdownConfig>,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldDropdownConfig`
    FormFieldDropdownConfig {
        multiple "multiple": Option<bool>,
        /// (at least 0 items)
        options "options": Option<Vec<FormFieldDropdownConfigOption>>,
        default_value "default_value": Option<Value>,
        /// (1 to 500 characters)
        placeholder "placeholder": Option<String>,
    }
}

object! {
    /// `FormFieldDropdownConfigOption`
    FormFieldDropdownConfigOption (value: String, label: String) {
        /// (at least 1 characters)
        value "value": String,
        /// (at least 1 characters)
        label "label": String,
    }
}

object! {
    /// `FormFieldEmail`
    FormFieldEmail (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypeEmailConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypeEmailConst,
        config "config": Option<FormFieldEmailConfig>,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldEmailConfig`
    FormFieldEmailConfig {
        /// (at least 1 characters)
        default_value "default_value": Option<String>,
        /// (1 to 500 characters)
        placeholder "placeholder": Option<String>,
    }
}

object! {
    /// `FormFieldFile`
    FormFieldFile (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypeFileConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypeFileConst,
        config "config": Option<FormFieldFileConfig>,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldFileConfig`
    FormFieldFileConfig {
        multiple "multiple": Option<bool>,
        storage "storage": Option<FormFieldFileConfigStorage>,
        categories "categories": Option<Vec<FormFieldFileConfigCategory>>,
        extensions "extensions": Option<Vec<String>>,
        /// (at least 1024)
        max_size "maxSize": Option<i64>,
        /// (at least 1)
        max_files "maxFiles": Option<i64>,
    }
}

string_enum! {
    /// `FormFieldFileConfigCategory`
    FormFieldFileConfigCategory {
        Audio = "AUDIO",
        Video = "VIDEO",
        Image = "IMAGE",
        Document = "DOCUMENT",
        Archive = "ARCHIVE",
    }
}

object! {
    /// `FormFieldFileConfigStorage`
    FormFieldFileConfigStorage (type_: FormFieldFileConfigStorageType) {
        type_ "type": FormFieldFileConfigStorageType,
    }
}

string_enum! {
    /// `FormFieldFileConfigStorageType`
    FormFieldFileConfigStorageType {
        Managed = "MANAGED",
        Custom = "CUSTOM",
    }
}

object! {
    /// `FormFieldLegal`
    FormFieldLegal (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypeLegalConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypeLegalConst,
        config "config": Option<FormFieldLegalConfig>,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldLegalConfig`
    FormFieldLegalConfig {
        /// (1 to 10000 characters)
        text "text": Option<String>,
    }
}

object! {
    /// `FormFieldNumber`
    FormFieldNumber (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypeNumberConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypeNumberConst,
        config "config": Option<FormFieldNumberConfig>,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldNumberConfig`
    FormFieldNumberConfig {
        default_value "default_value": Option<Number>,
        /// (1 to 500 characters)
        placeholder "placeholder": Option<String>,
        min_value "min_value": Option<Number>,
        max_value "max_value": Option<Number>,
    }
}

object! {
    /// `FormFieldPassword`
    FormFieldPassword (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypePasswordConst, config: FormFieldPasswordConfig) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypePasswordConst,
        config "config": FormFieldPasswordConfig,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldPasswordConfig`
    FormFieldPasswordConfig {
        hash "hash": Option<FormFieldPasswordConfigHash>,
        /// (at most 500 characters)
        placeholder "placeholder": Option<String>,
        /// (at least 1)
        min_length "min_length": Option<i64>,
        /// (at least 1)
        max_length "max_length": Option<i64>,
        complexity "complexity": Option<bool>,
        nist "nist": Option<bool>,
        strength_meter "strength_meter": Option<bool>,
    }
}

string_enum! {
    /// `FormFieldPasswordConfigHash`
    FormFieldPasswordConfigHash {
        None = "NONE",
        Md5 = "MD5",
        Sha1 = "SHA1",
        Sha256 = "SHA256",
        Sha512 = "SHA512",
    }
}

object! {
    /// `FormFieldPayment`
    FormFieldPayment (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypePaymentConst, config: FormFieldPaymentConfig) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypePaymentConst,
        config "config": FormFieldPaymentConfig,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldPaymentConfig`
    FormFieldPaymentConfig (charge: FormFieldPaymentConfigCharge, credentials: FormFieldPaymentConfigCredentials) {
        provider "provider": Option<FormFieldPaymentConfigProvider>,
        charge "charge": FormFieldPaymentConfigCharge,
        credentials "credentials": FormFieldPaymentConfigCredentials,
        customer "customer": Option<Map<String, Value>>,
        fields "fields": Option<FormFieldPaymentConfigFields>,
    }
}

union! {
    /// `FormFieldPaymentConfigCharge`
    FormFieldPaymentConfigCharge {
        OneOff(Box<FormFieldPaymentConfigChargeOneOff>),
        FormFieldPaymentConfigCharge2(FormFieldPaymentConfigCharge2),
    }
}

object! {
    /// `FormFieldPaymentConfigCharge2`
    FormFieldPaymentConfigCharge2 (type_: FormFieldPaymentConfigChargeTypeSubscriptionConst, subscription: Map<String, Value>) {
        type_ "type": FormFieldPaymentConfigChargeTypeSubscriptionConst,
        subscription "subscription": Map<String, Value>,
    } in_union
}

object! {
    /// `FormFieldPaymentConfigChargeOneOff`
    FormFieldPaymentConfigChargeOneOff (type_: FormFieldPaymentConfigChargeTypeOneOffConst, one_off: FormFieldPaymentConfigChargeOneOffOneOff) {
        type_ "type": FormFieldPaymentConfigChargeTypeOneOffConst,
        one_off "one_off": FormFieldPaymentConfigChargeOneOffOneOff,
    } in_union
}

string_enum! {
    /// `FormFieldPaymentConfigChargeOneOffCurrency`
    FormFieldPaymentConfigChargeOneOffCurrency {
        Aud = "AUD",
        Cad = "CAD",
        Chf = "CHF",
        Eur = "EUR",
        Gbp = "GBP",
        Inr = "INR",
        Mxn = "MXN",
        Sek = "SEK",
        Usd = "USD",
    }
}

object! {
    /// `FormFieldPaymentConfigChargeOneOffOneOff`
    FormFieldPaymentConfigChargeOneOffOneOff (amount: FormFieldPaymentConfigChargeOneOffOneOffAmount, currency: FormFieldPaymentConfigChargeOneOffCurrency) {
        amount "amount": FormFieldPaymentConfigChargeOneOffOneOffAmount,
        currency "currency": FormFieldPaymentConfigChargeOneOffCurrency,
    }
}

union! {
    /// `FormFieldPaymentConfigChargeOneOffOneOffAmount`
    FormFieldPaymentConfigChargeOneOffOneOffAmount {
        String(String),
        Number(Number),
    }
}

string_enum! {
    /// `FormFieldPaymentConfigChargeTypeOneOffConst`
    FormFieldPaymentConfigChargeTypeOneOffConst {
        OneOff = "ONE_OFF",
    }
}

string_enum! {
    /// `FormFieldPaymentConfigChargeTypeSubscriptionConst`
    FormFieldPaymentConfigChargeTypeSubscriptionConst {
        Subscription = "SUBSCRIPTION",
    }
}

object! {
    /// `FormFieldPaymentConfigCredentials`
    FormFieldPaymentConfigCredentials (public_key: String, private_key: String) {
        /// (1 to 250 characters)
        public_key "public_key": String,
        /// (1 to 250 characters)
        private_key "private_key": String,
    }
}

object! {
    /// `FormFieldPaymentConfigFieldProperties`
    FormFieldPaymentConfigFieldProperties {
        /// (1 to 250 characters)
        label "label": Option<String>,
        /// (1 to 250 characters)
        placeholder "placeholder": Option<String>,
    }
}

object! {
    /// `FormFieldPaymentConfigFields`
    FormFieldPaymentConfigFields {
        card_number "card_number": Option<FormFieldPaymentConfigFieldProperties>,
        expiration_date "expiration_date": Option<FormFieldPaymentConfigFieldProperties>,
        security_code "security_code": Option<FormFieldPaymentConfigFieldProperties>,
        trustmarks "trustmarks": Option<bool>,
    }
}

string_enum! {
    /// `FormFieldPaymentConfigProvider`
    FormFieldPaymentConfigProvider {
        Stripe = "STRIPE",
    }
}

object! {
    /// `FormFieldSocial`
    FormFieldSocial (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypeSocialConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypeSocialConst,
        config "config": Option<Map<String, Value>>,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldTel`
    FormFieldTel (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypeTelConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypeTelConst,
        config "config": Option<FormFieldTelConfig>,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldTelConfig`
    FormFieldTelConfig {
        default_value "default_value": Option<String>,
        /// (at most 500 characters)
        placeholder "placeholder": Option<String>,
        /// (at least 1)
        min_length "min_length": Option<i64>,
        /// (at least 1)
        max_length "max_length": Option<i64>,
        country_picker "country_picker": Option<bool>,
        strings "strings": Option<FormFieldTelConfigStrings>,
    }
}

object! {
    /// `FormFieldTelConfigStrings`
    FormFieldTelConfigStrings {
        /// (at least 1 characters)
        filter_placeholder "filter_placeholder": Option<String>,
    }
}

object! {
    /// `FormFieldText`
    FormFieldText (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypeTextConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypeTextConst,
        config "config": Option<FormFieldTextConfig>,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldTextConfig`
    FormFieldTextConfig {
        multiline "multiline": Option<bool>,
        /// (at least 1 characters)
        default_value "default_value": Option<String>,
        /// (1 to 500 characters)
        placeholder "placeholder": Option<String>,
        /// (at least 1)
        min_length "min_length": Option<i64>,
        /// (at least 1)
        max_length "max_length": Option<i64>,
    }
}

string_enum! {
    /// `FormFieldTypeBooleanConst`
    FormFieldTypeBooleanConst {
        Boolean = "BOOLEAN",
    }
}

string_enum! {
    /// `FormFieldTypeCardsConst`
    FormFieldTypeCardsConst {
        Cards = "CARDS",
    }
}

string_enum! {
    /// `FormFieldTypeChoiceConst`
    FormFieldTypeChoiceConst {
        Choice = "CHOICE",
    }
}

string_enum! {
    /// `FormFieldTypeCustomConst`
    FormFieldTypeCustomConst {
        Custom = "CUSTOM",
    }
}

string_enum! {
    /// `FormFieldTypeDateConst`
    FormFieldTypeDateConst {
        Date = "DATE",
    }
}

string_enum! {
    /// `FormFieldTypeDropdownConst`
    FormFieldTypeDropdownConst {
        Dropdown = "DROPDOWN",
    }
}

string_enum! {
    /// `FormFieldTypeEmailConst`
    FormFieldTypeEmailConst {
        Email = "EMAIL",
    }
}

string_enum! {
    /// `FormFieldTypeFileConst`
    FormFieldTypeFileConst {
        File = "FILE",
    }
}

string_enum! {
    /// `FormFieldTypeLegalConst`
    FormFieldTypeLegalConst {
        Legal = "LEGAL",
    }
}

string_enum! {
    /// `FormFieldTypeNumberConst`
    FormFieldTypeNumberConst {
        Number = "NUMBER",
    }
}

string_enum! {
    /// `FormFieldTypePasswordConst`
    FormFieldTypePasswordConst {
        Password = "PASSWORD",
    }
}

string_enum! {
    /// `FormFieldTypePaymentConst`
    FormFieldTypePaymentConst {
        Payment = "PAYMENT",
    }
}

string_enum! {
    /// `FormFieldTypeSocialConst`
    FormFieldTypeSocialConst {
        Social = "SOCIAL",
    }
}

string_enum! {
    /// `FormFieldTypeTelConst`
    FormFieldTypeTelConst {
        Tel = "TEL",
    }
}

string_enum! {
    /// `FormFieldTypeTextConst`
    FormFieldTypeTextConst {
        Text = "TEXT",
    }
}

string_enum! {
    /// `FormFieldTypeUrlConst`
    FormFieldTypeUrlConst {
        Url = "URL",
    }
}

object! {
    /// `FormFieldUrl`
    FormFieldUrl (id: String, category: FormComponentCategoryFieldConst, type_: FormFieldTypeUrlConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryFieldConst,
        type_ "type": FormFieldTypeUrlConst,
        config "config": Option<FormFieldUrlConfig>,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormFieldUrlConfig`
    FormFieldUrlConfig {
        /// (at least 1 characters)
        default_value "default_value": Option<String>,
        /// (1 to 500 characters)
        placeholder "placeholder": Option<String>,
    }
}

object! {
    /// `FormFlow`
    FormFlow (id: String, type_: FormNodeTypeFlowConst, config: FormFlowConfig) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        type_ "type": FormNodeTypeFlowConst,
        coordinates "coordinates": Option<FormNodeCoordinates>,
        /// (1 to 150 characters)
        alias "alias": Option<String>,
        config "config": FormFlowConfig,
    } in_union
}

object! {
    /// `FormFlowConfig`
    FormFlowConfig (flow_id: String) {
        /// (at most 30 characters, format `flow-id`)
        flow_id "flow_id": String,
        next_node "next_node": Option<FormNodePointer>,
    }
}

object! {
    /// `FormHiddenField`
    FormHiddenField (key: String) {
        /// (format `forms-custom-identifier`)
        key "key": String,
        /// (1 to 500 characters)
        value "value": Option<String>,
    }
}

object! {
    /// `FormLanguages`
    FormLanguages {
        /// (1 to 55 characters)
        primary "primary": Option<String>,
        /// (1 to 55 characters)
        default_ "default": Option<String>,
    }
}

object! {
    /// `FormMessages`
    FormMessages {
        errors "errors": Option<BTreeMap<String, String>>,
        custom "custom": Option<BTreeMap<String, String>>,
    }
}

union! {
    /// `FormNode`
    FormNode {
        FormFlow(Box<FormFlow>),
        FormRouter(Box<FormRouter>),
        FormStep(Box<FormStep>),
    }
}

object! {
    /// `FormNodeCoordinates`
    FormNodeCoordinates (x: i64, y: i64) {
        /// (-999999 to 999999)
        x "x": i64,
        /// (-999999 to 999999)
        y "y": i64,
    }
}

union! {
    /// `FormNodePointer`
    FormNodePointer {
        String(String),
        FormEndingNodeId(FormEndingNodeId),
    }
}

string_enum! {
    /// `FormNodeTypeFlowConst`
    FormNodeTypeFlowConst {
        Flow = "FLOW",
    }
}

string_enum! {
    /// `FormNodeTypeRouterConst`
    FormNodeTypeRouterConst {
        Router = "ROUTER",
    }
}

string_enum! {
    /// `FormNodeTypeStepConst`
    FormNodeTypeStepConst {
        Step = "STEP",
    }
}

object! {
    /// `FormRouter`
    FormRouter (id: String, type_: FormNodeTypeRouterConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        type_ "type": FormNodeTypeRouterConst,
        coordinates "coordinates": Option<FormNodeCoordinates>,
        /// (1 to 150 characters)
        alias "alias": Option<String>,
        config "config": Option<FormRouterConfig>,
    } in_union
}

object! {
    /// `FormRouterConfig`
    FormRouterConfig {
        /// (at least 0 items)
        rules "rules": Option<Vec<FormRouterRule>>,
        fallback "fallback": Option<FormNodePointer>,
    }
}

object! {
    /// `FormRouterRule`
    FormRouterRule (id: String, condition: Value) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (1 to 150 characters)
        alias "alias": Option<String>,
        condition "condition": Value,
        next_node "next_node": Option<FormNodePointer>,
    }
}

object! {
    /// `FormStartNode`
    FormStartNode {
        hidden_fields "hidden_fields": Option<Vec<FormHiddenField>>,
        next_node "next_node": Option<FormNodePointer>,
        coordinates "coordinates": Option<FormNodeCoordinates>,
    }
}

object! {
    /// `FormStep`
    FormStep (id: String, type_: FormNodeTypeStepConst) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        type_ "type": FormNodeTypeStepConst,
        coordinates "coordinates": Option<FormNodeCoordinates>,
        /// (1 to 150 characters)
        alias "alias": Option<String>,
        config "config": Option<FormStepConfig>,
    } in_union
}

object! {
    /// `FormStepConfig`
    FormStepConfig {
        components "components": Option<Vec<FormComponent>>,
        next_node "next_node": Option<FormNodePointer>,
    }
}

object! {
    /// `FormStyle`
    FormStyle {
        /// (1 to 5000 characters)
        css "css": Option<String>,
    }
}

object! {
    /// `FormSummary`
    FormSummary (id: String, name: String, created_at: String, updated_at: String) {
        /// (at most 30 characters, format `form-id`)
        id "id": String,
        /// (1 to 150 characters)
        name "name": String,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
        /// (format `date`)
        embedded_at "embedded_at": Option<String>,
        /// (format `date`)
        submitted_at "submitted_at": Option<String>,
    } in_union
}

union! {
    /// `FormWidget`
    FormWidget {
        Auth0VerifiableCredentials(Box<FormWidgetAuth0VerifiableCredentials>),
        GMapsAddress(Box<FormWidgetGMapsAddress>),
        Recaptcha(Box<FormWidgetRecaptcha>),
    }
}

object! {
    /// `FormWidgetAuth0VerifiableCredentials`
    FormWidgetAuth0VerifiableCredentials (id: String, category: FormComponentCategoryWidgetConst, type_: FormWidgetTypeAuth0VerifiableCredentialsConst, config: FormWidgetAuth0VerifiableCredentialsConfig) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryWidgetConst,
        type_ "type": FormWidgetTypeAuth0VerifiableCredentialsConst,
        config "config": FormWidgetAuth0VerifiableCredentialsConfig,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormWidgetAuth0VerifiableCredentialsConfig`
    FormWidgetAuth0VerifiableCredentialsConfig (url: String, alternate_text: String, access_token: String, verification_id: String) {
        /// (at most 2000 characters)
        url "url": String,
        /// (1 to 500)
        size "size": Option<Number>,
        /// (1 to 255 characters)
        alternate_text "alternate_text": String,
        /// (1 to 5000 characters)
        access_token "access_token": String,
        /// (1 to 255 characters)
        verification_id "verification_id": String,
        /// (60 to 600)
        max_wait "max_wait": Option<Number>,
    }
}

object! {
    /// `FormWidgetGMapsAddress`
    FormWidgetGMapsAddress (id: String, category: FormComponentCategoryWidgetConst, type_: FormWidgetTypeGMapsAddressConst, config: FormWidgetGMapsAddressConfig) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryWidgetConst,
        type_ "type": FormWidgetTypeGMapsAddressConst,
        config "config": FormWidgetGMapsAddressConfig,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormWidgetGMapsAddressConfig`
    FormWidgetGMapsAddressConfig (api_key: String) {
        /// (at least 1 characters)
        api_key "api_key": String,
    }
}

object! {
    /// `FormWidgetRecaptcha`
    FormWidgetRecaptcha (id: String, category: FormComponentCategoryWidgetConst, type_: FormWidgetTypeRecaptchaConst, config: FormWidgetRecaptchaConfig) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        category "category": FormComponentCategoryWidgetConst,
        type_ "type": FormWidgetTypeRecaptchaConst,
        config "config": FormWidgetRecaptchaConfig,
        /// (at least 1 characters)
        label "label": Option<String>,
        /// (1 to 500 characters)
        hint "hint": Option<String>,
        required "required": Option<bool>,
        sensitive "sensitive": Option<bool>,
    } in_union
}

object! {
    /// `FormWidgetRecaptchaConfig`
    FormWidgetRecaptchaConfig (site_key: String, secret_key: String) {
        /// (at least 1 characters)
        site_key "site_key": String,
        /// (at least 1 characters)
        secret_key "secret_key": String,
    }
}

string_enum! {
    /// `FormWidgetTypeAuth0VerifiableCredentialsConst`
    FormWidgetTypeAuth0VerifiableCredentialsConst {
        Auth0VerifiableCredentials = "AUTH0_VERIFIABLE_CREDENTIALS",
    }
}

string_enum! {
    /// `FormWidgetTypeGMapsAddressConst`
    FormWidgetTypeGMapsAddressConst {
        GmapsAddress = "GMAPS_ADDRESS",
    }
}

string_enum! {
    /// `FormWidgetTypeRecaptchaConst`
    FormWidgetTypeRecaptchaConst {
        Recaptcha = "RECAPTCHA",
    }
}

string_enum! {
    /// `FormsRequestParametersHydrate`
    FormsRequestParametersHydrate {
        FlowCount = "flow_count",
        Links = "links",
    }
}

object! {
    /// `ListFormsOffsetPaginatedResponseContent`
    ListFormsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        forms "forms": Option<Vec<FormSummary>>,
    } in_union
}

envelope! { object ListFormsOffsetPaginatedResponseContent.forms: FormSummary, total total }

union! {
    /// `ListFormsResponseContent`
    ListFormsResponseContent {
        List(Vec<FormSummary>),
        Page(ListFormsOffsetPaginatedResponseContent),
    }
}

envelope! { union ListFormsResponseContent: FormSummary, List Page }

object! {
    /// `UpdateFormRequestContent`
    UpdateFormRequestContent {
        /// (1 to 150 characters)
        name "name": Option<String>,
        messages "messages": Nullable<FormMessages>,
        languages "languages": Nullable<FormLanguages>,
        translations "translations": Nullable<BTreeMap<String, Map<String, Value>>>,
        nodes "nodes": Nullable<Vec<FormNode>>,
        start "start": Nullable<FormStartNode>,
        ending "ending": Nullable<FormEndingNode>,
        style "style": Nullable<FormStyle>,
    }
}
