// What the SDK lets its users set about requests: S-44 (headers, agent, timeout) and S-46 (fetch).

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { test } from 'node:test';

import { AuthenticationClient, ManagementClient } from 'auth0';
import { Agent } from 'undici';

import { bootstrap, domain, makeUser } from '../support/tenant.js';

/** Keeps its connections open, and counts what goes through it. */
class CountingAgent extends Agent {
  requests = 0;

  constructor() {
    super({ keepAliveTimeout: 10_000, connect: { ca: readFileSync(bootstrap.ca_file) } });
  }

  dispatch(options, handler) {
    this.requests += 1;
    return super.dispatch(options, handler);
  }
}

const credentials = {
  domain,
  clientId: bootstrap.management.client_id,
  clientSecret: bootstrap.management.client_secret,
};

test('S-44 headers, agent and timeout of the client do not disturb the answers', async () => {
  const user = await makeUser();
  const agent = new CountingAgent();
  const client = new ManagementClient({
    ...credentials,
    headers: { foo: 'applied to all requests' },
    agent,
    timeoutDuration: 5000,
  });
  assert.equal((await client.users.get({ id: user.user_id })).data.user_id, user.user_id);
  // The token and the user.
  assert.equal(agent.requests, 2);
  await agent.close();
});

test('S-44 a server that does not answer in time is given up', async () => {
  // It accepts and stays silent: what the timeout is for.
  const silent = createServer(() => {});
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const client = new AuthenticationClient({
    ...credentials,
    timeoutDuration: 100,
    fetch: (_, init) => fetch(`http://127.0.0.1:${silent.address().port}/`, init),
  });
  await assert.rejects(client.oauth.clientCredentialsGrant({ audience: 'x' }), (error) => {
    assert.equal(error.name, 'FetchError');
    assert.equal(error.cause.name, 'TimeoutError');
    return true;
  });
  silent.closeAllConnections();
  silent.close();
});

test('S-46 a fetch of the caller sees every request and its answer', async () => {
  const user = await makeUser();
  const seen = [];
  const client = new ManagementClient({
    ...credentials,
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      seen.push([init.method, new URL(url).pathname, response.status]);
      return response;
    },
  });
  await client.users.get({ id: user.user_id });
  assert.deepEqual(seen, [
    ['POST', '/oauth/token', 200],
    ['GET', `/api/v2/users/${encodeURIComponent(user.user_id)}`, 200],
  ]);
});
