import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/**
 * Below the ports that systems give to outgoing connections (from 32768 on Linux, 49152 elsewhere): between choosing a
 * port and listening on it, or while a killed process is started again, a connection of anybody's would take it.
 */
const FIRST_PORT = 10_240;
const PORTS_IN_A_BLOCK = 64;
const BLOCKS = (32_768 - FIRST_PORT) / PORTS_IN_A_BLOCK;
const MOST_TRIES = 200;

/** Resolves with the listening server, undefined when the port is taken. */
const listen = (port: number, host: string): Promise<Server | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, host, () => resolve(server));
  });

/** True when nothing listens on the port, on any interface. */
export async function isFree(port: number): Promise<boolean> {
  const server = await listen(port, '0.0.0.0');
  if (server === undefined) return false;
  return new Promise((resolve) => server.close(() => resolve(true)));
}

/** Claims a block by listening on its first port as long as this process lives, so that no other stack takes from it. */
async function claimBlock(pick: (blocks: number) => number): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const first = FIRST_PORT + pick(BLOCKS) * PORTS_IN_A_BLOCK;
    const anchor = await listen(first, '127.0.0.1');
    anchor?.unref();
    if (anchor !== undefined) return first;
  }
  throw new Error(`No block of ports between ${FIRST_PORT} and 32767 could be claimed.`);
}

/** Ports that are free when they are given, each once, and that no other process which asks this way is given. */
export async function* freePorts(pick: (blocks: number) => number = randomInt): AsyncGenerator<number, never> {
  for (;;) {
    const first = await claimBlock(pick);
    for (let port = first + 1; port < first + PORTS_IN_A_BLOCK; port += 1) if (await isFree(port)) yield port;
  }
}

let ports = freePorts();

/** A port that is free now. Rejects when no block could be claimed. */
export async function freePort(): Promise<number> {
  try {
    return (await ports.next()).value;
  } catch (error) {
    // It yields nothing any more.
    ports = freePorts();
    throw error;
  }
}
