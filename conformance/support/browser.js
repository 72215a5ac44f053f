// A real Chromium, the one of the system.

import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { chromium } from 'playwright-core';

import { bootstrap } from './tenant.js';

/** Starts a browser that trusts the tenant's own authority and no other unknown one. */
export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--ignore-certificate-errors-spki-list=${authorityKeyDigest()}`,
    ],
  });
}

function authorityKeyDigest() {
  const authority = new X509Certificate(readFileSync(bootstrap.ca_file));
  const key = authority.publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}
