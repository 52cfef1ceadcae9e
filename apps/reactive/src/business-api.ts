import type { CallSigner } from '@app/platform';
import { type Dispatcher, Pool } from 'undici';

export interface BusinessApiParts {
  /** Base URL of the business service's internal port. */
  readonly url: string;
  readonly signer: CallSigner;
  /** Kept at most, and so many calls are under way at once; others wait for one of them. */
  readonly connections: number;
  readonly maxAnswerBytes: number;
}

export interface BusinessAnswer {
  readonly status: number;
  readonly text: string;
}

interface BusinessCall {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly contentType: string;
  readonly body: string | Buffer;
  readonly withinMs: number;
}

const CONNECT_WITHIN_MS = 2_000;

/** The internal API of the business service: signed calls over kept connections. */
export class BusinessApi {
  private readonly pool: Pool;
  private readonly basePath: string;
  private readonly signer: CallSigner;

  constructor({ url, signer, connections, maxAnswerBytes }: BusinessApiParts) {
    const { origin, pathname } = new URL(url);
    this.basePath = pathname.replace(/\/$/, '');
    this.signer = signer;
    this.pool = new Pool(origin, {
      connections,
      connect: { timeout: CONNECT_WITHIN_MS },
      maxResponseSize: maxAnswerBytes,
      allowH2: false,
    });
  }

  /** Posts JSON. Rejects when no whole answer came within `withinMs`, the wait for a connection included. */
  post(path: string, body: string, withinMs: number): Promise<BusinessAnswer> {
    return this.call({ method: 'POST', path, contentType: 'application/json', body, withinMs });
  }

  /** Puts bytes, likewise. */
  put(path: string, content: Pick<BusinessCall, 'contentType' | 'body'>, withinMs: number): Promise<BusinessAnswer> {
    return this.call({ method: 'PUT', path, ...content, withinMs });
  }

  /** Ends what is still running. */
  close(): Promise<void> {
    return this.pool.destroy();
  }

  private async call({ method, path, contentType, body, withinMs }: BusinessCall): Promise<BusinessAnswer> {
    const request: Dispatcher.RequestOptions = {
      method,
      path: `${this.basePath}${path}`,
      headers: { 'content-type': contentType, ...this.signer.sign(body) },
      body,
      signal: AbortSignal.timeout(withinMs),
    };
    const response = await this.pool.request(request);
    return { status: response.statusCode, text: await response.body.text() };
  }
}
