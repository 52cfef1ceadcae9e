import {
  listenHostSetting,
  portSetting,
  type SealingKey,
  type Setting,
  type Settings,
  sealingKeysSetting,
  signingKeysSetting,
  urlSetting,
} from '@app/platform';
import { z } from 'zod';
import type { PartnerFacts } from './partner-facts.js';

/** Where the sandbox listens when it is started by hand. */
const SANDBOX_URL = 'http://127.0.0.1:4100';

/** What every adapter reads, whichever partner it serves. */
export const serverSettings = {
  INTERNAL_PORT: portSetting('Internal port: signed quote calls and health', 3_100),
  LISTEN_HOST: listenHostSetting,
  INTERNAL_SIGNING_KEYS: signingKeysSetting,
} satisfies Settings;

export const baseUrlSetting = ({ name }: PartnerFacts): Setting<string> =>
  urlSetting(`Origin of the API of ${name}`, SANDBOX_URL);

/** A URL that may be left out. */
export const optionalUrlSetting = (about: string): Setting<string | undefined> => ({
  schema: urlSetting(about).schema.optional(),
  about,
});

function secretOf({ id, name, secrets }: PartnerFacts, secretName: string) {
  const secret = secrets.find((candidate) => candidate.name === secretName);
  if (secret === undefined) throw new RangeError(`The manifest of ${id} names no secret ${secretName}`);
  return { about: `${secretName} at ${name}`, developmentFallback: secret.sandboxValue, secret: true };
}

/** A secret of the registry: in development the partner's published sandbox value. Throws for one it does not name. */
export const secretSetting = (partner: PartnerFacts, secretName: string): Setting<string> => ({
  ...secretOf(partner, secretName),
  schema: z.string().min(1),
});

/** A secret of the registry for one of several ways to log in: it may be left out. */
export const optionalSecretSetting = (partner: PartnerFacts, secretName: string): Setting<string | undefined> => ({
  ...secretOf(partner, secretName),
  schema: z.string().min(1).optional(),
});

export const sealingKeySetting = ({ id, name }: PartnerFacts): Setting<SealingKey[]> =>
  sealingKeysSetting(`Opens the personal fields of requests to ${name}`, id);
