// Passwordless logins: S-20 to S-28, S-34 and S-35.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeJwt } from 'jose';

import {
  auth0,
  domain,
  newestMessage,
  uniqueEmail,
  uniquePhoneNumber,
  web,
} from '../support/tenant.js';

test('S-20, S-21 the client knows what it was made with', () => {
  assert.equal(auth0.passwordless.domain, domain);
  assert.equal(auth0.passwordless.clientId, web.client_id);
  assert.equal(auth0.passwordless.clientSecret, web.client_secret);
});

test('S-22, S-26, S-34 a code by e-mail logs in', async () => {
  const email = uniqueEmail();
  const { status } = await auth0.passwordless.sendEmail({ email, send: 'code' });
  assert.equal(status, 200);
  const { code } = await newestMessage(email);
  assert.match(code, /^[0-9]{6}$/);

  const { data } = await auth0.passwordless.loginWithEmail({ email, code, scope: 'openid email' });
  const claims = decodeJwt(data.id_token);
  assert.match(claims.sub, /^email\|/);
  assert.equal(claims.email, email);
  assert.equal(claims.email_verified, true);
});

test('a code logs in once', async () => {
  const email = uniqueEmail();
  await auth0.passwordless.sendEmail({ email, send: 'code' });
  const { code } = await newestMessage(email);
  await auth0.passwordless.loginWithEmail({ email, code });
  await assert.rejects(
    auth0.passwordless.loginWithEmail({ email, code }),
    (error) => error.statusCode === 403 && error.error === 'invalid_grant',
  );
});

test('a wrong code is refused', async () => {
  const email = uniqueEmail();
  await auth0.passwordless.sendEmail({ email, send: 'code' });
  const { code } = await newestMessage(email);
  const wrong = code === '000000' ? '000001' : '000000';
  await assert.rejects(
    auth0.passwordless.loginWithEmail({ email, code: wrong }),
    (error) => error.statusCode === 403 && error.error === 'invalid_grant',
  );
});

test('S-23, S-27, S-28, S-35 a code by text message logs in', async () => {
  const phone_number = uniquePhoneNumber();
  await auth0.passwordless.sendSMS({ phone_number });
  const { channel, code } = await newestMessage(phone_number);
  assert.equal(channel, 'sms');

  const { data } = await auth0.passwordless.loginWithSMS({ phone_number, code, scope: 'openid' });
  assert.match(decodeJwt(data.id_token).sub, /^sms\|/);
});

test('S-24 a link carries the parameters of the login it begins', async () => {
  const email = uniqueEmail();
  await auth0.passwordless.sendEmail({
    email,
    send: 'link',
    authParams: {
      scope: 'openid email',
      state: 'started-here',
      redirect_uri: web.callbacks[0],
      response_type: 'code',
    },
  });
  const { link } = await newestMessage(email);
  assert.equal(new URL(link).host, domain);
});

test('S-25 without being told how, a link is sent', async () => {
  const email = uniqueEmail();
  await auth0.passwordless.sendEmail({ email });
  assert.match((await newestMessage(email)).link, /^https:\/\//);
});
