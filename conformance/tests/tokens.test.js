// A person's tokens without a browser: password grant, S-31 (refresh), S-32 (revoke), userinfo.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { decodeJwt } from 'jose';

import {
  auth0,
  bootstrap,
  database,
  issuer,
  password,
  signUp,
  userInfo,
  web,
} from '../support/tenant.js';

const audience = bootstrap.api.identifier;
let user;

before(async () => {
  user = await signUp({ name: 'Grace Hopper', user_metadata: { ship: 'Gudgeon' } });
});

test('a password buys tokens, and the SDK accepts the ID token', async () => {
  const { data } = await auth0.oauth.passwordGrant({
    username: user.email,
    password,
    realm: database.name,
    scope: 'openid profile email',
  });
  const claims = decodeJwt(data.id_token);
  assert.equal(claims.iss, issuer);
  assert.equal(claims.sub, user.user_id);
  assert.equal(claims.aud, web.client_id);
  assert.equal(claims.name, 'Grace Hopper');
  assert.equal(claims.email, user.email);
  assert.equal(claims.email_verified, false);
});

test('without a realm the default directory is asked', async () => {
  const { data } = await auth0.oauth.passwordGrant({ username: user.email, password, audience });
  assert.equal(decodeJwt(data.access_token).sub, user.user_id);
});

test('a wrong password is refused as Auth0 refuses it', async () => {
  const attempt = auth0.oauth.passwordGrant({ username: user.email, password: 'no' });
  await assert.rejects(attempt, (error) => {
    assert.equal(error.statusCode, 403);
    assert.equal(error.error, 'invalid_grant');
    assert.equal(error.error_description, 'Wrong email or password.');
    return true;
  });
});

test('S-31 a refresh token buys a new access token', async () => {
  const { data: first } = await login('openid offline_access');
  assert.ok(first.refresh_token);
  const { data: second } = await auth0.oauth.refreshTokenGrant({
    refresh_token: first.refresh_token,
  });
  assert.equal(decodeJwt(second.access_token).sub, user.user_id);
  assert.notEqual(second.access_token, first.access_token);
  assert.equal(second.token_type, 'Bearer');
});

test('S-32 a revoked refresh token buys nothing', async () => {
  const { data } = await login('openid offline_access');
  const { status } = await auth0.oauth.revokeRefreshToken({ token: data.refresh_token });
  assert.equal(status, 200);
  await assert.rejects(
    auth0.oauth.refreshTokenGrant({ refresh_token: data.refresh_token }),
    (error) => error.statusCode === 403 && error.error === 'invalid_grant',
  );
});

test('userinfo answers the claims that the scope allows', async () => {
  const { data } = await auth0.oauth.passwordGrant({
    username: user.email,
    password,
    scope: 'openid email',
  });
  const { data: claims } = await userInfo.getUserInfo(data.access_token);
  assert.equal(claims.sub, user.user_id);
  assert.equal(claims.email, user.email);
  assert.equal(claims.name, undefined);
});

test('userinfo refuses a token that is none', async () => {
  await assert.rejects(
    userInfo.getUserInfo('no-token'),
    (error) => error.statusCode === 401,
  );
});

function login(scope) {
  return auth0.oauth.passwordGrant({ username: user.email, password, audience, scope });
}
