import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ok, type Result, refused } from '@app/domain';
import { findPartner, PARTNERS } from '@app/partner-registry';
import type { OptionDefinition } from '../command-line.js';
import type { ApplyArguments } from './apply-for-offer.js';
import { chooseHolder } from './holder-details.js';

export const APPLY_OPTIONS = {
  apply: {
    takes: 'PARTNER',
    optional: true,
    about: 'then apply for the cheapest offer, of this partner when given, and follow it to its policy',
  },
  application: {
    takes: 'PATH',
    about: 'with --apply: who is insured (JSON, POST /v1/applications without offerId, acceptedTotalMinor, payment)',
  },
  'accept-price': { about: 'with --apply: accept a changed price without being asked' },
  document: { takes: 'PATH', about: 'with --apply: save the first document of the policy here' },
} as const satisfies Record<string, OptionDefinition>;

type ApplyOption = keyof typeof APPLY_OPTIONS;

const BELONG_TO_APPLY = ['application', 'accept-price', 'document'] as const satisfies readonly ApplyOption[];

const partnerProblems = (partner: string | undefined): string[] =>
  partner === undefined || findPartner(partner) !== undefined
    ? []
    : [`--apply: "${partner}" is no partner; there is ${PARTNERS.map(({ id }) => id).join(', ')}`];

/** Known before anything is bought: that there is a folder for the document. */
function documentProblems(file: string | undefined): string[] {
  const folder = file === undefined ? undefined : dirname(resolve(file));
  return folder === undefined || existsSync(folder) ? [] : [`--document: there is no folder ${folder}`];
}

/** Where the options stand, among others. */
interface Given {
  readonly texts: Pick<ReadonlyMap<ApplyOption, string>, 'get' | 'has'>;
  readonly flags: Pick<ReadonlySet<ApplyOption>, 'has'>;
}

/** What to apply for, undefined when nothing is; or every problem at once. */
export function applyArguments({ texts, flags }: Given): Result<ApplyArguments | undefined, string[]> {
  if (!flags.has('apply') && !texts.has('apply')) {
    const alone = BELONG_TO_APPLY.filter((name) => flags.has(name) || texts.has(name));
    return alone.length === 0 ? ok(undefined) : refused(alone.map((name) => `--${name} belongs to --apply`));
  }
  const partner = texts.get('apply');
  const holder = chooseHolder(texts.get('application'));
  const documentFile = texts.get('document');
  const problems = [...partnerProblems(partner), ...(holder.ok ? [] : holder.error), ...documentProblems(documentFile)];
  if (!holder.ok || problems.length > 0) return refused(problems);
  return ok({ partner, holder: holder.value, acceptsPrice: flags.has('accept-price'), documentFile });
}
