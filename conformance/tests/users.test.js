// Users through the Management API: S-37, S-43, S-45, S-47, S-48.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { makeUser, management, unique, uniqueEmail } from '../support/tenant.js';

test('S-37, S-48 pages with totals show every user once', async () => {
  const crowd = unique('crowd');
  const made = await Promise.all(
    Array.from({ length: 5 }, () => makeUser({ app_metadata: { crowd } })),
  );

  const allUsers = [];
  let page = 0;
  while (true) {
    const {
      data: { users, total, start, limit },
    } = await management.users.getAll({
      include_totals: true,
      page: page++,
      per_page: 2,
      q: `app_metadata.crowd:"${crowd}"`,
      sort: 'created_at:1',
    });
    assert.equal(total, 5);
    assert.equal(limit, 2);
    assert.equal(start, (page - 1) * 2);
    allUsers.push(...users);
    if (allUsers.length === total) break;
    assert.equal(users.length, 2);
  }
  const ids = (users) => users.map((user) => user.user_id).sort();
  assert.deepEqual(ids(allUsers), ids(made));
});

test('without totals a page is a bare list', async () => {
  await makeUser();
  const { data } = await management.users.getAll({ per_page: 1, fields: 'user_id' });
  assert.equal(data.length, 1);
  assert.deepEqual(Object.keys(data[0]), ['user_id']);
});

test('S-43 metadata merges with what was there', async () => {
  const { user_id: id } = await makeUser({ user_metadata: { kept: 1, changed: 1, removed: 1 } });
  const { data } = await management.users.update(
    { id },
    { user_metadata: { changed: 2, removed: null, added: { deep: true } } },
  );
  assert.deepEqual(data.user_metadata, { kept: 1, changed: 2, added: { deep: true } });
  assert.deepEqual((await management.users.get({ id })).data.user_metadata, data.user_metadata);
});

test('S-45 a call carries headers of its own', async () => {
  const { user_id: id } = await makeUser();
  const { data } = await management.users.get({ id }, { headers: { bar: 'applied to this' } });
  assert.equal(data.user_id, id);
});

test('S-47 a user is read by id', async () => {
  const made = await makeUser();
  const { data, status } = await management.users.get({ id: made.user_id });
  assert.equal(status, 200);
  assert.deepEqual(data, made);
});

test('an unknown user is an error that tells its code', async () => {
  await assert.rejects(management.users.get({ id: 'auth0|000000000000000000000000' }), (error) => {
    assert.equal(error.name, 'ManagementApiError');
    assert.equal(error.statusCode, 404);
    assert.equal(error.errorCode, 'inexistent_user');
    return true;
  });
});

test('an address belongs to one user of a connection', async () => {
  const { email } = await makeUser();
  await assert.rejects(makeUser({ email }), (error) => error.statusCode === 409);
});

test('a user is found by address, and gone after deletion', async () => {
  const { user_id: id, email } = await makeUser();
  assert.equal((await management.usersByEmail.getByEmail({ email })).data[0].user_id, id);
  assert.equal((await management.users.delete({ id })).status, 204);
  assert.deepEqual((await management.usersByEmail.getByEmail({ email })).data, []);
});

test('a body that the description forbids is refused with the reason', async () => {
  await assert.rejects(
    management.users.create({ connection: 'Username-Password-Authentication', email: 7 }),
    (error) => {
      assert.equal(error.statusCode, 400);
      assert.equal(error.errorCode, 'invalid_body');
      assert.match(error.msg, /^Payload validation error/);
      return true;
    },
  );
});

test('two addresses that differ in case are the same', async () => {
  const email = uniqueEmail();
  await makeUser({ email });
  await assert.rejects(
    makeUser({ email: email.toUpperCase() }),
    (error) => error.statusCode === 409,
  );
});
