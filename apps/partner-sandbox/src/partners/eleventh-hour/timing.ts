import type { Behaviour } from '../../behaviour/behaviour.js';
import type { Magic } from '../../magic/magic-values.js';

/** When E's jobs are done (partners.md E.3, E.5, E.7). Null: never. */

const POLICY_READY_AFTER_MS = 2_000;
/** Of quotes and policies alike, by magic value. */
const READY_AFTER_MS: Readonly<Record<string, number | null>> = { '05': null, '11': 20_000 };

const magicTiming = ({ number }: Magic): number | null | undefined => READY_AFTER_MS[number ?? ''];

export function quoteReadyAfterMs(ordinaryMs: number, magic: Magic, behaviour: Behaviour): number | null {
  if (behaviour.mode === 'hang') return null;
  const ms = magicTiming(magic);
  if (ms === null) return null;
  return (ms ?? ordinaryMs) + (behaviour.mode === 'slow' ? behaviour.delayMs : 0);
}

export const policyReadyAfterMs = (magic: Magic): number =>
  magic.effect.pendingForMs ?? magicTiming(magic) ?? POLICY_READY_AFTER_MS;
