import { type PartnerStateChange, partnerStateChange } from '@app/contracts';
import { ok, type Result, refused } from '@app/domain';
import { findPartner } from '@app/partner-registry';
import type { AuditRecord, FleetStore, PartnerCondition, TimeSource } from '@app/ports';
import type { Fault } from '@app/product-lines';
import { checkBody } from '../json-body/checked-body.js';
import { effectiveState } from './effective-state.js';
import type { FleetView } from './fleet-view.js';

export interface SetPartnerStateParts {
  readonly store: Pick<FleetStore, 'conditions' | 'change'>;
  readonly view: FleetView;
  /** The store's clock. */
  readonly time: TimeSource;
}

/** Each lost race means that somebody else has changed the partner; nobody does so often. */
const ATTEMPTS = 5;

/** Beside the faults of other fields, so that all are named at once. */
function untilFaults(body: unknown, now: Date): Fault[] {
  const pointer = '/until';
  const { state, until: given }: { state?: unknown; until?: unknown } = Object(body);
  const { data: until } = partnerStateChange.shape.until.safeParse(given);
  if (until === null || until === undefined) return [];
  if (state === 'AUTO') return [{ pointer, code: 'CONTRADICTION', detail: 'AUTO has no end: leave it out' }];
  return Date.parse(until) > now.getTime() ? [] : [{ pointer, code: 'RANGE', detail: 'this is not in the future' }];
}

function check(body: unknown, now: Date): Result<PartnerStateChange, readonly Fault[]> {
  const checked = checkBody(partnerStateChange, body);
  const until = untilFaults(body, now);
  if (until.length === 0) return checked;
  return refused(checked.ok ? until : [...checked.error, ...until]);
}

/** What an operator wants of a partner. */
interface Order {
  readonly partner: string;
  readonly wanted: PartnerStateChange;
  /** The client's id. */
  readonly by: string;
  readonly now: Date;
}

/** The condition once an operator has spoken. When what was forced ends, the supervisor goes on from online. */
function changed(before: PartnerCondition, { wanted, by, now }: Order): PartnerCondition {
  const { state, reason, until } = wanted;
  const version = before.version + 1;
  if (state === 'AUTO' && before.forced === null) return { ...before, version };
  const end = until === null || until === undefined ? null : new Date(until);
  return {
    ...{ partner: before.partner, version, state: 'ONLINE', since: now, reason: null, probeAt: null },
    forced: state === 'AUTO' ? null : { state, reason, by, since: now, until: end },
  };
}

function auditOf(before: PartnerCondition, { wanted, by, now }: Order): AuditRecord {
  const { state, forced } = effectiveState(before, now);
  return {
    ...{ at: now, actor: by, action: 'PARTNER_STATE_SET', subject: before.partner, reason: wanted.reason },
    details: { from: forced?.state ?? 'AUTO', effectiveFrom: state, to: wanted.state, until: wanted.until ?? null },
  };
}

/** Forces a partner online or offline, or leaves it to the supervisor again. */
export class SetPartnerStateHandler {
  constructor(private readonly parts: SetPartnerStateParts) {}

  /** Rejects with `StoreUnavailableError`; then nothing is known to have changed. */
  async handle(
    partner: string,
    body: unknown,
    by: string,
  ): Promise<Result<PartnerCondition, 'UNKNOWN_PARTNER' | readonly Fault[]>> {
    if (findPartner(partner) === undefined) return refused('UNKNOWN_PARTNER');
    const now = await this.parts.time.ask();
    const checked = check(body, now);
    return checked.ok ? ok(await this.store({ partner, wanted: checked.value, by, now })) : checked;
  }

  private async store(order: Order): Promise<PartnerCondition> {
    const { store, view } = this.parts;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      view.refresh(await store.conditions());
      const before = view.conditionOf(order.partner);
      const after = changed(before, order);
      if (!(await store.change(after, auditOf(before, order)))) continue;
      view.learn(after);
      return after;
    }
    throw new Error(`The state of ${order.partner} is changed by others all the time`);
  }
}
