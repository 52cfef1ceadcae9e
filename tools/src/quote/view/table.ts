export interface Column<Row> {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly align?: 'right';
  readonly cell: (row: Row) => string;
  /** Colours a cell; gets the text already padded to its width. */
  readonly paint?: (padded: string, row: Row) => string;
}

const GAP = '  ';
const segmenter = new Intl.Segmenter();

/** Columns that a text takes on a terminal: one for each character as a reader counts them, ₹ included. */
export const widthOf = (text: string): number => [...segmenter.segment(text)].length;

/** Text from outside never moves the cursor or changes colours. */
export const printable = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim();

/** At most `width` columns, with an ellipsis where something is missing. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const kept = [...segmenter.segment(text)].slice(0, Math.max(0, width - 1)).map(({ segment }) => segment);
  return width <= 0 ? '' : `${kept.join('')}…`;
}

function pad(text: string, width: number, align: 'right' | undefined): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? `${space}${text}` : `${text}${space}`;
}

/**
 * The lines of a table, its titles first. Only the last column may be shortened: within `maxWidth` every line fits on
 * one line of the terminal as long as the other columns do.
 */
export function tableLines<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  maxWidth = Number.POSITIVE_INFINITY,
): string[] {
  const texts = rows.map((row) => columns.map(({ cell }) => printable(cell(row))));
  const widths = columns.map(({ title }, at) =>
    Math.max(widthOf(title), ...texts.map((line) => widthOf(line[at] ?? ''))),
  );
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + GAP.length, 0);
  const line = (cells: readonly string[], row?: Row): string =>
    columns
      .map(({ align, paint }, at) => {
        const isLast = at === columns.length - 1;
        const text = isLast ? shorten(cells[at] ?? '', maxWidth - before) : (cells[at] ?? '');
        const padded = isLast && align === undefined ? text : pad(text, widths[at] ?? 0, align);
        return row === undefined || paint === undefined ? padded : paint(padded, row);
      })
      .join(GAP)
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map((row, at) => line(texts[at] ?? [], row))];
}
