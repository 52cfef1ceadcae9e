import { randomUUID } from 'node:crypto';
import type {
  AuditRecord,
  Clock,
  CollectedLetter,
  DeadLetter,
  DeadLetterGroup,
  DeadLetterStore,
  GroupQuery,
  LettersOfQueue,
  ReplaySchedule,
  ReplaySelection,
} from '@app/ports';
import { InMemoryAudit } from './in-memory-audit.js';

export interface InMemoryDeadLetterStoreParts {
  readonly clock: Clock;
  readonly audit?: InMemoryAudit;
}

interface Stored {
  readonly letter: DeadLetter;
  readonly claimedUntil: number;
  readonly settledAt: number | null;
}

const KEPT_MS = 14 * 86_400_000;
const LETTERS_OF_GROUP = 20;

const nameOf = ({ queue, cause }: Pick<DeadLetter, 'queue' | 'cause'>): string => `${queue}\n${cause}`;
const isAfter = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Dead letters of one process: every step is synchronous, so every method is atomic. */
export class InMemoryDeadLetterStore implements DeadLetterStore {
  /** In the order in which they came. */
  private readonly stored = new Map<string, Stored>();
  private readonly audit: InMemoryAudit;

  constructor(private readonly parts: InMemoryDeadLetterStoreParts) {
    this.audit = parts.audit ?? new InMemoryAudit();
  }

  async collect(letters: readonly CollectedLetter[]): Promise<void> {
    const now = this.now();
    for (const [id, { settledAt }] of this.stored) {
      if (settledAt !== null && settledAt < now - KEPT_MS) this.stored.delete(id);
    }
    for (const { replayAfterMs, ...rest } of letters) {
      if (this.all.some(({ letter }) => letter.messageId === rest.messageId)) continue;
      const replayAt = replayAfterMs === null ? null : new Date(now + replayAfterMs);
      const letter = { ...rest, id: randomUUID(), receivedAt: new Date(now), replayAt };
      this.stored.set(letter.id, { letter, claimedUntil: 0, settledAt: null });
    }
  }

  async groups({ queue, limit, after }: GroupQuery): Promise<DeadLetterGroup[]> {
    const letters = this.waiting.filter((letter) => queue === undefined || letter.queue === queue);
    return [...Map.groupBy(letters, nameOf)]
      .filter(([name]) => after === undefined || isAfter(name, nameOf(after)) > 0)
      .sort(([one], [other]) => isAfter(one, other))
      .slice(0, limit)
      .flatMap(([, group]) => groupOf(group) ?? []);
  }

  async counts(): Promise<LettersOfQueue[]> {
    return [...Map.groupBy(this.waiting, ({ queue }) => queue)]
      .sort(([one], [other]) => isAfter(one, other))
      .flatMap(([queue, letters]) => {
        const oldestAt = letters[0]?.receivedAt;
        return oldestAt === undefined ? [] : { queue, count: letters.length, oldestAt };
      });
  }

  async claimDue(limit: number, leaseMs: number): Promise<DeadLetter[]> {
    const now = this.now();
    const due = this.scheduled.filter(({ dueAt }) => dueAt <= now).sort((a, b) => a.replayAt - b.replayAt);
    const claimed = due.slice(0, limit).map(({ stored }) => stored);
    for (const each of claimed) this.stored.set(each.letter.id, { ...each, claimedUntil: now + leaseMs });
    return claimed.map(({ letter }) => letter);
  }

  async nextDueAt(): Promise<Date | null> {
    const now = this.now();
    const times = this.scheduled.map(({ dueAt }) => dueAt).filter((time) => time > now);
    return times.length === 0 ? null : new Date(Math.min(...times));
  }

  async settle(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.settleOne(id);
  }

  async matching(selection: ReplaySelection): Promise<number> {
    return this.selected(selection).length;
  }

  async scheduleReplay(selection: ReplaySelection, ratePerSecond: number, audit: AuditRecord): Promise<ReplaySchedule> {
    const now = this.now();
    const times = this.selected(selection).map(({ letter, ...rest }, place) => {
      const replayAt = new Date(now + (place * 1_000) / ratePerSecond);
      this.stored.set(letter.id, { ...rest, letter: { ...letter, replayAt } });
      return replayAt;
    });
    this.audit.add({ ...audit, details: { ...audit.details, matched: times.length } });
    return { matched: times.length, lastAt: times.at(-1) ?? null };
  }

  async discard(id: string, audit: AuditRecord): Promise<boolean> {
    const letter = this.stored.get(id)?.letter;
    if (letter === undefined || !this.settleOne(id)) return false;
    const { queue, cause } = letter;
    this.audit.add({ ...audit, details: { ...audit.details, queue, cause } });
    return true;
  }

  private settleOne(id: string): boolean {
    const stored = this.stored.get(id);
    if (stored === undefined || stored.settledAt !== null) return false;
    this.stored.set(id, { ...stored, settledAt: this.now() });
    return true;
  }

  private selected({ queue, cause }: ReplaySelection): Stored[] {
    return this.all.filter(
      ({ letter, settledAt }) =>
        settledAt === null && letter.queue === queue && (cause === undefined || letter.cause === cause),
    );
  }

  /** Those that will be replayed, and from when on somebody may claim them. */
  private get scheduled() {
    return this.all.flatMap((stored) => {
      const { claimedUntil, letter, settledAt } = stored;
      if (settledAt !== null || letter.replayAt === null) return [];
      const replayAt = letter.replayAt.getTime();
      return [{ stored, replayAt, dueAt: Math.max(replayAt, claimedUntil) }];
    });
  }

  private get waiting(): DeadLetter[] {
    return this.all.filter(({ settledAt }) => settledAt === null).map(({ letter }) => letter);
  }

  private get all(): Stored[] {
    return [...this.stored.values()];
  }

  private now(): number {
    return this.parts.clock.now().getTime();
  }
}

function groupOf(letters: readonly DeadLetter[]): DeadLetterGroup | undefined {
  const [oldest, newest] = [letters[0], letters.at(-1)];
  if (oldest === undefined || newest === undefined) return undefined;
  const { queue, cause, receivedAt: oldestAt } = oldest;
  const first = letters.slice(0, LETTERS_OF_GROUP);
  return { queue, cause, count: letters.length, oldestAt, newestAt: newest.receivedAt, letters: first };
}
