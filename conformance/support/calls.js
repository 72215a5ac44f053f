// Asks a server for a user with npm `auth0`, over and over, and prints what it took:
// node calls.js URL USER CALLS_IN_FLIGHT SECONDS

import { ManagementClient } from 'auth0-v7';

const WARM_UP_CALLS = 500;

const [url, user, inFlight, seconds] = process.argv.slice(2);

// The client insists on https; the server speaks http, which costs the client less.
const fetchOverTls = globalThis.fetch;
globalThis.fetch = (target, options) => fetchOverTls(String(target).replace('https:', 'http:'), options);

const management = new ManagementClient({ domain: new URL(url).host, token: 'token' });

async function call() {
  const found = await management.users.get(user);
  if (found.logins_count !== 42) throw new Error('another user was found');
}

async function repeat(until) {
  let done = 0;
  while (until(done)) {
    await call();
    done += 1;
  }
  return done;
}

await repeat((done) => done < WARM_UP_CALLS);
const [used, began] = [process.cpuUsage(), performance.now()];
const over = began + Number(seconds) * 1000;
const all = await Promise.all(Array.from({ length: Number(inFlight) }, () => repeat(() => performance.now() < over)));
const { user: userMicros, system } = process.cpuUsage(used);
console.log(
  JSON.stringify({
    done: all.reduce((sum, done) => sum + done, 0),
    processor_millis: Math.round((userMicros + system) / 1000),
    millis: Math.round(performance.now() - began),
    memory: process.resourceUsage().maxRSS * 1024,
  }),
);
