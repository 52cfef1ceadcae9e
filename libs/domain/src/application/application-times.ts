import { type Application, isWaiting } from './application.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long each state may last before somebody has to look at it, in milliseconds from where it counts. */
const AWAITED_FOR_MS = 24 * HOUR;
const UNKNOWN_FOR_MS = HOUR;
/** How long a customer may think about a new price, unless the offer ends before. */
const DECIDE_WITHIN_MS = 24 * HOUR;

/** Asked within 5 s, then at most 15 s apart for the first minute (http-api.md): what a message takes comes on top. */
const FIRST_ASKS_MS = [3 * SECOND, 8 * SECOND, 12 * SECOND, 12 * SECOND, 12 * SECOND, 12 * SECOND];
const LATER_ASKS = { baseMs: 30 * SECOND, capMs: 15 * MINUTE };
/**
 * Unheard of for so long after it was asked, it is asked anew: its message may be lost or wait behind a breaker. Longer
 * after the first asks, since each leaves a message in the queue of a partner that may be away for a day.
 */
const SILENCE = { baseMs: 5 * MINUTE, capMs: 30 * MINUTE };

/** In one form, whoever wrote it: as texts they are compared, and kept. */
const instantAfter = (instant: string | Date, ms: number): string =>
  new Date((instant instanceof Date ? instant.getTime() : Date.parse(instant)) + ms).toISOString();

const earliest = (...instants: readonly (string | null)[]): string | null =>
  instants.filter((instant) => instant !== null).toSorted()[0] ?? null;

/** When the partner is asked for the next time, after so many times before; `random` gives numbers in [0, 1). */
export function nextAskAt(now: Date, asks: number, random: () => number): string {
  const first = FIRST_ASKS_MS[asks];
  if (first !== undefined) return instantAfter(now, first);
  const longest = Math.min(LATER_ASKS.capMs, LATER_ASKS.baseMs * 2 ** (asks - FIRST_ASKS_MS.length));
  // Half of it is certain, so that it does not come back at once.
  return instantAfter(now, Math.round((longest * (1 + random())) / 2));
}

/** Until when nothing need be heard of it, asked so many times before. */
export const silenceEndsAt = (now: Date, asks: number): string =>
  instantAfter(now, Math.min(SILENCE.capMs, SILENCE.baseMs * 2 ** Math.max(0, asks - FIRST_ASKS_MS.length)));

/** Until when the customer may accept a new price. */
export const decideBy = (now: Date, offerValidUntil: string): string =>
  instantAfter(now, Math.min(DECIDE_WITHIN_MS, Date.parse(offerValidUntil) - now.getTime()));

/** When a state that waits for the partner has lasted too long; null for others. */
export function attentionAt(application: Application): string | null {
  if (!isWaiting(application)) return null;
  const { status, statusSince, submittedAt } = application;
  const unknownUntil = status === 'OUTCOME_UNKNOWN' ? instantAfter(statusSince, UNKNOWN_FOR_MS) : null;
  return earliest(instantAfter(submittedAt, AWAITED_FOR_MS), unknownUntil);
}

/** When something happens to it by itself; null for one that only people change. */
export const wakesAt = (application: Application): string | null =>
  earliest(application.askAt, application.priceChange?.decideBy ?? null, attentionAt(application));
