import { eventually } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { StoreLooks } from './store-looks.js';

const AWAY = new Error('away');

describe('looks at the store', () => {
  let store: () => Promise<string>;
  let listener: (state: string | undefined) => void;
  let found: string[];
  let failures: unknown[];
  let looks: StoreLooks<string>;
  beforeEach(() => {
    found = [];
    failures = [];
    store = async () => 'state';
    listener = () => undefined;
    looks = new StoreLooks({
      read: (id) => store().then((state) => `${state} of ${id}`),
      isWanted: () => true,
      found(_, state) {
        found.push(state ?? 'gone');
        listener(state);
      },
      failed: (error) => failures.push(error),
    });
  });

  const finds = (...states: string[]) => eventually(() => expect(found).toEqual(states));

  it('say why they fail once, until they succeed again', async () => {
    store = () => Promise.reject(AWAY);
    for (const id of ['one', 'two']) looks.ask(id);
    await eventually(() => expect(failures).toEqual([AWAY]));
    store = async () => 'state';
    looks.retry();
    await finds('state of one', 'state of two');
    expect(failures).toEqual([AWAY]);
    store = () => Promise.reject(AWAY);
    looks.ask('one');
    await eventually(() => expect(failures).toEqual([AWAY, AWAY]));
  });

  it('do not take a mistake of a listener for a store that is away, but tell it, and go on', async () => {
    const mistake = new TypeError('a mistake');
    listener = () => {
      throw mistake;
    };
    looks.ask('one');
    await eventually(() => expect(failures).toEqual([mistake]));
    listener = () => undefined;
    looks.retry();
    looks.ask('two');
    await finds('state of one', 'state of two');
    looks.ask('one');
    await finds('state of one', 'state of two', 'state of one');
  });
});
