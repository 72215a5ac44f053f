// Sign-up and change of password: S-29, and the database part of the SDK's own reference.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  auth0,
  database,
  password,
  uniqueEmail,
} from '../support/tenant.js';

test('S-29 a person signs up', async () => {
  const email = uniqueEmail();
  const { data: userData, status } = await auth0.database.signUp({
    email,
    password,
    connection: database.name,
    given_name: 'Ada',
    user_metadata: { plan: 'silver' },
  });
  assert.equal(status, 200);
  assert.equal(userData.email, email);
  assert.equal(userData.email_verified, false);
  assert.equal(userData.given_name, 'Ada');
  assert.deepEqual(userData.user_metadata, { plan: 'silver' });
});

test('an address signs up once', async () => {
  const body = { email: uniqueEmail(), password, connection: database.name };
  await auth0.database.signUp(body);
  await assert.rejects(auth0.database.signUp(body), (error) => {
    assert.equal(error.name, 'AuthApiError');
    assert.equal(error.statusCode, 400);
    assert.equal(error.error, 'invalid_signup');
    return true;
  });
});

test('a weak password is refused with its rules', async () => {
  const body = { email: uniqueEmail(), password: 'a', connection: database.name };
  await assert.rejects(auth0.database.signUp(body), (error) => {
    assert.equal(error.statusCode, 400);
    assert.equal(error.error, 'invalid_password');
    const told = JSON.parse(error.body);
    assert.equal(told.name, 'PasswordStrengthError');
    assert.ok(told.description.rules.length > 0);
    return true;
  });
});

test('the SDK itself refuses a sign-up without an address', async () => {
  await assert.rejects(
    auth0.database.signUp({ password, connection: database.name }),
    (error) => error.name === 'RequiredError' && error.field === 'email',
  );
});
