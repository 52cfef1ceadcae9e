import { DEADLINE_HEADER, TIMEOUT_HEADER, WAITING_ALLOWANCE_MS } from '@app/contracts';
import type { CallSigner } from '@app/platform';
import type { Clock, PartnerCallOptions } from '@app/ports';
import { type Dispatcher, Pool } from 'undici';

export interface AdapterConnectionParts {
  /** Base URL of one partner's integration service. */
  readonly url: string;
  readonly signer: CallSigner;
  readonly clock: Clock;
  /** Kept at most; further calls wait for one of them. */
  readonly connections: number;
  readonly maxReplyBytes: number;
}

export interface AdapterCall {
  /** `/v1/quotes` */
  readonly path: string;
  /** JSON. */
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How the exchange ended: what `read` made of the answer, or what kept it from coming. */
export type Exchange<Reply> = { readonly reply: Reply } | { readonly brokenBy: unknown; readonly isOver: boolean };

const CONNECT_WITHIN_MS = 2_000;

/** Signed posts to one integration service on kept connections, bounded in number, time and size. */
export class AdapterConnection {
  private readonly pool: Pool;
  private readonly basePath: string;

  constructor(private readonly parts: AdapterConnectionParts) {
    const { origin, pathname } = new URL(parts.url);
    this.basePath = pathname.replace(/\/$/, '');
    this.pool = new Pool(origin, {
      connections: parts.connections,
      connect: { timeout: CONNECT_WITHIN_MS },
      maxResponseSize: parts.maxReplyBytes,
      allowH2: false,
      // The signal of each call is the one time limit.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /** Never rejects for what the other side does. `read` must read the whole body. */
  async post<Reply>(
    call: AdapterCall,
    options: PartnerCallOptions,
    read: (response: Dispatcher.ResponseData) => Promise<Reply>,
  ): Promise<Exchange<Reply>> {
    const [over, settled] = [new AbortController(), new AbortController()];
    void this.parts.clock.sleep(this.longestMs(options), settled.signal).then(() => over.abort('time is over'));
    const signal = options.signal === undefined ? over.signal : AbortSignal.any([over.signal, options.signal]);
    try {
      return { reply: await read(await this.pool.request(this.requestOf(call, options, signal))) };
    } catch (brokenBy) {
      return { brokenBy, isOver: signal.aborted };
    } finally {
      settled.abort('settled');
    }
  }

  /** Ends what is still running. */
  close(): Promise<void> {
    return this.pool.destroy();
  }

  /** The integration service keeps the partner's timeout, which stands still while a call waits for its turn there. */
  private longestMs({ deadline, timeoutMs }: PartnerCallOptions): number {
    const leftMs = deadline.getTime() - this.parts.clock.now().getTime();
    return Math.max(0, Math.min(leftMs, timeoutMs + WAITING_ALLOWANCE_MS));
  }

  private requestOf(
    { path, body, headers = {} }: AdapterCall,
    { deadline, timeoutMs, traceparent }: PartnerCallOptions,
    signal: AbortSignal,
  ): Dispatcher.RequestOptions {
    const all = {
      ...headers,
      'content-type': 'application/json',
      traceparent,
      [DEADLINE_HEADER]: deadline.toISOString(),
      [TIMEOUT_HEADER]: String(Math.max(1, Math.ceil(timeoutMs))),
      ...this.parts.signer.sign(body),
    };
    return { method: 'POST', path: `${this.basePath}${path}`, headers: all, body, signal };
  }
}
