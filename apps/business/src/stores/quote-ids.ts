/** How long what is accepted lives: in PostgreSQL, or in Redis for a time to live. */
export type Lifecycle = 'durable' | 'ephemeral';

const LAST_BIT = 1;
const withLastBit = (id: string, bit: number): string => {
  const digit = (Number.parseInt(id.slice(-1), 16) & ~LAST_BIT) | bit;
  return id.slice(0, -1) + digit.toString(16);
};

/**
 * Where a quote request lives stands in the last bit of its id, which is random in a UUIDv7. So nobody has to look into
 * two stores, and an id stays good when the line's lifecycle is configured anew.
 */
export const idFor = (lifecycle: Lifecycle, id: string): string => withLastBit(id, lifecycle === 'durable' ? 0 : 1);

export const lifecycleOf = (id: string): Lifecycle =>
  (Number.parseInt(id.slice(-1), 16) & LAST_BIT) === 0 ? 'durable' : 'ephemeral';
