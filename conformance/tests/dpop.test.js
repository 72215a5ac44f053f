// DPoP (RFC 9449) as a stranger's client does it: nonces, bound tokens, refresh, /userinfo.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { decodeJwt } from 'jose';
import * as client from 'openid-client';

import { issuer, makeApplication, management, password, signUp, unique } from '../support/tenant.js';

let application;
let user;

before(async () => {
  ({ application } = await makeApplication({
    app_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['password', 'refresh_token'],
  }));
  user = await signUp();
});

async function configure() {
  return client.discovery(new URL(issuer), application.client_id, undefined, client.None());
}

/** A key, as openid-client carries it. */
async function newKey(config) {
  return client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256'));
}

async function logIn(config, DPoP, more = {}) {
  const parameters = { username: user.email, password, scope: 'openid email offline_access', ...more };
  return client.genericGrantRequest(config, 'password', parameters, { DPoP });
}

test('a public client binds all its tokens to its key', async () => {
  const config = await configure();
  const [key, other] = [await newKey(config), await newKey(config)];
  const tokens = await logIn(config, key);
  assert.equal(tokens.token_type, 'dpop');

  const info = await client.fetchUserInfo(config, tokens.access_token, user.user_id, { DPoP: key });
  assert.equal(info.email, user.email);
  await assert.rejects(client.fetchUserInfo(config, tokens.access_token, user.user_id, { DPoP: other }));
  await assert.rejects(client.fetchUserInfo(config, tokens.access_token, user.user_id));

  const stolen = client.refreshTokenGrant(config, tokens.refresh_token, {}, { DPoP: other });
  await assert.rejects(stolen, { error: 'invalid_grant' });
  const renewed = await client.refreshTokenGrant(config, tokens.refresh_token, {}, { DPoP: key });
  assert.equal(renewed.token_type, 'dpop');
});

test('an API that wants keys gets no other tokens', async () => {
  const identifier = `https://${unique('bound')}.example/`;
  await management.resourceServers.create({
    identifier,
    allow_offline_access: true,
    proof_of_possession: { mechanism: 'dpop', required: true },
  });
  const config = await configure();
  await assert.rejects(logIn(config, undefined, { audience: identifier }), { error: 'invalid_dpop_proof' });
  const key = await newKey(config);
  const tokens = await logIn(config, key, { audience: identifier });
  assert.equal(decodeJwt(tokens.access_token).cnf.jkt, await key.calculateThumbprint());
});
