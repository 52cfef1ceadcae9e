import type { PartnerAnswer } from './partner-answer.js';
import { type AnsweredChange, changeByAnswers, type Describe, type QuoteChange } from './quote-change.js';
import type { QuoteProgress, RecordResult } from './quote-progress.js';

/** What is decided on: requests as they are stored, and the store's time. */
export interface LoadedQuotes {
  readonly now: Date;
  readonly requests: ReadonlyMap<string, QuoteProgress>;
}

/** How a store reads what is decided on, and keeps what was decided. */
export interface QuoteKeeping<Message> {
  readonly describe: Describe<Message>;
  load(ids: readonly string[]): Promise<LoadedQuotes>;
  /** Those that are kept now: what changed nothing, and what nobody else changed meanwhile. */
  keep<Decided extends QuoteChange<Message>>(changes: readonly Decided[]): Promise<readonly Decided[]>;
}

export type Decide<Message> = (before: QuoteProgress, now: Date, describe: Describe<Message>) => QuoteChange<Message>;

interface NumberedAnswer {
  readonly position: number;
  readonly answer: PartnerAnswer;
}

interface NumberedChange<Message> extends AnsweredChange<Message> {
  readonly numbered: readonly NumberedAnswer[];
}

type NumberedResult = readonly [position: number, result: RecordResult];

/**
 * The request once what is decided for it is kept; undefined for one that nobody knows. What somebody else changed
 * meanwhile is decided again: a request changes only a few times in its life, so this ends.
 */
export async function changeQuote<Message>(
  id: string,
  decide: Decide<Message>,
  keeping: QuoteKeeping<Message>,
): Promise<QuoteProgress | undefined> {
  for (;;) {
    const { now, requests } = await keeping.load([id]);
    const before = requests.get(id);
    if (before === undefined) return undefined;
    const change = decide(before, now, keeping.describe);
    if ((await keeping.keep([change])).length === 1) return change.after;
  }
}

/** What became of each answer, in the order given; likewise decided again until it is kept. */
export async function recordAnswers<Message>(
  answers: readonly PartnerAnswer[],
  keeping: QuoteKeeping<Message>,
): Promise<RecordResult[]> {
  const results = new Map<number, RecordResult>();
  let open: readonly NumberedAnswer[] = answers.map((answer, position) => ({ position, answer }));
  while (open.length > 0) {
    for (const [position, result] of await recordOnce(open, keeping)) results.set(position, result);
    open = open.filter(({ position }) => !results.has(position));
  }
  return answers.map((_, position) => results.get(position) ?? 'UNKNOWN_REQUEST');
}

/** Those that are missing from what it returns have to be decided again. */
async function recordOnce<Message>(
  open: readonly NumberedAnswer[],
  { describe, keep, load }: QuoteKeeping<Message>,
): Promise<NumberedResult[]> {
  const groups = Map.groupBy(open, ({ answer }) => answer.requestId);
  const { now, requests } = await load([...groups.keys()]);
  const unknown = open.filter(({ answer }) => !requests.has(answer.requestId));
  const changes = [...requests.values()].map((request): NumberedChange<Message> => {
    const numbered = groups.get(request.id) ?? [];
    const group = numbered.map(({ answer }) => answer);
    return { ...changeByAnswers(request, group, now, describe), numbered };
  });
  const kept = await keep(changes);
  return [...unknown.map(({ position }): NumberedResult => [position, 'UNKNOWN_REQUEST']), ...kept.flatMap(resultsOf)];
}

const resultsOf = ({ numbered, results }: NumberedChange<unknown>): NumberedResult[] =>
  numbered.flatMap(({ position }, at): NumberedResult[] => {
    const result = results[at];
    return result === undefined ? [] : [[position, result]];
  });
