// `doorward login`: the command line shows a code, a person confirms it in a browser, and the commands that follow are
// made in that person's name.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { startBrowser } from '../support/browser.js';
import { run } from '../support/command.js';
import { bootstrap, domain, makeApplication, password, signUp } from '../support/tenant.js';
import { Visitor, goodbye } from '../support/visitor.js';

const home = mkdtempSync(join(tmpdir(), 'doorward-login-'));
const env = { XDG_CONFIG_HOME: home };
let browser;

before(async () => {
  browser = await startBrowser(goodbye);
});
after(async () => {
  await browser?.close();
  rmSync(home, { recursive: true });
});

test('a person logs in with the device flow, asks in its own name, and logs out', async () => {
  const { application } = await makeApplication({
    app_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
  });
  const user = await signUp();
  const login = start(['login', '--domain', domain, '--client-id', application.client_id,
    '--ca-file', bootstrap.ca_file, '--audience', bootstrap.api.identifier]);
  const [, address, code] = await login.told(/Open (\S+) and confirm the code (\S+)/);

  const visitor = await Visitor.arrive(browser);
  await visitor.page.goto(address);
  assert.equal(await visitor.page.locator('input[name=code]').inputValue(), code);
  await visitor.page.locator('button[name=action][value=confirm]').click();
  await visitor.submit({ username: user.email, password });
  await visitor.page.getByText('Your device is connected').waitFor();
  await visitor.leave();

  assert.equal(await login.status(), 0);
  assert.match(login.stdout, new RegExp(`^logged in at ${domain} as auth0\\|`));
  const profile = join(home, 'doorward/profiles/default.json');
  assert.equal(statSync(profile).mode & 0o777, 0o600);

  const asked = await run(['auth', 'userInfo.getUserInfo'], { env });
  assert.equal(JSON.parse(asked.stdout).sub, user.user_id, asked.stderr);

  const left = await run(['logout'], { env });
  assert.equal(left.stdout, `logged out of ${domain}\n`, left.stderr);
  const again = await run(['auth', 'userInfo.getUserInfo'], { env });
  assert.equal(again.status, 2);
});

/** Runs `doorward` beside the test. */
function start(parameters) {
  const child = spawn(process.env.DOORWARD_BINARY, parameters, { env });
  const running = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr']) {
    child[stream].setEncoding('utf8').on('data', (text) => (running[stream] += text));
  }
  const ended = once(child, 'close');
  running.status = async () => (await ended)[0];
  // What stderr says as soon as it matches.
  running.told = async (pattern) => {
    while (!pattern.test(running.stderr)) {
      const end = await Promise.race([ended, once(child.stderr, 'data').then(() => null)]);
      if (end) throw new Error(`ended with ${end[0]}: ${running.stderr}`);
    }
    return pattern.exec(running.stderr);
  };
  return running;
}
