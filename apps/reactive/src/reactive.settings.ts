import { partnersOfDomain, settingsPrefix } from '@app/partner-registry';
import {
  awsSettings,
  listenHostSetting,
  portSetting,
  type Setting,
  type Settings,
  type SettingsValues,
  signingKeysSetting,
  urlSetting,
} from '@app/platform';
import { PRODUCT_DOMAINS, type ProductDomain } from '@app/product-lines';
import { z } from 'zod';

const DEFAULT_DOMAIN: ProductDomain = 'motor';
const productDomain = z.enum(PRODUCT_DOMAINS);

const ownSettings = {
  PRODUCT_DOMAIN: {
    schema: productDomain,
    about: `The product domain whose queues it works on: ${PRODUCT_DOMAINS.join(', ')}`,
    fallback: DEFAULT_DOMAIN,
  },
  INTERNAL_PORT: portSetting('Port of the health checks', 3002),
  LISTEN_HOST: listenHostSetting,
  CALLBACK_URL: urlSetting('Internal API of the business service, where partner answers go', 'http://127.0.0.1:3001'),
  HEDGE_QUOTES: {
    schema: z.stringbool(),
    about: 'Whether quote calls that are late get a second one beside them, where the registry allows it',
    fallback: 'false',
  },
  ...awsSettings,
  INTERNAL_SIGNING_KEYS: signingKeysSetting,
} satisfies Settings;

type AdapterUrlName = `PARTNER_${string}_ADAPTER_URL`;

/** `acme-general` → `PARTNER_ACME_GENERAL_ADAPTER_URL` */
export const adapterUrlName = (partnerId: string): AdapterUrlName => `${settingsPrefix(partnerId)}ADAPTER_URL`;

type AdapterSettings = Readonly<Record<AdapterUrlName, Setting<string>>>;

function adapterSettings(domain: ProductDomain): AdapterSettings {
  const about = (name: string) => `Integration service of ${name}, required because it sells in the domain ${domain}`;
  return Object.fromEntries(
    partnersOfDomain(domain).map(({ id, name }) => [adapterUrlName(id), urlSetting(about(name))]),
  );
}

/** Everything the reactive service reads from its environment; which partners it needs depends on its domain. */
export function reactiveSettings(domain: string | undefined): typeof ownSettings & AdapterSettings {
  const known = productDomain.safeParse(domain);
  return { ...ownSettings, ...adapterSettings(known.success ? known.data : DEFAULT_DOMAIN) };
}

export type ReactiveSettings = SettingsValues<ReturnType<typeof reactiveSettings>>;
