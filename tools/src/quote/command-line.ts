import { parseArgs } from 'node:util';

export interface OptionDefinition {
  /** What it takes, as the help shows it; absent for a flag. */
  readonly takes?: string;
  /** It may also stand alone, as a flag. */
  readonly optional?: true;
  readonly about: string;
}

export type OptionDefinitions<Name extends string> = Readonly<Record<Name, OptionDefinition>>;

export interface GivenOptions<Name extends string> {
  readonly texts: ReadonlyMap<Name, string>;
  readonly flags: ReadonlySet<Name>;
  /** Every problem with the form of the arguments, as sentences. */
  readonly problems: readonly string[];
}

interface GivenOption {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function problemOf(given: GivenOption, definition: OptionDefinition | undefined): string | undefined {
  const { rawName, value, inlineValue } = given;
  if (definition === undefined) return `${rawName} is not an option`;
  if (definition.takes === undefined) return value === undefined ? undefined : `${rawName} takes no value`;
  if (definition.optional && value === undefined) return undefined;
  // Without an equals sign what follows is the next option rather than a value.
  const missing = !value || (value.startsWith('-') && !inlineValue);
  return missing ? `${rawName} needs ${definition.takes}` : undefined;
}

/** A value that may be missing is one only when it does not look like the next option. */
function joinOptionalValues(definitions: OptionDefinitions<string>, args: readonly string[]): string[] {
  const mayTakeNext = (arg = ''): boolean => arg.startsWith('--') && definitions[arg.slice(2)]?.optional === true;
  const isValue = (at: number): boolean => mayTakeNext(args[at - 1]) && args[at]?.startsWith('-') === false;
  return args.flatMap((arg, at) => {
    if (isValue(at)) return [];
    return [isValue(at + 1) ? `${arg}=${args[at + 1]}` : arg];
  });
}

function tokensOf(definitions: OptionDefinitions<string>, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(definitions).map(([name, { takes, optional }]) => [
      name,
      { type: takes === undefined || optional ? 'boolean' : 'string' } as const,
    ]),
  );
  const joined = joinOptionalValues(definitions, args);
  return parseArgs({ args: joined, options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

/** Reads arguments without stopping at the first problem. */
export function readOptions<Name extends string>(
  definitions: OptionDefinitions<Name>,
  args: readonly string[],
): GivenOptions<Name> {
  const isName = (name: string): name is Name => Object.hasOwn(definitions, name);
  const texts = new Map<Name, string>();
  const flags = new Set<Name>();
  const problems: string[] = [];
  for (const token of tokensOf(definitions, args)) {
    if (token.kind === 'positional') problems.push(`"${token.value}" belongs to no option`);
    if (token.kind !== 'option') continue;
    const problem = problemOf(token, isName(token.name) ? definitions[token.name] : undefined);
    if (problem !== undefined) problems.push(problem);
    else if (isName(token.name) && token.value === undefined) flags.add(token.name);
    else if (isName(token.name)) texts.set(token.name, token.value ?? '');
  }
  return { texts, flags, problems };
}

function usageOf(name: string, { takes, optional }: OptionDefinition): string {
  if (takes === undefined) return `--${name}`;
  return `--${name} ${optional ? `[${takes}]` : takes}`;
}

/** The options as the help lists them. */
export function describeOptions(definitions: OptionDefinitions<string>): string {
  const usages = Object.entries(definitions).map(([name, option]) => [usageOf(name, option), option.about] as const);
  const width = Math.max(...usages.map(([usage]) => usage.length));
  return usages.map(([usage, about]) => `  ${usage.padEnd(width)}  ${about}`).join('\n');
}

export interface NumberBounds {
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
  /** No fractions. */
  readonly whole?: boolean;
}

/** The numbers among the options, and a sentence for each that is out of its bounds. */
export function readNumbers<Name extends string>(
  texts: ReadonlyMap<string, string>,
  bounds: Readonly<Record<Name, NumberBounds>>,
): { readonly values: Readonly<Record<Name, number>>; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const numberOf = ([name, { fallback, min, max, whole = false }]: [string, NumberBounds]): [string, number] => {
    const text = texts.get(name);
    const value = text === undefined ? fallback : Number(text);
    const isGood = value >= min && value <= max && (!whole || Number.isInteger(value));
    if (!isGood) problems.push(`--${name}: "${text}" is no ${whole ? 'whole number' : 'number'} from ${min} to ${max}`);
    return [name, value];
  };
  const values = Object.fromEntries(Object.entries<NumberBounds>(bounds).map(numberOf));
  // One value for each name of the bounds.
  return { values: values as Record<Name, number>, problems };
}
