import { expect, it } from '@jest/globals';

/** A case that shows in the report why it is not there. */
export function saysWhy(what: string, reason: string): void {
  it(`leaves out ${what}: ${reason}`, () => {
    expect(reason.length).toBeGreaterThan(20);
  });
}
