import {
  type CanonicalRequest,
  canonicalRequest,
  joinPersonal,
  type PersonalFields,
  type QuoteRequestedData,
} from '@app/contracts';
import { ok, type Result, refused } from '@app/domain';
import type { Sealer } from '@app/platform';
import { z } from 'zod';

const personalFields = z.record(z.string(), z.unknown());

/** What was sealed; undefined for a text that our keys do not open or that holds something else. */
export async function openSealed<Value>(
  sealed: string,
  sealer: Sealer,
  schema: z.ZodType<Value>,
): Promise<Value | undefined> {
  try {
    return schema.parse(await sealer.open(sealed));
  } catch {
    return undefined;
  }
}

/** The request checked again with its personal fields in place. */
export function wholeRequest(request: CanonicalRequest, personal: PersonalFields): Result<CanonicalRequest, string> {
  const whole = canonicalRequest.safeParse(joinPersonal(request, personal));
  if (whole.success) return ok(whole.data);
  const places = whole.error.issues.map(({ path }) => path.join('.'));
  return refused(`the request with its sealed fields is wrong at ${places.join(', ')}`);
}

export const NOT_OPENED = 'the sealed fields cannot be opened with the keys of this adapter';

/** The whole canonical request, checked again with its personal fields in place; else why not, for operators. */
export async function openRequest(
  { request, sealed }: QuoteRequestedData,
  sealer: Sealer,
): Promise<Result<CanonicalRequest, string>> {
  const personal = await openSealed(sealed, sealer, personalFields);
  return personal === undefined ? refused(NOT_OPENED) : wholeRequest(request, personal);
}
