// Machine-to-machine tokens with a secret.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { AuthenticationClient } from 'auth0';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';

import { bootstrap, domain, issuer } from '../support/tenant.js';

const audience = bootstrap.api.identifier;
let application;
let authentication;

before(async () => {
  application = bootstrap.applications.find(({ app_type }) => app_type === 'non_interactive');
  authentication = new AuthenticationClient({
    domain,
    clientId: application.client_id,
    clientSecret: application.client_secret,
  });
});

test('a secret buys a token that the published keys verify', async () => {
  const { data } = await authentication.oauth.clientCredentialsGrant({ audience });
  assert.equal(data.token_type, 'Bearer');
  assert.equal(data.expires_in, 86400);
  const keys = createRemoteJWKSet(new URL('.well-known/jwks.json', issuer));
  const { payload } = await jwtVerify(data.access_token, keys, { issuer, audience });
  assert.equal(payload.sub, `${application.client_id}@clients`);
  assert.equal(payload.gty, 'client-credentials');
  assert.equal(decodeProtectedHeader(data.access_token).alg, 'RS256');
});

test('a wrong secret is refused', async () => {
  const stranger = new AuthenticationClient({
    domain,
    clientId: application.client_id,
    clientSecret: 'wrong',
  });
  await assert.rejects(stranger.oauth.clientCredentialsGrant({ audience }), (error) => {
    assert.equal(error.statusCode, 401);
    assert.equal(error.error, 'access_denied');
    assert.equal(error.error_description, 'Unauthorized');
    return true;
  });
});
