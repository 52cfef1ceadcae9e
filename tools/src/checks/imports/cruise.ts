import { join } from 'node:path';
import { cruise, type ICruiseOptions } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { REPOSITORY } from '../repository.js';

export interface Violation {
  readonly rule: string;
  /** Files, relative to the tree. */
  readonly from: string;
  readonly to: string;
}

/** An import that was followed. */
export type Edge = Pick<Violation, 'from' | 'to'>;

export interface Cruise {
  readonly edges: readonly Edge[];
  readonly violations: readonly Violation[];
}

/** The rules of `.dependency-cruiser.mjs` and what each of them says to do instead, by name. */
export interface Rules {
  readonly options: ICruiseOptions;
  readonly wayOut: ReadonlyMap<string, string>;
}

export async function readRules(): Promise<Rules> {
  const options = await extractOptions(join(REPOSITORY, '.dependency-cruiser.mjs'));
  const rules = options.ruleSet?.forbidden ?? [];
  return { options, wayOut: new Map(rules.map(({ name = '', comment = '' }) => [name, comment])) };
}

/** Follows every import below `tree` and holds it against the rules. */
export async function cruiseTree(tree: string, { options }: Rules): Promise<Cruise> {
  const { output } = await cruise(['apps', 'libs', 'e2e', 'tools'], { ...options, baseDir: tree });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with a text instead of a graph.');
  return {
    edges: output.modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
    ),
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
