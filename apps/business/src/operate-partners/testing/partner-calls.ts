import type { PartnerObservation, ReplicaReport } from '@app/contracts';
import type { PartnerCalls, PartnerCondition } from '@app/ports';
import { unknownCondition } from '../effective-state.js';

export const PARTNER = 'acme-general';

export const NOON = new Date('2026-11-23T12:00:00.000Z');

export const after = (ms: number, from = NOON): Date => new Date(from.getTime() + ms);

/** What one replica saw: ten calls, all well. */
export const seenBy = (replica: string, rest: Partial<PartnerCalls> = {}): PartnerCalls => ({
  ...{ partner: PARTNER, operation: 'quote', replica, calls: 10, failures: {}, slowCalls: 0 },
  ...rest,
});

export const conditionOf = (rest: Partial<PartnerCondition> = {}): PartnerCondition => ({
  ...unknownCondition(PARTNER),
  ...{ version: 4, since: after(-3_600_000) },
  ...rest,
});

/** What an operator has set. */
export const forcedOf = (state: 'ONLINE' | 'OFFLINE', until: Date | null = null) => ({
  ...{ state, reason: 'maintenance', by: 'operators', since: after(-60_000), until },
});

/** A report of two seconds in which one partner was called. */
export const reportOf = (replicaId: string, calls: number, rest: Partial<PartnerObservation> = {}): ReplicaReport => ({
  ...{ replicaId, service: 'reactive/motor', intervalMs: 2_000 },
  observations: [
    { ...{ partner: PARTNER, operation: 'quote', breaker: 'CLOSED', calls, failures: {}, slowCalls: 0 }, ...rest },
  ],
});
