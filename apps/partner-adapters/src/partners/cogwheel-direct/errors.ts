import type { CanonicalError } from '@app/domain';
import { codeWord, type PartnerResponse, partnerRefusal, readJson } from '@app/partner-kit';
import { cogwheelDirect } from '@app/partner-registry';
import { z } from 'zod';

const unixSeconds = z.int().min(0).max(100_000_000_000);

/** Refusal of partners.md C.4. Its text is never read; C's own clock stands in it or beside it. */
const refusal = z.object({
  error: z.object({ code: z.string(), field: z.string().nullish(), server_time: unixSeconds.optional() }),
  server_time: unixSeconds.optional(),
});

/** A refused call; `serverTime` (unix seconds) when C told its own time. */
export interface CogwheelRefusal {
  readonly error: CanonicalError;
  readonly code?: string;
  readonly serverTime?: number | undefined;
}

/** What C's refusal says: its code, and the one field that it names. */
export function readRefusal(response: PartnerResponse): CogwheelRefusal {
  const body = readJson(response, refusal);
  if (!body.ok) return { error: partnerRefusal(response, cogwheelDirect.errorCodes) };
  const { code, field, server_time: inside } = body.value.error;
  const place = codeWord(field ?? undefined);
  const details = place === undefined ? [] : [place];
  const error = partnerRefusal(response, cogwheelDirect.errorCodes, { code, details });
  return { error, code, serverTime: inside ?? body.value.server_time };
}
