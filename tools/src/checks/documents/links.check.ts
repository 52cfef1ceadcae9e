import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../repository.js';
import { linkedFiles } from './links.js';

const documents = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
    cwd: REPOSITORY,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && existsSync(join(REPOSITORY, file)));

/** Every link of a document to a file of this repository leads somewhere. */
export function checkLinks(): string[] {
  const found = documents();
  if (found.length === 0) return ['No documents were found: nothing was checked.'];
  return found.flatMap((document) =>
    linkedFiles(document, readFileSync(join(REPOSITORY, document), 'utf8'))
      .filter((target) => !existsSync(join(REPOSITORY, target)))
      .map((target) => `${document} links to ${target}, which does not exist.`),
  );
}
