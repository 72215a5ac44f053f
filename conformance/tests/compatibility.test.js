// docs/compatibility.md says what the server serves.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { compatibility } from '../support/compatibility.js';

test('docs/compatibility.md is current; `cargo xtask docs` makes it so', async () => {
  const file = new URL('../../docs/compatibility.md', import.meta.url);
  const lines = (text) => text.split('\n');
  assert.deepEqual(lines(await compatibility()), lines(readFileSync(file, 'utf8')));
});
