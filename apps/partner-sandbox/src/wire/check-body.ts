import { ok, type Result, refused } from '@app/domain';
import { z } from 'zod';
import { valueAt } from './json.js';

/** One thing wrong with a body: where, in the partner's own code, and why. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
  /** The value that would be taken, where the partner tells. */
  readonly acceptable?: string;
}

/** What a partner calls the ways in which a single field can be wrong. */
export interface FieldCodes {
  readonly missing: string;
  readonly form: string;
  readonly choice: string;
  readonly range: string;
}

/** What the form of single fields cannot say. */
export type Rule = (body: unknown) => readonly Problem[];

/** A rule over those fields it needs; while one of them is not well formed the rule has nothing to say. */
export const rule =
  <Facts>(needs: z.ZodType<Facts>, check: (facts: Facts) => readonly Problem[]): Rule =>
  (body) => {
    const facts = needs.safeParse(body);
    return facts.success ? check(facts.data) : [];
  };

/** A field that must be in a partner's master; yields the master's entry. */
export const masterCode = <Entry>(master: ReadonlyMap<string, Entry>, what: string, unknownCode: string) =>
  z.string().transform((text, context) => {
    const entry = master.get(text);
    if (entry !== undefined) return entry;
    context.addIssue({ code: 'custom', message: `${what} ${text} is not known`, params: { code: unknownCode } });
    return z.NEVER;
  });

const KIND_OF_ISSUE: Readonly<Record<string, keyof FieldCodes>> = {
  invalid_value: 'choice',
  too_small: 'range',
  too_big: 'range',
  not_multiple_of: 'range',
};

function codeOf(issue: z.core.$ZodIssue, body: unknown, codes: FieldCodes): string {
  // Absent and null are one to both partners; a field that may be null never gets here for it.
  if ((valueAt(body, issue.path) ?? null) === null) return codes.missing;
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') return issue.params.code;
  return codes[KIND_OF_ISSUE[issue.code] ?? 'form'];
}

/** All that is wrong with a body: fields in the order of the schema, then the rules in theirs. */
export function checkBody<Value>(
  schema: z.ZodType<Value>,
  rules: readonly Rule[],
  codes: FieldCodes,
  body: unknown,
): Result<Value, readonly Problem[]> {
  const parsed = schema.safeParse(body);
  const issues = parsed.error?.issues ?? [];
  const problems: Problem[] = issues.map((issue) => ({
    path: issue.path,
    code: codeOf(issue, body, codes),
    message: issue.message,
  }));
  problems.push(...rules.flatMap((check) => check(body)));
  return parsed.success && problems.length === 0 ? ok(parsed.data) : refused(problems);
}
