// A new password by mail, as the SDK asks for it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { auth0, database, newestMessage, password, uniqueEmail } from '../support/tenant.js';

test('a forgotten password brings a mail, and an unknown address the same answer', async () => {
  const email = uniqueEmail();
  await auth0.database.signUp({ email, password, connection: database.name });
  const known = await auth0.database.changePassword({ email, connection: database.name });
  const unknown = await auth0.database.changePassword({
    email: uniqueEmail(),
    connection: database.name,
  });
  assert.equal(known.status, 200);
  assert.equal(known.data, unknown.data);
  const message = await newestMessage(email);
  assert.equal(message.channel, 'email');
  assert.match(message.link, /^https:\/\//);
});
