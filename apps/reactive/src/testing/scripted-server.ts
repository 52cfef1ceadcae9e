import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What to answer: a status and a body, `cut` for half an answer, `silent` for none at all. */
export type ScriptedAnswer =
  | { readonly status?: number; readonly contentType?: string; readonly body: string }
  | 'cut'
  | 'silent';

/** A server on the loopback interface that answers as it is told and remembers who called. */
export class ScriptedServer {
  readonly calls: ReceivedCall[] = [];
  /** Told of every call when its answer is out or its connection gone. */
  onClosed: () => void = () => undefined;
  private server: Server | undefined;
  private port = 0;

  constructor(public answer: (call: ReceivedCall) => ScriptedAnswer) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Takes any free port the first time, and the same one again later. */
  async open(): Promise<void> {
    const server = createServer((request, response) => {
      response.once('close', () => this.onClosed());
      void text(request).then((body) =>
        this.reply({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body }, response),
      );
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address !== null) this.port = address.port;
  }

  /** Refuses connections from now on, and breaks those that are open. */
  async shut(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    this.server = undefined;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  private reply(call: ReceivedCall, response: ServerResponse): void {
    this.calls.push(call);
    const answer = this.answer(call);
    if (answer === 'silent') return;
    if (answer === 'cut') {
      response.writeHead(200, { 'content-length': '1000' }).write('{"outcome":', () => response.destroy());
      return;
    }
    response
      .writeHead(answer.status ?? 200, { 'content-type': answer.contentType ?? 'application/json' })
      .end(answer.body);
  }
}
