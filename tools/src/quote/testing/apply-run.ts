import type { AnswerView } from '@app/contracts';
import type { Confirm } from '../apply/decide-price.js';
import type { Stacks } from '../choose-stack.js';
import { runQuote } from '../run-quote.js';
import { CapturedOutput } from './captured-output.js';
import { FakeApplications, type NextState } from './fake-applications.js';
import { FAKE_KEY, FakeQuoteApi } from './fake-quote-api.js';
import { quoted } from './sample-answers.js';

export const NOW = new Date('2026-11-26T10:00:00.000Z');

/** The cheapest one is the one of acme-general, 200. */
export const OFFERS = [quoted('fizzbuzz', 300), quoted('acme-general', 200), quoted('dak-bungalow', 250)];

const none: Stacks = { findRunning: () => undefined, start: () => Promise.reject(new Error('not wanted')) };

const servers: FakeQuoteApi[] = [];

/** Stops every API of a test. */
export const stopApis = async (): Promise<void> => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
};

/** An API whose insurers make these offers, and whose applications go on like this. */
export async function apiWith(
  next: readonly NextState[],
  answers: readonly AnswerView[] = OFFERS,
): Promise<FakeQuoteApi> {
  const api = await FakeQuoteApi.start(answers);
  api.applications = new FakeApplications(next);
  servers.push(api);
  return api;
}

interface Circumstances {
  readonly confirm?: Confirm;
  readonly signal?: AbortSignal;
}

/** The command at an API. */
export async function runAt(api: FakeQuoteApi, args: readonly string[], circumstances: Circumstances = {}) {
  const { confirm, signal = new AbortController().signal } = circumstances;
  const [stdout, stderr] = [new CapturedOutput(), new CapturedOutput()];
  const clocks = { now: () => performance.now(), today: () => NOW };
  const world = { stdout, stderr, stacks: none, signal, ...clocks, dumbTerminal: false, confirm };
  const code = await runQuote([...args, '--api', api.origin, '--key', FAKE_KEY], world);
  return { code, out: stdout.text, err: stderr.text, lines: stdout.lines };
}

/** The references of all payments so far. */
export const referencesOf = ({ applications: { applied, accepted } }: FakeQuoteApi): unknown[] =>
  [...applied, ...accepted].map(({ payment }) => (payment as { reference?: unknown }).reference);
