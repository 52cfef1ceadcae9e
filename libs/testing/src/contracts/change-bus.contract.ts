import { randomUUID } from 'node:crypto';
import type { ChangeBus, ChangeListener, QuoteChanged } from '@app/ports';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../eventually.js';

/** One medium, and the buses of several processes on it. */
export interface BusesUnderTest {
  /** Another process. */
  open(): ChangeBus;
  /** Another process, whose own way to the medium is never cut. */
  openBeside(): ChangeBus;
  /** Every connection of the processes that were opened by `open` is lost, and no new one lasts. */
  cut(): void;
  /** They can reach the medium again. */
  restore(): void;
  /** After every bus was closed. */
  close(): Promise<void>;
}

/** Keeps what a bus told of. */
class RecordingListener implements ChangeListener {
  readonly changes: QuoteChanged[] = [];
  timesMissed = 0;

  changed(change: QuoteChanged): void {
    this.changes.push(change);
  }

  missed(): void {
    this.timesMissed += 1;
  }

  /** The newest that was heard of a request. */
  newest(id: string): QuoteChanged | undefined {
    return this.changes.filter((change) => change.id === id).sort((a, b) => b.version - a.version)[0];
  }
}

const someChange = (rest: Partial<QuoteChanged> = {}): QuoteChanged => ({
  id: randomUUID(),
  version: 2,
  withdrawn: false,
  ...rest,
});

/** The obligations of `ChangeBus`; every implementation passes all of them. */
export function changeBusContract(makeBuses: () => Promise<BusesUnderTest>): void {
  describe('a bus of changes', () => {
    let under: BusesUnderTest;
    let opened: ChangeBus[];

    beforeEach(async () => {
      under = await makeBuses();
      opened = [];
    });
    afterEach(async () => {
      under.restore();
      await Promise.all(opened.map((bus) => bus.close()));
      await under.close();
    });

    const open = (how: 'open' | 'openBeside' = 'open'): ChangeBus => {
      const bus = under[how]();
      opened.push(bus);
      return bus;
    };
    const listening = async (how?: 'openBeside') => {
      const [bus, heard] = [open(how), new RecordingListener()];
      await bus.listen(heard);
      return { bus, heard };
    };

    it('tells every other process that listens, soon', async () => {
      const [one, two, three] = [await listening(), await listening(), await listening()];
      const change = someChange();
      one.bus.announce(change);
      await eventually(() => {
        expect(two.heard.newest(change.id)).toEqual(change);
        expect(three.heard.newest(change.id)).toEqual(change);
      });
      expect([one, two, three].map(({ bus }) => bus.connected)).toEqual([true, true, true]);
      expect([one, two, three].map(({ heard }) => heard.timesMissed)).toEqual([0, 0, 0]);
    });

    it('never tells a process of what it has announced itself', async () => {
      const [one, two] = [await listening(), await listening()];
      const [own, other] = [someChange(), someChange()];
      one.bus.announce(own);
      await eventually(() => expect(two.heard.newest(own.id)).toEqual(own));
      two.bus.announce(other);
      await eventually(() => expect(one.heard.newest(other.id)).toEqual(other));
      expect([one.heard.changes, two.heard.changes]).toEqual([[other], [own]]);
    });

    it('takes announcements of a process that does not listen itself', async () => {
      const { heard } = await listening();
      const change = someChange({ withdrawn: true });
      open().announce(change);
      await eventually(() => expect(heard.newest(change.id)).toEqual(change));
    });

    it('tells of each of very many changes made at once', async () => {
      const [one, two] = [await listening(), await listening()];
      const changes = Array.from({ length: 3_000 }, (_, at) => someChange({ version: at + 1 }));
      for (const change of changes) one.bus.announce(change);
      await eventually(() => expect(new Set(two.heard.changes.map(({ id }) => id)).size).toBe(changes.length));
      const { id, version } = changes.at(-1) ?? someChange();
      expect(two.heard.newest(id)?.version).toBe(version);
    });

    it('tells of the newest version of a request, whichever else it leaves out', async () => {
      const [one, two] = [await listening(), await listening()];
      const id = randomUUID();
      for (let version = 2; version <= 50; version += 1) one.bus.announce(someChange({ id, version }));
      await eventually(() => expect(two.heard.newest(id)?.version).toBe(50));
    });

    it('never lets a withdrawal be lost among other changes of a request', async () => {
      const [one, two] = [await listening(), await listening()];
      const id = randomUUID();
      one.bus.announce(someChange({ id, version: 7, withdrawn: true }));
      one.bus.announce(someChange({ id, version: 7 }));
      one.bus.announce(someChange({ id, version: 6 }));
      await eventually(() => {
        expect(two.heard.newest(id)?.version).toBe(7);
        expect(two.heard.changes.some(({ withdrawn }) => withdrawn)).toBe(true);
      });
    });

    it('is told that it missed something once it is back, and hears of what comes then', async () => {
      const [cut, beside] = [await listening(), await listening('openBeside')];
      under.cut();
      await eventually(() => expect(cut.bus.connected).toBe(false));
      const missed = someChange();
      beside.bus.announce(missed);
      under.restore();
      await eventually(() => expect(cut.heard.timesMissed).toBeGreaterThan(0));
      await eventually(() => expect(cut.bus.connected).toBe(true));
      const next = someChange();
      beside.bus.announce(next);
      await eventually(() => expect(cut.heard.newest(next.id)).toEqual(next));
      expect(beside.heard.timesMissed).toBe(0);
    });

    it('announces what it could not announce, the newest of each request, once it is back', async () => {
      const [cut, beside] = [await listening(), await listening('openBeside')];
      under.cut();
      await eventually(() => expect(cut.bus.connected).toBe(false));
      const changes = Array.from({ length: 500 }, () => someChange());
      for (const change of changes) cut.bus.announce(change);
      for (const { id } of changes) cut.bus.announce(someChange({ id, version: 3, withdrawn: true }));
      under.restore();
      await eventually(() => {
        for (const { id } of changes) expect(beside.heard.newest(id)).toEqual({ id, version: 3, withdrawn: true });
      });
    });

    it('can begin to listen while the medium is away, and is told that it missed something', async () => {
      under.cut();
      const { bus, heard } = await listening();
      expect(bus.connected).toBe(false);
      under.restore();
      await eventually(() => expect(bus.connected).toBe(true));
      await eventually(() => expect(heard.timesMissed).toBeGreaterThan(0));
    });

    it('sends what was announced before it closes, and takes nothing after that', async () => {
      const [one, two] = [await listening(), await listening()];
      const [last, tooLate] = [someChange(), someChange()];
      one.bus.announce(last);
      await one.bus.close();
      one.bus.announce(tooLate);
      expect(one.bus.connected).toBe(false);
      await eventually(() => expect(two.heard.newest(last.id)).toEqual(last));
      await one.bus.close();
      const next = someChange();
      open().announce(next);
      await eventually(() => expect(two.heard.newest(next.id)).toEqual(next));
      expect(one.heard.newest(next.id)).toBeUndefined();
      expect(two.heard.newest(tooLate.id)).toBeUndefined();
    });

    it('closes though the medium is away', async () => {
      const { bus } = await listening();
      under.cut();
      bus.announce(someChange());
      await bus.close();
      expect(bus.connected).toBe(false);
    });
  });
}
