import { randomUUID } from 'node:crypto';
import { fullJitterMs } from '@app/domain';
import type { ChangeBus, ChangeListener, Clock, QuoteChanged } from '@app/ports';
import type { Pool } from 'pg';
import { ask } from '../ask.js';
import { ChangeAnnouncer } from './change-announcer.js';
import { changesIn } from './change-payloads.js';
import { NotificationLink } from './notification-link.js';

export interface PostgresChangeBusParts {
  /** For announcing. */
  readonly pool: Pool;
  /** For a connection of its own, which listens. */
  readonly url: string;
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  /** Told once when listening or announcing begins to fail; both are tried again by themselves. */
  readonly onError: (error: unknown) => void;
  /** How the server names the listening session; default `quotes-changes`. */
  readonly applicationName?: string;
  /** Of so many requests changes are kept while the database is away; default 10,000. */
  readonly capacity?: number;
}

const CHANNEL = 'quote_changed';
/** A replica of a release without senders takes what begins so for something that it missed. */
const SEPARATOR = ' ';
const NOTIFY = `SELECT pg_notify('${CHANNEL}', payload) FROM unnest($1::text[]) AS payload`;
const RECONNECT = { baseMs: 50, capMs: 1_000 };
const CHECK_EVERY_MS = 5_000;
const CAPACITY = 10_000;

/** Wakes other processes by `NOTIFY`, in batches, since every one of them takes a lock at its commit. */
export class PostgresChangeBus implements ChangeBus {
  /** Before each payload: a process hears of its own notifications too. */
  private readonly sender = randomUUID();
  private readonly announcer: ChangeAnnouncer;
  private readonly closing = new AbortController();
  private link: NotificationLink | undefined;
  private following: Promise<void> | undefined;

  constructor(private readonly parts: PostgresChangeBusParts) {
    const { pool, capacity = CAPACITY } = parts;
    const send = async (payloads: readonly string[]): Promise<void> => {
      const signed = payloads.map((payload) => `${this.sender}${SEPARATOR}${payload}`);
      await ask(pool, { name: 'notify-changes', text: NOTIFY, values: [signed] });
    };
    this.announcer = new ChangeAnnouncer({ ...parts, send, capacity });
  }

  get connected(): boolean {
    return this.link !== undefined;
  }

  /** Announcements that were dropped because too many waited for the database. */
  get dropped(): number {
    return this.announcer.dropped;
  }

  announce(change: QuoteChanged): void {
    this.announcer.announce(change);
  }

  async listen(listener: ChangeListener): Promise<void> {
    const first = this.connect(listener, this.parts.onError);
    this.following = first.then(() => this.follow(listener));
    await first;
  }

  async close(): Promise<void> {
    this.closing.abort('closed');
    this.link?.close();
    await Promise.all([this.announcer.close(), this.following]);
  }

  /** Listens until it is closed. Attempts after the first one are not worth another word. */
  private async follow(listener: ChangeListener): Promise<void> {
    let failures = this.link === undefined ? 1 : 0;
    while (!this.closing.signal.aborted) {
      if (this.link !== undefined) {
        await this.untilLost(this.link);
        this.link = undefined;
        continue;
      }
      await this.parts.clock.sleep(fullJitterMs(RECONNECT, failures + 1, this.parts.random), this.closing.signal);
      await this.connect(listener, failures === 0 ? this.parts.onError : () => undefined);
      failures = this.link === undefined ? failures + 1 : 0;
      if (this.link !== undefined) listener.missed();
    }
    this.link?.close();
    this.link = undefined;
  }

  private async connect(listener: ChangeListener, onError: (error: unknown) => void): Promise<void> {
    const { url, applicationName = 'quotes-changes' } = this.parts;
    if (this.closing.signal.aborted) return;
    const onPayload = (signed: string): void => {
      const end = signed.indexOf(SEPARATOR);
      if (signed.slice(0, end) === this.sender) return;
      const changes = changesIn(signed.slice(end + 1));
      if (changes === undefined) listener.missed();
      for (const change of changes ?? []) listener.changed(change);
    };
    try {
      this.link = await NotificationLink.open({ url, applicationName, channel: CHANNEL, onPayload });
    } catch (error) {
      onError(error);
    }
  }

  private async untilLost(link: NotificationLink): Promise<void> {
    const lost = new AbortController();
    const lose = (): void => lost.abort('lost');
    void link.ended.then(lose);
    while (!lost.signal.aborted) {
      await this.parts.clock.sleep(CHECK_EVERY_MS, lost.signal);
      if (!lost.signal.aborted) await link.check().catch(lose);
    }
    link.close();
  }
}
