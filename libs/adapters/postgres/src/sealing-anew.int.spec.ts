import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { daysAgo, StoredQuotes, sealerWith } from './testing/stored-quotes.js';

describe('sealing anew what is stored in PostgreSQL', () => {
  let quotes: StoredQuotes;

  beforeAll(async () => {
    quotes = await StoredQuotes.open();
  });
  afterAll(() => quotes.close());
  beforeEach(() => quotes.clear());

  it('puts every row under the present key, the oldest of a key first, with what it held', async () => {
    const [one, two, three] = [sealerWith('one'), sealerWith('two'), sealerWith('three')];
    const ids = [
      await quotes.accept(daysAgo(1), one),
      await quotes.accept(daysAgo(3), one),
      await quotes.accept(daysAgo(2), three),
      await quotes.accept(daysAgo(4), two),
    ];
    const opened = async () => Promise.all((await quotes.sealedOf(ids)).map((sealed) => all.open(sealed ?? '')));
    const all = sealerWith('two', 'one', 'three');
    const before = await opened();
    const untouched = (await quotes.sealedOf(ids))[3];
    const retention = quotes.retentionWith(all);
    expect(await retention.reseal(1)).toBe(1);
    expect(await quotes.keysOf(ids)).toEqual(['one', 'two', 'three', 'two']);
    expect(await retention.reseal(10)).toBe(2);
    expect(await quotes.keysOf(ids)).toEqual(['two', 'two', 'two', 'two']);
    expect(await retention.reseal(10)).toBe(0);
    expect(await opened()).toEqual(before);
    expect((await quotes.sealedOf(ids))[3]).toBe(untouched);
  });

  it('goes on with applications, whatever became of quote requests', async () => {
    const quote = await quotes.accept(daysAgo(1), sealerWith('lost'));
    const ids: string[] = [];
    for (const key of ['one', 'two', 'one']) ids.push(await quotes.apply(sealerWith(key)));
    const both = sealerWith('two', 'one');
    const contentOf = (sealer = both) => Promise.all(ids.map((id) => quotes.applicationsWith(sealer).content(id)));
    const before = await contentOf();
    expect(before.map((content) => content?.details.proposer.fullName)).toEqual(ids.map(() => 'Asha Rao'));
    const retention = quotes.retentionWith(both);
    await expect(retention.reseal(10)).rejects.toThrow('of 1 quote requests cannot be opened');
    expect(await contentOf(sealerWith('two'))).toEqual(before);
    await quotes.pool.query('DELETE FROM quote_request WHERE id = $1', [quote]);
    expect(await retention.reseal(10)).toBe(0);
    expect(await quotes.retentionWith(sealerWith('three', 'two')).reseal(2)).toBe(2);
  });

  it('leaves what was erased alone', async () => {
    const ids = [await quotes.accept(daysAgo(40), sealerWith('one'))];
    await quotes.retentionWith().erasePersonal(daysAgo(30), 10);
    expect(await quotes.retentionWith(sealerWith('two', 'one')).reseal(10)).toBe(0);
    expect(await quotes.sealedOf(ids)).toEqual([null]);
  });

  it('does not bring back what is erased while it is being sealed', async () => {
    const ids = [
      await quotes.accept(daysAgo(40), sealerWith('one')),
      await quotes.accept(daysAgo(40), sealerWith('one')),
    ];
    const both = sealerWith('two', 'one');
    const open = async (sealed: string) => {
      await quotes.retentionWith().erasePersonal(daysAgo(30), 10);
      return both.open(sealed);
    };
    await quotes.retentionWith({ seal: both.seal, open }).reseal(10);
    expect(await quotes.sealedOf(ids)).toEqual([null, null]);
  });

  it('says that some cannot be opened, and seals the others', async () => {
    const ids = [
      await quotes.accept(daysAgo(2), sealerWith('one')),
      await quotes.accept(daysAgo(1), sealerWith('one')),
    ];
    await quotes.pool.query(`UPDATE quote_request_content SET personal_sealed = 'one.broken' WHERE request_id = $1`, [
      ids[0],
    ]);
    const retention = quotes.retentionWith(sealerWith('two', 'one'));
    await expect(retention.reseal(10)).rejects.toThrow('of 1 quote requests cannot be opened');
    expect(await quotes.keysOf(ids)).toEqual(['one', 'two']);
    const lost = quotes.retentionWith(sealerWith('three'));
    await expect(lost.reseal(10)).rejects.toThrow('cannot be opened');
  });

  it('is safe by several at the same time', async () => {
    const ids = [];
    for (let n = 0; n < 20; n += 1) ids.push(await quotes.accept(daysAgo(1), sealerWith('one')));
    await Promise.all(Array.from({ length: 4 }, () => quotes.retentionWith(sealerWith('two', 'one')).reseal(20)));
    while ((await quotes.retentionWith(sealerWith('two', 'one')).reseal(20)) > 0);
    expect(new Set(await quotes.keysOf(ids))).toEqual(new Set(['two']));
  });
});
