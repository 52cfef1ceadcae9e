import type { ReceivedCall } from '../testing/fake-partner.js';
import type { WorkedOrder } from '../testing/policy-caller.js';
import { withContacts } from './personal-data.js';

type Details = WorkedOrder['details'];

/** Values that nothing else holds, by pointer into the details. Each is one word, so that no form of writing hides it. */
export const TELLING: Readonly<Record<string, string>> = {
  '/proposer/fullName': 'Holderconforming',
  '/proposer/email': 'holderconforming.mail@example.org',
  '/proposer/mobile': '+919812345678',
  '/proposer/address/line1': 'Conformingroad',
  '/proposer/address/city': 'Conformingtown',
  '/proposer/address/pincode': '411057',
  '/proposer/nominee/fullName': 'Nomineeconforming',
  '/proposer/panLast4': '987Q',
  '/asset/engineNumber': 'ENGCONFORMING1',
  '/asset/chassisNumber': 'CHACONFORMING2',
  '/payment/reference': 'PAY-CONFORMING3',
};

const told = (pointer: string): string => TELLING[pointer] ?? '';

/** The order of somebody who told everything; about a vehicle only where there is one. */
export function tellingOrder(order: WorkedOrder): WorkedOrder {
  const { details } = order;
  const proposer: Details['proposer'] = {
    ...details.proposer,
    fullName: told('/proposer/fullName'),
    email: told('/proposer/email'),
    mobile: told('/proposer/mobile'),
    address: {
      ...details.proposer.address,
      line1: told('/proposer/address/line1'),
      city: told('/proposer/address/city'),
      pincode: told('/proposer/address/pincode'),
    },
    nominee: { fullName: told('/proposer/nominee/fullName'), relation: 'SPOUSE' },
    panLast4: told('/proposer/panLast4'),
  };
  const asset = details.asset && {
    engineNumber: told('/asset/engineNumber'),
    chassisNumber: told('/asset/chassisNumber'),
  };
  const payment = { ...details.payment, reference: told('/payment/reference') };
  return { ...order, request: withContacts(order.request), details: { ...details, proposer, asset, payment } };
}

/** In a call with other marks, or without the country of a mobile number. */
const bare = (text: string): string => text.replaceAll(/[- +]/g, '');
const spelling = (value: string): string => bare(value.replace(/^\+91/, ''));

/** Pointers to the telling values that a text holds, in the order of `TELLING`. */
export function detailsIn(text: string): string[] {
  const found = bare(text);
  return Object.entries(TELLING)
    .filter(([, value]) => found.includes(spelling(value)))
    .map(([pointer]) => pointer);
}

/** All of a call as one text, percent signs of forms and of addresses read. */
export function textOf({ path, headers, body }: ReceivedCall): string {
  const sent = [path, ...Object.values(headers), body].join('\n');
  try {
    return `${sent}\n${decodeURIComponent(sent)}`;
  } catch {
    return sent;
  }
}
