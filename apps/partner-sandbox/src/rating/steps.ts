/** A step of a table: `value` holds below or up to `limit`, and for everything above after the last step. */
export interface Steps<Value> {
  readonly steps: readonly (readonly [limit: number, value: Value])[];
  readonly beyond: Value;
}

/** The value of the first step whose limit lies above. */
export const below = <Value>({ steps, beyond }: Steps<Value>, amount: number): Value =>
  steps.find(([limit]) => amount < limit)?.[1] ?? beyond;

/** The value of the first step whose limit is reached at most. */
export const upTo = <Value>({ steps, beyond }: Steps<Value>, amount: number): Value =>
  steps.find(([limit]) => amount <= limit)?.[1] ?? beyond;
