import { fileURLToPath } from 'node:url';
import { PARTNERS, type PartnerManifest, settingsPrefix } from '@app/partner-registry';
import { PRODUCT_DOMAINS, type ProductDomain } from '@app/product-lines';
import type { ProcessDefinition } from './supervised-process.js';

/** What the services are told about the world they run in. */
export interface Surroundings {
  readonly databaseUrl: string;
  readonly brokerUrl: string;
  readonly topicArnPrefix: string;
  readonly region: string;
  /** Null where there is no Redis. */
  readonly redisUrl: string | null;
  /** The sandbox's origin; null when every partner is somewhere else. */
  readonly sandboxUrl: string | null;
  readonly publicPort: number;
  readonly internalPort: number;
  /** The ports of the integration services and of the reactive services, by name. */
  readonly ports: Readonly<Record<string, number>>;
}

/** What the development clients of an embedded stack show; nobody else knows them. */
export const DEVELOPMENT_KEYS = {
  key: 'development-key',
  publicKey: 'development-public-key',
  opsKey: 'development-ops-key',
};

type Env = Record<string, string>;

/** A compiled file of this checkout. */
export const entry = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const adapterName = (partner: PartnerManifest): string => `partner-adapters/${partner.id}`;
export const reactiveName = (domain: ProductDomain): string => `reactive/${domain}`;

/** Every process that needs a port only to be reached by the others. */
export const INNER_PROCESSES: readonly string[] = [...PARTNERS.map(adapterName), ...PRODUCT_DOMAINS.map(reactiveName)];

/** A partner is taken from the sandbox unless somebody says where else it is. */
export const isFromSandbox = (partner: PartnerManifest, env: NodeJS.ProcessEnv): boolean =>
  !env[`${settingsPrefix(partner.id)}BASE_URL`];

const loopback = (port: number | undefined): string => `http://127.0.0.1:${port}`;

/** The emulator takes any credentials, but the SDK wants some. */
export const brokerCredentials = () => ({
  accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? 'local',
  secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? 'local',
});

const redisEnv = ({ redisUrl }: Surroundings): Env => (redisUrl === null ? {} : { REDIS_URL: redisUrl });

function awsEnv({ brokerUrl, region }: Surroundings): Env {
  const { accessKeyId, secretAccessKey } = brokerCredentials();
  return {
    AWS_ENDPOINT_URL: brokerUrl,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  };
}

export const sandboxProcess = (port: number): ProcessDefinition => ({
  name: 'partner-sandbox',
  script: entry('apps/partner-sandbox/dist/main.js'),
  env: { PORT: String(port), LISTEN_HOST: '127.0.0.1' },
});

export const migrationScript = entry('apps/business/dist/migrate.js');

function businessProcess(world: Surroundings): ProcessDefinition {
  return {
    name: 'business',
    script: entry('apps/business/dist/main.js'),
    env: {
      ...awsEnv(world),
      ...redisEnv(world),
      PORT: String(world.publicPort),
      INTERNAL_PORT: String(world.internalPort),
      DATABASE_URL: world.databaseUrl,
      SNS_TOPIC_ARN_PREFIX: world.topicArnPrefix,
      DEVELOPMENT_API_KEY: DEVELOPMENT_KEYS.key,
      DEVELOPMENT_PUBLIC_KEY: DEVELOPMENT_KEYS.publicKey,
      DEVELOPMENT_OPS_KEY: DEVELOPMENT_KEYS.opsKey,
    },
  };
}

/** Where a partner that pushes its results reaches us, unless somebody says otherwise: the sandbox is on this machine. */
function webhook({ id, webhookPath }: PartnerManifest, port: number | undefined): Env {
  const variable = `${settingsPrefix(id)}WEBHOOK_URL`;
  return webhookPath === null || variable in process.env ? {} : { [variable]: `${loopback(port)}${webhookPath}` };
}

function adapterProcess(partner: PartnerManifest, world: Surroundings): ProcessDefinition {
  const { sandboxUrl } = world;
  const base: Env =
    sandboxUrl === null || !isFromSandbox(partner, process.env)
      ? {}
      : { [`${settingsPrefix(partner.id)}BASE_URL`]: sandboxUrl };
  const port = world.ports[adapterName(partner)];
  return {
    name: adapterName(partner),
    script: entry('apps/partner-adapters/dist/main.js'),
    env: {
      ...base,
      ...webhook(partner, port),
      ...redisEnv(world),
      PARTNER: partner.id,
      INTERNAL_PORT: String(port),
      CALLBACK_URL: loopback(world.internalPort),
    },
  };
}

function reactiveProcess(domain: ProductDomain, world: Surroundings): ProcessDefinition {
  const adapters = PARTNERS.map((partner) => [
    `${settingsPrefix(partner.id)}ADAPTER_URL`,
    loopback(world.ports[adapterName(partner)]),
  ]);
  return {
    name: reactiveName(domain),
    script: entry('apps/reactive/dist/main.js'),
    env: {
      ...awsEnv(world),
      ...Object.fromEntries(adapters),
      PRODUCT_DOMAIN: domain,
      INTERNAL_PORT: String(world.ports[reactiveName(domain)]),
      CALLBACK_URL: loopback(world.internalPort),
    },
  };
}

/** Our own services, derived from the registry: one integration service a partner, one reactive service a domain. */
export function serviceProcesses(world: Surroundings): ProcessDefinition[] {
  const services = [
    businessProcess(world),
    ...PARTNERS.map((partner) => adapterProcess(partner, world)),
    ...PRODUCT_DOMAINS.map((domain) => reactiveProcess(domain, world)),
  ];
  return services.map((service) => ({
    ...service,
    env: { NODE_ENV: 'development', LISTEN_HOST: '127.0.0.1', ...service.env },
  }));
}
