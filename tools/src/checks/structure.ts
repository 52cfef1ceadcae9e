import { checkLinks } from './documents/links.check.js';
import { cruiseTree, readRules } from './imports/cruise.js';
import { checkImportRules, checkImports } from './imports/imports.check.js';
import { checkLockFile } from './lock-file/lock-file.check.js';
import { checkProjectGraph } from './project-graph/project-graph.check.js';
import { REPOSITORY } from './repository.js';

const HELP = `npm run structure

Checks who imports whom (.dependency-cruiser.mjs), that each of these rules still reports its canary, that Nx knows
every dependency, that package-lock.json can be installed everywhere, and that documents link to files that exist.
See docs/how-to/checks.md.
`;

function describe(title: string, faults: readonly string[]): string {
  return `${faults.length === 0 ? '✓' : '✗'} ${title}\n${faults.map((fault) => `  ${fault}\n`).join('')}`;
}

/** What is checked → what is wrong with it. */
async function check(): Promise<Record<string, string[]>> {
  const rules = await readRules();
  const cruise = await cruiseTree(REPOSITORY, rules);
  return {
    'imports keep the rules': checkImports(rules, cruise),
    'every rule reports its canary': await checkImportRules(rules),
    'Nx knows every dependency': checkProjectGraph(cruise),
    'the lock file installs everywhere': checkLockFile(),
    'documents link to what exists': checkLinks(),
  };
}

async function main(): Promise<number> {
  if (process.argv.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const results = Object.entries(await check());
  for (const [title, faults] of results) process.stdout.write(describe(title, faults));
  return results.every(([, faults]) => faults.length === 0) ? 0 : 1;
}

process.exit(await main());
