import type { Clock } from '@app/ports';

/**
 * The machine's own clock. Sleeping makes no errors when it is cut short, which happens for every call and every held
 * read; whoever cuts it short gives a reason for the same purpose, since `abort()` without one makes an error too.
 */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const wake = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      signal?.addEventListener('abort', wake, { once: true });
    }),
};
