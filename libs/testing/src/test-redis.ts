import { describe } from '@jest/globals';
import { requiredVariable } from './test-database.js';

/**
 * A suite on the Redis of `TEST_REDIS_URL`. Redis is optional for users, so its suites are left out where there is none;
 * in CI a missing one is an error.
 */
export function describeWithRedis(title: string, suite: (url: string) => void): void {
  const { TEST_REDIS_URL, CI } = process.env;
  const isLeftOut = !TEST_REDIS_URL && CI !== 'true';
  if (isLeftOut) describe.skip(title, () => suite(''));
  else describe(title, () => suite(requiredVariable('TEST_REDIS_URL')));
}
