import { z } from 'zod';
import { ACCEPTED, declinedAnswer, pricedWith, REFERRED } from '../answer.js';

/** Body of `POST /v1/quotes` for health insurance (partners.md A.2). Money in paise. */
export interface AcmeHealthRequest {
  readonly product: 'HEALTH';
  readonly partnerReference: string;
  readonly proposal: {
    readonly inceptionDate: string;
    readonly policyType: 'FLOATER' | 'INDIVIDUAL';
    readonly sumInsured: number;
    readonly tenureYears: number;
    readonly pincode: string;
    /** One to six. */
    readonly members: readonly AcmeMember[];
  };
  readonly customer: { readonly type: 'INDIVIDUAL'; readonly dateOfBirth: string; readonly pincode: string };
}

export interface AcmeMember {
  readonly memberNo: number;
  readonly relation: string;
  readonly dateOfBirth: string;
  readonly gender: AcmeGender;
  /** Free codes: A counts them. */
  readonly preExisting: readonly string[];
  readonly tobacco: boolean;
}

export type AcmeGender = 'M' | 'F' | 'O';

const LINE_CODES = [
  'BASE',
  'ZONE_DISCOUNT',
  'PED_LOADING',
  'TOBACCO_LOADING',
  'TENURE_EXTENSION',
  'LONG_TERM_DISCOUNT',
] as const;
export type AcmeLineCode = (typeof LINE_CODES)[number];

const priced = pricedWith(LINE_CODES);

const decision = z.discriminatedUnion('decision', [
  z.object({ ...priced, ...ACCEPTED }),
  z.object({ ...priced, ...REFERRED }),
  declinedAnswer,
]);

export type AcmeHealthAnswer = z.infer<typeof decision>;
export type AcmeHealthOffer = Exclude<AcmeHealthAnswer, { decision: 'DECLINED' }>;

/** What A may answer to this request: it echoes our reference. */
export const acmeAnswerTo = ({ partnerReference }: AcmeHealthRequest): z.ZodType<AcmeHealthAnswer> =>
  decision.refine((answer) => answer.partnerReference === partnerReference, { path: ['partnerReference'] });
