import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';

export type HeaderLine = readonly [name: string, value: string];

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Of a stream of events only the head is taken. */
  readonly text: string;
}

const SHOWN = 600;
const INVISIBLE = /[^\x20-\x7e]/g;

const visible = (text: string): string =>
  text.replaceAll(INVISIBLE, (one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`);

const cut = (text: string): string =>
  text.length <= SHOWN ? visible(text) : `${visible(text.slice(0, SHOWN))}… (${text.length} characters)`;

/** A request as it goes over the wire; fast-check shows a counter-example the way it reads here. */
export class HttpCall {
  constructor(
    readonly method: string,
    /** With its query. */
    readonly path: string,
    /** In this order; a name may be there twice. */
    readonly headers: readonly HeaderLine[] = [],
    /** None: not even a length is sent. */
    readonly body: Buffer | null = null,
  ) {}

  /** The values of a header, in order. */
  valuesOf(name: string): string[] {
    return this.headers.filter(([one]) => one.toLowerCase() === name).map(([, value]) => value);
  }

  toString(): string {
    const lines = this.headers.map(([name, value]) => `${name}: ${cut(value)}`);
    const body = this.body === null ? 'no body' : `body: ${cut(this.body.toString('latin1'))}`;
    return [`${this.method} ${cut(this.path)}`, ...lines, body].join('\n  ');
  }

  [fc.toStringMethod](): string {
    return this.toString();
  }
}

const DECODERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: (bytes) => gunzipSync(bytes),
  br: (bytes) => brotliDecompressSync(bytes),
};

async function readAnswer(response: IncomingMessage): Promise<HttpAnswer> {
  const { headers, statusCode: status = 0 } = response;
  const isStream = headers['content-type']?.startsWith('text/event-stream') ?? false;
  const chunks: Buffer[] = [];
  if (isStream) response.destroy();
  else for await (const chunk of response) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const decode = bytes.length === 0 ? undefined : DECODERS[headers['content-encoding'] ?? ''];
  return { status, headers, text: (decode?.(bytes) ?? bytes).toString() };
}

/** Sends calls one after the other over connections that are kept alive. */
export class HttpSender {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });

  constructor(
    private readonly origin: string,
    /** After this long an answer counts as never coming, in milliseconds. */
    private readonly patienceMs = 20_000,
  ) {}

  /** Rejects when the connection ends without an answer, and when none comes. */
  async send(call: HttpCall): Promise<HttpAnswer> {
    try {
      return await this.once(call, this.agent);
    } catch (error) {
      // The other side may close a kept connection just when it is used again; on one of its own that is no excuse.
      if (!(error instanceof Error && 'reused' in error)) throw error;
      return await this.once(call, new Agent());
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private once({ method, path, headers, body }: HttpCall, agent: Agent): Promise<HttpAnswer> {
    const { host, hostname, port } = new URL(this.origin);
    const length: HeaderLine[] = body === null ? [] : [['Content-Length', String(body.length)]];
    const lines = [['Host', host], ...length, ...headers].flat();
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, method, path, headers: lines, agent });
      const impatience = setTimeout(() => {
        sent.destroy(new Error(`no answer within ${this.patienceMs} ms`));
      }, this.patienceMs);
      const settle = (): void => clearTimeout(impatience);
      let answered = false;
      sent.once('response', (response) => {
        answered = true;
        readAnswer(response).finally(settle).then(resolve, reject);
      });
      // A body that is refused unread may end in a broken pipe: the answer is there all the same.
      sent.on('error', (error) => {
        if (answered) return;
        settle();
        reject(
          sent.reusedSocket && !error.message.startsWith('no answer') ? Object.assign(error, { reused: true }) : error,
        );
      });
      sent.end(body ?? undefined);
    });
  }
}
