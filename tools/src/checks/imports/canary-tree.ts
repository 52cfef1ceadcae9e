import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { REPOSITORY } from '../repository.js';
import type { Canary } from './canaries.js';

const SCOPE = 'node_modules/@app';

type Files = Readonly<Record<string, string>>;

/** Where npm has linked the packages of this repository from, `{ '@app/domain': 'libs/domain' }`. */
function packageFolders(): Map<string, string> {
  const scope = join(REPOSITORY, SCOPE);
  const root = realpathSync(REPOSITORY);
  return new Map(readdirSync(scope).map((name) => [`@app/${name}`, relative(root, realpathSync(join(scope, name)))]));
}

/** A package without code. Its second export is the mistake that `package-past-its-index` is about. */
const emptyPackage = (name: string, folder: string): Files => ({
  [`${folder}/src/index.ts`]: 'export {};\n',
  [`${folder}/package.json`]: JSON.stringify({
    name,
    type: 'module',
    exports: { '.': { '@app/source': './src/index.ts' }, './inside': { '@app/source': './src/inside.ts' } },
  }),
});

function write(tree: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(tree, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function plant(tree: string, canaries: readonly Canary[]): void {
  mkdirSync(join(tree, SCOPE), { recursive: true });
  for (const [name, folder] of packageFolders()) {
    write(tree, emptyPackage(name, folder));
    symlinkSync(join(tree, folder), join(tree, 'node_modules', name), 'junction');
  }
  for (const { from, imports, beside = {} } of canaries) write(tree, { [from]: `import '${imports}';\n`, ...beside });
}

/** Lends `use` a repository of nothing but violations; it is gone afterwards, whatever happens. */
export async function withCanaryTree<T>(canaries: readonly Canary[], use: (tree: string) => Promise<T>): Promise<T> {
  const tree = mkdtempSync(join(realpathSync(tmpdir()), 'quotes-canaries-'));
  try {
    plant(tree, canaries);
    return await use(tree);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}
