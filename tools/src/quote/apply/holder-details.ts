import { ok, type Result, refused } from '@app/domain';
import { domainOf, type ProductLineId } from '@app/product-lines';
import { exampleFile } from '../examples.js';
import { type Draft, readDraft } from '../json-file.js';

/** What an application says besides its offer and its payment: who is insured, and on what. */
export type HolderDetails = (line: ProductLineId, now: Date) => Draft;

/** What the command fills in, from the offer that it applies for. */
const FILLED_IN = ['offerId', 'acceptedTotalMinor', 'payment'] as const;

/** The sample person, who says now that the facts are true; a vehicle only where one is insured. */
const sampleDetails =
  ({ proposer, asset, declarations }: Draft): HolderDetails =>
  (line, now) => ({
    proposer,
    ...(domainOf(line) === 'motor' ? { asset } : {}),
    declarations: (Array.isArray(declarations) ? declarations : []).map((declaration) => ({
      ...declaration,
      acceptedAt: now.toISOString(),
    })),
  });

/** The details in a file of one's own, sent as they are; of the sample person without one. */
export function chooseHolder(file: string | undefined): Result<HolderDetails, string[]> {
  const read = readDraft(file ?? exampleFile('application'), `--application ${file ?? '(its sample)'}`);
  if (!read.ok) return read;
  if (file === undefined) return ok(sampleDetails(read.value));
  const taken = FILLED_IN.filter((field) => Object.hasOwn(read.value, field));
  return taken.length === 0
    ? ok(() => read.value)
    : refused([`--application: leave out ${taken.join(', ')}: the offer that is chosen says what they are`]);
}
