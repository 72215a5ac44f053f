// Every operation of the Management API, of My Account and of My Organization: `doorward api` sends what the description
// says and npm `auth0`, which has the Management API alone, sends for the same input, and prints every answer with
// nothing lost.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { inFlight, run } from '../support/command.js';
import { Values, api } from '../support/inputs.js';
import { skip } from '../support/node.js';
import { Recorder, wire } from '../support/recorder.js';

const TOKEN = 'a token';
const USERS = '[{"email":"ada@example.com"}]';
const folder = mkdtempSync(join(tmpdir(), 'doorward-wire-'));
const authority = join(folder, 'certificate.pem');
const users = join(folder, 'users.json');
const recorder = new Recorder();

/** Operations of the API that npm 7.1.0 has not. Of experiments it knows only how to advance them. */
const UNKNOWN_TO_NODE =
  /^(experimentation\.(?!experiments\.advanceRamp$)|users\.federatedConnectionsTokensets\.)/;

/**
 * What npm drops from a query although the API takes it: a list with two ways of paging has one of them in npm, and
 * logs are searched by `search` alone.
 */
const DROPPED = ['from', 'page', 'per_page', 'q', 'take'];

let ManagementClient;

before(async () => {
  if (skip) return;
  ({ ManagementClient } = await import('auth0-v7'));
  await recorder.start();
  writeFileSync(authority, recorder.certificate);
  writeFileSync(users, USERS);
});

after(() => {
  if (!skip) recorder.stop();
  rmSync(folder, { recursive: true });
});

const management = api('management');
const groups = new Map();
for (const operation of management.operations) {
  const [group] = operation.name.split('.');
  groups.set(group, [...(groups.get(group) ?? []), operation]);
}

for (const [group, members] of groups) {
  test(`${group}: ${members.length} operations`, { skip }, () =>
    checkAll(members, async (operation) => {
      const { input, ours } = await check(management, operation, operation.name);
      const theirs = await sentByNode(operation, input);
      assert.equal(theirs === undefined, UNKNOWN_TO_NODE.test(operation.name), 'is it in npm?');
      if (theirs) assert.deepEqual(asNodeSends(ours, theirs), theirs);
    }),
  );
}

for (const [name, file] of [
  ['myAccount', 'my-account'],
  ['myOrganization', 'my-organization'],
]) {
  const described = api(file);
  test(`${name}: ${described.operations.length} operations`, { skip }, () =>
    checkAll(described.operations, (operation) => check(described, operation, `${name}.${operation.name}`)),
  );
}

async function checkAll(operations, checkOne) {
  const problems = [];
  await inFlight(4, operations, async (operation) => {
    try {
      await checkOne(operation);
    } catch (error) {
      problems.push(`${operation.name}: ${error.message}`);
    }
  });
  assert.deepEqual(problems, []);
}

/** Calls `operation` of an API by the `name` that the command line knows it by; answers its input and what was sent. */
async function check({ base, schemas }, operation, name) {
  const input = inputOf(operation, schemas);
  const answer = answerOf(operation, schemas);
  recorder.answer(name, answer);
  const said = await run(argumentsOf(operation, name, input), {
    env: { DOORWARD_DOMAIN: recorder.domain, DOORWARD_CA_FILE: authority, DOORWARD_TOKEN: TOKEN },
    stdin: input.body === undefined ? '' : JSON.stringify(input.body),
  });
  assert.equal(said.status, 0, said.stderr);
  if (answer.value === undefined) assert.equal(said.stdout, '');
  else assert.deepEqual(JSON.parse(said.stdout), answer.value);

  const ours = recorder.request(name);
  assert.deepEqual(ours, described(base, operation, input));
  return { input, ours };
}

/** A value for everything that an operation takes. */
function inputOf(operation, schemas) {
  const values = new Values(schemas);
  const { path = {}, query = {}, header = {} } = operation.parameters ?? {};
  const all = (parameters) =>
    Object.fromEntries(Object.entries(parameters).map(([name, schema]) => [name, values.of(schema)]));
  const input = { path: {}, query: all(query), header: {} };
  for (const [, name] of operation.path.matchAll(/\{(\w+)\}/g)) {
    input.path[name] = values.of(path[name]);
  }
  for (const name of Object.keys(header)) input.header[name] = 'login.example.com';
  if (operation.multipart) input.parts = { connection_id: 'con_1', upsert: true, external_id: 'ä "1"' };
  else if (operation.body) input.body = values.of(operation.body);
  return input;
}

/** The request by the description alone. */
function described(base, operation, { path, query, header, body, parts }) {
  const filled = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(path[name]));
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, `${one}`]));
  pairs.sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
  const request = {
    method: operation.method,
    path: `${base}${filled}`,
    query: pairs,
    headers: { ...header, authorization: `Bearer ${TOKEN}` },
  };
  if (parts) {
    const fields = Object.entries(parts).map(([name, value]) => [name, `${value}`]);
    const file = ['users', ['users.json', 'application/json', USERS]];
    return { ...request, type: 'multipart/form-data', body: [file, ...fields] };
  }
  return body === undefined ? request : { ...request, type: 'application/json', body };
}

/** What npm `auth0` sends; nothing when it has no such operation. */
async function sentByNode(operation, input) {
  let sent;
  const client = new ManagementClient({
    domain: recorder.domain,
    token: TOKEN,
    telemetry: false,
    fetch: async (url, init) => {
      sent ??= await wire(new Request(url, { ...init, duplex: 'half' }));
      return new Response('{}', { headers: { 'content-type': 'application/json' } });
    },
  });
  const names = operation.name.split('.');
  const method = names.pop();
  const group = names.reduce((within, name) => within?.[name], client);
  if (group?.[method] === undefined) return undefined;
  const request = requestOf(operation, input);
  const given = [...Object.values(input.path), ...(request === undefined ? [] : [request])];
  await group[method](...given, { headers: input.header, maxRetries: 0 });
  return sent;
}

/** The one object that npm wants for query and body. */
function requestOf(operation, { query, body, parts }) {
  if (parts) {
    const file = new File([USERS], 'users.json', { type: 'application/json' });
    return { users: file, ...parts };
  }
  if (Array.isArray(body)) return body;
  if (body === undefined && Object.keys(query).length === 0) return undefined;
  return { ...query, ...body };
}

/** A successful answer by the description, with more in it than that. */
function answerOf(operation, schemas) {
  const [status, schema] = Object.entries(operation.responses).find(([, shape]) => shape) ?? ['204', null];
  if (!schema) return { status: Number(status), body: '' };
  const value = new Values(schemas).of(schema);
  if (operation.stream) {
    return { status: 200, type: 'text/event-stream', body: `data: ${JSON.stringify(value)}\n\n`, value };
  }
  return { status: Number(status), body: JSON.stringify(value), value };
}

function argumentsOf(operation, name, input) {
  const given = ['api', name, '--header', `x-call: ${name}`];
  const parameters = { ...input.path, ...input.query, ...input.header, ...input.parts };
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) given.push('--param', `${name}=${one}`);
  }
  if (operation.multipart) given.push('--param', `users=@${users}`);
  if (input.body !== undefined) given.push('--json', '-');
  return given;
}

/** Our request without what npm drops. */
function asNodeSends(ours, theirs) {
  const has = new Set(theirs.query.map(([name]) => name));
  return { ...ours, query: ours.query.filter(([name]) => has.has(name) || !DROPPED.includes(name)) };
}
