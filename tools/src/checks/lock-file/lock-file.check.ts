import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../repository.js';
import { lockFile, missingOptionalPackages, privateSources, withoutIntegrity } from './lock-file.js';

/** `npm ci` can install what is locked, on every platform and everywhere. */
export function checkLockFile(): string[] {
  const lock = lockFile.parse(JSON.parse(readFileSync(join(REPOSITORY, 'package-lock.json'), 'utf8')));
  return [missingOptionalPackages, privateSources, withoutIntegrity].flatMap((check) => check(lock));
}
