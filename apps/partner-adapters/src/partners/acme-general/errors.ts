import type { CanonicalError } from '@app/domain';
import { codeWord, type PartnerResponse, partnerRefusal, readJson } from '@app/partner-kit';
import { acmeGeneral } from '@app/partner-registry';
import { z } from 'zod';

/** Problem document of partners.md A.4. Its texts are never read. */
const problem = z.object({
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string() })).optional(),
});

/** A refused call, and the field codes of A's that it names. */
export interface AcmeRefusal {
  readonly error: CanonicalError;
  readonly fieldCodes: readonly string[];
}

/** A call that ended without A having said anything about its fields. */
export const unread = (error: CanonicalError): AcmeRefusal => ({ error, fieldCodes: [] });

/** What A's refusal says: its code, and for `VALIDATION_FAILED` every field at once. */
export function readRefusal(response: PartnerResponse): AcmeRefusal {
  const body = readJson(response, problem);
  if (!body.ok) return unread(partnerRefusal(response, acmeGeneral.errorCodes));
  const { code, errors = [] } = body.value;
  const details = errors.map((field) => `${codeWord(field.pointer) ?? '?'} ${codeWord(field.code) ?? '?'}`);
  return {
    error: partnerRefusal(response, acmeGeneral.errorCodes, { code, details }),
    fieldCodes: errors.map((field) => field.code),
  };
}

/** The requested value alone is what A does not take: without it the same question has an answer (errata 16). */
export const isOnlyInsuredValue = ({ fieldCodes }: AcmeRefusal): boolean =>
  fieldCodes.length > 0 && fieldCodes.every((code) => code === 'IDV_OUT_OF_RANGE');
