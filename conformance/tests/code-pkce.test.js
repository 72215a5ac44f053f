// S-33: the login page in a real browser, the code with PKCE, and the ID token's checks.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, afterEach, before, beforeEach, test } from 'node:test';

import { decodeJwt } from 'jose';

import { startBrowser } from '../support/browser.js';
import { issuer, password, signUp } from '../support/tenant.js';
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

const refused = (error) => error.statusCode === 403 && error.error === 'invalid_grant';

test('S-33 a login buys tokens whose nonce and age the SDK checks', async () => {
  const user = await signUp();
  const attempt = await visitor.authorize({ max_age: '3600' });
  await visitor.submit({ username: user.email, password });
  const { code, state } = await visitor.arrival();
  assert.equal(state, attempt.state);

  const { data } = await exchange(code, attempt, { maxAge: 3600 });
  const claims = decodeJwt(data.id_token);
  assert.equal(claims.sub, user.user_id);
  assert.equal(claims.nonce, attempt.nonce);
  assert.ok(Math.abs(claims.auth_time - Date.now() / 1000) < 120);
});

test('a code buys tokens with its own verifier only', async () => {
  const user = await signUp();
  const attempt = await visitor.authorize();
  await visitor.submit({ username: user.email, password });
  const { code } = await visitor.arrival();
  const verifier = randomBytes(32).toString('base64url');
  await assert.rejects(exchange(code, { ...attempt, verifier }), refused);
});

test('a code buys tokens once', async () => {
  const user = await signUp();
  const attempt = await visitor.authorize();
  await visitor.submit({ username: user.email, password });
  const { code } = await visitor.arrival();
  await exchange(code, attempt);
  await assert.rejects(exchange(code, attempt), refused);
});

test('the SDK refuses the ID token of another login', async () => {
  const user = await signUp();
  const attempt = await visitor.authorize();
  await visitor.submit({ username: user.email, password });
  const { code } = await visitor.arrival();
  await assert.rejects(
    exchange(code, { ...attempt, nonce: 'another' }),
    /Nonce \(nonce\) claim mismatch/,
  );
});

test('who has a session is not asked again', async () => {
  const user = await signUp();
  await visitor.authorize();
  await visitor.submit({ username: user.email, password });
  await visitor.arrival();

  const silent = await visitor.authorize({ prompt: 'none' });
  const { data } = await exchange((await visitor.arrival()).code, silent);
  assert.equal(decodeJwt(data.id_token).sub, user.user_id);
});

test('without a session a silent login is told so', async () => {
  await visitor.authorize({ prompt: 'none' });
  assert.equal((await visitor.arrival()).error, 'login_required');
});

test('a wrong password stays on the page and says so', async () => {
  const user = await signUp();
  await visitor.authorize();
  await visitor.submit({ username: user.email, password: 'wrong' });
  const { page } = visitor;
  await page.locator('.ulp-input-error-message, #prompt-alert').first().waitFor();
  assert.match(page.url(), /\/u\/login/);
  assert.equal(await page.locator('input[name=username]').inputValue(), user.email);
  assert.equal(await page.locator('input[name=password]').inputValue(), '');
});

test('an unregistered callback is never sent to', async () => {
  await visitor.authorize({ redirect_uri: 'http://127.0.0.1:9/callback' });
  assert.equal(new URL(visitor.page.url()).origin, new URL(issuer).origin);
});
