import { ok, type Result, refused } from '@app/domain';
import type { Fault } from '@app/product-lines';
import { z } from 'zod';
import { declarations, insuredAsset, payment, policyHolder } from '../policy-application.js';
import { faultsOf } from './faults.js';

const totalMinor = z.int().min(1).max(1_000_000_000_000_000);

/** Body of `POST /v1/applications`: the consent to issue, and all that an insurer needs for it. */
export const applicationBody = z.strictObject({
  offerId: z.string().min(1).max(100).meta({ description: 'Of an offer that may be bound' }),
  acceptedTotalMinor: totalMinor.meta({ description: 'The `premium.totalMinor` of the offer' }),
  proposer: policyHolder,
  asset: insuredAsset.nullish().meta({ description: 'For motor lines only, and required there' }),
  payment: payment.meta({
    description: 'The whole total, or the first instalment where the premium has instalments with a count over 1',
  }),
  declarations: declarations.nullish(),
});

/** Body of `POST /v1/applications/{id}/acceptances`. */
export const acceptanceBody = z.strictObject({
  acceptedTotalMinor: totalMinor.meta({ description: 'The `priceChange.newTotalMinor`' }),
  payment: payment.meta({ description: 'The whole new amount, under a new reference' }),
});

export type ApplicationBody = z.infer<typeof applicationBody>;
export type AcceptanceBody = z.infer<typeof acceptanceBody>;

/** A checked body, or every fault of it at once. */
function check<Body>(schema: z.ZodType<Body>, body: unknown): Result<Body, Fault[]> {
  const parsed = schema.safeParse(body);
  return parsed.success ? ok(parsed.data) : refused(faultsOf(parsed.error, body));
}

export const checkApplication = (body: unknown): Result<ApplicationBody, Fault[]> => check(applicationBody, body);
export const checkAcceptance = (body: unknown): Result<AcceptanceBody, Fault[]> => check(acceptanceBody, body);
