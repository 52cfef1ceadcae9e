import { type IssuanceRequestedData, issuanceSecrets } from '@app/contracts';
import { ok, type Result, refused } from '@app/domain';
import type { Sealer } from '@app/platform';
import { NOT_OPENED, openSealed, wholeRequest } from '../adapter/open-request.js';
import type { PolicyOrder } from './partner-policies.js';
import { policyKey } from './policy-keys.js';

/** The order with its sealed fields in place and checked again; else why not, for operators, without any value. */
export async function openOrder(data: IssuanceRequestedData, sealer: Sealer): Promise<Result<PolicyOrder, string>> {
  const secrets = await openSealed(data.sealed, sealer, issuanceSecrets);
  if (secrets === undefined) return refused(NOT_OPENED);
  const request = wholeRequest(data.request, secrets.request);
  if (!request.ok) return request;
  const { applicationId, partnerQuoteRef, planCode, acceptedTotalMinor } = data;
  return ok({
    applicationId,
    key: policyKey(applicationId, data.acceptances),
    partnerQuoteRef,
    planCode,
    acceptedTotalMinor,
    request: request.value,
    details: secrets.application,
  });
}
