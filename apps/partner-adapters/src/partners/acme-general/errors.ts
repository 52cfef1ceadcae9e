import type { CanonicalError } from '@app/domain';
import { codeWord, type PartnerResponse, partnerRefusal, readJson } from '@app/partner-kit';
import { acmeGeneral } from '@app/partner-registry';
import { z } from 'zod';

/** Any of A's identifiers (partners.md 0.4) that is one segment of a path once it is encoded. */
export const policyId = z.string().regex(/^(?!\.)(?!.*\.\.)[A-Za-z0-9_/.-]{1,40}$/);

/** Problem document of partners.md A.4. Its texts are never read. */
const problem = z.object({
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string() })).optional(),
  // What these say is of use only when it is sound; the code counts anyway.
  newTotal: z.int().min(1).optional().catch(undefined),
  policyId: policyId.optional().catch(undefined),
});

/** A refused call, and what A says of it. */
export interface AcmeRefusal {
  readonly error: CanonicalError;
  /** The codes of the fields that it names. */
  readonly fieldCodes: readonly string[];
  /** With PRICE_CHANGED, in paise. */
  readonly newTotalMinor?: number | undefined;
  /** With QUOTE_ALREADY_USED. */
  readonly policyId?: string | undefined;
}

/** A call that ended without A having said anything about its fields. */
export const unread = (error: CanonicalError): AcmeRefusal => ({ error, fieldCodes: [] });

/** What A's refusal says: its code, and for `VALIDATION_FAILED` every field at once. */
export function readRefusal(response: PartnerResponse): AcmeRefusal {
  const body = readJson(response, problem);
  if (!body.ok) return unread(partnerRefusal(response, acmeGeneral.errorCodes));
  const { code, errors = [], newTotal: newTotalMinor, policyId } = body.value;
  const details = errors.map((field) => `${codeWord(field.pointer) ?? '?'} ${codeWord(field.code) ?? '?'}`);
  return {
    error: partnerRefusal(response, acmeGeneral.errorCodes, { code, details }),
    fieldCodes: errors.map((field) => field.code),
    newTotalMinor,
    policyId,
  };
}

/** The requested value alone is what A does not take: without it the same question has an answer (errata 16). */
export const isOnlyInsuredValue = ({ fieldCodes }: AcmeRefusal): boolean =>
  fieldCodes.length > 0 && fieldCodes.every((code) => code === 'IDV_OUT_OF_RANGE');
