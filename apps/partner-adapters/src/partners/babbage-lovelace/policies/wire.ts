import { isCivilDate } from '@app/domain';
import { anyNumber, atMostOne, one } from '@app/partner-kit';
import { z } from 'zod';
import { paise } from '../lines/answer.js';
import { headWith, SUCCESSES } from '../message-status.js';

/** B's answers to an Add and to an inquiry (partners.md B.3). */

/** Whether this policy is sold, is being made, or neither. */
const STATES = {
  QuotedNotBound: 'NOT_ISSUED',
  QuotedAwaitingIssue: 'PENDING',
  QuotedBound: 'PENDING',
  Issued: 'ISSUED',
} as const;
type PolicyStatusCd = keyof typeof STATES;

export const stateOf = (code: PolicyStatusCd) => STATES[code];

/** `ResponsePending` comes with nothing else. */
export const policyHead = headWith([...SUCCESSES, 'ResponsePending', 'Rejected', 'Error'] as const);

const date = z.string().refine(isCivilDate);
const policyNumber = z.string().min(1).max(100);

const term = z
  .object({ EffectiveDt: one(date), ExpirationDt: one(date) })
  .transform(({ EffectiveDt: from, ExpirationDt: to }) => ({ from, to }));

const policy = z.object({
  PolicyNumber: atMostOne(policyNumber),
  PolicyStatusCd: one(z.enum(Object.keys(STATES) as [PolicyStatusCd, ...PolicyStatusCd[]])),
  // The policy is there, whatever else of the answer is of no use.
  ContractTerm: atMostOne(term).catch(undefined),
});

const attachment = z.object({ MIMEContentTypeCd: one(z.string()), 'com.bl_Base64Content': one(z.string()) });

/** How a policy stands. */
export const policyState = z.object({
  PersPolicy: one(policy),
  FileAttachmentInfo: anyNumber(attachment).catch([]),
});

/** The number that comes with BL-905. */
export const namedPolicy = z
  .object({ PersPolicy: one(z.object({ PolicyNumber: one(policyNumber) })) })
  .transform(({ PersPolicy }) => PersPolicy.PolicyNumber);

const newTotal = { 'com.bl_NewTotalAmt': atMostOne(paise) };

/** The amount that comes with BL-907: B.4 does not say in which of these elements. */
export const changedTotal = z
  .object({
    ...newTotal,
    MsgStatus: one(z.object({ ...newTotal, ExtendedStatus: anyNumber(z.object(newTotal)) })),
  })
  .transform(({ MsgStatus, ...answer }) =>
    [answer, MsgStatus, ...MsgStatus.ExtendedStatus]
      .map(({ 'com.bl_NewTotalAmt': total }) => total)
      .find((total) => total !== undefined && total > 0),
  );

/** A policy as it stands, or that there is none. */
export type BabbagePolicy =
  | {
      readonly state: 'ISSUED';
      readonly policyNumber: string;
      readonly period?: { readonly from: string; readonly to: string } | undefined;
      /** Base64. */
      readonly document?: string | undefined;
    }
  | { readonly state: 'PENDING' | 'NOT_ISSUED' };
