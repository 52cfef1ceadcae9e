import { SIMULATED_PARTNERS } from './partners/partners.js';
import type { SandboxSettings } from './sandbox.settings.js';
import { CallLog, type LoggedCall } from './server/call-log.js';
import { HeldAnswers, realWait, type Wait } from './server/held-answers.js';
import { latencyOf } from './server/latency.js';
import { createListener } from './server/listener.js';
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
  /** Finished calls, oldest first. */
  calls(): readonly LoggedCall[];
  /** Policies issued so far, by all partners. */
  policies(): readonly IssuedPolicy[];
  /** Closes all connections at once; answers that wait are dropped. */
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const { port = 0, latency = { kind: 'none' }, enforceLimits = false, unlimitedPartners = [] } = options;
  const { now = () => new Date(), ids = randomIds(), wait = realWait } = options;
  const policies = new PolicyLedger(now);
  const partners = SIMULATED_PARTNERS.map(({ id, create }) =>
    create({ now, ids, policies }, { enforceAll: enforceLimits, off: unlimitedPartners.includes(id) }),
  );
  const calls = new CallLog();
  const held = new HeldAnswers(wait);
  const shown = { latency, enforceLimits, unlimitedPartners };
  const tools = { now, calls, held, nextWait: latencyOf(latency) };
  const listener = createListener({ partners, options: shown, calls, policies }, tools);
  const url = await listener.listen({ port, host: LOOPBACK });
  return {
    url,
    port: Number(new URL(url).port),
    calls: () => calls.list(),
    policies: () => policies.list(),
    stop: async () => {
      held.dropAll();
      await listener.close();
    },
  };
}
