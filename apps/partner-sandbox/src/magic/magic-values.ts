import { registrationParts } from '@app/product-lines';

/** What a magic value does to a call, free of any partner's wire form (partners.md 0.5, errata 3). */
export interface MagicEffect {
  /** An underwriting decline instead of the rules. */
  readonly declines?: true;
  /** A referral on top of the ordinary answer. */
  readonly refers?: true;
  /** Quote calls in a row that get the retryable failure before one goes through. */
  readonly failingQuoteCalls?: number;
  /** The non-retryable internal error. */
  readonly breaksQuote?: true;
  /** How long the answer waits; the request itself is processed at once. */
  readonly answerAfterMs?: number;
  /** Half of the quote answer's body is missing. */
  readonly cutsQuoteAnswer?: true;
  /** What the price has risen by when it comes to issuance, in paise. */
  readonly priceRiseMinor?: number;
  /** The answer that issues the policy never leaves. */
  readonly losesIssuedAnswer?: true;
  /** How long issuance stays pending. */
  readonly pendingForMs?: number;
  /** How long the quote is valid, instead of the partner's own validity. */
  readonly validForMs?: number;
  /** The result is pushed twice. */
  readonly pushesTwice?: true;
}

/** What one call carries: `number` is null for an ordinary value. */
export interface Magic {
  readonly value: string;
  readonly number: string | null;
  readonly effect: MagicEffect;
}

const EFFECTS: Readonly<Record<string, MagicEffect>> = {
  '01': { declines: true },
  '02': { refers: true },
  '03': { failingQuoteCalls: Number.POSITIVE_INFINITY },
  '04': { failingQuoteCalls: 2 },
  '05': { answerAfterMs: 45_000 },
  '06': { breaksQuote: true },
  '07': { cutsQuoteAnswer: true },
  '08': { priceRiseMinor: 50_000 },
  '09': { losesIssuedAnswer: true },
  '10': { pendingForMs: 10_000 },
  '11': { answerAfterMs: 4_000 },
  '12': { validForMs: 5_000 },
  '13': { pushesTwice: true },
};

const MAGIC_VALUE = /^9(\d)(\d\d)$/;
const EVERY_PARTNER = 0;

/** The magic of a value: `9pnn`, where p is the partner's digit or 0 and nn one of the effects. */
export function magicOf(value: number | null, partnerDigit: number): Magic {
  const text = String(value ?? '');
  const [, digit, number] = MAGIC_VALUE.exec(text) ?? [];
  const meant = Number(digit) === EVERY_PARTNER || Number(digit) === partnerDigit;
  const effect = meant && number !== undefined ? EFFECTS[number] : undefined;
  return effect === undefined || number === undefined
    ? { value: text, number: null, effect: {} }
    : { value: text, number, effect };
}

/** The value of a motor risk: the trailing digits of the canonical plate, of the BH series its four digits. */
export function motorMagicValue(registrationNumber: string | null): number | null {
  if (registrationNumber === null) return null;
  const parts = registrationParts(registrationNumber);
  return Number(parts[1] === 'BH' ? parts[2] : parts.at(-1));
}

/** The value of any other risk: the last four digits of the proposer's pincode. */
export const pincodeMagicValue = (pincode: string): number => Number(pincode.slice(-4));
