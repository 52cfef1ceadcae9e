import { z } from 'zod';

/** What this check reads of `package-lock.json` (version 3); packages by the folder they are installed into. */
export const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      link: z.boolean().default(false),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      inBundle: z.boolean().default(false),
      optionalDependencies: z.record(z.string(), z.string()).default({}),
    }),
  ),
});

export type LockFile = z.infer<typeof lockFile>;

const PUBLIC_REGISTRY = 'https://registry.npmjs.org/';

/** Where Node looks for `name` from `folder`, nearest first. */
function placesOf(name: string, folder: string): string[] {
  const parts = folder.split('/');
  const above = parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
  return [...above.map((place) => `${place}/node_modules/${name}`), `node_modules/${name}`];
}

/**
 * Optional packages that another locked package names and the lock does not have. npm leaves a platform's build out in
 * silence when the registry lacks it; `npm ci` then refuses the lock.
 */
export function missingOptionalPackages({ packages }: LockFile): string[] {
  return Object.entries(packages).flatMap(([folder, { optionalDependencies }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesOf(name, folder).some((place) => place in packages))
      .map((name) => `${name}, an optional dependency of ${folder || 'the root'}, is not in package-lock.json.`),
  );
}

/** Packages that would come from a registry that others cannot reach. */
export function privateSources({ packages }: LockFile): string[] {
  return Object.entries(packages)
    .filter(([, { link, resolved = PUBLIC_REGISTRY }]) => !link && !resolved.startsWith(PUBLIC_REGISTRY))
    .map(([folder, { resolved }]) => `${folder} comes from ${resolved}, not from the public npm registry.`);
}

/** Packages whose content is not pinned. */
export function withoutIntegrity({ packages }: LockFile): string[] {
  return Object.entries(packages)
    .filter(([folder, { link, inBundle, integrity }]) => isInstalled(folder) && !link && !inBundle && !integrity)
    .map(([folder]) => `${folder} has no integrity in package-lock.json.`);
}

const isInstalled = (folder: string): boolean => folder.split('/').includes('node_modules');
