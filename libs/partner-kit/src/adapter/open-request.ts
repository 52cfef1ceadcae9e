import { type CanonicalRequest, canonicalRequest, joinPersonal, type QuoteRequestedData } from '@app/contracts';
import { ok, type Result, refused } from '@app/domain';
import type { Sealer } from '@app/platform';
import { z } from 'zod';

const personalFields = z.record(z.string(), z.unknown());

/** The sealed fields; undefined for a text that our keys do not open or that holds something else. */
async function openSealed(sealed: string, sealer: Sealer) {
  try {
    return personalFields.parse(await sealer.open(sealed));
  } catch {
    return undefined;
  }
}

/** The whole canonical request, checked again with its personal fields in place; else why not, for operators. */
export async function openRequest(
  { request, sealed }: QuoteRequestedData,
  sealer: Sealer,
): Promise<Result<CanonicalRequest, string>> {
  const personal = await openSealed(sealed, sealer);
  if (personal === undefined) return refused('the sealed fields cannot be opened with the keys of this adapter');
  const whole = canonicalRequest.safeParse(joinPersonal(request, personal));
  if (whole.success) return ok(whole.data);
  const places = whole.error.issues.map(({ path }) => path.join('.'));
  return refused(`the request with its sealed fields is wrong at ${places.join(', ')}`);
}
