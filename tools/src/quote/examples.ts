import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Complete quote requests, one for each worked example of the sandbox's prices. */
const EXAMPLES = fileURLToPath(new URL('../../../libs/contracts/examples/', import.meta.url));

/** A product line's letter and a number; what else lies there is no quote request. */
const NAME = /^([a-z]\d+)\.json$/;

/** `['m1', 'm2', …]`. */
export function exampleNames(): string[] {
  if (!existsSync(EXAMPLES)) return [];
  return readdirSync(EXAMPLES)
    .flatMap((file) => NAME.exec(file)?.[1] ?? [])
    .sort();
}

export const exampleFile = (name: string): string => `${EXAMPLES}${name}.json`;
