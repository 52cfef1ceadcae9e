import { decimalFromMinor, istWallClock } from '@app/domain';
import { elementsOf, type XmlElement } from '@app/partner-kit';

/** What B's requests share (partners.md B.2, B.3). */

export const ACORD_NAMESPACE = 'urn:babbage-lovelace:pcs-like:1';

/** An element of B's messages. */
export const acord = elementsOf(ACORD_NAMESPACE);

/** B's messages without `Rq` at their ends, and what a call says that it is for (partners.md B.1). */
const ACTIONS = {
  PersAutoPolicyQuoteInq: 'QuoteInq',
  PersPkgPolicyQuoteInq: 'QuoteInq',
  PersAutoPolicyAdd: 'PolicyAdd',
  PersPkgPolicyAdd: 'PolicyAdd',
  PolicyInq: 'PolicyInq',
} as const;
type BabbageMessage = keyof typeof ACTIONS;

export const soapAction = (name: BabbageMessage): string => `"urn:bl:${ACTIONS[name]}"`;

/** A policy's document comes inside the answers about it. */
export const mayHoldDocument = (name: BabbageMessage): boolean => ACTIONS[name] !== 'QuoteInq';

/** A question to B. */
export interface BabbageQuestion {
  readonly name: BabbageMessage;
  /** UUID. A repeated one gets the stored answer. */
  readonly rqUid: string;
  /** What follows the id. */
  readonly content: readonly XmlElement[];
}

/** A question as the body of an envelope holds it; both ids must be equal (errata 8). */
export const acordMessage = ({ name, rqUid, content }: BabbageQuestion): XmlElement =>
  acord('ACORD', [
    acord('InsuranceSvcRq', [acord('RqUID', rqUid), acord(`${name}Rq`, [acord('RqUID', rqUid), ...content])]),
  ]);

/** How every quote request begins: the wall clock of India, the currency. */
export const preamble = (createdAt: string): XmlElement[] => [
  acord('TransactionRequestDt', istWallClock(new Date(createdAt)).slice(0, 19)),
  acord('CurCd', 'INR'),
];

export const partyAt = (pincode: string): XmlElement =>
  acord('GeneralPartyInfo', [acord('Addr', [acord('PostalCode', pincode)])]);

export const born = (dateOfBirth: string): XmlElement => acord('PersonInfo', [acord('BirthDt', dateOfBirth)]);

/** With two decimals. */
export const amount = (minor: number): XmlElement => acord('Amt', decimalFromMinor(minor));
