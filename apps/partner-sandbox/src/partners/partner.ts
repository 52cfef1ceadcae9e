import type { Ids } from '../state/ids.js';
import type { PolicyLedger } from '../state/policy-ledger.js';
import type { PartnerCall } from '../wire/partner-call.js';
import type { Reply } from '../wire/reply.js';

/** What a call is for, in the same words for every partner. */
export type Operation = 'token' | 'quote' | 'read-quote' | 'issue' | 'read-policy' | 'document' | 'unknown';

/** Answers one call. Never throws for what a client can do wrong. */
export type Answer = (call: PartnerCall) => Reply | Promise<Reply>;

export interface Route {
  readonly method: 'GET' | 'POST';
  /** A path of the router: `/v1/quotes/:quoteId`. */
  readonly path: string;
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
}

export interface Limits {
  /** Limits that the sandbox leaves off unless it is asked. */
  readonly enforceAll: boolean;
  /** Switches off even those that are always on; for measurements. */
  readonly off: boolean;
}

export interface PartnerDefinition {
  readonly id: string;
  readonly create: (world: World, limits: Limits) => Partner;
}
