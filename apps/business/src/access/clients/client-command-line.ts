import { parseArgs } from 'node:util';
import { type ApiClient, CLIENT_SCOPES, type ClientScope } from '@app/ports';
import { DEFAULT_CREATIONS_PER_SECOND, DEFAULT_PLAN } from './development-clients.js';

/** What is asked of the directory of clients. */
export type ClientCommand =
  | { readonly name: 'add'; readonly client: ApiClient }
  | { readonly name: 'rotate' | 'end-old-keys' | 'remove'; readonly id: string }
  | { readonly name: 'list' };

export interface ClientCommandLine {
  readonly command: ClientCommand;
  readonly json: boolean;
}

/** Every problem with the arguments at once, as sentences. */
export interface UsageProblems {
  readonly problems: readonly string[];
}

const FLAGS = ['public', 'json'];
const TEXTS = ['id', 'scopes', 'rate', 'burst', 'per-day', 'creations'];

/** The options of each command; `--json` goes with all of them. */
const COMMANDS: Readonly<Record<ClientCommand['name'], readonly string[]>> = {
  add: ['id', 'public', 'scopes', 'rate', 'burst', 'per-day', 'creations'],
  rotate: ['id'],
  'end-old-keys': ['id'],
  remove: ['id'],
  list: [],
};

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/i;
/** The clients of the development keys are called so: a stored one of that name would own what they created. */
const RESERVED = /^development(-|$)/i;
const MAX_ID_LENGTH = 60;
const MAX_AMOUNT = 1_000_000_000;

const isCommand = (name: string | undefined): name is ClientCommand['name'] =>
  name !== undefined && Object.hasOwn(COMMANDS, name);
const isScope = (name: string): name is ClientScope => CLIENT_SCOPES.some((scope) => scope === name);

/** The arguments in their form, and what is wrong with it. */
class GivenArguments {
  readonly problems: string[] = [];
  readonly words: string[] = [];
  private readonly values = new Map<string, string>();

  constructor(args: readonly string[]) {
    const options = Object.fromEntries([
      ...FLAGS.map((name) => [name, { type: 'boolean' as const }]),
      ...TEXTS.map((name) => [name, { type: 'string' as const }]),
    ]);
    const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
    for (const token of tokens) {
      if (token.kind === 'positional') this.words.push(token.value);
      if (token.kind === 'option') this.take(token.name, token.rawName, token.value);
    }
  }

  get names(): IterableIterator<string> {
    return this.values.keys();
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  text(name: string): string | undefined {
    return this.values.get(name);
  }

  /** A whole number above zero. */
  amount(name: string, fallback: number): number {
    const text = this.values.get(name);
    if (text === undefined) return fallback;
    const value = /^\d+$/.test(text) ? Number(text) : 0;
    if (value < 1 || value > MAX_AMOUNT) this.problems.push(`--${name} needs a whole number from 1 to ${MAX_AMOUNT}`);
    return value;
  }

  private take(name: string, rawName: string, value: string | undefined): void {
    if (FLAGS.includes(name) && value === undefined) this.values.set(name, '');
    else if (FLAGS.includes(name)) this.problems.push(`${rawName} takes no value`);
    else if (!TEXTS.includes(name)) this.problems.push(`${rawName} is not an option`);
    else if (value === undefined || value === '' || value.startsWith('-'))
      this.problems.push(`${rawName} needs a value`);
    else this.values.set(name, value);
  }
}

function idOf(given: GivenArguments): string {
  const id = given.text('id') ?? '';
  if (id === '') given.problems.push('--id is required: which client');
  else if (!ID.test(id) || id.length > MAX_ID_LENGTH)
    given.problems.push(`--id is made of letters, digits and single hyphens, ${MAX_ID_LENGTH} at most`);
  return id;
}

function scopesOf(given: GivenArguments): ClientScope[] {
  const names = [...new Set((given.text('scopes') ?? 'quotes').split(',').map((name) => name.trim()))];
  const unknown = names.filter((name) => !isScope(name));
  if (unknown.length > 0)
    given.problems.push(`--scopes: "${unknown.join(', ')}" is none of ${CLIENT_SCOPES.join(', ')}`);
  return names.filter(isScope);
}

function clientOf(given: GivenArguments): ApiClient {
  const id = idOf(given);
  if (RESERVED.test(id)) given.problems.push('--id must not begin with "development": those clients have set keys');
  const isPublic = given.has('public');
  const scopes = scopesOf(given);
  if (isPublic && scopes.includes('ops'))
    given.problems.push('--public has no scope ops: its key is visible to anyone');
  if (given.has('creations') && !isPublic) given.problems.push('--creations goes with --public only');
  const creations = given.amount('creations', DEFAULT_CREATIONS_PER_SECOND);
  return {
    id,
    kind: isPublic ? 'PUBLIC' : 'CONFIDENTIAL',
    scopes,
    plan: {
      ratePerSecond: given.amount('rate', DEFAULT_PLAN.ratePerSecond),
      burst: given.amount('burst', DEFAULT_PLAN.burst),
      perDay: given.amount('per-day', DEFAULT_PLAN.perDay),
      creationsPerSecond: isPublic ? creations : null,
    },
  };
}

function commandOf(name: ClientCommand['name'], given: GivenArguments): ClientCommand {
  for (const option of given.names)
    if (option !== 'json' && !COMMANDS[name].includes(option))
      given.problems.push(`--${option} does not go with ${name}`);
  if (name === 'list') return { name };
  return name === 'add' ? { name, client: clientOf(given) } : { name, id: idOf(given) };
}

/** Reads the arguments of the command that manages clients. */
export function readClientCommand(args: readonly string[]): ClientCommandLine | UsageProblems {
  const given = new GivenArguments(args);
  const [name, ...others] = given.words;
  for (const word of others) given.problems.push(`"${word}" belongs to no option`);
  if (!isCommand(name)) {
    const what = name === undefined ? 'Say what to do' : `"${name}" is not a command`;
    return { problems: [`${what}: ${Object.keys(COMMANDS).join(', ')}`, ...given.problems] };
  }
  const command = commandOf(name, given);
  return given.problems.length > 0 ? { problems: given.problems } : { command, json: given.has('json') };
}
