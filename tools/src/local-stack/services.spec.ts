import { PARTNERS } from '@app/partner-registry';
import { describe, expect, it } from '@jest/globals';
import { adapterName, INNER_PROCESSES, type Surroundings, serviceProcesses } from './services.js';

const world: Surroundings = {
  databaseUrl: 'postgresql://127.0.0.1:1/postgres',
  brokerUrl: 'http://127.0.0.1:2',
  topicArnPrefix: 'arn:aws:sns:ap-south-1:000000000000:',
  region: 'ap-south-1',
  redisUrl: null,
  sandboxUrl: 'http://127.0.0.1:3',
  publicPort: 4,
  internalPort: 5,
  ports: Object.fromEntries(INNER_PROCESSES.map((name, at) => [name, 100 + at])),
};

/** Where each partner may push its results, by partner; undefined where it is not told. */
const webhooksOf = (processes: ReturnType<typeof serviceProcesses>): unknown[] =>
  PARTNERS.map((partner) => {
    const env = processes.find(({ name }) => name === adapterName(partner))?.env ?? {};
    return Object.entries(env).find(([variable]) => variable.endsWith('_WEBHOOK_URL'))?.[1];
  });

describe('the processes of a stack', () => {
  it('tell exactly the partners that push where their adapter is', () => {
    const expected = PARTNERS.map((partner) =>
      partner.webhookPath === null
        ? undefined
        : `http://127.0.0.1:${world.ports[adapterName(partner)]}${partner.webhookPath}`,
    );
    expect(webhooksOf(serviceProcesses(world))).toEqual(expected);
    expect(expected.filter(Boolean)).toHaveLength(1);
  });
});
