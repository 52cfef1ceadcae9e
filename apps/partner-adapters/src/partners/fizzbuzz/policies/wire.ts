import { z } from 'zod';

/** Params of `policy.issue` (partners.md F.3). Amounts in paise, the instant in epoch milliseconds. */
export interface FizzbuzzIssueParams {
  readonly dedupeKey: string;
  readonly offerId: string;
  readonly totalMinor: number;
  readonly payment: { readonly ref: string; readonly amountMinor: number; readonly atMs: number };
  readonly insured: {
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly address: string;
  };
  /** For a vehicle. */
  readonly asset?: { readonly engineNo: string; readonly chassisNo: string };
}

/** Params of `policy.get`. */
export interface FizzbuzzPolicyName {
  readonly offerId: string;
}

const date = z.iso.date();
const policyNo = z.string().min(1).max(100);

/** What `policy.issue` and `policy.get` tell of a policy. */
export const policyState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('PENDING') }),
  z.object({
    state: z.literal('ISSUED'),
    policyNo,
    // The policy is there, whatever else of the result is of no use.
    effective: z.object({ from: date, to: date }).optional().catch(undefined),
    documents: z.array(z.unknown()).catch([]),
  }),
]);
export type FizzbuzzPolicy = Extract<z.infer<typeof policyState>, { state: 'ISSUED' }>;

/** A document that we can name. Its bytes are read when somebody asks for them. */
export const announced = z.object({
  kind: z.literal('SCHEDULE'),
  mime: z.string().regex(/^application\/pdf\s*(;|$)/i),
});

/** The bytes of a document. */
export const encoded = z.object({ b64: z.base64() });
