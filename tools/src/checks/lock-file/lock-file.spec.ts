import { describe, expect, it } from '@jest/globals';
import { type LockFile, lockFile, missingOptionalPackages, privateSources, withoutIntegrity } from './lock-file.js';

const lock = (packages: Record<string, object>): LockFile => lockFile.parse({ packages });
const integrity = 'sha512-abc';

describe('the check of package-lock.json', () => {
  it('finds a platform build that npm left out', () => {
    const faults = missingOptionalPackages(
      lock({
        'node_modules/nx': {
          optionalDependencies: { '@nx/nx-linux-x64-gnu': '1.0.0', '@nx/nx-darwin-arm64': '1.0.0' },
        },
        'node_modules/@nx/nx-linux-x64-gnu': { integrity },
      }),
    );
    expect(faults).toEqual([
      '@nx/nx-darwin-arm64, an optional dependency of node_modules/nx, is not in package-lock.json.',
    ]);
  });

  it('finds an optional package wherever Node would', () => {
    const needs = { optionalDependencies: { native: '1.0.0' } };
    const own = lock({ 'node_modules/tool': needs, 'node_modules/tool/node_modules/native': {} });
    const shared = lock({ 'node_modules/a/node_modules/@b/tool': needs, 'node_modules/a/node_modules/native': {} });
    const workspace = lock({ 'libs/tool': needs, 'node_modules/native': {} });
    const root = lock({ '': needs, 'node_modules/native': {} });
    expect([own, shared, workspace, root].flatMap(missingOptionalPackages)).toEqual([]);
  });

  it('does not take a package for locked because a stranger has it', () => {
    const faults = missingOptionalPackages(
      lock({
        'node_modules/tool': { optionalDependencies: { native: '1.0.0' } },
        'node_modules/other/node_modules/native': {},
      }),
    );
    expect(faults).toHaveLength(1);
  });

  it('finds a package from a registry that others cannot reach', () => {
    const faults = privateSources(
      lock({
        'node_modules/a': { resolved: 'http://localhost:4873/a/-/a-1.0.0.tgz' },
        'node_modules/b': { resolved: 'https://registry.npmjs.org/b/-/b-1.0.0.tgz' },
        'node_modules/c': {},
        'node_modules/@app/domain': { resolved: 'libs/domain', link: true },
      }),
    );
    expect(faults).toEqual([
      'node_modules/a comes from http://localhost:4873/a/-/a-1.0.0.tgz, not from the public npm registry.',
    ]);
  });

  it('finds a package whose content is not pinned', () => {
    const faults = withoutIntegrity(
      lock({
        '': {},
        'libs/domain': {},
        'node_modules/@app/domain': { resolved: 'libs/domain', link: true },
        'node_modules/a': { integrity },
        'node_modules/b': {},
        'node_modules/b/node_modules/c': { inBundle: true },
      }),
    );
    expect(faults).toEqual(['node_modules/b has no integrity in package-lock.json.']);
  });
});
