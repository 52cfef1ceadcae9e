import { dirname, join, normalize } from 'node:path';

const LINK = /\]\(([^)\s]+)\)/g;
const ELSEWHERE = /^([a-z]+:|#)/;

/** The files that a document links to, as paths from the repository's root. */
export const linkedFiles = (document: string, text: string): string[] =>
  [...text.matchAll(LINK)]
    .map((match) => match[1] ?? '')
    .filter((target) => !ELSEWHERE.test(target))
    .map((target) => normalize(join(dirname(document), target.replace(/#.*$/, ''))));
