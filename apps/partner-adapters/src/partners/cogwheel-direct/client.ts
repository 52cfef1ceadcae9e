import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import { isSuccess, type PartnerHttp, type PartnerResponse, parseExactNumbers, readJson } from '@app/partner-kit';
import type { z } from 'zod';
import { type CogwheelRefusal, readRefusal } from './errors.js';
import { type SigningKey, signatureHeaders } from './signature.js';

export interface CogwheelDirectClientParts {
  readonly http: PartnerHttp;
  readonly key: SigningKey;
  readonly now: () => Date;
  /** 16 to 64 letters, digits, `_` or `-`; a new one at every call. */
  readonly newNonce: () => string;
}

const CLOCK_IS_OFF = 'C-AUTH-002';
const NONCE_WAS_USED = 'C-AUTH-003';

const unixSeconds = (at: Date): number => Math.floor(at.getTime() / 1_000);

/** C's API (partners.md C). Signs, sends and checks; what things mean is the lines' business. */
export class CogwheelDirectClient {
  /** How far C's clock is ahead of ours. */
  private offsetSeconds = 0;

  constructor(private readonly parts: CogwheelDirectClientParts) {}

  /** A signed `POST`: an answer that keeps to its schema, with exact numbers, or the refusal. */
  async post<Answer>(
    path: string,
    question: object,
    schema: z.ZodType<Answer>,
    signal: AbortSignal,
  ): Promise<Result<Answer, CanonicalError>> {
    const response = await this.exchange(path, JSON.stringify(question), signal);
    return response.ok ? readJson(response.value, schema, parseExactNumbers) : response;
  }

  /** Repeats a call once after C has told its time, and once when a nonce was used before. */
  private async exchange(
    path: string,
    body: string,
    signal: AbortSignal,
  ): Promise<Result<PartnerResponse, CanonicalError>> {
    const mended = new Set<string>();
    for (;;) {
      const response = await this.sendSigned(path, body, signal);
      if (!response.ok) return response;
      if (isSuccess(response.value)) return ok(response.value);
      const refusal = readRefusal(response.value);
      const { code = '' } = refusal;
      if (mended.has(code) || !this.mend(refusal)) return refused(refusal.error);
      mended.add(code);
    }
  }

  /** Whether the next call may fare better. */
  private mend({ code, serverTime }: CogwheelRefusal): boolean {
    if (code === NONCE_WAS_USED) return true;
    if (code !== CLOCK_IS_OFF || serverTime === undefined) return false;
    this.offsetSeconds = serverTime - unixSeconds(this.parts.now());
    return true;
  }

  /** Every call has a timestamp, a nonce and a signature of its own, a repeated one too. */
  private sendSigned(path: string, body: string, signal: AbortSignal) {
    const { http, key, now, newNonce } = this.parts;
    const timestamp = unixSeconds(now()) + this.offsetSeconds;
    const content = { method: 'POST', target: http.rawPath(path), timestamp, nonce: newNonce(), body } as const;
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...signatureHeaders(content, key),
    };
    return http.send({ method: 'POST', path, headers, body }, signal);
  }
}
