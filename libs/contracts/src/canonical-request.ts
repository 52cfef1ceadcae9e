import { PRODUCT_LINES } from '@app/product-lines';
import { z } from 'zod';
import { proposerFields } from './proposer.js';

export const CHANNELS = ['WEB', 'APP', 'AGENT', 'API'] as const;
export const PURPOSES = ['NEW_QUOTE', 'REQUOTE', 'RENEWAL'] as const;
const CONSENT_PURPOSES = ['QUOTE', 'SHARE_WITH_PARTNERS', 'ISSUE', 'CONTACT'] as const;

export const instant = z.iso.datetime();

export const consentFields = {
  consentId: z.string().min(1).max(64).nullish(),
  noticeVersion: z.string().min(1).max(40),
  givenAt: instant,
  purposes: z.array(z.enum(CONSENT_PURPOSES)).max(10),
  contactAllowed: z.boolean(),
};

/**
 * What a customer asks, in the platform's own words (canonical-model.md §2): the one form that events and adapters
 * carry. Personal fields are absent while they travel sealed. Fields of a later minor version are ignored.
 */
export const canonicalRequest = z.object({
  schemaVersion: z.string().regex(/^1\.\d+$/),
  requestId: z.uuid(),
  productLine: z.literal('motor-four-wheeler'),
  country: z.literal('IN'),
  currency: z.literal('INR'),
  locale: z.string(),
  channel: z.enum(CHANNELS),
  purpose: z.enum(PURPOSES),
  createdAt: instant,
  answerDeadline: instant,
  acceptLateUntil: instant,
  partners: z.array(z.string()).nullable(),
  riskFingerprint: z.string(),
  consent: z.object(consentFields),
  proposer: z.object(proposerFields),
  risk: PRODUCT_LINES['motor-four-wheeler'].canonical,
});

export type CanonicalRequest = z.infer<typeof canonicalRequest>;
export type Proposer = CanonicalRequest['proposer'];

export const SCHEMA_VERSION = '1.0';
