import type { CanonicalError } from '@app/domain';
import { codeWord, type PartnerResponse, partnerRefusal } from '@app/partner-kit';
import { dakBungalow } from '@app/partner-registry';
import type { DakDocument } from './document.js';

/** A refused call, and the detail code (`E21`) that D gave for an input error. */
export interface DakRefusal {
  readonly error: CanonicalError;
  readonly detail?: string | undefined;
}

/** After `TOO MANY SESSIONS` D wants a second without us (partners.md D.5). */
const TOO_MANY_SESSIONS = '98';
const SESSION_ENDS_WITHIN_MS = 1_000;

/** What a return code says that is neither a price nor a decline. Its text is never read, a detail's neither. */
export function readRefusal(response: PartnerResponse, { rc, details: [first] }: DakDocument): DakRefusal {
  const [detail, field] = first ?? [];
  const details = [codeWord(detail), codeWord(field)].filter((word) => word !== undefined);
  const error = partnerRefusal(response, dakBungalow.errorCodes, { code: rc, details });
  if (rc !== TOO_MANY_SESSIONS) return { error, detail };
  return { error: { ...error, retryAfterMs: Math.max(SESSION_ENDS_WITHIN_MS, error.retryAfterMs ?? 0) } };
}
