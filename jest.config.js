import { readFileSync } from 'node:fs';

const { exclude: _, ...swc } = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** Tests run from source: `@app/source` is each library's `src/index.ts`. Start them with `npm test`. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{apps,libs,tools,e2e}/**/*.{spec,e2e}.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['@app/source', 'node', 'node-addons'] },
  setupFiles: ['reflect-metadata'],
};
