// Every method of the Authentication API: `doorward auth` sends what npm `auth0` and auth-js send for the same input,
// and prints every answer with nothing lost.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { inFlight, run } from '../support/command.js';
import { skip } from '../support/node.js';
import { Recorder, wire } from '../support/recorder.js';
import { authJs, ofOld, sinceFour } from './methods/index.js';

const folder = mkdtempSync(join(tmpdir(), 'doorward-wire-'));
const authority = join(folder, 'certificate.pem');
const recorder = new Recorder();
const client = { clientId: 'CID ü', clientSecret: 'SEC &+%' };

before(async () => {
  await recorder.start();
  writeFileSync(authority, recorder.certificate);
  // Versions 2 and 3 cannot be told whom to trust.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
});

after(() => {
  recorder.stop();
  rmSync(folder, { recursive: true });
});

for (const version of ['auth0', 'auth0-v5', 'auth0-v6']) {
  test(`${version}: the same request, to the byte`, { skip: version !== 'auth0' && skip }, async () => {
    const { AuthenticationClient, UserInfoClient } = await import(version);
    await checkAll(version, sinceFour, async (method, record) => {
      const options = { domain: recorder.domain, ...client, telemetry: false, fetch: record };
      const clients = { auth: new AuthenticationClient(options), users: new UserInfoClient(options) };
      await method.node(clients, structuredClone(method.input));
    });
  });
}

for (const version of ['auth0-v2', 'auth0-v3']) {
  test(`${version}: the same request, whatever its form`, async () => {
    const { AuthenticationClient } = (await import(version)).default;
    await checkAll(version, ofOld, async (method, _, call) => {
      const options = { domain: recorder.domain, ...client, telemetry: false, headers: { 'x-call': call } };
      const auth = new AuthenticationClient({ ...options, __bypassIdTokenValidation: true });
      await method.node(auth, structuredClone(method.input));
    });
  });
}

test('auth-js: the same request, whatever its order', { skip }, async () => {
  const { AuthClient } = await import('@auth0/auth0-auth-js');
  await checkAll('auth-js', authJs, async (method, record) => {
    const auth = new AuthClient({ domain: recorder.domain, ...client, customFetch: record });
    await method.node(auth, structuredClone(method.input));
  });
});

/** Checks `methods`, each called by `callNode`, which is given a `fetch` to use or the name of the call to send. */
async function checkAll(sdk, methods, callNode) {
  const problems = [];
  await inFlight(4, methods, async (method) => {
    try {
      await check(sdk, method, callNode);
    } catch (error) {
      problems.push(`${method.operation}: ${error.message}`);
    }
  });
  assert.deepEqual(problems, []);
}

async function check(sdk, method, callNode) {
  const answer = { status: 200, ...answerOf(method) };
  const [ourCall, theirCall] = ['doorward', 'node'].map((who) => `${sdk}, ${method.operation}, ${who} ${calls++}`);
  recorder.answer(ourCall, answer);
  recorder.answer(theirCall, answer);
  const said = await run(['auth', method.operation, '--header', `x-call: ${ourCall}`, '--json', '-'], {
    env: {
      DOORWARD_DOMAIN: recorder.domain,
      DOORWARD_CA_FILE: authority,
      DOORWARD_CLIENT_ID: client.clientId,
      DOORWARD_CLIENT_SECRET: client.clientSecret,
    },
    stdin: JSON.stringify({ ...method.input, ...method.ours }),
  });
  assert.equal(said.status, 0, said.stderr);
  const printed = said.stdout.trim();
  if (answer.value === undefined) assert.equal(printed, '');
  else assert.deepEqual(JSON.parse(printed), answer.printed ?? answer.value);

  const sent = [];
  const record = async (url, init) => {
    const request = new Request(url, init);
    if (request.url.includes('/.well-known/')) return metadata();
    sent.push(await wire(request));
    return new Response(answer.body, { status: 200, headers: { 'content-type': answer.type } });
  };
  await callNode(method, record, theirCall).catch((error) => {
    if (sent.length === 0) throw error; // an answer that it does not like is its own affair
  });
  const theirs = sent[0] ?? recorder.request(theirCall);
  const ours = recorder.request(ourCall);
  const expected = method.differs ? { ...theirs, ...method.differs(theirs) } : theirs;
  assert.deepEqual(ours, expected);
  if (method.exactly && !method.differs) assert.equal(ours.text, theirs.text);
}

/** How many calls there have been: one operation is called with several inputs. */
let calls = 0;

/** An answer of the method's kind, with members that nobody described and nulls. */
function answerOf({ answer }) {
  if (answer === undefined) return { type: 'text/plain', body: 'OK' };
  if (typeof answer === 'string') return { type: 'text/plain', body: answer, value: answer };
  const value = Array.isArray(answer) ? answer : { ...answer, added_later: { kept: null, list: [1, {}] } };
  return { type: 'application/json', body: JSON.stringify(value), value };
}

function metadata() {
  const issuer = `https://${recorder.domain}/`;
  const at = (path) => `${issuer}${path}`;
  return Response.json({
    issuer,
    authorization_endpoint: at('authorize'),
    token_endpoint: at('oauth/token'),
    revocation_endpoint: at('oauth/revoke'),
    userinfo_endpoint: at('userinfo'),
    jwks_uri: at('.well-known/jwks.json'),
    backchannel_authentication_endpoint: at('bc-authorize'),
    pushed_authorization_request_endpoint: at('oauth/par'),
  });
}
