import type { Clock } from '@app/ports';
import type { Versioned } from './versioned.js';

/** Told of each newer state; undefined when it is not in the store any more. Must not throw. */
export type Listener<State> = (state: State | undefined) => void;

/** The state itself is not kept: thousands may be watched at once. */
interface Known {
  readonly version: number;
  /** When it changes by itself, RFC 3339; null: never. */
  readonly changesAt: string | null;
}

interface Waiting {
  readonly until: string;
  readonly over: AbortController;
}

/** After that instant the store is asked again this often, until its clock has passed it too. */
const ASK_AGAIN_MS = 50;

/** One resource that somebody waits for, whoever and however many they are. */
export class ResourceWatch<State extends Versioned> {
  private readonly listeners = new Set<Listener<State>>();
  private known: Known | undefined;
  private nap: Waiting | undefined;

  constructor(
    private readonly clock: Clock,
    /** When a state changes by itself. */
    private readonly changesAt: (state: State) => string | null,
    /** That instant has passed, and nobody has said what became of it. */
    private readonly onOverdue: () => void,
  ) {}

  add(listener: Listener<State>): void {
    this.listeners.add(listener);
  }

  /** Whether somebody still waits. */
  remove(listener: Listener<State>): boolean {
    this.listeners.delete(listener);
    if (this.listeners.size === 0) this.wake();
    return this.listeners.size > 0;
  }

  /** Whether this version would be news. */
  lacks(version: number): boolean {
    return this.known === undefined || this.known.version < version;
  }

  tell(state: State): void {
    const isNews = this.lacks(state.version);
    if (isNews) this.known = { version: state.version, changesAt: this.changesAt(state) };
    this.sleepUntilItChanges();
    if (isNews) for (const listener of this.listeners) listener(state);
  }

  /** It is not in the store any more. */
  tellGone(): void {
    for (const listener of this.listeners) listener(undefined);
  }

  private sleepUntilItChanges(): void {
    const changesAt = this.listeners.size === 0 ? null : (this.known?.changesAt ?? null);
    if (this.nap?.until === changesAt) return;
    this.wake();
    if (changesAt !== null) this.sleepUntil(changesAt);
  }

  private sleepUntil(until: string): void {
    const over = new AbortController();
    this.nap = { until, over };
    const leftMs = Math.max(0, Date.parse(until) - this.clock.now().getTime());
    void this.clock.sleep(leftMs + ASK_AGAIN_MS, over.signal).then(() => {
      if (over.signal.aborted) return;
      this.nap = undefined;
      this.onOverdue();
    });
  }

  private wake(): void {
    this.nap?.over.abort('nothing to wait for');
    this.nap = undefined;
  }
}
