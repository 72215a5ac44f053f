// Applications made through the Management API: S-30 (client assertion), grants, token rotation.

import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';

import { AuthenticationClient } from 'auth0';

import {
  bootstrap,
  domain,
  makeApplication,
  management,
  password,
  signUp,
  unique,
} from '../support/tenant.js';

const audience = bootstrap.api.identifier;

test('an API without a grant for the client is refused', async () => {
  const { data: api } = await management.resourceServers.create({
    identifier: `https://${unique('api')}.example.com/`,
    name: unique('api'),
  });
  const { authentication } = await makeApplication({ app_type: 'non_interactive' }, []);
  const attempt = authentication.oauth.clientCredentialsGrant({ audience: api.identifier });
  await assert.rejects(attempt, (error) => error.statusCode === 403 && error.error === 'access_denied');
});

test('S-30 a signed assertion takes the place of the secret', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { data: client } = await management.clients.create({
    name: unique('assertion'),
    app_type: 'non_interactive',
    grant_types: ['client_credentials'],
    client_authentication_methods: {
      private_key_jwt: {
        credentials: [
          {
            credential_type: 'public_key',
            name: 'first',
            pem: publicKey.export({ type: 'spki', format: 'pem' }),
            alg: 'RS256',
          },
        ],
      },
    },
  });
  await management.clientGrants.create({ client_id: client.client_id, audience, scope: [] });

  const auth0 = new AuthenticationClient({
    domain,
    clientId: client.client_id,
    clientAssertionSigningKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  });
  const { data: tokens } = await auth0.oauth.clientCredentialsGrant({ audience });
  assert.equal(tokens.token_type, 'Bearer');

  // The secret buys nothing once assertions are required.
  const withSecret = new AuthenticationClient({
    domain,
    clientId: client.client_id,
    clientSecret: client.client_secret ?? 'none',
  });
  await assert.rejects(
    withSecret.oauth.clientCredentialsGrant({ audience }),
    (error) => error.statusCode === 401,
  );

  // Somebody else's key neither.
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const stranger = new AuthenticationClient({
    domain,
    clientId: client.client_id,
    clientAssertionSigningKey: other.export({ type: 'pkcs8', format: 'pem' }),
  });
  await assert.rejects(
    stranger.oauth.clientCredentialsGrant({ audience }),
    (error) => error.statusCode === 401 && error.error === 'invalid_client',
  );
});

test('a rotated refresh token that returns ends its family', async () => {
  const rotating = await makeApplication({
    refresh_token: {
      rotation_type: 'rotating',
      expiration_type: 'expiring',
      leeway: 0,
      token_lifetime: 2592000,
      idle_token_lifetime: 1296000,
      infinite_token_lifetime: false,
      infinite_idle_token_lifetime: false,
    },
  });
  const user = await signUp();
  const refresh = (token) =>
    rotating.authentication.oauth.refreshTokenGrant({ refresh_token: token });
  const { data: first } = await rotating.authentication.oauth.passwordGrant({
    username: user.email,
    password,
    audience,
    scope: 'openid offline_access',
  });
  const { data: second } = await refresh(first.refresh_token);
  assert.notEqual(second.refresh_token, first.refresh_token);
  const refused = (error) => error.statusCode === 403 && error.error === 'invalid_grant';
  await assert.rejects(refresh(first.refresh_token), refused);
  await assert.rejects(refresh(second.refresh_token), refused);
});
