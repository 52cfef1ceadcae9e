import { extendedStatus } from './errors.js';
import type { Assessment, Change, Reason } from './lines/babbage-line.js';
import type { XmlContents } from './soap.js';

/** What B says of a risk that it can read (partners.md B.2). */

type Priced = Extract<Assessment, { readonly decline: null }>;

const leftOutStatus = (coverage: string): XmlContents =>
  extendedStatus('com.bl_CoverageLeftOut', 'BL-301', `Coverage ${coverage} is not sold for this vehicle`);

const referred = ({ code, text }: Reason): XmlContents => extendedStatus('com.bl_Referred', code, text);

const changed = ({ elementPath, oldValue, newValue }: Change): XmlContents => ({
  ActionCd: 'M',
  ElementPath: elementPath,
  OldValue: oldValue,
  NewValue: newValue,
});

export const declinedStatus = ({ code, text }: Reason): XmlContents => ({
  MsgStatus: { MsgStatusCd: 'Rejected', ExtendedStatus: extendedStatus('com.bl_Declined', code, text) },
});

/** The code of the weightiest thing there is to say. */
function statusCode({ referrals, leftOut, changes }: Priced): string {
  if (referrals.length > 0) return 'PendingNeedInformation';
  if (leftOut.length > 0) return 'SuccessWithInfo';
  return changes.length > 0 ? 'SuccessWithChanges' : 'Success';
}

/** The status of a price; what there is to say beside its code is all in the lists. */
export const pricedStatus = (assessment: Priced): XmlContents => ({
  MsgStatus: {
    MsgStatusCd: statusCode(assessment),
    ExtendedStatus: [...assessment.referrals.map(referred), ...assessment.leftOut.map(leftOutStatus)],
    ChangeStatus: assessment.changes.map(changed),
  },
});

export const SUCCESS: XmlContents = { MsgStatus: { MsgStatusCd: 'Success' } };

/** Issuance goes on. */
export const PENDING: XmlContents = { MsgStatus: { MsgStatusCd: 'ResponsePending' } };
