import type { ServiceDefinition, Settings } from '@app/platform';

type LoadAdapter = () => Promise<{ readonly adapter: ServiceDefinition<Settings> }>;

/** One folder for each partner of the registry. Only the chosen one is loaded, so only its secrets are read. */
export const PARTNER_FOLDERS: ReadonlyMap<string, LoadAdapter> = new Map<string, LoadAdapter>([
  ['acme-general', () => import('./partners/acme-general/index.js')],
  ['cogwheel-direct', () => import('./partners/cogwheel-direct/index.js')],
]);
