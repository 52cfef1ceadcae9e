import type { PartnerCall } from '../../wire/partner-call.js';
import type { Reply } from '../../wire/reply.js';
import type { Answer } from '../partner.js';
import type { Refusals } from './errors.js';

/** The published sandbox key (partners.md E.1). */
const API_KEYS: ReadonlySet<string> = new Set(['ehk_sandbox_4c1f']);

const API_KEY = /^ApiKey +(\S+)$/i;

/** A call whose sender is known. */
export interface KeyedCall extends PartnerCall {
  readonly apiKey: string;
}

export type KeyedAnswer = (call: KeyedCall) => Reply | Promise<Reply>;

/** What every call passes first. */
export const guard =
  (refusals: Refusals, answer: KeyedAnswer): Answer =>
  (call) => {
    const [, apiKey] = API_KEY.exec(call.header('authorization') ?? '') ?? [];
    if (apiKey === undefined || !API_KEYS.has(apiKey)) return refusals.refuse('EH-4010');
    return answer({ ...call, apiKey });
  };
