// What people do on the other pages: sign up, log out, choose a new password.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';

import { startBrowser } from '../support/browser.js';
import {
  auth0,
  database,
  issuer,
  newestMessage,
  password,
  signUp,
  uniqueEmail,
  userInfo,
  web,
} from '../support/tenant.js';
import { Visitor, exchange, goodbye } from '../support/visitor.js';

let browser;
let visitor;

before(async () => {
  browser = await startBrowser(goodbye);
});
after(() => browser?.close());
beforeEach(async () => {
  visitor = await Visitor.arrive(browser);
});
afterEach(() => visitor.leave());

test('a person signs up on the page and is logged in', async () => {
  const attempt = await visitor.authorize({ screen_hint: 'signup' });
  const email = uniqueEmail();
  await visitor.submit({ email, password });
  const { data } = await exchange((await visitor.arrival()).code, attempt);
  const { data: profile } = await userInfo.getUserInfo(data.access_token);
  assert.equal(profile.email, email);
});

test('after a logout the session is gone', async () => {
  const user = await signUp();
  await visitor.authorize();
  await visitor.submit({ username: user.email, password });
  await visitor.arrival();

  const logout = new URL('v2/logout', issuer);
  logout.search = new URLSearchParams({ client_id: web.client_id, returnTo: goodbye });
  await visitor.page.goto(logout.href);
  assert.equal(visitor.page.url(), new URL(goodbye).href);

  await visitor.authorize({ prompt: 'none' });
  assert.equal((await visitor.arrival()).error, 'login_required');
});

test('a forgotten password is replaced through the mail', async () => {
  const { email } = await signUp();
  await auth0.database.changePassword({ email, connection: database.name });
  const { link } = await newestMessage(email);
  await visitor.page.goto(link);
  const chosen = 'another-Horse-7-staple';
  await visitor.submit({ 'password-reset': chosen, 're-enter-password': chosen });
  await visitor.page.waitForLoadState();

  const attempt = await visitor.authorize();
  await visitor.submit({ username: email, password: chosen });
  const { data } = await exchange((await visitor.arrival()).code, attempt);
  assert.ok(data.id_token);
});

test('a magic link logs in', async () => {
  const email = uniqueEmail();
  const state = 'from-the-mail';
  await auth0.passwordless.sendEmail({
    email,
    send: 'link',
    authParams: { scope: 'openid email', state, redirect_uri: web.callbacks[0], response_type: 'code' },
  });
  await visitor.page.goto((await newestMessage(email)).link);
  const arrival = await visitor.arrival();
  assert.equal(arrival.state, state);
  assert.ok(arrival.code);
});
