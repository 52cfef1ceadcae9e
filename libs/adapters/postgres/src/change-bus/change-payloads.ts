import type { QuoteChanged } from '@app/ports';

/** The server takes payloads of less than 8,000 bytes; ids and versions are plain ASCII. */
const MOST_CHARACTERS = 7_900;

/** Stands for changes that nobody could keep. */
export const ANYTHING_CHANGED = '*';

const ENTRY = /^(?<id>[^ ]+) (?<version>\d{1,9})(?<withdrawn>!?)$/;

const entryOf = ({ id, version, withdrawn }: QuoteChanged): string => `${id} ${version}${withdrawn ? '!' : ''}`;

/** `<id> <version>`, with `!` behind it for a withdrawn consent; as many in one payload as it holds. */
export function payloadsOf(changes: readonly QuoteChanged[]): string[] {
  const payloads: string[] = [];
  let payload = '';
  for (const entry of changes.map(entryOf)) {
    const longer = payload === '' ? entry : `${payload},${entry}`;
    if (longer.length > MOST_CHARACTERS) {
      payloads.push(payload);
      payload = entry;
    } else {
      payload = longer;
    }
  }
  return payload === '' ? payloads : [...payloads, payload];
}

/** Undefined when it says that anything may have changed, or what only a later release understands. */
export function changesIn(payload: string): QuoteChanged[] | undefined {
  const changes = payload.split(',').map((entry): QuoteChanged | undefined => {
    const { id, version, withdrawn } = ENTRY.exec(entry)?.groups ?? {};
    return id === undefined ? undefined : { id, version: Number(version), withdrawn: withdrawn === '!' };
  });
  const known = changes.filter((change) => change !== undefined);
  return known.length === changes.length ? known : undefined;
}
