import type { Logger } from '@app/platform';
import type { Clock } from '@app/ports';
import { type Listener, ResourceWatch } from './resource-watch.js';
import { StoreLooks } from './store-looks.js';
import type { Versioned } from './versioned.js';

export interface WatchedResourcesParts<State> {
  /** Reads one as it is stored. */
  readonly read: (id: string) => Promise<State | undefined>;
  /** When a state changes by itself, for whoever looks then; RFC 3339, null: never. */
  readonly changesAt: (state: State) => string | null;
  /** The store's, as this process knows it. */
  readonly clock: Clock;
  /** While hints of other replicas do not arrive. */
  readonly isBlind: () => boolean;
  readonly logger: Pick<Logger, 'warn'>;
}

export interface Watching {
  /** Tells the listener nothing more. A second time changes nothing. */
  stop(): void;
}

/** Without hints the store is looked at this often; what could not be read is tried again after the same time. */
const PULSE_MS = 1_000;

/**
 * What somebody waits for, one watch for each however many wait. A watch costs no reads while nothing
 * happens: what this process commits it is told of, other replicas give hints, and the store is looked at once, for all
 * who wait, when a hint is newer than what is known, at the instant when it changes by itself, and after hints were
 * missed. Only while hints do not arrive is it looked at every second. Nothing is kept of what nobody waits for.
 */
export class WatchedResources<State extends Versioned> {
  private readonly watches = new Map<string, ResourceWatch<State>>();
  private readonly looks: StoreLooks<State>;
  private rest = new AbortController();

  constructor(private readonly parts: WatchedResourcesParts<State>) {
    this.looks = new StoreLooks({
      read: parts.read,
      isWanted: (id, version) => this.watches.get(id)?.lacks(version) ?? false,
      found: (id, state) => {
        if (state === undefined) this.watches.get(id)?.tellGone();
        else this.changed(state);
      },
      failed: (error) => parts.logger.warn({ err: error }, 'a look at what is waited for has failed'),
    });
  }

  /**
   * Tells `listener` of every state that is newer than those it was told of. Watch before you read, and hand what you
   * have read to `changed`: so nothing falls between, and it is known when it changes by itself.
   */
  watch(id: string, listener: Listener<State>): Watching {
    const watch = this.watches.get(id) ?? this.begin(id);
    watch.add(listener);
    return {
      stop: () => {
        if (!watch.remove(listener) && this.watches.get(id) === watch) this.end(id);
      },
    };
  }

  /** What this process has committed, or found in the store. */
  changed(state: State): void {
    this.watches.get(state.id)?.tell(state);
  }

  /** What another replica says. */
  hinted({ id, version }: Versioned): void {
    if (this.watches.get(id)?.lacks(version)) this.looks.ask(id, version);
  }

  /** Hints were lost: anything may have changed. */
  missed(): void {
    for (const id of this.watches.keys()) this.looks.ask(id);
  }

  /** One as it is stored, also for who does not wait. */
  read(id: string): Promise<State | undefined> {
    return this.parts.read(id);
  }

  /** How many are waited for. */
  get size(): number {
    return this.watches.size;
  }

  private begin(id: string): ResourceWatch<State> {
    const { changesAt, clock } = this.parts;
    const watch = new ResourceWatch(clock, changesAt, () => this.looks.ask(id));
    this.watches.set(id, watch);
    if (this.watches.size === 1) {
      this.rest = new AbortController();
      void this.pulse(this.rest.signal);
    }
    return watch;
  }

  private end(id: string): void {
    this.watches.delete(id);
    if (this.watches.size > 0) return;
    this.rest.abort('nobody waits');
    this.looks.forget();
  }

  private async pulse(resting: AbortSignal): Promise<void> {
    for (;;) {
      await this.parts.clock.sleep(PULSE_MS, resting);
      if (resting.aborted) return;
      this.looks.retry();
      if (this.parts.isBlind()) this.missed();
    }
  }
}
