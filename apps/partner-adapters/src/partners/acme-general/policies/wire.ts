import { announcedDocument } from '@app/contracts';
import { istDateAt } from '@app/domain';
import { ID_IN_PATH } from '@app/partner-kit';
import { z } from 'zod';
import { policyId } from '../errors.js';

/** Body of `POST /v1/policies` (partners.md A.3). Money in paise, instants in UTC. */
export interface AcmePolicyRequest {
  readonly quoteId: string;
  readonly acceptedTotal: number;
  readonly payment: {
    readonly reference: string;
    readonly method: string;
    readonly amount: number;
    readonly paidAt: string;
  };
  readonly proposer: {
    readonly fullName: string;
    readonly email: string;
    readonly mobile: string;
    readonly address: {
      readonly line1: string;
      readonly city: string;
      readonly state: string;
      readonly pincode: string;
    };
    readonly nominee?: { readonly fullName: string; readonly relation: string };
    readonly panLast4?: string;
  };
  /** For motor only. */
  readonly vehicle?: { readonly engineNumber: string; readonly chassisNumber: string };
}

/** How a request is sent: under our key, and with a name for both sides' logs. */
export interface AcmePolicyHeaders {
  readonly idempotencyKey: string;
  readonly correlationId: string;
}

/** The one form of path that leads to a document; nothing else out of an answer is ever asked for. */
export const documentPath = z
  .string()
  .max(200)
  .regex(new RegExp(`^/v1/policies/${ID_IN_PATH}/documents/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,79}$`));

const document = announcedDocument.pick({ type: true }).extend({ href: documentPath });

/** The calendar day in India of an instant that is written with its zone. */
const day = z.iso.datetime({ offset: true }).transform((instant) => istDateAt(new Date(instant)));

const issued = z.object({
  status: z.literal('ISSUED'),
  policyNumber: z.string().min(1).max(100),
  // The policy is there, whatever else of the answer is of no use.
  period: z.object({ from: day, to: day }).optional().catch(undefined),
  documents: z
    .array(z.unknown())
    .catch([])
    .transform((found) => found.flatMap((given) => document.safeParse(given).data ?? [])),
});

const pending = z.object({ policyId, status: z.literal('PENDING') });

/** A policy as it stands, of `POST /v1/policies` and of `GET /v1/policies/{policyId}`. */
export const acmePolicy = z.discriminatedUnion('status', [issued, pending]);

export type AcmePolicy = z.infer<typeof acmePolicy>;
