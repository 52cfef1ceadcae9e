import { join } from 'node:path';
import { PARTNERS } from '@app/partner-registry';
import { freePort } from '../infrastructure/free-port.js';
import { isRedisInstalled } from '../infrastructure/redis.js';
import type { PortChooser } from './ports.js';
import { entry, isFromSandbox, type Surroundings, sandboxProcess } from './services.js';
import type { ProcessDefinition } from './supervised-process.js';

export interface InfrastructurePlan
  extends Pick<Surroundings, 'databaseUrl' | 'brokerUrl' | 'redisUrl' | 'sandboxUrl'> {
  /** What has to be started for it. */
  readonly definitions: readonly ProcessDefinition[];
}

interface Part {
  readonly url: string;
  readonly definitions: readonly ProcessDefinition[];
}

async function embedded(name: string, stateDir: string, urlOf: (port: number) => string): Promise<Part> {
  const port = await freePort();
  const env = { DATA_DIR: join(stateDir, name), PORT: String(port) };
  return { url: urlOf(port), definitions: [{ name, script: entry(`tools/dist/infrastructure/${name}-main.js`), env }] };
}

const elsewhere = (url: string): Part => ({ url, definitions: [] });

/** Redis is optional: without one the platform works on PostgreSQL alone. */
async function redisIfAny(stateDir: string): Promise<Part | null> {
  const { REDIS_URL } = process.env;
  if (REDIS_URL) return elsewhere(REDIS_URL);
  return isRedisInstalled() ? embedded('redis', stateDir, (port) => `redis://127.0.0.1:${port}`) : null;
}

async function sandbox(choosePort: PortChooser): Promise<Part | null> {
  if (!PARTNERS.some((partner) => isFromSandbox(partner, process.env))) return null;
  const port = await choosePort('SANDBOX_PORT', 4100);
  return { url: `http://127.0.0.1:${port}`, definitions: [sandboxProcess(port)] };
}

/** Whatever the environment does not name is embedded. */
export async function planInfrastructure(stateDir: string, choosePort: PortChooser): Promise<InfrastructurePlan> {
  const { DATABASE_URL, AWS_ENDPOINT_URL } = process.env;
  const database = DATABASE_URL
    ? elsewhere(DATABASE_URL)
    : await embedded('postgres', stateDir, (port) => `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`);
  const broker = AWS_ENDPOINT_URL
    ? elsewhere(AWS_ENDPOINT_URL)
    : await embedded('broker', stateDir, (port) => `http://127.0.0.1:${port}`);
  const redis = await redisIfAny(stateDir);
  const partners = await sandbox(choosePort);
  return {
    databaseUrl: database.url,
    brokerUrl: broker.url,
    redisUrl: redis?.url ?? null,
    sandboxUrl: partners?.url ?? null,
    definitions: [database, broker, redis, partners].flatMap((part) => part?.definitions ?? []),
  };
}
