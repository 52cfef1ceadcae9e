import { z } from 'zod';
import { checkBody } from '../../wire/check-body.js';
import { firstProblem } from '../../wire/first-problem.js';
import { onePagePdf } from '../../wire/pdf.js';
import type { World } from '../partner.js';
import { answerReply } from './answers.js';
import { type BabbageBook, type BabbagePolicy, isIssued } from './book.js';
import { failedStatus, invalidStatus } from './errors.js';
import type { UserCall } from './gate.js';
import type { KeyedMessage } from './messages.js';
import { SUCCESS } from './msg-status.js';
import type { XmlContents } from './soap.js';
import type { Outcome } from './stored-answers.js';
import { aggregate, FIELD_CODES, text } from './wire-forms.js';

/** `PolicyInqRq`: what became of a quote (partners.md B.3). */

export interface PolicyDesk {
  readonly world: World;
  readonly book: BabbageBook;
}

const document = ({ policyNumber }: BabbagePolicy): XmlContents => ({
  MIMEContentTypeCd: 'application/pdf',
  'com.bl_Base64Content': onePagePdf(`Babbage and Lovelace policy ${policyNumber}`).toString('base64'),
});

/** What an answer holds of an issued policy, beside its status. */
export const policyMembers = (policy: BabbagePolicy): XmlContents => ({
  PersPolicy: {
    PolicyNumber: policy.policyNumber,
    PolicyStatusCd: 'Issued',
    ContractTerm: { EffectiveDt: policy.period.from, ExpirationDt: policy.period.to },
  },
  FileAttachmentInfo: document(policy),
});

const inquiry = z.object({ QuoteInfo: aggregate({ CompanysQuoteNumber: text }) });
const FIELD_ORDER = ['QuoteInfo.CompanysQuoteNumber'];

function currentState({ book, world }: PolicyDesk, quoteNumber: string): XmlContents {
  const policy = book.policyOfQuote(quoteNumber);
  if (policy === undefined && book.quote(quoteNumber) === undefined) return failedStatus('BL-910');
  if (policy === undefined) return { ...SUCCESS, PersPolicy: { PolicyStatusCd: 'QuotedNotBound' } };
  if (!isIssued(policy, world.now())) return { ...SUCCESS, PersPolicy: { PolicyStatusCd: 'QuotedAwaitingIssue' } };
  return { ...SUCCESS, ...policyMembers(policy) };
}

export const readPolicy =
  (desk: PolicyDesk) =>
  ({ call }: UserCall, message: KeyedMessage): Outcome => {
    const checked = firstProblem(checkBody(inquiry, [], FIELD_CODES, message.body), FIELD_ORDER);
    const quoteNumber = checked.ok ? checked.value.QuoteInfo.CompanysQuoteNumber : '';
    const known = desk.book.quote(quoteNumber);
    call.note({ reference: known?.rqUid ?? null, magic: known?.magic.number ?? null });
    const members = checked.ok ? currentState(desk, quoteNumber) : invalidStatus(checked.error);
    return { reply: answerReply(message, desk.world.now(), members), remembered: 'nothing' };
  };
