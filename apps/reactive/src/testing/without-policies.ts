import type { IssuanceReply } from '@app/contracts';
import type { DocumentReply, IssuanceCallback, PartnerGateway } from '@app/ports';

const never = (): never => {
  throw new Error('nothing was said of policies here');
};

/** What a partner that is asked for quotes only does with anything else. */
export abstract class WithoutPolicies implements Pick<PartnerGateway, 'issue' | 'document'> {
  issue(): Promise<IssuanceReply> {
    return never();
  }

  document(): Promise<DocumentReply> {
    return never();
  }
}

export const withoutIssuance: IssuanceCallback = { isWanted: never, post: never, keepDocument: never };
