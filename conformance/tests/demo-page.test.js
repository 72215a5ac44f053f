// The gateway's demo page, as a person uses it.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';

import { startBrowser } from '../support/browser.js';
import { bootstrap, issuer, password, signUp } from '../support/tenant.js';
import { Visitor, goodbye } from '../support/visitor.js';

const demo = bootstrap.gateway.demo_page;

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

async function logIn(user) {
  const { page } = visitor;
  await page.goto(demo);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL((url) => url.href.startsWith(issuer));
  await visitor.submit({ username: user.email, password });
  await page.locator('#session').waitFor();
}

async function sid() {
  // Of all addresses: the cookie is for secure ones, and which of this machine's are is the browser's affair.
  const cookies = await visitor.context.cookies();
  return cookies.find(({ name }) => name === 'sid');
}

async function profile() {
  return JSON.parse(await visitor.page.locator('#profile').textContent());
}

test('a person logs in, sees the session, refreshes and logs out', async () => {
  const { page } = visitor;
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) complaints.push(line.text());
  });
  const user = await signUp();
  await logIn(user);
  assert.equal(page.url(), demo, 'the code stays in the address');
  assert.equal(await page.locator('#user-id').textContent(), user.user_id);
  assert.equal((await profile()).email, user.email);
  const first = await sid();
  assert.deepEqual([first.httpOnly, first.secure, first.sameSite], [true, true, 'Lax']);

  await page.getByRole('button', { name: 'Refresh tokens' }).click();
  await page.locator('#notice:not(.problem)').waitFor();
  assert.notEqual((await sid()).value, first.value);
  assert.equal((await profile()).sub, user.user_id);

  await page.getByRole('button', { name: 'Log out' }).click();
  await page.locator('#stranger').waitFor();
  assert.equal(page.url(), demo);
  assert.equal(await sid(), undefined);
  assert.deepEqual(complaints, []);

  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL((url) => url.href.startsWith(issuer));
  assert.ok(await page.locator('input[name=password]').count(), 'still logged in at the tenant');
});

test('an answer to a login that was not begun here logs nobody in', async () => {
  const { page } = visitor;
  await page.goto(`${demo}?code=planted&state=planted`);
  await page.locator('#notice.problem').waitFor();
  await page.locator('#stranger').waitFor();
  assert.equal(await sid(), undefined);
});

test('it fits a phone and a desk, in light and in dark', async () => {
  const { page } = visitor;
  await logIn(await signUp());
  await page.locator('summary').click();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${colorScheme}, ${width} wide: ${overflow} too wide`);
      const small = await page
        .getByRole('button')
        .evaluateAll((buttons) => buttons.filter((button) => button.offsetParent && button.offsetHeight < 44).length);
      assert.equal(small, 0, 'too small for a finger');
    }
  }
});

test('the page says what may run on it, and nobody frames it', async () => {
  const answer = await fetch(demo);
  assert.equal(answer.status, 200);
  const policy = answer.headers.get('content-security-policy');
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline/);
  assert.doesNotMatch(await answer.text(), /<script>|<style>| style=| on\w+=/);
});
