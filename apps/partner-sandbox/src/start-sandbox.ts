import type { FastifyInstance } from 'fastify';
import { BackgroundWork } from './background/background-work.js';
import { realWait, type Wait } from './background/wait.js';
import { Behaviours } from './behaviour/behaviours.js';
import type { Partner, World } from './partners/partner.js';
import { SIMULATED_PARTNERS } from './partners/partners.js';
import type { SandboxSettings } from './sandbox.settings.js';
import { CallLog, type LoggedCall } from './server/call-log.js';
import type { ExchangeTools } from './server/exchange.js';
import { HeldAnswers } from './server/held-answers.js';
import { latencyOf } from './server/latency.js';
import { createListener, createTlsListener } from './server/listener.js';
import { type Ids, randomIds } from './state/ids.js';
import { type IssuedPolicy, PolicyLedger } from './state/policy-ledger.js';

/** What a test may replace; by default the real clock, random ids, real waits and any free port. */
export interface SandboxOptions extends Partial<SandboxSettings> {
  readonly now?: () => Date;
  readonly ids?: Ids;
  readonly wait?: Wait;
}

export interface RunningSandbox {
  /** The origin: the `{BASE}` of every partner. */
  readonly url: string;
  readonly port: number;
  /** Where partners listen with mutual TLS, by their slugs. */
  readonly tlsPorts: Readonly<Record<string, number>>;
  /** Finished calls, oldest first. */
  calls(): readonly LoggedCall[];
  /** Policies issued so far, by all partners. */
  policies(): readonly IssuedPolicy[];
  /** Closes all connections at once; answers that wait are dropped, and so is work in the background. */
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

interface Listener {
  readonly app: FastifyInstance;
  readonly port: number;
}

async function listen({ app, port }: Listener): Promise<number> {
  const url = await app.listen({ port, host: LOOPBACK });
  return Number(new URL(url).port);
}

const closeAll = (listeners: readonly Listener[]) => Promise.all(listeners.map(({ app }) => app.close()));

/** The ports that they got; when one of them gets none, none listens. */
async function listenAll(listeners: readonly Listener[]): Promise<number[]> {
  const ports: number[] = [];
  try {
    for (const listener of listeners) ports.push(await listen(listener));
    return ports;
  } catch (error) {
    await closeAll(listeners);
    throw error;
  }
}

interface Limiting {
  readonly enforceLimits: boolean;
  readonly unlimitedPartners: readonly string[];
}

function createPartners(
  world: Omit<World, 'behaviour'>,
  behaviours: Behaviours,
  { enforceLimits, unlimitedPartners }: Limiting,
): Partner[] {
  return SIMULATED_PARTNERS.map(({ id, create }) =>
    create(
      { ...world, behaviour: () => behaviours.of(id) },
      { enforceAll: enforceLimits, off: unlimitedPartners.includes(id) },
    ),
  );
}

/** Listens with mutual TLS for the partners that it is set up for. */
function tlsListeners(
  partners: readonly Partner[],
  mutualTls: SandboxSettings['mutualTls'],
  tools: ExchangeTools,
): (Listener & { readonly id: string })[] {
  return partners.flatMap((partner) => {
    const { id } = partner;
    const setUp = mutualTls[id];
    return setUp === undefined ? [] : [{ id, port: setUp.port, app: createTlsListener(partner, setUp.tls, tools) }];
  });
}

export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const { port = 0, latency = { kind: 'none' }, enforceLimits = false, unlimitedPartners = [] } = options;
  const { now = () => new Date(), ids = randomIds(), wait = realWait, mutualTls = {} } = options;
  const policies = new PolicyLedger(now);
  const behaviours = new Behaviours();
  const background = new BackgroundWork();
  const world = { now, ids, policies, wait, inBackground: background.start };
  const partners = createPartners(world, behaviours, { enforceLimits, unlimitedPartners });
  const calls = new CallLog();
  const held = new HeldAnswers(wait);
  const shown = { latency, enforceLimits, unlimitedPartners };
  const tools = { now, calls, held, nextWait: latencyOf(latency), behaviours };
  const byTls = tlsListeners(partners, mutualTls, tools);
  const listeners = [
    { app: createListener({ partners, options: shown, calls, policies, behaviours }, tools), port },
    ...byTls,
  ];
  const [mainPort = 0, ...tlsPorts] = await listenAll(listeners);
  return {
    url: `http://${LOOPBACK}:${mainPort}`,
    port: mainPort,
    tlsPorts: Object.fromEntries(byTls.map(({ id }, index) => [id, tlsPorts[index] ?? 0])),
    calls: () => calls.list(),
    policies: () => policies.list(),
    stop: async () => {
      held.dropAll();
      background.stop();
      await closeAll(listeners);
    },
  };
}
