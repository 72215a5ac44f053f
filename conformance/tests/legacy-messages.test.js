// The second generation's messages: S-06, S-13 to S-17.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import v2 from 'auth0-v2';

import {
  database,
  domain,
  newestMessage,
  password,
  uniqueEmail,
  uniquePhoneNumber,
  web,
} from '../support/tenant.js';

const { AuthenticationClient } = v2;
const auth0 = new AuthenticationClient({
  domain,
  clientId: web.client_id,
  clientSecret: web.client_secret,
  supportedAlgorithms: ['RS256'],
});

test('S-06, S-13 asking for a new password brings a mail', async () => {
  const email = uniqueEmail();
  await auth0.database.signUp({ email, password, connection: database.name });
  await auth0.requestChangePasswordEmail({ email, connection: database.name });
  assert.match((await newestMessage(email)).link, /^https:\/\//);
  // With a password Auth0 still only sends the mail.
  await auth0.changePassword({ email, password: 'another-Horse-7', connection: database.name });
  const tokens = await auth0.passwordGrant({ username: email, password, scope: 'openid' });
  assert.ok(tokens.access_token);
});

test('S-14 a code by e-mail', async () => {
  const email = uniqueEmail();
  await auth0.requestEmailCode({ email });
  const { code } = await newestMessage(email);
  const tokens = await auth0.verifyEmailCode({ email, otp: code });
  assert.ok(tokens.id_token);
});

test('S-15 a magic link', async () => {
  const email = uniqueEmail();
  await auth0.requestMagicLink({ email, authParams: { scope: 'openid' } });
  assert.match((await newestMessage(email)).link, /^https:\/\//);
});

test('S-16, S-17 a code by text message', async () => {
  const phone_number = uniquePhoneNumber();
  await auth0.requestSMSCode({ phone_number });
  const { code } = await newestMessage(phone_number);
  const tokens = await auth0.verifySMSCode({ username: phone_number, otp: code });
  assert.ok(tokens.id_token);
});
