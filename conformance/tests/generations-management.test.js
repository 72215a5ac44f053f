// The other generations of the SDK manage users, each in its own manner.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { skip } from '../support/node.js';
import { bootstrap, database, domain, password, uniqueEmail } from '../support/tenant.js';

const credentials = {
  domain,
  clientId: bootstrap.management.client_id,
  clientSecret: bootstrap.management.client_secret,
};

for (const generation of ['auth0-v2', 'auth0-v3']) {
  test(`${generation} creates, pages, changes and deletes users`, async () => {
    const { ManagementClient } = (await import(generation)).default;
    const management = new ManagementClient(credentials);
    const email = uniqueEmail();
    const made = await management.createUser({ connection: database.name, email, password });
    assert.equal(made.email, email);
    const page = await management.getUsers({ include_totals: true, per_page: 1, q: `email:"${email}"` });
    assert.equal(page.total, 1);
    assert.equal(page.users[0].user_id, made.user_id);
    const changed = await management.updateUserMetadata({ id: made.user_id }, { step: 1 });
    assert.deepEqual(changed.user_metadata, { step: 1 });
    await management.deleteUser({ id: made.user_id });
    await assert.rejects(management.getUser({ id: made.user_id }), (error) => error.statusCode === 404);
  });
}

for (const generation of ['auth0-v5', 'auth0-v6', 'auth0-v7']) {
  test(`${generation} creates, pages, changes and deletes users`, { skip }, async () => {
    const { ManagementClient } = await import(generation);
    const management = new ManagementClient(credentials);
    const email = uniqueEmail();
    const made = await management.users.create({ connection: database.name, email, password });
    assert.equal(made.email, email);
    const found = [];
    for await (const user of await management.users.list({ per_page: 1, q: `email:"${email}"` })) {
      found.push(user.user_id);
    }
    assert.deepEqual(found, [made.user_id]);
    const changed = await management.users.update(made.user_id, { user_metadata: { step: 1 } });
    assert.deepEqual(changed.user_metadata, { step: 1 });
    await management.users.delete(made.user_id);
    await assert.rejects(management.users.get(made.user_id), (error) => {
      assert.equal(error.statusCode, 404);
      assert.equal(error.body.errorCode, 'inexistent_user');
      return true;
    });
  });
}
