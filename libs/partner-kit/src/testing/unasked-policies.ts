import type { PartnerPolicies } from '../issuance/partner-policies.js';

/** Of a partner that a spec has no policies issued by. */
export const unaskedPolicies: PartnerPolicies = {
  issue: () => Promise.reject(new Error('no policy is issued here')),
  fetchDocument: () => Promise.reject(new Error('there is no document here')),
};
