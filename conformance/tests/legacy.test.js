// The second generation of the SDK, which sends JSON everywhere: S-01 to S-05, S-07, S-09, S-10, S-12,
// S-18, S-19.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import v2 from 'auth0-v2';

import {
  bootstrap,
  database,
  domain,
  password,
  signUp,
  web,
} from '../support/tenant.js';

const { AuthenticationClient } = v2;
const auth0 = new AuthenticationClient({
  domain,
  clientId: web.client_id,
  clientSecret: web.client_secret,
  supportedAlgorithms: ['RS256'],
});
let user;

before(async () => {
  user = await signUp({ name: 'Mary Shelley' });
});

test('S-01 a domain is enough to begin', () => {
  assert.ok(new AuthenticationClient({ domain }));
  assert.throws(() => new AuthenticationClient({}), /Must provide a domain/);
});

test('S-02, S-03, S-05 the client has its five parts', () => {
  for (const part of ['database', 'oauth', 'passwordless', 'tokens', 'users']) {
    assert.equal(typeof auth0[part], 'object', part);
  }
});

test('S-04 the ID token may go unread', async () => {
  const careless = new AuthenticationClient({
    domain,
    clientId: web.client_id,
    clientSecret: web.client_secret,
    __bypassIdTokenValidation: true,
  });
  assert.ok((await careless.passwordGrant(login('openid'))).id_token);
});

test('S-07 client credentials', async () => {
  const machine = bootstrap.applications.find(({ app_type }) => app_type === 'non_interactive');
  const tokens = await new AuthenticationClient({
    domain,
    clientId: machine.client_id,
    clientSecret: machine.client_secret,
  }).clientCredentialsGrant({ audience: bootstrap.api.identifier });
  assert.equal(tokens.token_type, 'Bearer');
});

test('S-09, S-10, S-18 a password buys an ID token and a profile', async () => {
  const tokens = await auth0.passwordGrant({ ...login('openid profile'), realm: database.name });
  assert.ok(tokens.id_token);
  assert.equal(tokens.token_type, 'Bearer');
  const profile = await auth0.getProfile(tokens.access_token);
  assert.equal(profile.sub, user.user_id);
  assert.equal(profile.name, 'Mary Shelley');
});

test('S-12 a refresh token buys an access token', async () => {
  const { refresh_token } = await auth0.passwordGrant(login('openid offline_access'));
  const tokens = await auth0.refreshToken({ refresh_token });
  assert.ok(tokens.access_token);
});

test('S-19 a callback is told the tokens too', async () => {
  const tokens = await new Promise((resolve, reject) => {
    auth0.passwordGrant(login('openid'), (error, data) => (error ? reject(error) : resolve(data)));
  });
  assert.ok(tokens.access_token);
});

function login(scope) {
  return { username: user.email, password, scope };
}
