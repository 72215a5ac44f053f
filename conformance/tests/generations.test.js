// The other generations of the SDK log in, each in its own manner.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { skip } from '../support/node.js';
import { database, domain, password, uniqueEmail, web } from '../support/tenant.js';

for (const generation of ['auth0-v2', 'auth0-v3']) {
  test(`${generation} logs in with JSON`, async () => {
    const { AuthenticationClient } = (await import(generation)).default;
    await checkLogin(AuthenticationClient, (client, login) => client.passwordGrant(login));
  });
}

for (const generation of ['auth0-v5', 'auth0-v6']) {
  test(`${generation} logs in with a form`, { skip }, async () => {
    const { AuthenticationClient } = await import(generation);
    await checkLogin(
      AuthenticationClient,
      async (client, login) => (await client.oauth.passwordGrant(login)).data,
    );
  });
}

async function checkLogin(AuthenticationClient, passwordGrant) {
  const client = new AuthenticationClient({
    domain,
    clientId: web.client_id,
    clientSecret: web.client_secret,
  });
  const email = uniqueEmail();
  await client.database.signUp({ email, password, connection: database.name });
  const tokens = await passwordGrant(client, {
    username: email,
    password,
    realm: database.name,
    scope: 'openid',
  });
  assert.ok(tokens.id_token);
}
