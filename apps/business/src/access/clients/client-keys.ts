import { createHash, randomBytes } from 'node:crypto';

/** Tells our keys from other people's, for whoever finds one where it does not belong. */
const PREFIX = 'mpq_';

const BEARER = /^Bearer +(\S+)$/i;

/** A new key: `mpq_` and 43 characters of base64url. It is shown once; only its hash is kept. */
export const newClientKey = (): string => `${PREFIX}${randomBytes(32).toString('base64url')}`;

/** SHA-256, in hex. Our keys are random, so there is nothing to guess that a slow hash would protect. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** The key in an `Authorization` header; undefined when it shows none. */
export const bearerKey = (authorization: string | undefined): string | undefined =>
  BEARER.exec(authorization ?? '')?.[1];
