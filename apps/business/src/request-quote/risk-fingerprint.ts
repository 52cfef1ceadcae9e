import { createHmac, type KeyObject } from 'node:crypto';
import type { CanonicalRequest } from '@app/contracts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** One text for one meaning: keys in order, what is absent or null left out, lists as sets. */
export function normalised(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(normalised).sort().join()}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const facts = Object.entries(value).filter(([, fact]) => fact !== null && fact !== undefined);
  const sorted = facts.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, fact]) => `${JSON.stringify(key)}:${normalised(fact)}`).join()}}`;
}

/**
 * `sha256:` and an HMAC-SHA-256 in hex over the rating facts of a request from which the personal fields were taken
 * (canonical-model.md §2). For analysis, never an identity.
 */
export function riskFingerprint({ productLine, proposer, risk }: CanonicalRequest, key: KeyObject): string {
  const facts = normalised({ productLine, proposer, risk });
  return `sha256:${createHmac('sha256', key).update(facts).digest('hex')}`;
}
