import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import type { Clock } from '@app/ports';
import { type Dispatcher, Pool } from 'undici';
import { failure } from '../errors/canonical-failure.js';
import type { CallGate } from '../limits/call-gate.js';
import { isWorthAsking } from '../limits/call-time.js';
import { withoutCoding } from './content-coding.js';
import { readBody } from './limited-body.js';
import { isGatewayFailure, type PartnerResponse } from './partner-response.js';
import { bodyFailure, connectionFailure, timedOut } from './transport-failure.js';

export interface PartnerRequest {
  readonly method: 'GET' | 'POST';
  /**
   * Below the base URL, with its query: `/v1/quotes`. Never from a client; from an answer only a document's, when it has
   * that partner's one strict form, which leads nowhere else.
   */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as these bytes, UTF-8. */
  readonly body?: string;
  /** How many requests the partner counts this as: 1 by default, 0 for what its rate limit leaves out, a token say. */
  readonly countsAs?: number;
  /** For an answer that may be larger than others: `MAX_DOCUMENT_BYTES` for a document; else `PartnerHttpOptions.maxResponseBytes`. */
  readonly maxResponseBytes?: number;
}

/** Our own certificate for mutual TLS, all of it PEM. */
export interface ClientCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}

export interface PartnerHttpOptions {
  /** From configuration only. */
  readonly baseUrl: string;
  readonly clock: Clock;
  /** Where calls wait for their turn within the partner's limits; without one, nothing limits them. */
  readonly gate?: CallGate;
  readonly maxConnections?: number;
  /** Calls that may wait for a connection; one more fails at once. */
  readonly maxWaiting?: number;
  /** 1 MiB by default. */
  readonly maxResponseBytes?: number;
  readonly clientCertificate?: ClientCertificate | undefined;
  /** Who signs the partner's certificate, PEM, instead of the authorities that Node trusts. */
  readonly certificateAuthority?: string | undefined;
}

const CONNECT_WITHIN_MS = 5_000;
/** Below what servers and proxies commonly keep, so that a connection is seldom closed under a request. */
const KEEP_IDLE_MS = 4_000;

/** TLS 1.2 at least; what is not given stays as Node has it. */
const tlsOptions = ({ clientCertificate, certificateAuthority }: PartnerHttpOptions) => ({
  minVersion: 'TLSv1.2' as const,
  ...(clientCertificate && { cert: clientCertificate.certificate, key: clientCertificate.privateKey }),
  ...(certificateAuthority && { ca: certificateAuthority }),
});

/** The first value of each header. */
const flatten = (headers: Dispatcher.ResponseData['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name.toLowerCase(), first]];
    }),
  );

/**
 * Exchanges with one partner over kept connections. Connections, waiting calls and the size of an answer are bounded;
 * redirects are never followed; nothing is logged.
 */
export class PartnerHttp {
  private readonly pool: Pool;
  private readonly basePath: string;
  private readonly maxInFlight: number;
  private readonly maxResponseBytes: number;
  private inFlight = 0;

  constructor(private readonly options: PartnerHttpOptions) {
    const { baseUrl, maxConnections = 64, maxWaiting = 256, maxResponseBytes = 1_048_576 } = options;
    const { origin, pathname } = new URL(baseUrl);
    this.basePath = pathname.replace(/\/$/, '');
    this.maxInFlight = maxConnections + maxWaiting;
    this.maxResponseBytes = maxResponseBytes;
    this.pool = new Pool(origin, {
      connections: maxConnections,
      connect: { timeout: CONNECT_WITHIN_MS, ...tlsOptions(options) },
      keepAliveTimeout: KEEP_IDLE_MS,
      allowH2: false,
      // The signal of each call is the one time limit.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /** The path as it will stand in the request line. */
  rawPath(path: string): string {
    return `${this.basePath}${path}`;
  }

  /**
   * One exchange, to its end or to the signal's. Any status but 3xx is an answer; a failure is `UNAVAILABLE` when
   * nothing was sent, `TIMEOUT` when the outcome is unknown, `PROTOCOL` when what came back is unusable, and
   * `RATE_LIMITED` when its turn would come too late. A call whose time is over, or nearly, is not begun: `TIMEOUT`.
   */
  async send(request: PartnerRequest, signal: AbortSignal): Promise<Result<PartnerResponse, CanonicalError>> {
    if (this.inFlight >= this.maxInFlight)
      return refused(failure('UNAVAILABLE', 'too many calls are waiting for this partner', { retryable: true }));
    this.inFlight += 1;
    try {
      return await this.inTurn(request, signal);
    } finally {
      this.inFlight -= 1;
    }
  }

  /** Ends what is still running. */
  close(): Promise<void> {
    return this.pool.destroy();
  }

  private async inTurn(request: PartnerRequest, signal: AbortSignal) {
    if (!isWorthAsking(signal)) return refused(timedOut());
    const lease = await this.options.gate?.admit(request.countsAs ?? 1, signal);
    if (lease !== undefined && !lease.ok) return lease;
    try {
      return isWorthAsking(signal) ? await this.exchange(request, signal) : refused(timedOut());
    } finally {
      lease?.value.release();
    }
  }

  private async exchange(
    { method, path, headers = {}, body, maxResponseBytes = this.maxResponseBytes }: PartnerRequest,
    signal: AbortSignal,
  ): Promise<Result<PartnerResponse, CanonicalError>> {
    let response: Dispatcher.ResponseData;
    try {
      const sent = { method, path: this.rawPath(path), headers, body: body ?? null, signal };
      response = await this.pool.request(sent);
    } catch (error) {
      return refused(signal.aborted ? timedOut() : connectionFailure(error));
    }
    return this.receive(response, maxResponseBytes, signal);
  }

  private async receive(
    { statusCode: status, headers: received, body }: Dispatcher.ResponseData,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<Result<PartnerResponse, CanonicalError>> {
    const headers = flatten(received);
    const bytes = await readBody(body, maxBytes)
      .then((coded) => withoutCoding(coded, headers['content-encoding'], maxBytes))
      .then(ok, (error: unknown) => refused(signal.aborted ? timedOut() : bodyFailure(error, status)));
    if (!bytes.ok && !isGatewayFailure(status)) return bytes;
    if (status >= 300 && status < 400)
      return refused(failure('PROTOCOL', `redirected (${status}), which is never followed`, { httpStatus: status }));
    const whole = bytes.ok ? bytes.value : Buffer.alloc(0);
    return ok({ status, headers, body: whole, receivedAt: this.options.clock.now() });
  }
}
