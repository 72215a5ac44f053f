// A real Chromium, the one of the system.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:tls';

import { chromium } from 'playwright-core';

import { issuer } from './tenant.js';

/**
 * Starts a browser that trusts the tenant's key and otherwise whom every browser trusts.
 *
 * At `application`, an origin, it finds a page of ours: the application itself is not what is tested,
 * and its port may be in use here. `close()` ends both.
 */
export async function startBrowser(application) {
  const server = createServer((_, response) => response.end('Back at the application.'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await launch(`MAP ${new URL(application).host} 127.0.0.1:${server.address().port}`);
  return {
    newContext: () => browser.newContext(),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

async function launch(hostRule) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=${hostRule}`,
      `--ignore-certificate-errors-spki-list=${await keyDigest()}`,
    ],
  });
}

/** The tenant's key, as Node accepts it, which knows the tenant's authority. */
async function keyDigest() {
  const { hostname, port } = new URL(issuer);
  const connection = connect({ host: hostname, port: port || 443, servername: hostname });
  await once(connection, 'secureConnect');
  const { publicKey } = connection.getPeerX509Certificate();
  connection.end();
  const key = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}
