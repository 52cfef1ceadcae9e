import type { PartnerAdapter } from '@app/partner-kit';
import type { Settings } from '@app/platform';

type LoadAdapter = () => Promise<{ readonly adapter: PartnerAdapter<Settings> }>;

/** One folder for each partner of the registry. Only the chosen one is loaded, so only its secrets are read. */
export const PARTNER_FOLDERS: ReadonlyMap<string, LoadAdapter> = new Map<string, LoadAdapter>([
  ['acme-general', () => import('./partners/acme-general/index.js')],
  ['babbage-lovelace', () => import('./partners/babbage-lovelace/index.js')],
  ['cogwheel-direct', () => import('./partners/cogwheel-direct/index.js')],
  ['dak-bungalow', () => import('./partners/dak-bungalow/index.js')],
  ['eleventh-hour', () => import('./partners/eleventh-hour/index.js')],
  ['fizzbuzz', () => import('./partners/fizzbuzz/index.js')],
]);
