// OAuth 2.0 Form Post Response Mode: hands the authorization response to the application.
document.forms[0].submit();
