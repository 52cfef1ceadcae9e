import type { QuoteChanged } from '@app/domain';

export type { QuoteChanged } from '@app/domain';

/** Must not throw and must not take long. */
export interface ChangeListener {
  changed(change: QuoteChanged): void;
  /** The bus was away: anything may have changed in the meantime. */
  missed(): void;
}

/**
 * Wakes other replicas of a service: a hint, never the truth. Obligations: an announcement reaches every listener that
 * is connected within milliseconds, many of them in one round trip, and never the process that made it; it may come
 * twice, or out of order. What could not be announced is announced after the reconnect (a bounded number; beyond that
 * others are told that they missed something, or find out at the deadline). A listener that was cut off is told `missed`
 * once it is connected again.
 */
export interface ChangeBus {
  /** Tells the others. Never throws and never waits. */
  announce(change: QuoteChanged): void;

  /** Tells this process from now on; call it once. Resolves when it is connected or when the first attempt failed. */
  listen(listener: ChangeListener): Promise<void>;

  /** False while announcements of others do not arrive. */
  readonly connected: boolean;

  /** Sends what was announced, then disconnects. */
  close(): Promise<void>;
}
