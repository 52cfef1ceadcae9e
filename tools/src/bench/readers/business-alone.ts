import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { freePort } from '../../infrastructure/free-port.js';
import { provisionTopology } from '../../infrastructure/provision.js';
import { planInfrastructure } from '../../local-stack/infrastructure-plan.js';
import { Processes } from '../../local-stack/processes.js';
import { claimStateDir, ownStateDir } from '../../local-stack/running-stack.js';
import { brokerCredentials, DEVELOPMENT_KEYS, migrationScript, serviceProcesses } from '../../local-stack/services.js';

/** A business service that nobody answers to. */
export interface BusinessAlone {
  readonly api: string;
  readonly internal: string;
  readonly key: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const run = promisify(execFile);

async function bringUp(stateDir: string, processes: Processes): Promise<Omit<BusinessAlone, 'stop'>> {
  const region = process.env.AWS_REGION ?? 'ap-south-1';
  const { definitions, ...infrastructure } = await planInfrastructure(stateDir, freePort);
  const [publicPort, internalPort] = [await freePort(), await freePort()];
  await processes.start(definitions.filter(({ name }) => name !== 'partner-sandbox'));
  const [topicArnPrefix] = await Promise.all([
    provisionTopology({ endpoint: infrastructure.brokerUrl, region, credentials: brokerCredentials() }),
    run(process.execPath, [migrationScript], { env: { ...process.env, DATABASE_URL: infrastructure.databaseUrl } }),
  ]);
  const world = {
    ...infrastructure,
    publicPort,
    internalPort,
    ports: {},
    topicArnPrefix,
    region,
    keys: DEVELOPMENT_KEYS,
  };
  await processes.start(serviceProcesses(world).filter(({ name }) => name === 'business'));
  const [pid = 0] = processes.pidsOf('business');
  return {
    api: `http://127.0.0.1:${publicPort}`,
    internal: `http://127.0.0.1:${internalPort}`,
    key: DEVELOPMENT_KEYS.key,
    pid,
  };
}

/** Starts what a business service needs and the service, with `env` added to its environment. */
export async function startBusinessAlone(
  env: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Promise<BusinessAlone> {
  const stateDir = ownStateDir();
  await claimStateDir(stateDir, log);
  const processes = new Processes(log, { env: { LOG_LEVEL: 'warn', ...env } });
  const stop = async (): Promise<void> => {
    await processes.stop();
    rmSync(stateDir, { recursive: true, force: true });
  };
  try {
    return { ...(await bringUp(stateDir, processes)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
