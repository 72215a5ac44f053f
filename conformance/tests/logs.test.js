// Tenant logs by checkpoint: S-39.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { auth0, makeUser, management, password, web } from '../support/tenant.js';

test('S-39 reading on from the last entry shows every entry once, oldest first', async () => {
  const user = await makeUser();
  const username = user.email;
  await auth0.oauth.passwordGrant({ username, password });
  await auth0.oauth.passwordGrant({ username, password: 'wrong' }).catch(() => {});

  const seen = [];
  let from = '';
  while (true) {
    const { data: logs } = await management.logs.getAll({ from, take: 20 });
    if (!logs.length) break;
    assert.ok(logs.length <= 20);
    seen.push(...logs);
    from = logs[logs.length - 1].log_id;
  }
  const ids = seen.map(({ log_id }) => log_id);
  assert.equal(new Set(ids).size, ids.length);
  const dates = seen.map(({ date }) => date);
  assert.deepEqual(dates, [...dates].sort());

  const own = seen.filter((entry) => entry.client_id === web.client_id && entry.user_name === username);
  const types = own.map(({ type }) => type);
  assert.ok(types.includes('sepft'), `no successful exchange in ${types}`);
  assert.ok(types.includes('fp') || types.includes('fepft'), `no failed login in ${types}`);
});

test('an entry is found by its type and read by its id', async () => {
  const user = await makeUser();
  await auth0.oauth.passwordGrant({ username: user.email, password });
  const { data: found } = await management.logs.getAll({
    q: `user_id:"${user.user_id}" AND type:sepft`,
  });
  assert.equal(found.length, 1);
  const { data: entry } = await management.logs.get({ id: found[0].log_id });
  assert.equal(entry.log_id, found[0].log_id);
});
