const times = (count: number, text: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => text(at));

/** An object with this many fields, as short as JSON can be. */
export const manyFields = (count: number): string => `{${times(count, (at) => `"${at.toString(36)}":0`).join()}}`;

/** An array in an array in an array. */
const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** Texts that stand where a JSON value should: some are JSON, some only nearly. */
export const HOSTILE_JSON: readonly string[] = [
  ...['1e400', '-1e400', '-0', '9007199254740993', '1e308', '1e-400', '0.1', '-1', '99999999999999999999', '1E+2'],
  ...['null', 'true', 'false', '[]', '{}', '""', '" "', '[null]', '[[]]', '[{}]', '{"":{}}', '[0,"0",{}]'],
  ...[
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '"\\u0000"',
    '"a\\u0000b"',
    '"\\ufeff"',
    '"\\uffff"',
    '"\u202e"',
    '"💥"',
    '"e\\u0301"',
  ],
  ...['"__proto__"', '"constructor"', '"toString"', '"hasOwnProperty"', '"prototype"', '"length"'],
  ...[
    '{"__proto__":{"x":1}}',
    '{"\\u005f\\u005fproto__":1}',
    '{"constructor":{"prototype":{"x":1}}}',
    '{"toString":1}',
  ],
  ...['{"length":1e9}', '{"then":1}', '{"toJSON":"x"}', '{"a":1,"a":2}', '{"a":1,"\\u0061":2}'],
  ...['"2026-02-30"', '"9999-12-31"', '"0000-01-01"', '"-000001-01-01"', '"+275760-09-13"', '"2026-12-01T00:00:00Z"'],
  ...['"2026-12-01T25:00:00Z"', '"2026-12-31T23:59:60Z"', '"0001-01-01T00:00:00Z"', '"2024-02-29"', '"1900-02-29"'],
  ...['"<script>"', '"\' OR 1=1 --"', '"#{7*7}"', '"../../etc/passwd"', '"%00"', '"\\r\\nx: y"'],
  ...[
    '01',
    'NaN',
    '-Infinity',
    'undefined',
    "'x'",
    '"\t"',
    '"\\x"',
    '"open',
    '{"a"}',
    '{a:1}',
    '[1,]',
    '/**/1',
    '+1',
    '.5',
  ],
  `"${'x'.repeat(5_000)}"`,
  `"${'9'.repeat(2_000)}"`,
  '9'.repeat(1_000),
  `[${times(3_000, () => '0').join()}]`,
  `[${times(500, (at) => `"item${at}"`).join()}]`,
  manyFields(2_000),
  nested(15),
  nested(25),
  nested(5_000),
];

/** Keys of objects, as they stand in JSON. */
export const HOSTILE_KEYS: readonly string[] = [
  ...[
    '"__proto__"',
    '"\\u005f_proto__"',
    '"constructor"',
    '"prototype"',
    '"toString"',
    '"valueOf"',
    '"hasOwnProperty"',
  ],
  ...['""', '" "', '"a/b~c"', '"\\u0000"', '"\\ud800"', '"length"', '"0"', '"-1"', '"then"', '"toJSON"', '"$ref"'],
  ...['"productLine"', '"risk"', '"requestId"', '"clientId"', '"accessToken"', '"riskFingerprint"', 'unquoted', '7'],
  `"${'k'.repeat(2_000)}"`,
];
