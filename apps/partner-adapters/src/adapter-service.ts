import type { ServiceDefinition, Setting, Settings } from '@app/platform';
import { z } from 'zod';
import { PARTNER_FOLDERS } from './partner-folders.js';

const PARTNER: Setting<string> = {
  schema: z.enum([...PARTNER_FOLDERS.keys()]),
  about: `The partner that this process serves: ${[...PARTNER_FOLDERS.keys()].join(', ')}`,
};

/** Knows only that a partner has to be chosen: it says so, lists them, and never starts. */
const noPartner: ServiceDefinition<Settings> = {
  name: 'partner-adapters',
  about: 'integration service of one partner',
  settings: { PARTNER },
  start: () => Promise.reject(new Error('No partner was chosen')),
};

/** The integration service of a partner, with the settings of that partner alone. */
export async function adapterService(partner: string | undefined): Promise<ServiceDefinition<Settings>> {
  const load = PARTNER_FOLDERS.get(partner ?? '');
  if (load === undefined) return noPartner;
  const { adapter } = await load();
  return { ...adapter, settings: { PARTNER, ...adapter.settings } };
}
