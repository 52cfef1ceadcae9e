import { styleText } from 'node:util';
import type { RowStatus } from '@app/domain';

/** Colours a text by what became of a partner's row. */
export type Paint = (text: string, status: RowStatus) => string;

export const plain: Paint = (text) => text;

const COLOURS = {
  PENDING: 'dim',
  QUOTED: 'green',
  REFERRED: 'yellow',
  DECLINED: 'magenta',
  FAILED: 'red',
  TIMED_OUT: 'red',
} as const satisfies Record<RowStatus, string>;

/** Whether the terminal has colours and wants them is the caller's to know. */
export const coloured: Paint = (text, status) => styleText(COLOURS[status], text, { validateStream: false });
