// Roles of users.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { makeUser, management, unique } from '../support/tenant.js';

test('roles are given and taken', async () => {
  const { user_id: id } = await makeUser();
  const { data: role } = await management.roles.create({ name: unique('role') });
  await management.users.assignRoles({ id }, { roles: [role.id] });
  const roles = await management.users.getRoles({ id });
  assert.deepEqual(roles.data.map(({ name }) => name), [role.name]);
  await management.users.deleteRoles({ id }, { roles: [role.id] });
  assert.deepEqual((await management.users.getRoles({ id })).data, []);
});
