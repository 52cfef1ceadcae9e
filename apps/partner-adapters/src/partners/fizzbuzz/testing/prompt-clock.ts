/** A clock that stands still, on which every wait ends in the next turn of the event loop. */
export const promptClock = {
  now: () => new Date('2026-11-23T10:00:00Z'),
  sleep: () => new Promise<void>((resolve) => setImmediate(resolve)),
};
