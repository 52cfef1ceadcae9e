import type { Violation } from './cruise.js';

const describe = ({ rule, from, to }: Violation): string => `${rule}: ${from} → ${to}`;

/** What is wrong with the rules, given what the canaries should have set off and what they did. */
export function compareReports(
  rules: Iterable<string>,
  expected: readonly Violation[],
  reported: readonly Violation[],
): string[] {
  const withCanary = new Set(expected.map(({ rule }) => rule));
  const wanted = new Set(expected.map(describe));
  const seen = new Set(reported.map(describe));
  return [
    ...[...rules].filter((rule) => !withCanary.has(rule)).map((rule) => `${rule} has no canary`),
    ...[...wanted].filter((line) => !seen.has(line)).map((line) => `lets its canary pass, ${line}`),
    ...[...seen].filter((line) => !wanted.has(line)).map((line) => `reports what is no canary of it, ${line}`),
  ];
}
