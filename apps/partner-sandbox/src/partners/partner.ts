import type { InBackground } from '../background/background-work.js';
import type { Wait } from '../background/wait.js';
import type { Behaviour, BehaviourMode } from '../behaviour/behaviour.js';
import type { Ids } from '../state/ids.js';
import type { PolicyLedger } from '../state/policy-ledger.js';
import type { Operation, PartnerCall } from '../wire/partner-call.js';
import type { Reply } from '../wire/reply.js';

/** Answers one call. Never throws for what a client can do wrong. */
export type Answer = (call: PartnerCall) => Reply | Promise<Reply>;

export interface Route {
  readonly method: 'GET' | 'POST';
  /** A path of the router: `/v1/quotes/:quoteId`. */
  readonly path: string;
  /** Where one path serves several, `unknown`: the answer notes what the call turned out to be. */
  readonly operation: Operation;
  readonly answer: Answer;
}

export const get = (path: string, operation: Operation, answer: Answer): Route => ({
  method: 'GET',
  path,
  operation,
  answer,
});

export const post = (path: string, operation: Operation, answer: Answer): Route => ({
  method: 'POST',
  path,
  operation,
  answer,
});

/** One simulated partner: its folder yields this and nothing else. */
export interface Partner {
  /** The slug. */
  readonly id: string;
  /** The p of its magic values `9pnn`: A = 1 … F = 6. */
  readonly digit: number;
  /** What it promises of a quote call, in milliseconds (partners.md 0.10). */
  readonly quoteSla: QuoteSla;
  /** The beginnings of all its paths; no two partners share one. */
  readonly prefixes: readonly string[];
  readonly routes: readonly Route[];
  /** Answers what has one of its prefixes and is none of its routes (errata 14). */
  readonly unknownPath: Answer;
  /** The modes that it acts out itself, in its own way, instead of the listener. */
  readonly ownModes?: readonly BehaviourMode[];
}

export interface QuoteSla {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** What every partner is built on; time and ids come from outside. */
export interface World {
  readonly now: () => Date;
  readonly ids: Ids;
  readonly policies: PolicyLedger;
  /** How this partner has been told to treat quote calls. */
  readonly behaviour: () => Behaviour;
  readonly wait: Wait;
  readonly inBackground: InBackground;
}

export interface Limits {
  /** Limits that the sandbox leaves off unless it is asked. */
  readonly enforceAll: boolean;
  /** Switches off even those that are always on; for measurements. */
  readonly off: boolean;
}

export interface PartnerDefinition {
  readonly id: string;
  /** It can also be reached by mutual TLS, on a listener of its own. */
  readonly mutualTls?: true;
  readonly create: (world: World, limits: Limits) => Partner;
}
