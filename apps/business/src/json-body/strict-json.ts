import { ProblemException } from '@app/platform';

const MAX_DEPTH = 20;
/** In valid JSON these are all that matters for its structure: strings, brackets, colons and commas. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

const malformed = (detail: string): ProblemException => new ProblemException(400, 'malformed-json', detail);
const tooDeep = new ProblemException(400, 'too-deep', `The body has more than ${MAX_DEPTH} levels.`);
const duplicateKey = (key: string): ProblemException =>
  new ProblemException(400, 'duplicate-key', `An object of the body has the key ${JSON.stringify(key)} twice.`);
const protoKey = new ProblemException(400, 'duplicate-key', 'The key "__proto__" is not taken.');

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed('The body is not UTF-8.');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('The body is not JSON.');
  }
}

/** The keys of an object that is open at this place; null for an array, which has none. */
type Level = Set<string> | null;

function addKey(keys: Set<string>, token: string): ProblemException | undefined {
  const key: string = JSON.parse(token);
  if (key === '__proto__') return protoKey;
  if (keys.has(key)) return duplicateKey(key);
  keys.add(key);
  return undefined;
}

/** What a reader could take in two ways, or choke on; depth first, wherever it is. Takes valid JSON only. */
function refusalOf(text: string): ProblemException | undefined {
  const levels: Level[] = [];
  let keyExpected = false;
  let ambiguity: ProblemException | undefined;
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') levels.push(token === '{' ? new Set() : null);
    else if (token === '}' || token === ']') levels.pop();
    const keys = levels.at(-1);
    if (keyExpected && keys && token.startsWith('"')) ambiguity ??= addKey(keys, token);
    keyExpected = token === '{' || token === ',';
    if (levels.length > MAX_DEPTH) return tooDeep;
  }
  return ambiguity;
}

/**
 * JSON that everybody reads alike: UTF-8, at most 20 levels, no key twice in an object, no `__proto__`.
 * Throws 400 `malformed-json`, `too-deep` or `duplicate-key`, in this order.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  const value = parse(text);
  const refusal = refusalOf(text);
  if (refusal !== undefined) throw refusal;
  return value;
}
