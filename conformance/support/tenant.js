// The started Doorward that the tests talk to, and what every test needs from it.

import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';

import { AuthenticationClient, ManagementClient, UserInfoClient } from 'auth0';

/** What the process wrote when it became ready. */
export const bootstrap = JSON.parse(readFileSync(process.env.DOORWARD_BOOTSTRAP, 'utf8'));

export const { domain, issuer } = bootstrap;
export const database = bootstrap.connections.database;

/** A Management API client with the first management application's credentials. */
export const management = new ManagementClient({
  domain,
  clientId: bootstrap.management.client_id,
  clientSecret: bootstrap.management.client_secret,
});

export const userInfo = new UserInfoClient({ domain });

/** The regular web application of the first start, with its secret and one callback. */
export const web = bootstrap.applications.find(({ app_type }) => app_type === 'regular_web');

/** An AuthenticationClient with the credentials of `web`. */
export const auth0 = new AuthenticationClient({
  domain,
  clientId: web.client_id,
  clientSecret: web.client_secret,
});

/** A password that every policy accepts. */
export const password = 'correct-Horse-9-battery';

/** `prefix` with something behind it that no other test has. */
export function unique(prefix) {
  return `${prefix}-${randomBytes(6).toString('hex')}`;
}

export function uniqueEmail() {
  return `${unique('user')}@example.com`;
}

/** A telephone number of the range kept for fiction. */
export function uniquePhoneNumber() {
  return `+1555${String(randomBytes(4).readUInt32BE() % 10_000_000).padStart(7, '0')}`;
}

/**
 * Makes an application with `settings`, and an AuthenticationClient with its credentials. It may use
 * the database connection unless told otherwise.
 */
export async function makeApplication(settings = {}, connections = [database]) {
  const { data: application } = await management.clients.create({
    name: unique('conformance'),
    app_type: 'regular_web',
    oidc_conformant: true,
    grant_types: [
      'authorization_code',
      'refresh_token',
      'client_credentials',
      'password',
      'http://auth0.com/oauth/grant-type/password-realm',
      'http://auth0.com/oauth/grant-type/passwordless/otp',
    ],
    jwt_configuration: { alg: 'RS256' },
    ...settings,
  });
  for (const connection of connections) {
    await management.connections.updateEnabledClients({ id: connection.id }, [
      { client_id: application.client_id, status: true },
    ]);
  }
  const authentication = new AuthenticationClient({
    domain,
    clientId: application.client_id,
    clientSecret: application.client_secret,
  });
  return { application, authentication };
}

/** Somebody new of the database connection, by sign-up: `email`, `user_id` and what else it answers. */
export async function signUp(profile = {}) {
  const { data } = await auth0.database.signUp({
    email: uniqueEmail(),
    password,
    connection: database.name,
    ...profile,
  });
  return { ...data, user_id: `auth0|${data.id}` };
}

/** Makes a user of the database connection with `password`, through the Management API. */
export async function makeUser(profile = {}) {
  const { data: user } = await management.users.create({
    connection: database.name,
    email: uniqueEmail(),
    password,
    email_verified: true,
    ...profile,
  });
  return user;
}

/** The newest message that `to` was sent, waiting for it a little: delivery does not hold up answers. */
export async function newestMessage(to) {
  const url = `${bootstrap.http_url}/_doorward/outbox?to=${encodeURIComponent(to)}`;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`outbox answered ${response.status}`);
    const [message] = await response.json();
    if (message) return message;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${to} was sent nothing`);
}
