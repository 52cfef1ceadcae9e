import { addDays, addYears, istDateAt } from '@app/domain';
import { z } from 'zod';
import { checkBody } from '../../wire/check-body.js';
import { firstProblem } from '../../wire/first-problem.js';
import { onePagePdf } from '../../wire/pdf.js';
import { type Reply, reply } from '../../wire/reply.js';
import { headerLine, textReply, totalLine } from './answers.js';
import { type DakPolicy, isIssued } from './book.js';
import { inputError, result } from './errors.js';
import type { FormCall } from './gate.js';
import type { IssueDesk } from './proposals.js';
import { FIELD_CODES, identifier, wireDateOf } from './wire-forms.js';

/** What D says of policies: `pstatus.do` and `pdoc.do` (partners.md D.4). */

const PATH_OF_DOCUMENT = '/cgi-bin/pdoc.do?policy_no=';

/** An issued policy, for the first time or again. */
const ISSUED = ['00', 'POLICY ISSUED'] as const;
const ISSUED_BEFORE = ['01', 'ALREADY ISSUED'] as const;

function issuedReply([code, text]: typeof ISSUED | typeof ISSUED_BEFORE, policy: DakPolicy): Reply {
  const { policyNo, proposal, figures, issuedAtMs } = policy;
  const { startDate } = proposal.quote;
  const dates = [istDateAt(new Date(issuedAtMs)), startDate, addDays(addYears(startDate, 1), -1)];
  return textReply([
    headerLine(code, text, proposal.propNo, policyNo, ...dates.map(wireDateOf)),
    ['F', 'POLICY', PATH_OF_DOCUMENT + encodeURIComponent(policyNo)],
    totalLine(0, figures),
  ]);
}

/** A policy as it stands; `again`: to a repeated call (errata 10). */
export function policyReply(policy: DakPolicy, now: Date, again: boolean): Reply {
  if (isIssued(policy, now)) return issuedReply(again ? ISSUED_BEFORE : ISSUED, policy);
  const { proposal, figures } = policy;
  return textReply([headerLine('05', 'ISSUE PENDING', proposal.propNo), totalLine(0, figures)]);
}

const statusRequest = z.object({ prop_no: identifier });

/** `pstatus.do`: what became of a proposal (errata 4). */
export const readStatus =
  ({ book, world }: IssueDesk) =>
  ({ call, form }: FormCall): Reply => {
    const request = firstProblem(checkBody(statusRequest, [], FIELD_CODES, form), ['prop_no']);
    if (!request.ok) return inputError(request.error, '');
    const propNo = request.value.prop_no;
    const policy = book.policyOfProposal(propNo);
    const quote = (policy?.proposal ?? book.proposal(propNo))?.quote;
    call.note({ reference: quote?.transactionReference ?? null, magic: quote?.magic.number ?? null });
    if (policy !== undefined) return policyReply(policy, world.now(), false);
    return result(quote === undefined ? '45' : '47', propNo);
  };

const documentRequest = z.object({ policy_no: identifier });

/** `pdoc.do`: not there before the policy is issued. */
export const readDocument =
  ({ book, world }: IssueDesk) =>
  ({ form }: FormCall): Reply => {
    const request = firstProblem(checkBody(documentRequest, [], FIELD_CODES, form), ['policy_no']);
    if (!request.ok) return inputError(request.error, '');
    const policy = book.policy(request.value.policy_no);
    if (policy === undefined || !isIssued(policy, world.now())) return result('45', request.value.policy_no);
    return reply(200, 'application/pdf', onePagePdf(`Dak Bungalow policy ${policy.policyNo}`));
  };
