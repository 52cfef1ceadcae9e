import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** An API that answers each connection with the next of its answers, and with the last one ever after. */
export class ScriptedApi {
  readonly requests: IncomingMessage[] = [];

  private constructor(private readonly server: Server) {}

  static async start(...answers: Answer[]): Promise<ScriptedApi> {
    const server = createServer();
    const api = new ScriptedApi(server);
    server.on('request', (request, response) => {
      api.requests.push(request);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      answer?.(response, request);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return api;
  }

  get origin(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  /** One header of every request so far. */
  sent(header: string): (string | undefined)[] {
    return this.requests.map(({ headers }) => headers[header]?.toString());
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const answerEvent = (version: number) =>
  `id: ${version}\nevent: answer\ndata: ${JSON.stringify({ version, answer: { partner: `p${version}` } })}\n\n`;

const completedEvent = (version: number) =>
  `id: ${version}\nevent: completed\ndata: ${JSON.stringify({ version, status: 'COMPLETED' })}\n\n`;

/** Versions 2 to 4 are answers, 5 is the completion. */
export const STREAM = [answerEvent(2), answerEvent(3), answerEvent(4), completedEvent(5)];

const open = (response: ServerResponse): ServerResponse =>
  response.writeHead(200, { 'content-type': 'text/event-stream' });

/** Sends these pieces, then closes in order. */
export const stream =
  (...pieces: readonly string[]): Answer =>
  (response) => {
    open(response).end(pieces.join(''));
  };

/** Sends these pieces, then breaks the connection. */
export const cutStream =
  (...pieces: readonly string[]): Answer =>
  (response) => {
    open(response).write(pieces.join(''), () => response.destroy());
  };

/** Sends these pieces, then nothing more. */
export const silentStream =
  (...pieces: readonly string[]): Answer =>
  (response) => {
    open(response).flushHeaders();
    response.write(pieces.join(''));
  };

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(code, headers).end();
  };

export const problem =
  (code: number, name: string): Answer =>
  (response) => {
    const body = { type: `/problems/${name}`, title: name, status: code, detail: 'Why', instance: '/', code: name };
    response.writeHead(code, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ ...body, traceId: 'trace-1' }));
  };
