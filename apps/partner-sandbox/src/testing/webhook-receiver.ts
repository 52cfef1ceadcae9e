import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Whether a delivery is answered: with a status, or not at all. */
export type Reception = number | 'silence';

/** Takes what partners push; tells of every delivery in the order of arrival. */
export class WebhookReceiver {
  readonly #server: Server;
  readonly #arrived: Delivery[] = [];
  readonly #awaited: ((delivery: Delivery) => void)[] = [];
  readonly #receptions: Reception[];

  /** How the first deliveries are received; all that follow are taken. */
  constructor(receptions: readonly Reception[] = []) {
    this.#receptions = [...receptions];
    this.#server = createServer((request, response) => void this.#receive(request, response));
  }

  /** The URL to push to. */
  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    // An address of a server that listens on TCP.
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/webhooks/eleventh-hour`;
  }

  /** The next delivery that nobody has asked for. */
  next(): Promise<Delivery> {
    const delivery = this.#arrived.shift();
    return delivery === undefined ? new Promise((resolve) => this.#awaited.push(resolve)) : Promise.resolve(delivery);
  }

  /** Deliveries that nobody has asked for. */
  get unread(): number {
    return this.#arrived.length;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray());
    const reception = this.#receptions.shift() ?? 204;
    if (reception !== 'silence') response.writeHead(reception, { location: '/elsewhere' }).end();
    this.#arrive({ headers: request.headers, body });
  }

  #arrive(delivery: Delivery): void {
    const awaited = this.#awaited.shift();
    if (awaited === undefined) this.#arrived.push(delivery);
    else awaited(delivery);
  }
}
