/** Every way a partner call can end without an answer (canonical-model.md §7). */
export const ERROR_CATEGORIES = [
  'VALIDATION',
  'UNSUPPORTED',
  'AUTHENTICATION',
  'AUTHORIZATION',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'TIMEOUT',
  'PROTOCOL',
  'PARTNER_INTERNAL',
  'CIRCUIT_OPEN',
  'NOT_FOUND',
  'QUOTE_EXPIRED',
  'PRICE_CHANGED',
  'PAYMENT_MISMATCH',
  'DUPLICATE',
  'UNDERWRITING',
] as const;

export type ErrorCategory = (typeof ERROR_CATEGORIES)[number];

/** A partner's failure in the platform's own terms. The raw text of the partner never leaves it. */
export interface CanonicalError {
  readonly category: ErrorCategory;
  /** The same call may succeed later, unchanged. */
  readonly retryable: boolean;
  /** The partner's own code, where it sent one. */
  readonly partnerCode: string | null;
  readonly httpStatus?: number | undefined;
  /** Masked: no personal data, no secrets. */
  readonly messageForOps: string;
  readonly messageKeyForUser: string;
  readonly attempts: number;
  /** How long the partner asked to be left alone, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** What a category means for a quote: how often a call may be repeated, and whether it says that the partner is ill. */
export interface QuoteErrorPolicy {
  readonly retries: number;
  readonly tripsBreaker: boolean;
}

const FINAL: QuoteErrorPolicy = { retries: 0, tripsBreaker: false };

/** Retries on a quote by category (canonical-model.md §7). Declines and validation never open a breaker. */
export const QUOTE_ERROR_POLICY: Readonly<Record<ErrorCategory, QuoteErrorPolicy>> = {
  VALIDATION: FINAL,
  UNSUPPORTED: FINAL,
  AUTHENTICATION: FINAL,
  AUTHORIZATION: FINAL,
  RATE_LIMITED: { retries: 2, tripsBreaker: false },
  UNAVAILABLE: { retries: 2, tripsBreaker: true },
  TIMEOUT: { retries: 1, tripsBreaker: true },
  PROTOCOL: { retries: 1, tripsBreaker: true },
  PARTNER_INTERNAL: { retries: 0, tripsBreaker: true },
  CIRCUIT_OPEN: FINAL,
  NOT_FOUND: FINAL,
  QUOTE_EXPIRED: FINAL,
  PRICE_CHANGED: FINAL,
  PAYMENT_MISMATCH: FINAL,
  DUPLICATE: FINAL,
  UNDERWRITING: FINAL,
};

/** Keys of what the customer may read; the words are in `USER_MESSAGES`. */
const USER_MESSAGES = {
  'partner.noAnswer': 'This insurer could not answer right now.',
  'partner.tooSlow': 'This insurer did not answer in time.',
  'partner.paused': 'This insurer is taking a break. Please try again later.',
  'partner.cannotPrice': 'This insurer could not price these details.',
} as const;

export type UserMessageKey = keyof typeof USER_MESSAGES;

/** The words for the customer by category; never the partner's own text. */
export function userMessageKey(category: ErrorCategory): UserMessageKey {
  if (category === 'TIMEOUT') return 'partner.tooSlow';
  if (category === 'CIRCUIT_OPEN') return 'partner.paused';
  if (category === 'VALIDATION' || category === 'UNSUPPORTED') return 'partner.cannotPrice';
  return 'partner.noAnswer';
}

const isUserMessageKey = (key: string): key is UserMessageKey => key in USER_MESSAGES;

/** The customer's words for a key; an unknown key (a newer service wrote it) gets the general ones. */
export const userMessage = (key: string): string => USER_MESSAGES[isUserMessageKey(key) ? key : 'partner.noAnswer'];
