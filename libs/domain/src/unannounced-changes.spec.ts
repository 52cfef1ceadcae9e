import { beforeEach, describe, expect, it } from '@jest/globals';
import { UnannouncedChanges } from './unannounced-changes.js';

const changed = (id: string, version: number, withdrawn = false) => ({ id, version, withdrawn });

describe('changes that nobody was told of yet', () => {
  let changes: UnannouncedChanges;
  beforeEach(() => {
    changes = new UnannouncedChanges(3);
  });

  it('are the newest of each request, in whatever order they came', () => {
    for (const version of [2, 5, 3]) changes.add(changed('one', version));
    changes.add(changed('other', 1));
    expect(changes.take(10)).toEqual({ changes: [changed('one', 5), changed('other', 1)], missed: false });
    expect(changes.isEmpty).toBe(true);
  });

  it('never forget a withdrawal, whose version may be an older one', () => {
    changes.add(changed('one', 3, true));
    changes.add(changed('one', 4));
    expect(changes.take(1).changes).toEqual([changed('one', 4, true)]);
  });

  it('are taken the oldest first', () => {
    for (const id of ['a', 'b', 'c']) changes.add(changed(id, 1));
    expect(changes.take(2).changes.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(changes.take(2).changes.map(({ id }) => id)).toEqual(['c']);
  });

  it('say once that there were too many to keep', () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) changes.add(changed(id, 1));
    changes.add(changed('a', 2));
    expect(changes.take(10)).toEqual({
      changes: ['a', 'b', 'c'].map((id) => changed(id, id === 'a' ? 2 : 1)),
      missed: true,
    });
    expect(changes.isEmpty).toBe(true);
    changes.add(changed('a', 3));
    expect(changes.take(10).missed).toBe(false);
  });

  it('can be put back, and lose to what is newer by then', () => {
    changes.add(changed('one', 2));
    const taken = changes.take(10);
    changes.add(changed('one', 3));
    changes.putBack({ ...taken, missed: true });
    expect(changes.take(10)).toEqual({ changes: [changed('one', 3)], missed: true });
  });
});
