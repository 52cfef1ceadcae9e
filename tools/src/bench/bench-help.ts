import { describeOptions } from '../quote/command-line.js';
import { BENCH_OPTIONS } from './bench-arguments.js';
import { BENCH_ENVIRONMENT } from './measured-stack.js';

export const benchHelp = (): string => `npm run bench [-- options]
npm run bench -- readers [options]   measures readers that wait (--help)
npm run bench -- sick [options]      measures what one partner's illness costs the others (--help)

Measures what the platform adds to the partners' own time. Sends quote requests for differing cars at random moments
(Poisson arrivals, whether or not earlier requests are done), follows each one with held reads, and takes the time the
partners' sandbox needed, by its own record, off the time the client waited.

${describeOptions(BENCH_OPTIONS)}

Only the stack of this checkout is ever loaded, and only when all its partners come from its sandbox. When none runs,
one is started for the measurement with
${Object.entries(BENCH_ENVIRONMENT)
  .map(([name, value]) => `  ${name}=${value}`)
  .join('\n')}
Ctrl-C ends the load early and prints what was measured. For a program: npm --silent run bench -- --json
Exit codes: 0 measured; 1 nothing could be measured; 2 bad arguments; 130 ended early.
`;
