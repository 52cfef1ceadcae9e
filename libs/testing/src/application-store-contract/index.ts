import { describe } from '@jest/globals';
import { keepingSuite } from './keeping.js';
import { keysSuite } from './keys.js';
import { lookingSuite } from './looking.js';
import { submittingSuite } from './submitting.js';
import { type MakeApplications, Suite } from './suite.js';

/** The obligations of `ApplicationStore`; every implementation passes all of them. */
export function applicationStoreContract(make: MakeApplications): void {
  describe('a store of applications', () => {
    const suite = new Suite(make);
    submittingSuite(suite);
    keysSuite(suite);
    keepingSuite(suite);
    lookingSuite(suite);
  });
}
