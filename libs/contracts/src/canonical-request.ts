import { PRODUCT_LINES, type ProductLineId } from '@app/product-lines';
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

const envelope = {
  schemaVersion: z.string().regex(/^1\.\d+$/),
  requestId: z.uuid(),
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
};

/** Typed by what is handed in: looked up by a generic id, every line's risk would be of every kind. */
const requestOf = <Id extends ProductLineId, Risk>(line: { readonly id: Id; readonly canonical: z.ZodType<Risk> }) =>
  z.object({ ...envelope, productLine: z.literal(line.id), risk: line.canonical });

/**
 * What a customer asks, in the platform's own words (canonical-model.md §2): the one form that events and adapters
 * carry. Personal fields are absent while they travel sealed. Fields of a later minor version are ignored.
 */
export const canonicalRequest = z.discriminatedUnion('productLine', [
  requestOf(PRODUCT_LINES['motor-four-wheeler']),
  requestOf(PRODUCT_LINES['motor-two-wheeler']),
  requestOf(PRODUCT_LINES.health),
  requestOf(PRODUCT_LINES.travel),
  requestOf(PRODUCT_LINES['term-life']),
]);

export type CanonicalRequest = z.infer<typeof canonicalRequest>;

type RequestByLine = { [Line in ProductLineId]: Extract<CanonicalRequest, { productLine: Line }> };

/** A request of one line, or of any of several. */
export type CanonicalRequestOf<Line extends ProductLineId> = RequestByLine[Line];

export type Proposer = CanonicalRequest['proposer'];

export const SCHEMA_VERSION = '1.0';
