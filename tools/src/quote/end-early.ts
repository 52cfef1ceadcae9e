/**
 * A signal that aborts when this process is told to end: Ctrl-C, SIGTERM, a closed terminal, or a reader of our output
 * that has gone away (`npm run quote | head -1`). What was started is then still stopped in order.
 */
export function endEarlySignal(): AbortSignal {
  const controller = new AbortController();
  const end = (): void => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', end);
  return controller.signal;
}
