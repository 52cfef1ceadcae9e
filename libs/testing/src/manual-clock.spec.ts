import { describe, expect, it } from '@jest/globals';
import { ManualClock } from './manual-clock.js';

describe('a manual clock', () => {
  it('stands still until it is moved', () => {
    const clock = new ManualClock('2026-11-23T10:00:00.000Z');
    clock.advance(4_001);
    expect(clock.now().toISOString()).toBe('2026-11-23T10:00:04.001Z');
  });

  it('wakes whoever slept long enough, and nobody else', async () => {
    const clock = new ManualClock();
    const woken: string[] = [];
    const short = clock.sleep(100).then(() => woken.push('short'));
    void clock.sleep(200).then(() => woken.push('long'));
    clock.advance(100);
    await short;
    expect(woken).toEqual(['short']);
    expect(clock.sleeping).toBe(1);
  });

  it('wakes a sleeper whose signal aborts, at once when it had aborted before', async () => {
    const clock = new ManualClock();
    const given = new AbortController();
    const asleep = clock.sleep(1_000, given.signal);
    given.abort();
    await asleep;
    await clock.sleep(1_000, given.signal);
    await clock.sleep(0);
    expect(clock.sleeping).toBe(0);
  });
});
