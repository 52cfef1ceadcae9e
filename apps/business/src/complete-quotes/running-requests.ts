import type { QuoteProgress } from '@app/domain';

/** Beyond this a request is not remembered: the regular sweep finds it all the same. */
const MAX_REMEMBERED = 50_000;

/** The deadlines of requests that run, as far as this process knows of them; in the order in which they were accepted. */
export class RunningRequests {
  private readonly deadlines = new Map<string, number>();
  private listener: () => void = () => undefined;

  changed({ id, answerDeadline, completedAt }: QuoteProgress): void {
    if (completedAt !== null) this.deadlines.delete(id);
    else if (this.deadlines.size < MAX_REMEMBERED && !this.deadlines.has(id)) {
      this.deadlines.set(id, Date.parse(answerDeadline));
      if (this.deadlines.size === 1) this.listener();
    }
  }

  /** Calls `listener` when there is a request again after there was none. */
  onFirst(listener: () => void): void {
    this.listener = listener;
  }

  /** The next deadline in milliseconds since the epoch; undefined when nothing runs. All requests have the same time. */
  get next(): number | undefined {
    return this.deadlines.values().next().value;
  }

  /** Forgets the requests whose deadline is before `now`, in milliseconds since the epoch. */
  forget(now: number): void {
    for (const [id, deadline] of this.deadlines) {
      if (deadline > now) return;
      this.deadlines.delete(id);
    }
  }
}
