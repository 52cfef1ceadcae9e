import { z } from 'zod';
import { ACCEPTED, code, declinedAnswer, paise, pricedWith, REFERRED } from '../answer.js';

/** Body of `POST /v1/quotes` for a car or a two-wheeler (partners.md A.2). Money in paise. */
export interface AcmeMotorRequest {
  readonly product: AcmeMotorProduct;
  readonly partnerReference: string;
  readonly proposal: {
    readonly coverage: AcmeCoverage;
    readonly inceptionDate: string;
    readonly vehicle: {
      readonly modelCode: string;
      readonly fuel: string;
      /** `MH-12-AB-1234`; null for a new vehicle. */
      readonly registrationNumber: string | null;
      readonly rto: string;
      readonly firstRegistered: string;
      readonly isNew: boolean;
    };
    /** Both or neither with `expiringPolicy`. */
    readonly noClaim: { readonly previousPercent: number; readonly claimsInExpiringPolicy: number } | null;
    readonly expiringPolicy: { readonly expiryDate: string; readonly insurerCode: string } | null;
    readonly insuredValue: number | null;
    readonly voluntaryDeductible: number;
    readonly addOns: readonly string[];
    readonly ownerDriverPa: boolean;
  };
  readonly customer: { readonly type: 'INDIVIDUAL'; readonly dateOfBirth: string; readonly pincode: string };
}

export type AcmeMotorProduct = 'PRIVATE_CAR' | 'TWO_WHEELER';
export type AcmeCoverage = 'PACKAGE' | 'OWN_DAMAGE' | 'LIABILITY';

const LINE_CODES = [
  'OD_BASIC',
  'OD_BIFUEL',
  'OD_DISCOUNT',
  'VOLUNTARY_DEDUCTIBLE_DISCOUNT',
  'NCB_DISCOUNT',
  'ADDON_ZD',
  'ADDON_RSA',
  'ADDON_EP',
  'ADDON_RTI',
  'ADDON_CON',
  'TP_BASIC',
  'PA_OWNER_DRIVER',
] as const;
export type AcmeLineCode = (typeof LINE_CODES)[number];

const priced = {
  ...pricedWith(LINE_CODES),
  insuredValue: z.object({ minimum: paise.min(1), maximum: paise.min(1), applied: paise.min(1) }).optional(),
  deductible: z.object({ compulsory: paise.min(0), voluntary: paise.min(0) }),
  unavailableAddOns: z.array(z.object({ code, reason: z.string() })),
};

const decision = z.discriminatedUnion('decision', [
  z.object({ ...priced, ...ACCEPTED }),
  z.object({ ...priced, ...REFERRED }),
  declinedAnswer,
]);

export type AcmeMotorAnswer = z.infer<typeof decision>;
export type AcmeMotorOffer = Exclude<AcmeMotorAnswer, { decision: 'DECLINED' }>;

/** What A may answer to this request: it echoes our reference, and all but liability cover has an insured value. */
export const acmeAnswerTo = ({ partnerReference, proposal }: AcmeMotorRequest): z.ZodType<AcmeMotorAnswer> =>
  decision.superRefine((answer, context) => {
    const wrong = (field: string) => context.addIssue({ code: 'custom', path: [field], message: 'not as asked' });
    if (answer.partnerReference !== partnerReference) wrong('partnerReference');
    if (answer.decision === 'DECLINED' || proposal.coverage === 'LIABILITY') return;
    if (answer.insuredValue === undefined) wrong('insuredValue');
  });
