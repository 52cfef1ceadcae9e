import { MAX_DOCUMENT_BYTES } from '@app/contracts';
import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import {
  type DocumentBytes,
  isSuccess,
  type PartnerHttp,
  type PartnerResponse,
  parseExactNumbers,
  pdfBytes,
  readJson,
} from '@app/partner-kit';
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

type UnsignedCall = Omit<Parameters<PartnerHttp['send']>[0], 'headers'>;

const CLOCK_IS_OFF = 'C-AUTH-002';
const NONCE_WAS_USED = 'C-AUTH-003';

const unixSeconds = (at: Date): number => Math.floor(at.getTime() / 1_000);

/** C's API (partners.md C). Signs, sends and checks; what things mean is the lines' business. */
export class CogwheelDirectClient {
  /** How far C's clock is ahead of ours. */
  private offsetSeconds = 0;

  constructor(private readonly parts: CogwheelDirectClientParts) {}

  /** A signed `POST`: an answer that keeps to its schema, with exact numbers, or the refusal. */
  post<Answer>(
    path: string,
    question: object,
    schema: z.ZodType<Answer>,
    signal: AbortSignal,
  ): Promise<Result<Answer, CogwheelRefusal>> {
    return this.read({ method: 'POST', path, body: JSON.stringify(question) }, schema, signal);
  }

  /** A signed `GET`, as above. */
  get<Answer>(path: string, schema: z.ZodType<Answer>, signal: AbortSignal): Promise<Result<Answer, CogwheelRefusal>> {
    return this.read({ method: 'GET', path }, schema, signal);
  }

  /** The PDF at a path that has been checked, by a signed `GET`. */
  async document(path: string, signal: AbortSignal): Promise<Result<DocumentBytes, CanonicalError>> {
    const answer = await this.exchange({ method: 'GET', path, maxResponseBytes: MAX_DOCUMENT_BYTES }, signal);
    return answer.ok ? pdfBytes(answer.value.body, answer.value.status) : refused(answer.error.error);
  }

  private async read<Answer>(
    call: UnsignedCall,
    schema: z.ZodType<Answer>,
    signal: AbortSignal,
  ): Promise<Result<Answer, CogwheelRefusal>> {
    const response = await this.exchange(call, signal);
    if (!response.ok) return response;
    const answer = readJson(response.value, schema, parseExactNumbers);
    return answer.ok ? answer : refused({ error: answer.error });
  }

  /** Repeats a call once after C has told its time, and once when a nonce was used before. */
  private async exchange(call: UnsignedCall, signal: AbortSignal): Promise<Result<PartnerResponse, CogwheelRefusal>> {
    const mended = new Set<string>();
    for (;;) {
      const response = await this.sendSigned(call, signal);
      if (!response.ok) return refused({ error: response.error });
      if (isSuccess(response.value)) return ok(response.value);
      const refusal = readRefusal(response.value);
      const { code = '' } = refusal;
      if (mended.has(code) || !this.mend(refusal)) return refused(refusal);
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
  private sendSigned(call: UnsignedCall, signal: AbortSignal) {
    const { http, key, now, newNonce } = this.parts;
    const { method, path, body } = call;
    const timestamp = unixSeconds(now()) + this.offsetSeconds;
    const content = { method, target: http.rawPath(path), timestamp, nonce: newNonce(), body: body ?? '' };
    const headers = {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      accept: 'application/json',
      ...signatureHeaders(content, key),
    };
    return http.send({ ...call, headers }, signal);
  }
}
