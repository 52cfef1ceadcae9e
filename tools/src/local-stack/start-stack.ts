import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { PARTNERS } from '@app/partner-registry';
import { PRODUCT_DOMAINS } from '@app/product-lines';
import { freePort } from '../infrastructure/free-port.js';
import { provisionTopology } from '../infrastructure/provision.js';
import { planInfrastructure } from './infrastructure-plan.js';
import { type PortChooser, portChooser } from './ports.js';
import { Processes } from './processes.js';
import type { ReadyLine } from './ready-line.js';
import { claimStateDir, defaultStateDir, noteRunning } from './running-stack.js';
import {
  adapterName,
  brokerCredentials,
  DEVELOPMENT_KEYS,
  INNER_PROCESSES,
  migrationScript,
  reactiveName,
  type Surroundings,
  serviceProcesses,
} from './services.js';

export interface StackOptions {
  /** Where data lives while the stack runs: made for it and removed with it. */
  readonly stateDir?: string;
  /** False takes free ports throughout; otherwise those that people expect, where they are free. */
  readonly usualPorts?: boolean;
  /** Added to the environment of every process, `{ SANDBOX_LATENCY: 'fixed:20-200' }`. */
  readonly env?: Readonly<Record<string, string>>;
  /** How long a process that dies again and again waits at most before it is started again. */
  readonly slowestRestartMs?: number;
  /** Lines of progress and of trouble, for people. */
  readonly log?: (line: string) => void;
  /** Gives up while the stack is still starting; what was started is stopped. */
  readonly signal?: AbortSignal;
}

export interface Stack {
  readonly ready: ReadyLine;
  /** Where SNS and SQS are. */
  readonly brokerUrl: string;
  /** Stops every process and removes every file. */
  stop(): Promise<void>;
  /** Ends every process at once and removes every file. */
  kill(): void;
  /** Kills one process, by name, the way an accident would; it is started again. */
  killProcess(name: string): void;
}

const HEALTHY_WITHIN_MS = 30_000;

const run = promisify(execFile);

async function healthy(origin: string, name: string): Promise<void> {
  const until = Date.now() + HEALTHY_WITHIN_MS;
  while (Date.now() < until) {
    const response = await fetch(`${origin}/health/ready`).catch(() => undefined);
    if (response?.ok) return;
    await delay(50);
  }
  throw new Error(`${name} is up, but not ready after ${HEALTHY_WITHIN_MS / 1_000} s (${origin}/health/ready).`);
}

async function planPorts(choosePort: PortChooser) {
  const publicPort = await choosePort('PORT', 3000);
  const internalPort = await choosePort('INTERNAL_PORT', 3001);
  const inner = await Promise.all(INNER_PROCESSES.map(async (name) => [name, await freePort()] as const));
  return { publicPort, internalPort, ports: Object.fromEntries(inner) };
}

async function migrate(databaseUrl: string): Promise<void> {
  try {
    await run(process.execPath, [migrationScript], { env: { ...process.env, DATABASE_URL: databaseUrl } });
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Error(`The database could not be migrated.\n${output}`);
  }
}

function describe(world: Surroundings, processes: Processes): ReadyLine {
  const adapters = PARTNERS.map((partner) => [partner.id, processes.pidsOf(adapterName(partner))] as const);
  const infrastructure = ['postgres', 'broker', 'redis', 'partner-sandbox'].map(
    (name) => [name, processes.pidsOf(name)] as const,
  );
  return {
    ready: true,
    api: `http://127.0.0.1:${world.publicPort}`,
    internal: `http://127.0.0.1:${world.internalPort}`,
    web: null,
    ...DEVELOPMENT_KEYS,
    sandbox: world.sandboxUrl,
    pids: {
      business: processes.pidsOf('business'),
      reactive: PRODUCT_DOMAINS.flatMap((domain) => processes.pidsOf(reactiveName(domain))),
      'partner-adapters': Object.fromEntries(adapters),
      infrastructure: Object.fromEntries([...infrastructure, ['launcher', [process.pid]]]),
    },
  };
}

async function waitUntilHealthy(world: Surroundings): Promise<void> {
  const inner = Object.entries(world.ports).map(([name, port]) => healthy(`http://127.0.0.1:${port}`, name));
  await Promise.all([healthy(`http://127.0.0.1:${world.publicPort}`, 'business'), ...inner]);
}

async function bringUp(stateDir: string, processes: Processes, choosePort: PortChooser) {
  const region = process.env.AWS_REGION ?? 'ap-south-1';
  const infrastructure = await planInfrastructure(stateDir, choosePort);
  const ports = await planPorts(choosePort);
  await processes.start(infrastructure.definitions);
  const [topicArnPrefix] = await Promise.all([
    provisionTopology({ endpoint: infrastructure.brokerUrl, region, credentials: brokerCredentials() }),
    migrate(infrastructure.databaseUrl),
  ]);
  const world = { ...infrastructure, ...ports, topicArnPrefix, region };
  await processes.start(serviceProcesses(world));
  await waitUntilHealthy(world);
  return { ready: describe(world, processes), databaseUrl: world.databaseUrl, brokerUrl: world.brokerUrl };
}

/** Rejects when the signal aborts, so that a start can be given up at any point. */
const givenUp = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('The start was given up.')), { once: true });
  });

/** Starts everything, embedded where the environment names nothing else, and resolves when all of it is healthy. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { stateDir = defaultStateDir(), env = {}, log = () => undefined, signal, usualPorts = true } = options;
  await claimStateDir(stateDir, log);
  const choosePort = usualPorts ? portChooser(process.env, log) : freePort;
  const { slowestRestartMs } = options;
  const restarts = slowestRestartMs === undefined ? {} : { slowestRestartMs };
  const processes = new Processes(log, { env: { LOG_LEVEL: 'warn', ...env }, ...restarts });
  const clean = (): void => rmSync(stateDir, { recursive: true, force: true });
  const stop = async (): Promise<void> => {
    await processes.stop();
    clean();
  };
  try {
    const { brokerUrl, databaseUrl, ready } = await Promise.race([
      bringUp(stateDir, processes, choosePort),
      givenUp(signal),
    ]);
    noteRunning(stateDir, ready, databaseUrl);
    return {
      ready,
      brokerUrl,
      stop,
      kill() {
        processes.kill();
        clean();
      },
      killProcess: (name) => processes.killOne(name),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
