import type { CoverItem } from '@app/domain';
import type { ReplyOffer } from './quote-replies.js';

export type Adjustment = ReplyOffer['adjustments'][number];
export type Amount = number | null;

/** The one adjustment of a fact that was priced at another value than asked; none when it was priced as asked. */
export const adjusted = (field: string, requested: Amount, applied: Amount, reason: string): Adjustment[] =>
  requested === applied ? [] : [{ field, requested, applied, reason }];

/** The smallest value on a partner's list that is at least as high as the wanted one; undefined above its highest. */
export const nextHigher = (offered: readonly number[], wanted: number): number | undefined =>
  [...offered].sort((a, b) => a - b).find((value) => value >= wanted);

/** Wishes that a partner sells none of: as cover items, and with one adjustment each. */
export function leftOut(field: string, wishes: readonly string[], reason: string) {
  return {
    items: wishes.map((code): CoverItem => ({ code, state: 'LEFT_OUT' })),
    adjustments: wishes.map((wish): Adjustment => ({ field, requested: wish, applied: null, reason })),
  };
}
