// Writes docs/compatibility.md; `cargo xtask docs` starts the server that it asks.

import { mkdirSync, writeFileSync } from 'node:fs';

import { compatibility } from './support/compatibility.js';

const folder = new URL('../docs/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('compatibility.md', folder), await compatibility());
