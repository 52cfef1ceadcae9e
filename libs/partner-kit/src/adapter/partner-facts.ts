import type { CallLimits } from '@app/ports';
import type { ErrorCodes } from '../errors/partner-refusal.js';
import type { DeclineCodes } from '../replies/quote-replies.js';

/** What an adapter needs of its partner's manifest in the registry. */
export interface PartnerFacts extends CallLimits {
  readonly id: string;
  readonly name: string;
  readonly secrets: readonly { readonly name: string; readonly sandboxValue?: string }[];
  readonly errorCodes: ErrorCodes;
  readonly declineCodes: DeclineCodes;
}
