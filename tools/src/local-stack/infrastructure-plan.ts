import { join } from 'node:path';
import { PARTNERS } from '@app/partner-registry';
import { freePort } from '../infrastructure/free-port.js';
import type { PortChooser } from './ports.js';
import { entry, isFromSandbox, type Surroundings, sandboxProcess } from './services.js';
import type { ProcessDefinition } from './supervised-process.js';

export interface InfrastructurePlan extends Pick<Surroundings, 'databaseUrl' | 'brokerUrl' | 'sandboxUrl'> {
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
  const partners = await sandbox(choosePort);
  return {
    databaseUrl: database.url,
    brokerUrl: broker.url,
    sandboxUrl: partners?.url ?? null,
    definitions: [database, broker, partners].flatMap((part) => part?.definitions ?? []),
  };
}
