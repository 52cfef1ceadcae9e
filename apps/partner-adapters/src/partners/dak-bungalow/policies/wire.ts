import { z } from 'zod';
import { amountText, dateText, numberText } from '../printed.js';

/** Parameters of `pprop.do` (partners.md D.3); the last four may be empty. */
export type DakProposalForm = Readonly<
  Record<'quote_no' | 'eng_no' | 'chs_no' | 'own_name' | 'own_addr' | 'own_pin' | 'nom_name' | 'nom_rel', string>
>;

/** Parameters of `pissue.do` (partners.md D.4). `pay_dt` is `DD-MON-YYYY`, `pay_amt` in the text form of T. */
export type DakIssueForm = Readonly<Record<'prop_no' | 'pay_ref' | 'pay_dt' | 'pay_amt', string>>;

const text = z.string();

/** T: no L lines, net, GST, total. */
const total = z.tuple([text, amountText, amountText, amountText], text).transform(([, , , amount]) => amount);

export interface DakProposal {
  readonly propNo: string;
  readonly totalMinor: number;
}

/** D's answer to the proposal of this quote. H: text, quote, proposal. */
export const proposalOf = ({ quote_no }: Pick<DakProposalForm, 'quote_no'>): z.ZodType<DakProposal> =>
  z
    .object({ header: z.tuple([text, z.literal(quote_no), numberText], text), trailer: total })
    .transform(({ header: [, , propNo], trailer: totalMinor }) => ({ propNo, totalMinor }));

export type DakPolicy =
  | {
      readonly state: 'ISSUED';
      readonly policyNumber: string;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      /** Where its documents are, as D writes it. */
      readonly paths: readonly string[];
    }
  | { readonly state: 'PENDING' };

export type DakStatus = DakPolicy | { readonly state: 'NONE' };

/** H of an answer about this proposal: text, proposal, then what there is of a policy. */
const about = (propNo: string) => [text, z.literal(propNo)] as const;

const day = dateText.optional().catch(undefined);

/** D's answers to the payment of this proposal. H: number, day of issue, first and last day. */
export function policyOf(propNo: string): z.ZodType<DakPolicy> {
  const issued = z
    .object({
      rc: z.enum(['00', '01']),
      // The policy is there, whatever its days are.
      header: z.tuple([...about(propNo), numberText, text, day, day], text),
      files: z.array(z.tuple([text, text], text)),
    })
    .transform(({ header: [, , policyNumber, , from, to], files }) => {
      return { state: 'ISSUED' as const, policyNumber, from, to, paths: files.map(([, path]) => path) };
    });
  const pending = z
    .object({ rc: z.literal('05'), header: z.tuple(about(propNo), text) })
    .transform(() => ({ state: 'PENDING' as const }));
  return z.union([issued, pending]);
}

/** D's answers to what became of this proposal. */
export function statusOf(propNo: string): z.ZodType<DakStatus> {
  const none = z
    .object({ rc: z.literal('47'), header: z.tuple(about(propNo), text) })
    .transform(() => ({ state: 'NONE' as const }));
  return z.union([policyOf(propNo), none]);
}
