/** What a process tells the parent that forked it once it can be used. */
export interface HostReady {
  readonly ready: true;
  readonly ports: Readonly<Record<string, number>>;
}

/**
 * Runs something that serves, as a process of its own: tells the parent when it is up, stops on SIGTERM, SIGINT or
 * when the parent is gone, and ends with an error when the thing it serves is gone (`gone`).
 */
export function hostUntilTold(
  ports: HostReady['ports'],
  stop: () => Promise<void>,
  gone: Promise<void> = new Promise(() => undefined),
): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
  process.on('disconnect', end);
  void gone.then(() => {
    if (!stopping) process.exit(1);
  });
  process.send?.({ ready: true, ports } satisfies HostReady);
}
