import { describe, expect, it } from '@jest/globals';
import { linkedFiles } from './links.js';

describe('the links of a document', () => {
  it('are followed from where the document stands, without their anchors', () => {
    const text =
      'See [the store](../libs/store.ts#L3), [here](./adr/) and [this](#below), [that](https://example.org).';
    expect(linkedFiles('docs/flow.md', text)).toEqual(['libs/store.ts', 'docs/adr/']);
  });
});
