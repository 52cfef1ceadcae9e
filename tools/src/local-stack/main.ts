import { parseArgs } from 'node:util';
import { PARTNERS } from '@app/partner-registry';
import type { ReadyLine } from './ready-line.js';
import { type Stack, startStack } from './start-stack.js';

const HELP = `npm start [-- --json] [-- --verbose]

Starts the whole platform on this machine and keeps it up until Ctrl-C: PostgreSQL, an SNS/SQS emulator and the
partners' sandbox, then the business service, the reactive service and one integration service for each partner, as
processes of their own. A service that dies is started again. Ctrl-C stops everything and leaves nothing behind.

  --json      print one line of JSON on standard output when everything is healthy, and nothing else there
  --verbose   show what the services log (LOG_LEVEL=info)
  --help      this text

Environment:
  PORT, INTERNAL_PORT        ports of the business service [3000, 3001; free ones when those are taken]
  SANDBOX_PORT               port of the partners' sandbox [4100; a free one when that is taken]
  SANDBOX_LATENCY            none, sla, or fixed:<min>-<max> ms: how long the sandbox's partners take [none]
  DATABASE_URL               a PostgreSQL of your own instead of the embedded one
  REDIS_URL                  a Redis of your own; otherwise one is started where redis-server is installed
  AWS_ENDPOINT_URL           an SNS/SQS of your own instead of the embedded emulator
  PARTNER_<SLUG>_BASE_URL    a partner somewhere else instead of the sandbox: ${PARTNERS.map(({ id }) => id).join(', ')}
All of the environment is passed on to the services; each explains its own settings in its README.
`;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function announce(ready: ReadyLine): void {
  const lines = [
    '',
    `API            ${ready.api}   Authorization: Bearer ${ready.key}`,
    `Other keys     ${ready.publicKey} (public), ${ready.opsKey} (operations); more: npm run clients`,
    `Internal       ${ready.internal}`,
    `Sandbox        ${ready.sandbox ?? 'not used: every partner is somewhere else'}`,
    `Partners       ${Object.keys(ready.pids['partner-adapters']).join(', ')}`,
    '',
    'Ask for a quote:  npm run quote',
    'Ctrl-C stops everything.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The parent (npm) may be killed without a word to us: then nobody is left to stop what we started. */
function onParentGone(act: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 1_000);
  watch.unref();
}

function endAtOnce(stack: Stack): never {
  stack.kill();
  process.exit(1);
}

/** Ctrl-C arrives twice, from the terminal and from npm: only a later one is somebody who has lost patience. */
const IMPATIENT_AFTER_MS = 1_000;

/** The first signal stops everything in order (or gives up the start), a later one at once. */
function stopWhenTold(starting: Promise<Stack>, giveUp: AbortController): void {
  let askedAt: number | undefined;
  const stop = (): void => {
    if (askedAt !== undefined) {
      if (Date.now() - askedAt > IMPATIENT_AFTER_MS) void starting.then(endAtOnce, () => undefined);
      return;
    }
    askedAt = Date.now();
    say('Stopping.');
    giveUp.abort();
    starting.then(
      (stack) => stack.stop().then(() => process.exit(0)),
      () => undefined, // A start that was given up has stopped what it began, and main() says so.
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  onParentGone(stop);
}

async function main(): Promise<void> {
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  say('Starting PostgreSQL, SNS/SQS, the partners’ sandbox and the services …');
  const env: Record<string, string> = values.verbose ? { LOG_LEVEL: 'info' } : {};
  const giveUp = new AbortController();
  const starting = startStack({ log: say, env, signal: giveUp.signal });
  stopWhenTold(starting, giveUp);
  const { ready } = await starting;
  if (values.json) process.stdout.write(`${JSON.stringify(ready)}\n`);
  else announce(ready);
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
