import type { PolicyOrder } from '@app/partner-kit';
import { applicationDetailsOf } from '@app/testing';
import { requestFor } from '../../../testing/canonical-requests.js';
import { lines } from './worked-answers.js';

/** Proposal and payment as partners.md D.3 and D.4 print them, and the order that comes to them. */

const details = applicationDetailsOf();

export const ORDER: PolicyOrder = {
  applicationId: '01934f2a-0000-7000-8000-0000000000d1',
  key: '6f1d3c52-7a54-5d0e-9b1f-0a4f7c0e2b11',
  partnerQuoteRef: 'DBQ2611230007',
  planCode: 'P',
  acceptedTotalMinor: 1_343_500,
  request: requestFor('m1'),
  details: { ...details, payment: { ...details.payment, amountMinor: 1_343_500 } },
};

export const PROPOSAL_FORM =
  'quote_no=DBQ2611230007&eng_no=ENG123456&chs_no=MA1AB2CD3EF456789&own_name=Asha+Rao&own_addr=12+Lake+Road%2C+Pune&own_pin=411001&nom_name=Ravi+Rao&nom_rel=SPOUSE';

export const ISSUE_FORM = 'prop_no=DBP2611230004&pay_ref=PAY-88f1&pay_dt=23-NOV-2026&pay_amt=13%2C435.00';

const FIGURES = 'T|0|11,386.00|2,049.00|13,435.00';
/** Magic 08: ₹500 more, all of it net (partners-errata.md 3). */
export const NEW_FIGURES = 'T|0|11,886.00|2,049.00|13,935.00';

export const proposed = (figures = FIGURES): string =>
  lines('H|00|PROPOSAL OK|DBQ2611230007|DBP2611230004|23-NOV-2026|07-DEC-2026|', figures);

export const DOCUMENT_PATH = '/cgi-bin/pdoc.do?policy_no=DB%2FPVT%2F26%2F0000123';

export const issued = (rc = '00|POLICY ISSUED', path = DOCUMENT_PATH): string =>
  lines(`H|${rc}|DBP2611230004|DB/PVT/26/0000123|23-NOV-2026|01-DEC-2026|30-NOV-2027`, `F|POLICY|${path}`, FIGURES);

export const PENDING = lines('H|05|ISSUE PENDING|DBP2611230004||||', FIGURES);

/** An answer about the proposal, with what follows its number. */
export const aboutProposal = (rc: string, number = ''): string => lines(`H|${rc}|DBP2611230004|${number}|||`);

export const REVISED = lines('H|44|PRICE REVISED|DBP2611230004||||', NEW_FIGURES);
