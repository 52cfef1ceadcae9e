import type { ApplicationView } from '@app/contracts';
import { formatRupees } from '@app/domain';
import type { Candidate, NoOffer } from '../apply/choose-offer.js';
import { noteOf, rowOf } from './answer-table.js';
import { describeOffer } from './closing-lines.js';
import { printable } from './table.js';

type PriceChange = NonNullable<ApplicationView['priceChange']>;
type Document = ApplicationView['documents'][number];

/** Why there is nothing to apply for, and the way out. */
export function noOfferLines(none: NoOffer): string[] {
  if (none.reason === 'NOT_ASKED')
    return [
      `${none.partner} was not asked: it does not sell this product line, or the request leaves it out.`,
      `Those that were asked: ${none.asked.join(', ')}.`,
    ];
  const rows = none.rows.map((answer) => {
    const note = noteOf(rowOf(answer, { answeredAfterMs: new Map() }));
    return `  ${printable([answer.partnerName, answer.status, note].filter((part) => part !== '').join('  '))}`;
  });
  return [
    'There is no offer that can be applied for:',
    ...rows,
    'Leave the partner out of --apply, or ask for something else (--example, --registration, --pincode).',
  ];
}

export const applyingLines = (candidate: Candidate, dueMinor: number, reference: string): string[] => [
  '',
  `Applying for ${describeOffer(candidate)}; ${formatRupees(dueMinor)} paid with the development reference ${reference} …`,
];

export const acceptedLine = ({ id }: ApplicationView): string => `Application ${id}`;

export function priceLines({ previousTotalMinor, newTotalMinor, decideBy }: PriceChange): string[] {
  const difference = newTotalMinor - previousTotalMinor;
  const [old, now, off] = [previousTotalMinor, newTotalMinor, Math.abs(difference)].map(formatRupees);
  return [
    `The price has changed: ${old} before, ${now} now, ${off} ${difference > 0 ? 'more' : 'less'}.`,
    `It can be accepted until ${decideBy}; if it is not, nothing is issued and what was paid goes back.`,
  ];
}

export const priceAcceptedLine = (dueMinor: number, reference: string): string =>
  `Accepted; ${formatRupees(dueMinor)} paid with ${reference}, and the first payment goes back.`;

/** How a price that waits can still be accepted. */
export const howToAcceptLines = ({ id, priceChange }: ApplicationView, origin: string): string[] => [
  'The new price is not accepted. To accept whatever it becomes, ask again with --apply --accept-price.',
  `On a stack that stays up (npm start) this very one can be accepted, with a payment of its own:`,
  `  POST ${origin}/v1/applications/${id}/acceptances { "acceptedTotalMinor": ${priceChange?.newTotalMinor}, "payment": … }`,
];

const refundLines = ({ refund }: ApplicationView): string[] =>
  refund === null
    ? []
    : [
        `${formatRupees(refund.amountMinor)} ${refund.status === 'DUE' ? 'goes back to the customer' : 'has gone back'}.`,
      ];

export function policyLines(application: ApplicationView, { answer }: Candidate): string[] {
  const { policyNumber, period, totalMinor } = application;
  const days = period === null ? '' : `, ${period.from} to ${period.to} (both days included)`;
  return [
    '',
    printable(`Policy ${policyNumber} of ${answer.partnerName}${days}, ${formatRupees(totalMinor)}.`),
    ...refundLines(application),
  ];
}

export const documentLine = ({ type, contentType, sha256, href }: Document, origin: string): string =>
  printable(`Document ${type} (${contentType}, sha256 ${sha256}): ${origin}${href}`);

/** What is said of an application that ended, or stopped, without a policy. */
export function noPolicyLines(application: ApplicationView): string[] {
  const { id, status } = application;
  const attention = [
    `There is no policy yet: an operator has to look at application ${id} (NEEDS_ATTENTION).`,
    `Its way out: POST /v1/ops/applications/${id}/resolutions, with a key of scope ops.`,
  ];
  const ended = [`There is no policy: the application has ended (${status}). A new quote has new offers.`];
  return [...(status === 'NEEDS_ATTENTION' ? attention : ended), ...refundLines(application)];
}
