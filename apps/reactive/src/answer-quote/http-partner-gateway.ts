import {
  ADAPTER_QUOTE_PATH,
  DEADLINE_HEADER,
  type PartnerReply,
  partnerReply,
  type QuoteRequestedData,
  TIMEOUT_HEADER,
  WAITING_ALLOWANCE_MS,
} from '@app/contracts';
import type { CallSigner } from '@app/platform';
import type { Clock, PartnerGateway, QuoteCallOptions } from '@app/ports';
import { type Dispatcher, Pool } from 'undici';
import { failedReply } from './failed-reply.js';
import { statusFailure, timedOut, transportFailure } from './transport-failure.js';

export interface HttpPartnerGatewayParts {
  /** Base URLs of the partners' integration services, by partner. */
  readonly adapterUrls: ReadonlyMap<string, string>;
  readonly signer: CallSigner;
  readonly clock: Clock;
}

interface Adapter {
  readonly pool: Pool;
  readonly path: string;
}

const MAX_CONNECTIONS = 128;
const CONNECT_WITHIN_MS = 2_000;
const MAX_REPLY_BYTES = 1_048_576;

function connectTo(url: string): Adapter {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, {
    connections: MAX_CONNECTIONS,
    connect: { timeout: CONNECT_WITHIN_MS },
    maxResponseSize: MAX_REPLY_BYTES,
    allowH2: false,
    // The signal of each call is the one time limit.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return { pool, path: `${pathname.replace(/\/$/, '')}${ADAPTER_QUOTE_PATH}` };
}

/** The partners' integration services over HTTP: signed calls on kept connections, bounded in number, time and size. */
export class HttpPartnerGateway implements PartnerGateway {
  private readonly adapters: ReadonlyMap<string, Adapter>;
  /** A request is written as JSON once, however often it is sent. */
  private readonly bodies = new WeakMap<QuoteRequestedData, string>();

  constructor(private readonly parts: HttpPartnerGatewayParts) {
    this.adapters = new Map([...parts.adapterUrls].map(([partner, url]) => [partner, connectTo(url)]));
  }

  async quote(call: QuoteRequestedData, options: QuoteCallOptions): Promise<PartnerReply> {
    const adapter = this.adapters.get(call.partner);
    if (adapter === undefined) throw new Error(`There is no address for partner ${call.partner}`);
    const [over, settled] = [new AbortController(), new AbortController()];
    void this.parts.clock.sleep(this.longestMs(options), settled.signal).then(() => over.abort('time is over'));
    const signal = options.signal === undefined ? over.signal : AbortSignal.any([over.signal, options.signal]);
    try {
      const response = await adapter.pool.request(this.requestOf(adapter, call, options, signal));
      return await readReply(response);
    } catch (error) {
      return signal.aborted ? timedOut() : transportFailure(error);
    } finally {
      settled.abort('settled');
    }
  }

  /** The integration service keeps the partner's timeout, which stands still while a call waits for its turn there. */
  private longestMs({ deadline, timeoutMs }: QuoteCallOptions): number {
    const leftMs = deadline.getTime() - this.parts.clock.now().getTime();
    return Math.max(0, Math.min(leftMs, timeoutMs + WAITING_ALLOWANCE_MS));
  }

  /** Ends what is still running. */
  async close(): Promise<void> {
    await Promise.all([...this.adapters.values()].map(({ pool }) => pool.destroy()));
  }

  private requestOf(
    { path }: Adapter,
    call: QuoteRequestedData,
    { deadline, timeoutMs, traceparent }: QuoteCallOptions,
    signal: AbortSignal,
  ): Dispatcher.RequestOptions {
    const body = this.bodyOf(call);
    const headers = {
      'content-type': 'application/json',
      traceparent,
      [DEADLINE_HEADER]: deadline.toISOString(),
      [TIMEOUT_HEADER]: String(Math.max(1, Math.ceil(timeoutMs))),
      ...this.parts.signer.sign(body),
    };
    return { method: 'POST', path, headers, body, signal };
  }

  private bodyOf(call: QuoteRequestedData): string {
    const known = this.bodies.get(call);
    if (known !== undefined) return known;
    const body = JSON.stringify(call);
    this.bodies.set(call, body);
    return body;
  }
}

async function readReply({ statusCode, body }: Dispatcher.ResponseData): Promise<PartnerReply> {
  const text = await body.text();
  if (statusCode !== 200) return statusFailure(statusCode);
  const reply = partnerReply.safeParse(parse(text));
  return reply.success ? reply.data : failedReply('PROTOCOL', 'the integration service sent no partner reply');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
