// Which of Auth0's operations the started Doorward serves, found out by asking it.

import { readFileSync } from 'node:fs';

import { auth0, bootstrap, issuer, password, signUp } from './tenant.js';

const description = JSON.parse(
  readFileSync(new URL('../../api/management.json', import.meta.url), 'utf8'),
);

/** The Authentication API's endpoints, and what surrounds them. */
const endpoints = [
  ['Discovery', 'GET', '/.well-known/openid-configuration'],
  ['Discovery', 'GET', '/.well-known/oauth-authorization-server'],
  ['Discovery', 'GET', '/.well-known/jwks.json'],
  ['Login', 'GET', '/authorize'],
  ['Login', 'POST', '/oauth/par'],
  ['Login', 'GET', '/v2/logout'],
  ['Login', 'GET', '/oidc/logout'],
  ['Login', 'GET', '/activate'],
  ['Tokens', 'POST', '/oauth/token'],
  ['Tokens', 'POST', '/oauth/revoke'],
  ['Tokens', 'POST', '/oauth/device/code'],
  ['Tokens', 'POST', '/bc-authorize'],
  ['Tokens', 'GET', '/userinfo'],
  ['Tokens', 'POST', '/oauth/global-token-revocation/connection/{connection_name}'],
  ['Accounts', 'POST', '/dbconnections/signup'],
  ['Accounts', 'POST', '/dbconnections/change_password'],
  ['Accounts', 'POST', '/co/authenticate'],
  ['Passwordless', 'POST', '/passwordless/start'],
  ['Passwordless', 'POST', '/passwordless/verify'],
  ['Passwordless', 'POST', '/otp/challenge'],
  ['Passwordless', 'POST', '/passkey/register'],
  ['Passwordless', 'POST', '/passkey/challenge'],
  ['MFA', 'POST', '/mfa/challenge'],
  ['MFA', 'POST', '/mfa/associate'],
  ['MFA', 'GET', '/mfa/authenticators'],
  ['MFA', 'DELETE', '/mfa/authenticators/{authenticator_id}'],
  ['Registration', 'POST', '/oidc/register'],
  ['Legacy', 'POST', '/oauth/ro'],
  ['Legacy', 'POST', '/tokeninfo'],
  ['Legacy', 'POST', '/delegation'],
  ['Legacy', 'POST', '/users/{user_id}/impersonate'],
  ['Other protocols', 'GET', '/samlp/{client_id}'],
  ['Other protocols', 'GET', '/wsfed/{client_id}'],
];

/** The text of docs/compatibility.md. */
export async function compatibility() {
  const authentication = await inTurn(endpoints, async ([group, method, path]) => ({
    group,
    name: `\`${method} ${path}\``,
    served: await servesEndpoint(method, path),
  }));
  const token = await tokenWithoutScopes();
  const operations = await inTurn(Object.entries(description.operations), async ([name, about]) => ({
    group: name.split('.')[0],
    name: `\`${name}\``,
    served: await servesOperation(about, token),
  }));
  return [
    '# Compatibility',
    '',
    'What Doorward serves of Auth0\'s APIs. `cargo xtask docs` writes this file: it asks a started server',
    'for each operation and looks whether it knows it.',
    '',
    `## Authentication API: ${share(authentication)}`,
    '',
    ...table(authentication),
    '',
    `## Management API: ${share(operations)}`,
    '',
    'A refused request is told the rule and the property, in Auth0\'s words: `Payload validation error: \'Expected type string but',
    'found type integer\' on property name.` Auth0 goes on with its description of that property, in parentheses. Those',
    'sentences are Auth0\'s and are left out: compare messages up to the property\'s name.',
    '',
    '`refresh_token.leeway` of a client is 3,600 seconds at most: for as long as that, a refresh token that was rotated may come',
    'again, so a longer one would hide a stolen copy for longer. Auth0 names no limit.',
    '',
    ...table(operations),
    '',
  ].join('\n');
}

async function inTurn(items, ask) {
  const answers = [];
  for (const item of items) answers.push(await ask(item));
  return answers;
}

/**
 * Whatever an endpoint says to an empty request, it is not that nobody is there: that has no body of
 * the protocol's, which an endpoint that is turned off has.
 */
async function servesEndpoint(method, path) {
  const response = await fetch(new URL(filled(path), issuer), { method, redirect: 'manual' });
  const body = await response.text();
  return response.status !== 404 || body.startsWith('{');
}

/** A token without scopes gets a 403 wherever there is something to keep from it. */
async function servesOperation({ method, path }, token) {
  const url = new URL(`${description.base}${filled(path)}`, issuer);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = method === 'GET' || method === 'DELETE' ? undefined : '{}';
  const response = await fetch(url, { method, headers, body });
  await response.body?.cancel();
  if (response.status === 403) return true;
  if (response.status === 404) return false;
  throw new Error(`${method} ${url.pathname} answered ${response.status} to a token without scopes`);
}

/** A path with something in place of each parameter. */
function filled(path) {
  return path.replace(/\{[^}]+\}/g, 'any');
}

/** Somebody who may do nothing in the Management API but look after themselves. */
async function tokenWithoutScopes() {
  const { email } = await signUp();
  const { audience } = bootstrap.management;
  const { data } = await auth0.oauth.passwordGrant({ username: email, password, audience, scope: 'openid' });
  return data.access_token;
}

function share(rows) {
  return `${rows.filter(({ served }) => served).length} of ${rows.length}`;
}

/** One row for each group: what is served, what is not. */
function table(rows) {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(row.group) ?? { yes: [], no: [] };
    group[row.served ? 'yes' : 'no'].push(row.name);
    groups.set(row.group, group);
  }
  const lines = [...groups].map(
    ([name, { yes, no }]) => `| ${name} | ${yes.join(' ') || '–'} | ${no.join(' ') || '–'} |`,
  );
  return ['| | served | not yet |', '|---|---|---|', ...lines];
}
