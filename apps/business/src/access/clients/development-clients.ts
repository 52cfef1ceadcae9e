import type { SettingsValues } from '@app/platform';
import type { ApiClient, UsagePlan } from '@app/ports';
import type { accessSettings } from '../access.settings.js';
import { hashOfKey } from './client-keys.js';

/** What a client may use unless somebody says otherwise (http-api.md, 'Errors and limits'). */
export const DEFAULT_PLAN: UsagePlan = { ratePerSecond: 200, burst: 200, perDay: 1_000_000, creationsPerSecond: null };
/** Of a public client, for each address. */
export const DEFAULT_CREATIONS_PER_SECOND = 20;

const CLIENTS = {
  DEVELOPMENT_API_KEY: { id: 'development', kind: 'CONFIDENTIAL', scopes: ['quotes'], plan: DEFAULT_PLAN },
  DEVELOPMENT_PUBLIC_KEY: {
    id: 'development-page',
    kind: 'PUBLIC',
    scopes: ['quotes'],
    plan: { ...DEFAULT_PLAN, creationsPerSecond: DEFAULT_CREATIONS_PER_SECOND },
  },
  DEVELOPMENT_OPS_KEY: { id: 'development-ops', kind: 'CONFIDENTIAL', scopes: ['ops'], plan: DEFAULT_PLAN },
} satisfies Readonly<Record<string, ApiClient>>;

type DevelopmentKeys = Pick<SettingsValues<typeof accessSettings>, keyof typeof CLIENTS>;

/** The clients of the development keys that are set, by the hash of their key. */
export const developmentClients = (keys: DevelopmentKeys): ReadonlyMap<string, ApiClient> =>
  new Map(
    Object.entries<ApiClient>(CLIENTS).flatMap(([name, client]) => {
      const key = keys[name as keyof typeof CLIENTS];
      return key === undefined ? [] : [[hashOfKey(key), client] as const];
    }),
  );
