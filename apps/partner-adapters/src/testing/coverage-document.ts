import type { CoverageRow, PolicyCoverageRow } from '@app/partner-kit/conformance';
import type { PartnerManifest } from '@app/partner-registry';

/** A partner with what the conformance suite shows of it. */
export interface PartnerCoverage {
  readonly manifest: Pick<PartnerManifest, 'id' | 'name' | 'lines' | 'operations' | 'errorCodes'>;
  readonly rows: readonly CoverageRow[];
  readonly policyRows: readonly PolicyCoverageRow[];
}

const inCode = (text: string): string => `\`${text}\``;
const yesOrNo = (is: boolean | null): string => (is === true ? 'yes' : 'no');
const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
const orNone = (texts: readonly string[]): string => texts.join(', ') || '–';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const ofKind = (rows: readonly CoverageRow[], kind: CoverageRow['kind']) => rows.filter((row) => row.kind === kind);

const declinesOf = (rows: readonly CoverageRow[]): string[] =>
  rows.map(({ what, category, leftOut }) =>
    leftOut === null ? `${inCode(what)} ${category}` : `${inCode(what)} ${category} (left out: ${leftOut})`,
  );

function linesTable({ manifest, rows, policyRows }: PartnerCoverage): string {
  const cells = manifest.lines.map((line) => {
    const own = rows.filter((row) => row.line === line);
    const examples = ofKind(own, 'EXAMPLE').map(({ what }) => what);
    const policies = policyRows.filter((row) => row.line === line).map(({ what }) => what);
    const operations = Object.keys(manifest.operations).map(inCode);
    const declines = declinesOf(ofKind(own, 'DECLINE'));
    return [inCode(line), orNone(operations), orNone(examples), orNone(declines), orNone(policies)];
  });
  return table(['line', 'operations', 'worked examples that run', 'declines that run', 'policies that run'], cells);
}

/** How a code of the partner's was shown, over all that it comes with. */
function howShown(rows: readonly CoverageRow[]): string {
  const reason = rows.find(({ leftOut }) => leftOut !== null)?.leftOut;
  if (reason !== undefined) return `left out: ${reason}`;
  const ways = rows.map(({ status }) => (status === null ? 'in a pushed result' : `HTTP ${status}`));
  return unique(ways).join(', ') || 'nowhere';
}

/** What a code means for a policy; a second row of a code has words after it. */
function meaningOf(code: string, policyRows: readonly PolicyCoverageRow[]): string {
  const own = policyRows.filter(({ kind, what }) => kind === 'ERROR' && what.split(' ')[0] === code);
  return orNone(unique(own.map(({ means, leftOut }) => means ?? `left out: ${leftOut}`)));
}

function registryCells({ manifest, policyRows }: PartnerCoverage, errors: readonly CoverageRow[]): string[][] {
  const { errorCodes } = manifest;
  return Object.entries(errorCodes).map(([code, { category, retryable }]) => {
    const own = errors.filter(({ what }) => what === code);
    return [inCode(code), category, yesOrNo(retryable), howShown(own), meaningOf(code, policyRows)];
  });
}

function errorsTable(partner: PartnerCoverage): string {
  const { manifest, rows, policyRows } = partner;
  const errors = ofKind(rows, 'ERROR');
  const unknown = errors.filter(({ what }) => !Object.hasOwn(manifest.errorCodes, what));
  const cells = unknown.map((row) => {
    const facts = [row.category ?? '–', yesOrNo(row.retryable), howShown([row]), meaningOf(row.what, policyRows)];
    return [`${inCode(row.what)}, not in the registry`, ...facts];
  });
  const head = ['error code', 'category', 'retryable', 'shown for a quote', 'of one try to issue'];
  return table(head, [...registryCells(partner, errors), ...cells]);
}

const section = (partner: PartnerCoverage): string =>
  [`## ${partner.manifest.name} (${inCode(partner.manifest.id)})`, linesTable(partner), errorsTable(partner)].join(
    '\n\n',
  );

/** The cases of a kind, each as every partner has it, in the order of the first partner's. */
const casesOf = (partners: readonly PartnerCoverage[], kind: CoverageRow['kind']) =>
  Map.groupBy(
    ofKind(
      partners.flatMap(({ rows }) => rows),
      kind,
    ),
    ({ what }) => what,
  );

function answersTable(partners: readonly PartnerCoverage[]): string {
  const cases = [...casesOf(partners, 'ANSWER')];
  const cell = (rows: readonly CoverageRow[], id: string) => {
    const row = rows.find(({ partner }) => partner === id);
    return row === undefined || row.leftOut !== null ? 'left out' : (row.category ?? '–');
  };
  const ids = partners.map(({ manifest }) => manifest.id);
  return table(
    ['case', ...ids],
    cases.map(([what, rows]) => [what, ...ids.map((id) => cell(rows, id))]),
  );
}

function transportTable(partners: readonly PartnerCoverage[]): string {
  const cells = [...casesOf(partners, 'TRANSPORT')].map(([what, rows]) => {
    const [first] = rows;
    const missing = rows.filter(({ leftOut }) => leftOut !== null).map(({ partner }) => partner);
    const shown = missing.length === 0 ? 'every partner' : `every partner but ${missing.join(', ')}`;
    return [what, first?.category ?? '–', yesOrNo(first?.retryable ?? null), shown];
  });
  return table(['case', 'category', 'retryable', 'shown for'], cells);
}

/** Why a case is not there, for those whose tables have no room to say it. */
function reasons(partners: readonly PartnerCoverage[], kind: CoverageRow['kind']): string[] {
  const rows = ofKind(
    partners.flatMap((partner) => partner.rows),
    kind,
  );
  const list = rows.flatMap(({ partner, what, leftOut }) =>
    leftOut === null ? [] : `- ${inCode(partner)} without ${what}: ${leftOut}`,
  );
  return list.length === 0 ? [] : ['Left out, and why:', list.join('\n')];
}

const introduction = (command: string): string =>
  `Written from the manifests of the registry and the descriptions that the conformance suite runs: it says what is tested,
and a test fails when it does not. \`${command}\` writes it again.

Of every partner the suite also shows that each call is authenticated, that the same question is asked the same way, and
that no personal data leaves that the partner can quote without. Of its policies: that an order is always sent as the same
bytes under the same key, that a lost answer makes no second policy, and that what happens on the way is never read as more
than can be known.`;

/** `docs/partner-coverage.md`: partner × line × operation × error, and what happens on the way. */
export function coverageDocument(partners: readonly PartnerCoverage[], command: string): string {
  const parts = [
    '# What is tested of every partner',
    introduction(command),
    ...partners.map(section),
    '## Answers that must not become an offer, and calls that are not made',
    answersTable(partners),
    ...reasons(partners, 'ANSWER'),
    '## On the way',
    transportTable(partners),
    ...reasons(partners, 'TRANSPORT'),
  ];
  return `${parts.join('\n\n')}\n`;
}
