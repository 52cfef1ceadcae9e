import type { ReceivedCall } from '../testing/fake-partner.js';
import type { AdapterUnderTest } from './adapter-under-test.js';
import type { PartnerDescription } from './partner-description.js';
import type { PolicyDescription } from './policy-description.js';

/** What the parts of the suite about policies are given. */
export interface PolicySuite {
  readonly description: PartnerDescription;
  readonly policies: PolicyDescription;
  /** Makes one step for each order. */
  readonly hasty: () => AdapterUnderTest;
  readonly patient: () => AdapterUnderTest;
}

export const issueCalls = ({ policies: { isIssue } }: PolicySuite, adapter: AdapterUnderTest): ReceivedCall[] =>
  adapter.partner.calls.filter(isIssue);
