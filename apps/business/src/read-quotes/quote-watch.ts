import type { QuoteProgress } from '@app/domain';
import type { Clock } from '@app/ports';

/** Told of each newer state; undefined when the request is not in the store any more. Must not throw. */
export type QuoteListener = (progress: QuoteProgress | undefined) => void;

/** The rows of a request are not kept: thousands of requests may be watched at once. */
type Known = Pick<QuoteProgress, 'version' | 'completedAt' | 'answerDeadline'>;

/** After the deadline the store is asked again this often, until its clock has passed it too. */
const CLOCK_SKEW_MS = 50;

/** One quote request that somebody waits for, whoever and however many they are. */
export class QuoteWatch {
  private readonly listeners = new Set<QuoteListener>();
  private known: Known | undefined;
  private nap: AbortController | undefined;

  constructor(
    private readonly clock: Clock,
    /** The deadline has passed, and nobody has said what became of the request. */
    private readonly onOverdue: () => void,
  ) {}

  add(listener: QuoteListener): void {
    this.listeners.add(listener);
  }

  /** Whether somebody still waits. */
  remove(listener: QuoteListener): boolean {
    this.listeners.delete(listener);
    if (this.listeners.size === 0) this.wake();
    return this.listeners.size > 0;
  }

  /** Whether this version would be news. */
  lacks(version: number): boolean {
    return this.known === undefined || this.known.version < version;
  }

  tell(progress: QuoteProgress): void {
    if (this.lacks(progress.version)) {
      const { version, completedAt, answerDeadline } = progress;
      this.known = { version, completedAt, answerDeadline };
      for (const listener of this.listeners) listener(progress);
    }
    this.sleepUntilDeadline();
  }

  /** The request is not in the store any more. */
  tellGone(): void {
    for (const listener of this.listeners) listener(undefined);
  }

  private sleepUntilDeadline(): void {
    const { known } = this;
    const isRunning = known !== undefined && known.completedAt === null;
    if (!isRunning || this.listeners.size === 0) this.wake();
    else if (this.nap === undefined) this.sleepUntil(Date.parse(known.answerDeadline));
  }

  private sleepUntil(deadline: number): void {
    const nap = new AbortController();
    this.nap = nap;
    const leftMs = Math.max(0, deadline - this.clock.now().getTime());
    void this.clock.sleep(leftMs + CLOCK_SKEW_MS, nap.signal).then(() => {
      if (nap.signal.aborted) return;
      this.nap = undefined;
      this.onOverdue();
    });
  }

  private wake(): void {
    this.nap?.abort('no deadline to wait for');
    this.nap = undefined;
  }
}
