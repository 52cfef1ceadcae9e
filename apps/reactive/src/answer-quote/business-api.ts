import type { CallSigner } from '@app/platform';
import { Pool } from 'undici';

export interface BusinessApiParts {
  /** Base URL of the business service's internal port. */
  readonly url: string;
  readonly signer: CallSigner;
  /** Kept at most, and so many posts are under way at once; others wait for one of them. */
  readonly connections: number;
  readonly maxAnswerBytes: number;
}

export interface BusinessAnswer {
  readonly status: number;
  readonly text: string;
}

const CONNECT_WITHIN_MS = 2_000;

/** The internal API of the business service: signed posts of JSON over kept connections. */
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

  /** Rejects when no whole answer came within `withinMs`, the wait for a connection included. */
  async post(path: string, body: string, withinMs: number): Promise<BusinessAnswer> {
    const response = await this.pool.request({
      method: 'POST',
      path: `${this.basePath}${path}`,
      headers: { 'content-type': 'application/json', ...this.signer.sign(body) },
      body,
      signal: AbortSignal.timeout(withinMs),
    });
    return { status: response.statusCode, text: await response.body.text() };
  }

  /** Ends what is still running. */
  close(): Promise<void> {
    return this.pool.destroy();
  }
}
