import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as the fake partner received it. */
export interface ReceivedCall {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How one call is answered: it writes to the response, or does to its connection what a broken partner does. */
export type FakeAnswer = (response: ServerResponse) => void;

export type AnswerCall = (call: ReceivedCall) => FakeAnswer;

async function receive(request: IncomingMessage): Promise<ReceivedCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const { method = '', url: path = '' } = request;
  return { method, path, headers, body: Buffer.concat(chunks).toString('utf8') };
}

/** An HTTP server on loopback that plays a partner, well or badly. */
export class FakePartner {
  readonly calls: ReceivedCall[] = [];
  private readonly server: Server;

  private constructor(answer: AnswerCall) {
    this.server = createServer((request, response) => {
      receive(request).then(
        (call) => {
          this.calls.push(call);
          answer(call)(response);
        },
        () => response.destroy(),
      );
    });
  }

  static async start(answer: AnswerCall): Promise<FakePartner> {
    const partner = new FakePartner(answer);
    await new Promise<void>((resolve) => partner.server.listen(0, '127.0.0.1', resolve));
    return partner;
  }

  get url(): string {
    // A TCP server that listens has this kind of address.
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** The calls to one path, in the order received. */
  callsTo(path: string): ReceivedCall[] {
    return this.calls.filter((call) => call.path === path);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}
