// The management client's token: S-38.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { AuthenticationClient, ManagementClient } from 'auth0';

import { bootstrap, domain } from '../support/tenant.js';

test('S-38 the management client fetches one token for parallel calls', async () => {
  let tokenRequests = 0;
  const client = new ManagementClient({
    domain,
    clientId: bootstrap.management.client_id,
    clientSecret: bootstrap.management.client_secret,
    fetch: (url, init) => {
      if (String(url).endsWith('/oauth/token')) tokenRequests += 1;
      return fetch(url, init);
    },
  });
  const answers = await Promise.all([
    client.tenants.getSettings(),
    client.tenants.getSettings(),
    client.users.getAll({ per_page: 1 }),
  ]);
  assert.deepEqual(answers.map(({ status }) => status), [200, 200, 200]);
  assert.equal(tokenRequests, 1);
});

test('a token taken elsewhere serves the management client too', async () => {
  const { data } = await new AuthenticationClient({
    domain,
    clientId: bootstrap.management.client_id,
    clientSecret: bootstrap.management.client_secret,
  }).oauth.clientCredentialsGrant({ audience: bootstrap.management.audience });
  const client = new ManagementClient({ domain, token: async () => data.access_token });
  assert.equal((await client.users.getAll({ per_page: 1 })).status, 200);
});
