import { CANARIES } from './canaries.js';
import { withCanaryTree } from './canary-tree.js';
import { compareReports } from './compare-reports.js';
import { type Cruise, cruiseTree, type Rules } from './cruise.js';

/** Imports that are certainly there: from a file in the folder to the index of a package. */
const KNOWN_EDGES = [
  { folder: 'apps/business/', to: 'libs/domain/src/index.ts' },
  { folder: 'libs/adapters/postgres/', to: 'libs/ports/src/index.ts' },
  { folder: 'apps/partner-adapters/src/partners/', to: 'libs/partner-kit/src/index.ts' },
];

/** A graph without them is no graph, and every violation would pass in silence. */
function missingEdges({ edges }: Cruise): string[] {
  return KNOWN_EDGES.filter(
    ({ folder, to }) => !edges.some((edge) => edge.from.startsWith(folder) && edge.to === to),
  ).map(({ folder, to }) => `No import from ${folder} to ${to} was seen: the imports are not followed.`);
}

/** Every import of the repository keeps the rules of `.dependency-cruiser.mjs`. */
export function checkImports(rules: Rules, cruise: Cruise): string[] {
  const violations = cruise.violations.map(
    ({ rule, from, to }) => `${rule}: ${from} → ${to}\n    ${rules.wayOut.get(rule) ?? ''}`,
  );
  return [...violations, ...missingEdges(cruise)];
}

/** Every rule of `.dependency-cruiser.mjs` reports what it is there for. */
export async function checkImportRules(rules: Rules): Promise<string[]> {
  const { violations } = await withCanaryTree(CANARIES, (tree) => cruiseTree(tree, rules));
  return compareReports(rules.wayOut.keys(), CANARIES, violations);
}
