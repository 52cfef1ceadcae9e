import { setImmediate as turn } from 'node:timers/promises';

/** Turns the event loop until something has come about; the test's own timeout ends what never does. */
export async function eventually(cameAbout: () => boolean): Promise<void> {
  while (!cameAbout()) await turn();
}
