// The headers by which clients pace themselves.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { management } from '../support/tenant.js';

test('every answer of the Management API says how much is left', async () => {
  const { headers } = await management.users.getAll({ per_page: 1 });
  for (const name of ['limit', 'remaining', 'reset']) {
    assert.match(headers.get(`x-ratelimit-${name}`), /^[0-9]+$/);
  }
});
