// The binary, run as people run it.

import { spawn } from 'node:child_process';

/** Runs `doorward` with `parameters`: exit status and what it said. `stdin` is what it can read. */
export function run(parameters, { env = {}, stdin = '' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.env.DOORWARD_BINARY, parameters, { env });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (text) => (said[stream] += text));
    }
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...said }));
    child.stdin.on('error', () => {}); // it need not read
    child.stdin.end(stdin);
  });
}

/** Does `work` for each of `items`, so many at a time. */
export async function inFlight(limit, items, work) {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}
