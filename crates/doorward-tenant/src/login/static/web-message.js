// Hands the authorization response to the page that opened this window or frame. The browser
// delivers it only when that page has the origin which the tenant allowed.
const { origin, response } = document.body.dataset;
const target = window.opener || (window.parent !== window ? window.parent : null);
if (target && origin) {
  target.postMessage({ type: "authorization_response", response: JSON.parse(response) }, origin);
}
