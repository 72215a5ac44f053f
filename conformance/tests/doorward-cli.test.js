// The same journey through our own SDK, as its command line sends it.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { bootstrap, database, domain, password, uniqueEmail, web } from '../support/tenant.js';

const run = promisify(execFile);

test('sign-up, login, refresh and revocation', async () => {
  const email = uniqueEmail();
  const user = await auth('database.signUp', { email, password, connection: database.name });
  assert.equal(user.email, email);

  const tokens = await auth('oauth.passwordGrant', {
    username: email,
    password,
    realm: database.name,
    audience: bootstrap.api.identifier,
    scope: 'openid offline_access',
  });
  assert.ok(tokens.id_token);

  const { refresh_token } = tokens;
  const refreshed = await auth('oauth.refreshTokenGrant', { refresh_token });
  assert.notEqual(refreshed.access_token, tokens.access_token);

  await auth('oauth.revokeRefreshToken', { token: refresh_token });
  await assert.rejects(auth('oauth.refreshTokenGrant', { refresh_token }), (error) => {
    assert.equal(error.code, 1);
    const told = JSON.parse(error.stderr);
    assert.equal(told.status, 403);
    assert.equal(told.error, 'invalid_grant');
    return true;
  });
});

test('a missing field is a usage error, and nothing is sent', async () => {
  await assert.rejects(
    auth('database.signUp', { password, connection: database.name }),
    (error) => error.code === 2,
  );
});

test('the Management API answers through typed models', async () => {
  const email = uniqueEmail();
  const made = await api('users.create', [
    '--json',
    JSON.stringify({ connection: database.name, email, password }),
  ]);
  const id = `id=${made.user_id}`;
  const changed = await api('users.update', [
    '--param',
    id,
    '--json',
    JSON.stringify({ user_metadata: { step: 1 } }),
  ]);
  assert.deepEqual(changed.user_metadata, { step: 1 });
  const found = await api('users.list', ['--param', `q=email:"${email}"`]);
  assert.deepEqual((found.users ?? found).map(({ user_id }) => user_id), [made.user_id]);
  await api('users.delete', ['--param', id]);
  await assert.rejects(api('users.get', ['--param', id]), (error) => {
    const told = JSON.parse(error.stderr);
    assert.deepEqual([told.status, told.errorCode], [404, 'inexistent_user']);
    return true;
  });
});

function auth(operation, body) {
  return doorward(web, ['auth', operation, '--json', JSON.stringify(body)]);
}

function api(operation, parameters) {
  return doorward(bootstrap.management, ['api', operation, ...parameters]);
}

/** Runs the binary with the credentials of `client`; what it printed. */
async function doorward(client, parameters) {
  const { stdout } = await run(process.env.DOORWARD_BINARY, parameters, {
    env: {
      DOORWARD_DOMAIN: domain,
      DOORWARD_CLIENT_ID: client.client_id,
      DOORWARD_CLIENT_SECRET: client.client_secret,
      DOORWARD_CA_FILE: bootstrap.ca_file,
    },
  });
  return stdout.trim() ? JSON.parse(stdout) : undefined;
}
