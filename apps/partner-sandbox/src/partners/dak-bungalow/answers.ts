import { type Reply, reply } from '../../wire/reply.js';
import { wireAmount } from './wire-forms.js';

/** What D's answers are made of: lines of fields (partners.md D.1). */

export type Line = readonly string[];

const HEADER_FIELDS = 8;

/** `H`: result code and text, then fields of which the last may be left out. */
export const headerLine = (code: string, text: string, ...fields: string[]): Line => {
  const given = ['H', code, text, ...fields];
  return [...given, ...Array.from({ length: HEADER_FIELDS - given.length }, () => '')];
};

export const errorLine = (code: string, field: string, text: string, ...more: string[]): Line => [
  'E',
  code,
  field,
  text,
  ...more,
];

/** In whole rupees. */
export interface Figures {
  readonly net: number;
  readonly gst: number;
  readonly total: number;
}

/** `T`: how many `L` lines came before, and what they come to. */
export const totalLine = (priceLines: number, { net, gst, total }: Figures): Line => [
  'T',
  String(priceLines),
  ...[net, gst, total].map(wireAmount),
];

const written = (line: Line): string => `${line.map((field) => field.replaceAll('|', '/')).join('|')}\r\n`;

export const textReply = (lines: readonly Line[], status = 200): Reply =>
  reply(status, 'text/plain; charset=ISO-8859-1', Buffer.from(lines.map(written).join(''), 'latin1'));
