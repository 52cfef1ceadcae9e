import type { CanonicalError } from '@app/domain';
import {
  codeWord,
  hundredths,
  type PartnerResponse,
  parseExactNumbers,
  partnerRefusal,
  readJson,
} from '@app/partner-kit';
import { cogwheelDirect } from '@app/partner-registry';
import { z } from 'zod';

const unixSeconds = hundredths.transform((value) => value / 100).pipe(z.int().min(0).max(100_000_000_000));

/** A member that tells more than the code; the code counts all the same when it is unusable. */
const more = <Value>(schema: z.ZodType<Value>) => schema.optional().catch(undefined);

const error = z.object({
  code: z.string(),
  field: z.string().nullish(),
  server_time: more(unixSeconds),
  new_premium: more(hundredths.pipe(z.int().min(1))),
  policy_no: more(z.string().regex(/^[A-Za-z0-9_/.-]{1,40}$/)),
});

/** Refusal of partners.md C.4. Its text is never read; C's own clock stands in it or beside it. */
const refusal = z.object({ error, server_time: more(unixSeconds) });

/** A refused call, and what C told of it: its own time (unix seconds), a new premium in paise, a policy's number. */
export interface CogwheelRefusal {
  readonly error: CanonicalError;
  readonly code?: string;
  readonly serverTime?: number | undefined;
  readonly newPremiumMinor?: number | undefined;
  readonly policyNo?: string | undefined;
}

/** What C's refusal says: its code, the one field that it names, and the members that come with some codes. */
export function readRefusal(response: PartnerResponse): CogwheelRefusal {
  const body = readJson(response, refusal, parseExactNumbers);
  if (!body.ok) return { error: partnerRefusal(response, cogwheelDirect.errorCodes) };
  const { code, field, server_time: inside, new_premium: newPremiumMinor, policy_no: policyNo } = body.value.error;
  const place = codeWord(field ?? undefined);
  const details = place === undefined ? [] : [place];
  const error = partnerRefusal(response, cogwheelDirect.errorCodes, { code, details });
  return { error, code, serverTime: inside ?? body.value.server_time, newPremiumMinor, policyNo };
}
