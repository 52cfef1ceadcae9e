import type { CanonicalError } from '@app/domain';
import { codeWord, type PartnerResponse, partnerRefusal } from '@app/partner-kit';
import { dakBungalow } from '@app/partner-registry';
import type { DakDocument } from './document.js';
import { amountFrom, numberText } from './printed.js';

/** A refused call, and what D told of it beside the return code. */
export interface DakRefusal {
  readonly error: CanonicalError;
  /** Why, of an input error: `E21`. */
  readonly detail?: string | undefined;
  /** Of a price that was revised, in paise. */
  readonly newTotalMinor?: number | undefined;
  /** Of a proposal that was issued under another payment reference; undefined while that policy is pending. */
  readonly policyNumber?: string | undefined;
}

/** After `TOO MANY SESSIONS` D wants a second without us (partners.md D.5). */
const TOO_MANY_SESSIONS = '98';
const SESSION_ENDS_WITHIN_MS = 1_000;

/** The last field of T, where the code comes with one (partners.md D.2). */
function newTotalOf({ trailer }: DakDocument): number | undefined {
  const total = amountFrom(trailer?.at(-1) ?? '') ?? 0;
  return total > 0 ? total : undefined;
}

/** Field 5 of H (partners.md D.4). */
const policyNumberOf = ({ header: [, , number = ''] }: DakDocument): string | undefined =>
  numberText.safeParse(number).data;

/** What a return code says that is no answer to what was asked. Its text is never read, a detail's neither. */
export function readRefusal(response: PartnerResponse, document: DakDocument): DakRefusal {
  const { rc, details: rows } = document;
  const [detail, field] = rows[0] ?? [];
  const details = [codeWord(detail), codeWord(field)].filter((word) => word !== undefined);
  const error = partnerRefusal(response, dakBungalow.errorCodes, { code: rc, details });
  if (rc === TOO_MANY_SESSIONS)
    return { error: { ...error, retryAfterMs: Math.max(SESSION_ENDS_WITHIN_MS, error.retryAfterMs ?? 0) } };
  return { error, detail, newTotalMinor: newTotalOf(document), policyNumber: policyNumberOf(document) };
}
