import { PARTNERS } from '@app/partner-registry';
import { describeOptions } from './command-line.js';
import { exampleNames } from './examples.js';
import { QUOTE_OPTIONS } from './quote-arguments.js';

/** partners.md 0.5, by the last two digits. */
const MAGIC_VALUES = [
  ['01', 'declines'],
  ['02', 'refers: a price that cannot be bought as it is'],
  ['03', 'is down: every call gets its retryable failure'],
  ['04', 'is flaky: two calls fail, the third one answers'],
  ['05', 'hangs for 45 s'],
  ['06', 'breaks: its internal error, which is not worth a retry'],
  ['07', 'answers with half a body'],
  ['08', 'quotes as usual, asks for ₹500 more at issuance'],
  ['09', 'quotes as usual, loses the answer at issuance'],
  ['10', 'quotes as usual, takes its time at issuance'],
  ['11', 'answers after 4 s'],
  ['12', 'quotes for 5 s only'],
  ['13', 'sends its webhook twice (Eleventh Hour only)'],
] as const;

/** A partner's digit is its letter's place in the alphabet, and every slug begins with the letter (partners.md). */
const digitOf = (slug: string): number => slug.charCodeAt(0) - 'a'.charCodeAt(0) + 1;

export function quoteHelp(): string {
  const digits = PARTNERS.map(({ id, name }) => `${digitOf(id)} ${name}`).join(', ');
  const magic = MAGIC_VALUES.map(([number, effect]) => `  9p${number}  ${effect}`);
  return `npm run quote [-- options]

Asks every partner for a quote and shows each answer as it arrives. Uses the stack of this checkout when one runs
(npm start), else starts one for the length of this quote and leaves nothing behind. With --apply it goes on from the
offer to the policy: it pays with a reference that only a stack for development takes, and moves no money.

${describeOptions(QUOTE_OPTIONS)}

Examples to send: ${exampleNames().join(', ')}

Magic plates of the partners' sandbox: the number at the end of --registration makes a partner misbehave, as in
MH12AB9103. The p is 0 for every partner, or one partner's digit: ${digits}.
The partner then
${magic.join('\n')}

For a program: npm --silent run quote -- --json
Exit codes: 0 the request completed, whatever the answers, and with --apply the policy is issued; 1 it did not, or is
not; 2 bad arguments; 3 no stack and --no-start; 4 the price has changed and nobody has accepted the new one.
`;
}
