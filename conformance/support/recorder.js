// An HTTPS server that writes down what it is asked and answers as told, for many calls at the same time: a call is
// known by its header `x-call`.

import { once } from 'node:events';
import { createServer } from 'node:https';

import selfsigned from 'selfsigned';

export class Recorder {
  #answers = new Map();
  #requests = new Map();
  #server;

  /** Starts it with a certificate of its own, whose PEM is `certificate`. */
  async start() {
    const pems = await selfsigned.generate([{ name: 'commonName', value: 'localhost' }], {
      keyType: 'ec',
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
      ],
    });
    this.certificate = pems.cert;
    this.#server = createServer({ key: pems.private, cert: pems.cert }, (request, response) =>
      this.#serve(request, response),
    );
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.domain = `localhost:${this.#server.address().port}`;
    return this;
  }

  stop() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** Gives `answer`, a response of the platform, to the call named `call`. */
  answer(call, answer) {
    this.#answers.set(call, answer);
  }

  /** What arrived for a call: one request. */
  request(call) {
    const requests = this.#requests.get(call) ?? [];
    if (requests.length !== 1) throw new Error(`${call}: ${requests.length} requests arrived`);
    return requests[0];
  }

  async #serve(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const call = request.headers['x-call'];
    const recorded = this.#requests.get(call) ?? [];
    recorded.push(
      await wire(
        new Request(`https://${request.headers.host}${request.url}`, {
          method: request.method,
          headers: Object.entries(request.headers),
          body: chunks.length ? Buffer.concat(chunks) : undefined,
        }),
      ),
    );
    this.#requests.set(call, recorded);
    const answer = this.#answers.get(call) ?? { status: 404, body: '{}' };
    response.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json' });
    response.end(answer.body);
  }
}

/** A request as the API understands it: everything that is compared, and nothing else. */
export async function wire(request) {
  const { pathname, searchParams } = new URL(request.url);
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  const headers = {};
  for (const name of ['auth0-custom-domain', 'authorization']) {
    if (request.headers.has(name)) headers[name] = request.headers.get(name);
  }
  const recorded = { method: request.method, path: pathname, query: sorted(searchParams), headers };
  if (type === 'multipart/form-data') {
    const parts = [];
    for (const [name, value] of await request.formData()) {
      parts.push([name, typeof value === 'string' ? value : [value.name, value.type, await value.text()]]);
    }
    return { ...recorded, type, body: parts };
  }
  const text = await request.text();
  if (text === '') return recorded;
  const written = { ...recorded, type, body: type === 'application/json' ? JSON.parse(text) : formOf(text) };
  // The bytes are compared only by those who ask for them.
  return Object.defineProperty(written, 'text', { value: text });
}

function formOf(text) {
  return Object.fromEntries(sorted(new URLSearchParams(text)));
}

/** Names and values, by name; those of one name in their order. */
function sorted(parameters) {
  const copy = new URLSearchParams(parameters);
  copy.sort();
  return [...copy];
}
