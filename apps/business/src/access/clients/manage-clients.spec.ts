import { InMemoryClientStore, ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { readClientCommand } from './client-command-line.js';
import { hashOfKey } from './client-keys.js';
import { manageClients } from './manage-clients.js';

const problemsOf = (...args: string[]) => {
  const line = readClientCommand(args);
  return 'problems' in line ? line.problems : [];
};

describe('the command line of clients', () => {
  it('makes a confidential client with scope quotes and the usual plan unless it says otherwise', () => {
    expect(readClientCommand(['add', '--id', 'broker-portal'])).toEqual({
      json: false,
      command: {
        name: 'add',
        client: {
          id: 'broker-portal',
          kind: 'CONFIDENTIAL',
          scopes: ['quotes'],
          plan: { ratePerSecond: 200, burst: 200, perDay: 1_000_000, creationsPerSecond: null },
        },
      },
    });
    const all = ['--public', '--scopes=quotes', '--rate', '5', '--burst=9', '--per-day', '100', '--creations', '3'];
    expect(readClientCommand(['add', '--json', '--id=page', ...all])).toMatchObject({
      json: true,
      command: {
        client: {
          kind: 'PUBLIC',
          plan: { ratePerSecond: 5, burst: 9, perDay: 100, creationsPerSecond: 3 },
        },
      },
    });
    expect(readClientCommand(['add', '--id', 'page', '--public'])).toMatchObject({
      command: { client: { plan: { creationsPerSecond: 20 } } },
    });
  });

  it('names every problem at once', () => {
    const args = [
      'add',
      'more',
      '--id',
      'a b',
      '--rate',
      '0',
      '--burst',
      'x',
      '--scopes',
      'quotes,root',
      '--creations',
    ];
    expect(problemsOf(...args, '3', '--json=yes', '--fast')).toEqual([
      '--json takes no value',
      '--fast is not an option',
      '"more" belongs to no option',
      '--id is made of letters, digits and single hyphens, 60 at most',
      '--scopes: "root" is none of quotes, ops',
      '--creations goes with --public only',
      '--rate needs a whole number from 1 to 1000000000',
      '--burst needs a whole number from 1 to 1000000000',
    ]);
  });

  it.each([
    [[], 'Say what to do: add, rotate, end-old-keys, remove, list'],
    [['delete'], '"delete" is not a command: add, rotate, end-old-keys, remove, list'],
    [['remove'], '--id is required: which client'],
    [['rotate', '--id'], '--id needs a value'],
    [['list', '--id', 'one'], '--id does not go with list'],
    [['remove', '--id', 'one', '--public'], '--public does not go with remove'],
    [['add', '--id', 'development-page'], '--id must not begin with "development": those clients have set keys'],
    [['add', '--id', 'page', '--public', '--scopes', 'ops'], '--public has no scope ops: its key is visible to anyone'],
  ])('refuses %j', (args, problem) => {
    expect(problemsOf(...args)).toContain(problem);
  });
});

describe('managing clients', () => {
  let store: InMemoryClientStore;
  let made: number;
  beforeEach(() => {
    store = new InMemoryClientStore(new ManualClock());
    made = 0;
  });

  const run = (...args: string[]) => {
    const line = readClientCommand(args);
    if ('problems' in line) throw new Error(line.problems.join('\n'));
    return manageClients(store, line.command, () => `key-${++made}`);
  };
  const opens = async (key: string) => (await store.find(hashOfKey(key)))?.id;

  it('adds one, shows its key once, and keeps the hash only', async () => {
    expect(await run('add', '--id', 'one')).toEqual({
      ok: true,
      text: 'Added one. Its key, shown this once and stored nowhere:\nkey-1',
      data: { id: 'one', key: 'key-1' },
    });
    expect(await opens('key-1')).toBe('one');
    expect(JSON.stringify(await run('list'))).not.toContain('key-1');
    expect(await run('add', '--id', 'one')).toMatchObject({ ok: false, text: 'There is a client one already.' });
  });

  it('replaces a key in two steps, so that nobody is ever without one', async () => {
    await run('add', '--id', 'one');
    expect(await run('rotate', '--id', 'one')).toMatchObject({ ok: true, data: { id: 'one', key: 'key-2' } });
    expect([await opens('key-1'), await opens('key-2')]).toEqual(['one', 'one']);
    expect((await run('list')).text).toMatch(/^one {2}confidential {2}quotes {2}200\/s, .* 2 keys/);
    expect(await run('end-old-keys', '--id', 'one')).toMatchObject({ ok: true, data: { ended: 1 } });
    expect([await opens('key-1'), await opens('key-2')]).toEqual([undefined, 'one']);
  });

  it('removes one with its keys', async () => {
    await run('add', '--id', 'one');
    expect(await run('remove', '--id', 'one')).toMatchObject({ ok: true });
    expect(await opens('key-1')).toBeUndefined();
    expect((await run('list')).text).toBe('There are no clients.');
  });

  it.each(['rotate', 'end-old-keys', 'remove'])('says at %s that it does not know a client', async (command) => {
    expect(await run(command, '--id', 'two')).toMatchObject({ ok: false, text: 'There is no client two.' });
  });
});
