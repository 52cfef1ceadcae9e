import type { Clock, IdempotencyKey, KeyFinding } from '@app/ports';

const KEPT_MS = 86_400_000;

interface Entry {
  readonly fingerprint: string;
  /** As JSON text, so that nobody can change what was answered. */
  readonly response: string;
  readonly expiresAt: number;
}

const nameOf = (clientId: string, key: string): string => JSON.stringify([clientId, key]);

/** Idempotency keys of one process, each kept 24 h; of all stores that share them. */
export class InMemoryKeys {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly clock: Clock) {}

  find(clientId: string, { key, fingerprint }: Pick<IdempotencyKey, 'key' | 'fingerprint'>): KeyFinding | undefined {
    const entry = this.entries.get(nameOf(clientId, key));
    if (entry === undefined || entry.expiresAt <= this.clock.now().getTime()) return undefined;
    if (entry.fingerprint !== fingerprint) return { outcome: 'KEY_REUSED' };
    const response: unknown = JSON.parse(entry.response);
    return { outcome: 'REPLAYED', response };
  }

  keep(clientId: string, { key, fingerprint, response }: IdempotencyKey): void {
    const expiresAt = this.clock.now().getTime() + KEPT_MS;
    this.entries.set(nameOf(clientId, key), { fingerprint, response: JSON.stringify(response), expiresAt });
  }
}
