import type { ApiClient, UsageLimit, UsagePlan } from '@app/ports';
import type { RouteAccess } from '../routes.js';

export type Usage = Exclude<RouteAccess, 'OPEN'>['usage'];

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

const burstOf = ({ burst, ratePerSecond }: UsagePlan, key: string): UsageLimit => ({
  name: 'burst',
  key,
  quota: burst,
  windowMs: Math.ceil((burst / ratePerSecond) * SECOND_MS),
});

const creationsOf = (perSecond: number, key: string): UsageLimit => ({
  name: 'burst',
  key: `${key} creations`,
  quota: perSecond,
  windowMs: SECOND_MS,
});

function quickLimit({ id, kind, plan }: ApiClient, usage: Usage, sender: () => string): UsageLimit {
  if (kind === 'CONFIDENTIAL') return burstOf(plan, id);
  const key = `${id} ${sender()}`;
  const isCreation = usage === 'CREATION' && plan.creationsPerSecond !== null;
  return isCreation ? creationsOf(plan.creationsPerSecond, key) : burstOf(plan, key);
}

/**
 * What one call counts against. Many people share the key of a public client, so that its rates are for each sender;
 * its day is everybody's together.
 */
export const limitsOf = (client: ApiClient, usage: Usage, sender: () => string): readonly UsageLimit[] => [
  quickLimit(client, usage, sender),
  { name: 'day', key: client.id, quota: client.plan.perDay, windowMs: DAY_MS },
];
