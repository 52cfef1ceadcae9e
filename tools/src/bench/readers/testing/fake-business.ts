import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { QuoteTask } from '@app/contracts';
import { FAKE_KEY } from '../../../quote/testing/fake-quote-api.js';

const idOf = (at: number): string => `01989d1a-0000-7000-8000-${String(at).padStart(12, '0')}`;

function taskOf(id: string): QuoteTask {
  const self = `/v1/quote-requests/${id}`;
  return {
    id,
    status: 'RUNNING',
    productLine: 'motor-four-wheeler',
    createdAt: '2026-11-23T10:00:00.000Z',
    eta: '2026-11-23T10:00:20.000Z',
    version: 1,
    partnersAsked: 2,
    answersReceived: 0,
    links: { self, quotes: `${self}/quotes`, events: `${self}/events` },
  };
}

/** A business service that tells its readers of each posted answer, all of them or all but one. */
export class FakeBusiness {
  readonly asked: string[] = [];
  readonly streams = new Map<string, ServerResponse[]>();
  forgetsOneReader = false;
  /** Streams that are refused first. */
  refusals = 0;
  private readonly versions = new Map<string, number>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeBusiness> {
    const server = createServer();
    const business = new FakeBusiness(server);
    server.on('request', (request, response) => void business.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return business;
  }

  get address() {
    const address = this.server.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    return { api: origin, internal: origin, key: FAKE_KEY, pid: 1 };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '' } = request;
    const body = await text(request);
    if (url.endsWith('/events')) this.stream(url, response);
    else if (url === '/v1/quote-requests') this.accept(body, response);
    else this.tell(JSON.parse(body), response);
  }

  private accept(body: string, response: ServerResponse): void {
    this.asked.push(body);
    response.writeHead(202).end(JSON.stringify(taskOf(idOf(this.asked.length))));
  }

  private stream(url: string, response: ServerResponse): void {
    if (this.refusals > 0) {
      this.refusals -= 1;
      response.writeHead(429, { 'retry-after': '0' }).end();
      return;
    }
    const [, , , id = ''] = url.split('/');
    this.streams.set(id, [...(this.streams.get(id) ?? []), response]);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  }

  private tell([answer]: { requestId: string; partner: string }[], response: ServerResponse): void {
    const { requestId = '', partner = '' } = answer ?? {};
    const version = (this.versions.get(requestId) ?? 1) + 1;
    this.versions.set(requestId, version);
    const readers = this.streams.get(requestId) ?? [];
    for (const reader of readers.slice(this.forgetsOneReader ? 1 : 0))
      reader.write(`event: answer\nid: ${version}\ndata: {}\n\n`);
    response.end(JSON.stringify({ results: [{ requestId, partner, result: 'STORED' }] }));
  }
}
