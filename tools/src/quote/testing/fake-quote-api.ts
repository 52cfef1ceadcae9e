import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AnswerView, Problem, QuoteResult, QuoteTask } from '@app/contracts';
import { FakeApplications } from './fake-applications.js';
import { pending, resultOf } from './sample-answers.js';

export const FAKE_KEY = 'fake-key';

export const problemOf = (status: number, code: string, errors?: Problem['errors']): Problem => ({
  type: `/problems/${code}`,
  title: `Title of ${code}`,
  status,
  detail: `Detail of ${code}`,
  instance: '/v1/quote-requests',
  code,
  traceId: 'trace-1',
  ...(errors === undefined ? {} : { errors }),
});

/**
 * The API as http-api.md has it, with answers that arrive whenever a client waits for one: each held read brings the
 * next. Nothing depends on time.
 */
export class FakeQuoteApi {
  /** The bodies that were posted, as text. */
  readonly asked: string[] = [];
  /** Answers every post with this instead. */
  refusal: Problem | undefined;
  /** Reads are never answered. */
  silentReads = false;
  /** What becomes of the offers that somebody applies for. */
  applications = new FakeApplications();
  private readonly posts = new EventEmitter();
  private readonly arrived = new Map<string, number>();

  private constructor(
    private readonly server: Server,
    private readonly answers: readonly AnswerView[],
  ) {}

  /** `answers` in the order in which they arrive. */
  static async start(answers: readonly AnswerView[]): Promise<FakeQuoteApi> {
    const server = createServer();
    const api = new FakeQuoteApi(server, answers);
    server.on('request', (request, response) => void api.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return api;
  }

  /** The quote requests so far. */
  get ids(): string[] {
    return [...this.arrived.keys()];
  }

  /** Resolves at the next post. */
  async nextPost(): Promise<void> {
    await once(this.posts, 'post');
  }

  get origin(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.authorization !== `Bearer ${FAKE_KEY}`) send(response, 401, problemOf(401, 'unauthorized'));
    else if (request.url?.startsWith('/v1/applications')) await this.applications.answer(request, response);
    else if (request.method === 'POST') this.accept(await text(request), response);
    else if (!this.silentReads) this.read(request, response);
  }

  private accept(body: string, response: ServerResponse): void {
    this.asked.push(body);
    this.posts.emit('post');
    if (this.refusal === undefined) send(response, 202, this.newTask());
    else send(response, this.refusal.status, this.refusal);
  }

  private newTask(): QuoteTask {
    const id = `01970000-0000-7000-8000-${String(this.asked.length).padStart(12, '0')}`;
    this.arrived.set(id, 0);
    const { status, productLine, createdAt, eta, version, links } = this.resultOf(id);
    const counts = { partnersAsked: this.answers.length, answersReceived: 0 };
    return { id, status, productLine, createdAt, eta, version, links, ...counts };
  }

  private read(request: IncomingMessage, response: ServerResponse): void {
    const id = request.url?.split('/').at(-2) ?? '';
    const waits = request.headers['if-none-match'] === `"${this.resultOf(id).version}"`;
    if (waits) this.arrived.set(id, (this.arrived.get(id) ?? 0) + 1);
    const result = this.resultOf(id);
    response.setHeader('etag', `"${result.version}"`);
    send(response, 200, result);
  }

  private resultOf(id: string): QuoteResult {
    const arrived = this.arrived.get(id) ?? 0;
    const rows = this.answers.map((answer, at) => (at < arrived ? answer : pending(answer.partner)));
    const self = `/v1/quote-requests/${id}`;
    const links = { self, quotes: `${self}/quotes`, events: `${self}/events` };
    return { ...resultOf(rows, 1 + arrived), id, links };
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
