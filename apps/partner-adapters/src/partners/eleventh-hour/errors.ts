import type { CanonicalError } from '@app/domain';
import { codeWord, type PartnerResponse, partnerRefusal, readJson } from '@app/partner-kit';
import { eleventhHour } from '@app/partner-registry';
import { z } from 'zod';

/** Refusal of partners.md E.1. Its texts are never read. */
const refusal = z.object({
  errors: z.array(z.object({ code: z.string(), target: z.string().nullish() })).min(1),
});

/** `health.persons[0].birthDate` → `health.persons.0.birthDate`, which has the form of a path. */
const placeOf = (target: string | null | undefined): string => codeWord(target?.replaceAll(/\[(\d+)\]/g, '.$1')) ?? '?';

/** What E's refusal says: the code of its first error, and every field at once. */
export function readRefusal(response: PartnerResponse): CanonicalError {
  const body = readJson(response, refusal);
  if (!body.ok) return partnerRefusal(response, eleventhHour.errorCodes);
  const { errors } = body.value;
  const details = errors.filter(({ target }) => target).map(({ target, code }) => `${placeOf(target)} ${code}`);
  const known = details.filter((_detail, index) => Object.hasOwn(eleventhHour.errorCodes, errors[index]?.code ?? ''));
  return partnerRefusal(response, eleventhHour.errorCodes, { code: errors[0]?.code, details: known });
}
