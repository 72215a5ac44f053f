// Importing users: S-40, S-41, S-42.

import assert from 'node:assert/strict';
import { File } from 'node:buffer';
import { test } from 'node:test';

import { auth0, database, makeUser, management, uniqueEmail } from '../support/tenant.js';

// The bcrypt hash of `imported-Password-1`.
const passwordHash = '$2b$10$36bXjmyMcoBqwjVUoCiyE.zQn32efKsTMIVeR5hDo5N3EC/J17C0C';

test('S-40, S-41 an import is followed to its end, and the imported password logs in', async () => {
  const email = uniqueEmail();
  const job = await importUsers([
    { email, email_verified: true, password_hash: passwordHash, app_metadata: { batch: 7 } },
  ]);
  assert.equal(job.status, 'completed');
  assert.deepEqual(job.summary, { failed: 0, updated: 0, inserted: 1, total: 1 });

  const { data: found } = await management.usersByEmail.getByEmail({ email });
  assert.deepEqual(found[0].app_metadata, { batch: 7 });
  const { data } = await auth0.oauth.passwordGrant({
    username: email,
    password: 'imported-Password-1',
  });
  assert.ok(data.access_token);
});

test('S-42 the records that failed are told one by one', async () => {
  const { email: taken } = await makeUser();
  const job = await importUsers([
    { email: uniqueEmail() },
    { email: taken },
    { email: 'not an address' },
  ]);
  assert.equal(job.status, 'completed');
  assert.deepEqual(job.summary, { failed: 2, updated: 0, inserted: 1, total: 3 });

  const { data: failures } = await management.jobs.getErrors({ id: job.id });
  const codes = failures.map(({ user, errors }) => [user.email, errors[0].code]);
  assert.deepEqual(codes.find(([email]) => email === taken), [taken, 'DUPLICATED_USER']);
  assert.ok(codes.some(([email]) => email === 'not an address'));
  assert.equal(failures.length, 2);
});

test('an upsert changes who is there', async () => {
  const { email, user_id: id } = await makeUser({ app_metadata: { old: true } });
  const job = await importUsers([{ email, app_metadata: { new: true } }], { upsert: true });
  assert.deepEqual(job.summary, { failed: 0, updated: 1, inserted: 0, total: 1 });
  assert.deepEqual((await management.users.get({ id })).data.app_metadata, { new: true });
});

test('an unknown job is an error', async () => {
  await assert.rejects(
    management.jobs.get({ id: 'job_0000000000000000' }),
    (error) => error.statusCode === 404,
  );
});

/** Imports `users` and waits for the job's end, as the SDK's documentation does. */
async function importUsers(users, options = {}) {
  const file = new File([JSON.stringify(users)], 'users.json', { type: 'application/json' });
  const { data: begun } = await management.jobs.importUsers({
    users: file,
    connection_id: database.id,
    send_completion_email: false,
    ...options,
  });
  assert.equal(begun.type, 'users_import');
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { data: job } = await management.jobs.get({ id: begun.id });
    if (job.status === 'completed' || job.status === 'failed') return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`job ${begun.id} does not end`);
}
