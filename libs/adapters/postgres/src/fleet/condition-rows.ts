import type { ForcedState, PartnerCondition, SupervisedState } from '@app/ports';

export interface ConditionRow {
  readonly partner: string;
  readonly version: number;
  readonly state: SupervisedState;
  readonly since: Date;
  readonly reason: string | null;
  readonly probe_at: Date | null;
  readonly forced_state: ForcedState['state'] | null;
  readonly forced_reason: string | null;
  readonly forced_by: string | null;
  readonly forced_since: Date | null;
  readonly forced_until: Date | null;
}

function forcedOf(row: ConditionRow): ForcedState | null {
  const { forced_state: state, forced_reason: reason, forced_by: by, forced_since: since, forced_until: until } = row;
  if (state === null || since === null) return null;
  return { state, reason: reason ?? '', by: by ?? '', since, until };
}

export const conditionOf = (row: ConditionRow): PartnerCondition => ({
  partner: row.partner,
  version: row.version,
  state: row.state,
  since: row.since,
  reason: row.reason,
  probeAt: row.probe_at,
  forced: forcedOf(row),
});

/** In the order of the columns. */
export const conditionValues = ({ partner, version, state, since, reason, probeAt, forced }: PartnerCondition) => [
  ...[partner, version, state, since, reason, probeAt],
  ...[forced?.state, forced?.reason, forced?.by, forced?.since, forced?.until].map((value) => value ?? null),
];
