import type { Violation } from './cruise.js';

/** A file with one forbidden import. */
export interface Canary extends Violation {
  readonly imports: string;
  /** What else must exist for the import to be followed, path → text. */
  readonly beside?: Readonly<Record<string, string>>;
}

const EMPTY = 'export {};\n';
const PARTNERS = 'apps/partner-adapters/src/partners';

const FOLDERS = { business: 'apps', 'partner-sandbox': 'apps', postgres: 'libs/adapters', 'sns-sqs': 'libs/adapters' };

/** `domain` → `libs/domain/src/index.ts` */
function indexOf(name: string): string {
  const folder = new Map(Object.entries(FOLDERS)).get(name) ?? 'libs';
  return `${folder}/${name}/src/index.ts`;
}

/** A file in `folder` imports a package by its name. */
const byName = (rule: string, folder: string, name: string): Canary => ({
  rule,
  from: `${folder}/${rule}.ts`,
  imports: `@app/${name}`,
  to: indexOf(name),
});

const LAYERS: readonly Canary[] = [
  byName('domain-imports', 'libs/domain/src', 'ports'),
  byName('product-lines-imports', 'libs/product-lines/src', 'contracts'),
  byName('contracts-imports', 'libs/contracts/src', 'ports'),
  byName('ports-imports', 'libs/ports/src', 'partner-registry'),
  byName('partner-registry-imports', 'libs/partner-registry/src', 'contracts'),
  byName('partner-kit-imports', 'libs/partner-kit/src', 'partner-registry'),
  byName('api-client-imports', 'libs/api-client/src', 'contracts'),
  byName('platform-imports', 'libs/platform/src', 'partner-registry'),
  byName('adapters-imports', 'libs/adapters/postgres/src', 'sns-sqs'),
  byName('adapters-imports', 'libs/adapters/sns-sqs/src', 'platform'),
  byName('testing-imports', 'libs/testing/src', 'business'),
  byName('business-imports', 'apps/business/src', 'partner-kit'),
  byName('reactive-imports', 'apps/reactive/src', 'partner-kit'),
  byName('partner-adapters-imports', 'apps/partner-adapters/src', 'ports'),
  byName('partner-folder-imports', `${PARTNERS}/acme`, 'platform'),
  byName('partners-testing-imports', 'apps/partner-adapters/src/testing', 'ports'),
  byName('partner-sandbox-imports', 'apps/partner-sandbox/src', 'contracts'),
  byName('tools-imports', 'tools/src', 'platform'),
  byName('e2e-imports', 'e2e', 'platform'),
  byName('package-without-layer', 'libs/nowhere/src', 'domain'),
];

const NARROWER: readonly Canary[] = [
  byName('sandbox-imports-our-side', 'apps/partner-sandbox/src', 'partner-kit'),
  byName('sandbox-outside-specs', `${PARTNERS}/acme`, 'partner-sandbox'),
  byName('adapters-outside-composition', 'apps/business/src/request-quote', 'postgres'),
  byName('adapters-outside-composition', 'apps/reactive/src/answer-quote', 'sns-sqs'),
  byName('testing-outside-specs', 'libs/platform/src', 'testing'),
  {
    rule: 'testing-outside-specs',
    from: 'apps/business/src/start.ts',
    imports: './testing/builder.js',
    to: 'apps/business/src/testing/builder.ts',
    beside: { 'apps/business/src/testing/builder.ts': EMPTY },
  },
  {
    rule: 'partner-imports-sibling',
    from: `${PARTNERS}/acme/sibling.ts`,
    imports: '../cogwheel/client.js',
    to: `${PARTNERS}/cogwheel/client.ts`,
    beside: { [`${PARTNERS}/cogwheel/client.ts`]: EMPTY },
  },
];

const ANYWHERE: readonly Canary[] = [
  { rule: 'domain-is-pure', from: 'libs/domain/src/node.ts', imports: 'node:crypto', to: 'crypto' },
  {
    rule: 'api-client-runs-in-browsers',
    from: 'libs/api-client/src/node.ts',
    imports: 'node:crypto',
    to: 'crypto',
  },
  {
    rule: 'package-by-path',
    from: 'libs/contracts/src/by-path.ts',
    imports: '../../domain/src/index.js',
    to: indexOf('domain'),
  },
  {
    rule: 'package-past-its-index',
    from: 'libs/ports/src/past-index.ts',
    imports: '@app/contracts/inside',
    to: 'libs/contracts/src/inside.ts',
    beside: { 'libs/contracts/src/inside.ts': EMPTY },
  },
  {
    rule: 'cycle',
    from: 'libs/ports/src/egg.ts',
    imports: './hen.js',
    to: 'libs/ports/src/hen.ts',
    beside: { 'libs/ports/src/hen.ts': "import type {} from './egg.js';\n" },
  },
  { rule: 'unresolved', from: 'libs/ports/src/lost.ts', imports: './nowhere.js', to: './nowhere.js' },
  {
    rule: 'unresolved',
    from: 'libs/ports/src/not-exported.ts',
    imports: '@app/contracts/src/index.js',
    to: '@app/contracts/src/index.js',
  },
  {
    rule: 'grab-bag',
    from: 'libs/ports/src/grab.ts',
    imports: './date-utils.js',
    to: 'libs/ports/src/date-utils.ts',
    beside: { 'libs/ports/src/date-utils.ts': EMPTY },
  },
];

/** At least one violation of every rule, and nothing that breaks two rules. */
export const CANARIES: readonly Canary[] = [...LAYERS, ...NARROWER, ...ANYWHERE];
