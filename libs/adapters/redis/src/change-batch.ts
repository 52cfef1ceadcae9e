import type { ChangeBatch } from '@app/domain';

/** A process of another version, or somebody else, uses the channel: nobody knows what it means. */
const NOT_UNDERSTOOD: ChangeBatch = { changes: [], missed: true };

type Wire = readonly [id: string, version: number, withdrawn: 0 | 1];

function isWire(value: unknown): value is Wire {
  if (!Array.isArray(value)) return false;
  const [id, version, withdrawn]: unknown[] = value;
  return typeof id === 'string' && Number.isInteger(version) && (withdrawn === 0 || withdrawn === 1);
}

export function encodeBatch({ changes, missed }: ChangeBatch): string {
  const wire = changes.map(({ id, version, withdrawn }): Wire => [id, version, withdrawn ? 1 : 0]);
  return JSON.stringify({ changes: wire, missed });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Never throws. */
export function decodeBatch(text: string): ChangeBatch {
  const batch = parse(text);
  if (typeof batch !== 'object' || batch === null || !('changes' in batch) || !('missed' in batch))
    return NOT_UNDERSTOOD;
  const { changes, missed } = batch;
  if (!Array.isArray(changes) || !changes.every(isWire) || typeof missed !== 'boolean') return NOT_UNDERSTOOD;
  return { changes: changes.map(([id, version, withdrawn]) => ({ id, version, withdrawn: withdrawn === 1 })), missed };
}
