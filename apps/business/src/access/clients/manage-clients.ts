import type { ClientEntry, ClientStore } from '@app/ports';
import type { ClientCommand } from './client-command-line.js';
import { hashOfKey, newClientKey } from './client-keys.js';

/** What a command came to: for people, and for programs. */
export interface Outcome {
  readonly ok: boolean;
  readonly text: string;
  readonly data: unknown;
}

const failed = (text: string): Outcome => ({ ok: false, text, data: { error: text } });
const unknown = (id: string): Outcome => failed(`There is no client ${id}.`);
const done = (text: string, data: unknown): Outcome => ({ ok: true, text, data });

const shown = (key: string): string => `Its key, shown this once and stored nowhere:\n${key}`;

function describe({ id, kind, scopes, plan, keys, createdAt }: ClientEntry): string {
  const creations = plan.creationsPerSecond === null ? '' : `, ${plan.creationsPerSecond} creations/s per address`;
  const usage = `${plan.ratePerSecond}/s, ${plan.burst} at once, ${plan.perDay} a day${creations}`;
  return `${id}  ${kind.toLowerCase()}  ${scopes.join(',')}  ${usage}  ${keys} key${keys === 1 ? '' : 's'}  since ${createdAt}`;
}

async function list(store: ClientStore): Promise<Outcome> {
  const entries = await store.list();
  return done(entries.length === 0 ? 'There are no clients.' : entries.map(describe).join('\n'), entries);
}

async function endOldKeys(store: ClientStore, id: string): Promise<Outcome> {
  const entries = await store.list();
  if (!entries.some((entry) => entry.id === id)) return unknown(id);
  const ended = await store.endOldKeys(id);
  return done(`Ended ${ended} old key${ended === 1 ? '' : 's'} of ${id}; within half a minute they open nothing.`, {
    id,
    ended,
  });
}

/** Does what a command asks. Rejects with `StoreUnavailableError`. */
export async function manageClients(
  store: ClientStore,
  command: ClientCommand,
  newKey: () => string = newClientKey,
): Promise<Outcome> {
  switch (command.name) {
    case 'add': {
      const key = newKey();
      const { id } = command.client;
      const isNew = await store.add(command.client, hashOfKey(key));
      return isNew ? done(`Added ${id}. ${shown(key)}`, { id, key }) : failed(`There is a client ${id} already.`);
    }
    case 'rotate': {
      const key = newKey();
      const { id } = command;
      const text = `${id} has another key; the old ones still open it, until end-old-keys. ${shown(key)}`;
      return (await store.addKey(id, hashOfKey(key))) ? done(text, { id, key }) : unknown(id);
    }
    case 'end-old-keys':
      return endOldKeys(store, command.id);
    case 'remove': {
      const { id } = command;
      const text = `Removed ${id}; within half a minute its keys open nothing.`;
      return (await store.remove(id)) ? done(text, { id, removed: true }) : unknown(id);
    }
    case 'list':
      return list(store);
  }
}
