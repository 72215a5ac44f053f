// A person with a browser: goes to the login page and comes back to the application.

import { createHash, randomBytes } from 'node:crypto';

import { auth0, issuer, web } from './tenant.js';

/** Where the application is reached after a login, and where after a logout. */
export const [callback] = web.callbacks;
export const goodbye = new URL(callback).origin;

export class Visitor {
  /** Somebody whom the tenant has never seen: no cookies. */
  static async arrive(browser) {
    const context = await browser.newContext();
    context.setDefaultTimeout(10_000);
    return new Visitor(context, await context.newPage());
  }

  constructor(context, page) {
    this.context = context;
    this.page = page;
  }

  leave() {
    return this.context.close();
  }

  /** Follows the application's link to the login; what the exchange needs later comes back. */
  async authorize(parameters = {}) {
    const verifier = randomBytes(32).toString('base64url');
    const state = randomBytes(8).toString('hex');
    const nonce = randomBytes(8).toString('hex');
    const url = new URL('authorize', issuer);
    url.search = new URLSearchParams({
      client_id: web.client_id,
      response_type: 'code',
      redirect_uri: callback,
      scope: 'openid profile email',
      state,
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...parameters,
    });
    await this.page.goto(url.href);
    return { verifier, state, nonce };
  }

  /** Fills the fields, by their names, and presses the page's one button. */
  async submit(fields) {
    for (const [name, value] of Object.entries(fields)) {
      await this.page.locator(`input[name=${name}]`).fill(value);
    }
    await this.page.locator('button[type=submit][name=action][value=default]').click();
  }

  /** Waits until the browser is back at the application; the parameters it brought. */
  async arrival() {
    await this.page.waitForURL((url) => url.href.startsWith(callback));
    return Object.fromEntries(new URL(this.page.url()).searchParams);
  }
}

/** Exchanges a code with what its `attempt` kept, as the SDK's documentation does. */
export function exchange(code, attempt, checks = {}) {
  return auth0.oauth.authorizationCodeGrantWithPKCE(
    { code, code_verifier: attempt.verifier, redirect_uri: callback },
    { idTokenValidateOptions: { nonce: attempt.nonce, ...checks } },
  );
}
