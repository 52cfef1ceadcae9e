import type { ReadyLine } from '../local-stack/ready-line.js';

/** Processes that are measured together. */
export interface ProcessGroup {
  readonly name: string;
  /** Our own services, whose cost is what the aim is about; the rest is what they run on. */
  readonly ours: boolean;
  readonly pids: readonly number[];
  /** Also what they started: PostgreSQL has a process for each connection. */
  readonly withDescendants: boolean;
}

const own = (name: string, pids: readonly number[]): ProcessGroup => ({
  name,
  ours: true,
  pids,
  withDescendants: false,
});

/** The groups of a stack, our own first. `self` is this process, the load generator. */
export function processGroups({ pids }: ReadyLine, self: number): ProcessGroup[] {
  const adapters = Object.entries(pids['partner-adapters']).map(([partner, of]) => own(`adapter ${partner}`, of));
  const infrastructure = Object.entries(pids.infrastructure).map(([name, of]) => ({
    name: of.includes(self) ? `${name} and this bench` : name,
    ours: false,
    pids: of,
    withDescendants: name === 'postgres',
  }));
  return [own('business', pids.business), own('reactive', pids.reactive), ...adapters, ...infrastructure];
}
