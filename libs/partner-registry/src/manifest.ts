import type { DeclineCategory, ErrorCategory } from '@app/domain';
import type { ProductLineId } from '@app/product-lines';

/** What one of a partner's error codes means to us. */
export interface CodeMeaning {
  readonly category: ErrorCategory;
  /** Whether the same call may succeed later, unchanged. */
  readonly retryable: boolean;
}

/** A secret that only this partner's process gets, as `PARTNER_<SLUG>_<name>` or `…_FILE`. */
export interface SecretName {
  readonly name: string;
  /** The partner's published sandbox value, if it has one: the default in development, and nowhere else. */
  readonly sandboxValue?: string;
  /** For one of several ways to log in: it may be left out. */
  readonly optional?: boolean;
}

/** When a replica stops calling one operation of a partner, and when it tries again. */
export interface BreakerSettings {
  /** Percent of calls that may fail or be slow within the window before it opens. */
  readonly errorThresholdPercent: number;
  /** Calls that the window must hold before it can open. */
  readonly minimumCalls: number;
  readonly windowMs: number;
  /**
   * Calls unanswered past `slowCallMs` at the same time that open it whatever the window holds, when nothing else was
   * answered meanwhile: a partner that hangs behind few places or a low limit never fills the window.
   */
  readonly hangingCalls: number;
  /** A partner that is well again has been probed and is called again within about this time after it opened. */
  readonly probeAfterMs: number;
  /** Calls that must go well, one after the other, before it closes. */
  readonly probes: number;
}

/** What repeats of a failed call, and second calls beside a late one, may cost a partner. */
export interface RetryBudgetSettings {
  /** What the bucket holds, and starts with. A repeat takes one. */
  readonly tokens: number;
  /** What every answered call puts back. */
  readonly perSuccess: number;
}

export interface OperationSettings {
  /** One call as the reactive service waits for it; waiting for a place or a rate limit does not count. */
  readonly timeoutMs: number;
  /** A call that is unanswered after this counts as a failure of the partner; its answer is used all the same. */
  readonly slowCallMs: number;
  /** Calls that one replica has open at once. */
  readonly concurrency: number;
  /** Whether the partner lets us ask a second time beside a call that is late. */
  readonly hedging: boolean;
  readonly retryBudget: RetryBudgetSettings;
  readonly breaker: BreakerSettings;
}

export interface IssuanceSettings extends OperationSettings {
  /** What an attempt at a policy takes from its message to its result, all but the slowest hundredth. */
  readonly handlerP99Ms: number;
}

/** Everything the platform knows of a partner, as data. Fan-out, queues, filter policies and documents derive from it. */
export interface PartnerManifest {
  /** The slug: also the folder, the queue suffix and, in upper snake case, the prefix of its settings. */
  readonly id: string;
  readonly name: string;
  readonly lines: readonly ProductLineId[];
  readonly operations: { readonly quote: OperationSettings; readonly issuance: IssuanceSettings };
  /** The partner's own limit on requests, over all our replicas; null where it has none that binds us. */
  readonly rateLimit: { readonly requests: number; readonly windowMs: number } | null;
  /** Calls that the partner lets us have open at once, over all our replicas; null where it does not care. */
  readonly sessions: number | null;
  /** Where the partner pushes results, on its adapter's own port; null for a partner that does not push. */
  readonly webhookPath: string | null;
  readonly secrets: readonly SecretName[];
  /** The partner's error codes. A code that is not here is `PROTOCOL`. */
  readonly errorCodes: Readonly<Record<string, CodeMeaning>>;
  /** The partner's decline codes. A code that is not here is `OTHER`. */
  readonly declineCodes: Readonly<Record<string, DeclineCategory>>;
}

/** What a manifest says; the rest has defaults. */
export type PartnerDefinition = Omit<PartnerManifest, 'operations' | 'sessions' | 'webhookPath'> & {
  readonly sessions?: number;
  readonly webhookPath?: string;
  readonly operations?: { readonly quote?: OperationDefinition; readonly issuance?: IssuanceDefinition };
};

type IssuanceDefinition = OperationDefinition & { readonly handlerP99Ms?: number };

type OperationDefinition = Partial<Omit<OperationSettings, 'breaker' | 'retryBudget'>> & {
  readonly breaker?: Partial<BreakerSettings>;
  readonly retryBudget?: Partial<RetryBudgetSettings>;
};

const QUOTE_DEFAULTS = { timeoutMs: 8_000, concurrency: 25, hedging: false };
/** Policies are few and take long: a handful of bad calls is telling, and one good one is enough. */
const ISSUANCE_DEFAULTS = { timeoutMs: 30_000, slowCallMs: 25_000, concurrency: 5, hedging: false };
const ISSUANCE_BREAKER = { minimumCalls: 5, windowMs: 60_000, hangingCalls: 3, probes: 1 };
const ISSUANCE_P99_MS = 5_000;
const RETRY_BUDGET: RetryBudgetSettings = { tokens: 10, perSuccess: 0.1 };
const BREAKER = { errorThresholdPercent: 50, minimumCalls: 20, windowMs: 10_000, probeAfterMs: 5_000, probes: 3 };
const SLOW_SHARE = 3 / 4;

function operationOf(definition: OperationDefinition): OperationSettings {
  const settings = { ...QUOTE_DEFAULTS, ...definition };
  const breaker = { ...BREAKER, ...definition.breaker };
  const hangingCalls = Math.min(breaker.minimumCalls, settings.concurrency);
  return {
    slowCallMs: settings.timeoutMs * SLOW_SHARE,
    ...settings,
    retryBudget: { ...RETRY_BUDGET, ...definition.retryBudget },
    breaker: { hangingCalls, ...breaker },
  };
}

const issuanceOf = (definition: IssuanceDefinition = {}): IssuanceSettings => ({
  handlerP99Ms: ISSUANCE_P99_MS,
  ...operationOf({
    ...ISSUANCE_DEFAULTS,
    ...definition,
    breaker: { ...ISSUANCE_BREAKER, ...definition.breaker },
  }),
});

export const definePartner = (definition: PartnerDefinition): PartnerManifest => ({
  sessions: null,
  webhookPath: null,
  ...definition,
  operations: {
    quote: operationOf(definition.operations?.quote ?? {}),
    issuance: issuanceOf(definition.operations?.issuance),
  },
});

export const permanent = (category: ErrorCategory): CodeMeaning => ({ category, retryable: false });
export const transient = (category: ErrorCategory): CodeMeaning => ({ category, retryable: true });
