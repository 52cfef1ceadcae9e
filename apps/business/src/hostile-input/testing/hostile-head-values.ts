/** Methods that HTTP knows. */
export const OTHER_METHODS = [
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'GET',
  'POST',
  'QUERY',
  'PROPFIND',
  'M-SEARCH',
];

/** `Authorization` that opens nothing. */
export const UNKNOWN_CALLERS = [
  '',
  'Bearer',
  'Bearer ',
  'Bearer unknown',
  'Basic dXNlcjpwYXNz',
  'Bearer a b',
  'null',
  ', ,',
];

/** Types of bodies, wrong or hardly right. */
export const CONTENT_TYPES = [
  ...[
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    'text/plain',
    'application/xml',
    '',
    ';',
    'application/json;',
  ],
  ...[
    'application/json; charset=latin1',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'json',
    '*/*',
    'a/b/c',
  ],
  ...['application/x-www-form-urlencoded', 'application/problem+json', 'application/json, text/plain', '\xff/\xff'],
];

/** Headers that mean something to somebody. */
export const HEADER_NAMES = [
  ...[
    'Accept',
    'Accept-Encoding',
    'Accept-Language',
    'Content-Encoding',
    'Cookie',
    'Expect',
    'Origin',
    'Range',
    'If-Match',
  ],
  ...[
    'X-Forwarded-For',
    'X-Access-Token',
    'X-HTTP-Method-Override',
    'If-Modified-Since',
    'X-Request-Id',
    'Date',
    'From',
  ],
  ...['Access-Control-Request-Method', 'Idempotency-Key', 'Prefer', 'If-None-Match', 'Last-Event-ID', 'traceparent'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'webhook-signature',
    'Forwarded',
    'TE',
    'Via',
    'Content-Type',
    'tracestate',
  ],
];

/** What HTTP lets a header say: tabs, and bytes beyond ASCII; no other control characters. */
export const HOSTILE_HEADER_VALUES: readonly string[] = [
  ...['gzip', 'br', 'identity', 'gzip, br;q=0', '100-continue', 'bytes=0-1', 'text/event-stream', 'GET', '*/*'],
  ...['', ' ', '\t', 'a\tb', ',', ';', '=', '"', '""', '"open', '*', '\\', '%00', '%', '\xff', 'na\xefve', '\x80\x9f'],
  ...['0', '-1', '1.5', '1e400', '007', '9'.repeat(400), 'NaN', 'null', 'undefined', '[object Object]', 'true'],
  ...['__proto__', 'constructor', 'toString', '<script>', '#{7*7}', "' OR 1=1 --", '../..', 'x'.repeat(3_000)],
  ...['"1"', 'W/"1"', '"1", "2"', '"0"', 'W/', 'W/""', '"1', `${'"x",'.repeat(500)}"x"`],
  ...['wait=0', 'wait=1', 'wait=-1', 'wait=99999999999999999999', 'wait="2"', 'wait', 'wait=', 'respond-async, wait=1'],
  ...['return=minimal; wait=1', 'wait=1, wait=2', 'WAIT = 1', 'wait=1e3', 'wait=0x10'],
  ...[
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    '00-0-0-0',
    `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01`,
  ],
  ...['2', '3', '9007199254740993', '1'.repeat(400), '2, 3', ' 2', '+2', '0x2'],
];

/** What may stand in the query of a path, as it is sent. */
export const HOSTILE_QUERY_TEXTS: readonly string[] = [
  ...[
    '',
    '%',
    '%zz',
    '%ff',
    '%00',
    '%0d%0a',
    '%ed%a0%80',
    '%e0%a4%a',
    '+',
    '%2B',
    '&',
    '=',
    ';',
    '[]',
    '%5B%5D',
    '#',
    '?',
  ],
  ...['0', '1', '-1', '100', '101', '1.5', '1e3', '0x10', '%201', '9'.repeat(400), 'NaN', '4W', '4w', '4W,2W'],
  ...['__proto__', 'constructor', 'toString', '%F0%9F%92%A5', '%EF%BB%BF', '%C4%B0', "'%20OR%201=1--", '%3Cscript%3E'],
  ...['x'.repeat(101), 'x'.repeat(6_000), 'a%20'.repeat(300), 'WyIiLCIiXQ', 'e30', 'bnVsbA', '\xff\xfe'],
];

/** What may stand where an id should in a path, as it is sent; none of them is an id. */
export const MALFORMED_IDS: readonly string[] = [
  ...[
    '',
    '.',
    '..',
    '%2e%2e',
    '%2f',
    '%5c',
    '%00',
    '%',
    '%zz',
    '%ff',
    '%ED%A0%80',
    '*',
    ':id',
    '{id}',
    'null',
    'undefined',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '0',
    '-1',
    '1e400',
    '[object%20Object]',
    '01989d1a',
    ';',
    '&',
    '=',
    '+',
    '~',
  ],
  ...[
    '01989D1A-0000-7000-8000-000000000000',
    '01989d1a-0000-7000-8000-00000000000',
    '01989d1a000070008000000000000000',
  ],
  ...[
    '01989d1a-0000-7000-8000-000000000000%0a',
    '%2001989d1a-0000-7000-8000-000000000000',
    '01989d1a-0000-7000-8000-00000000000g',
  ],
  ...['{01989d1a-0000-7000-8000-000000000000}', 'urn:uuid:01989d1a-0000-7000-8000-000000000000', '\xff'],
  ...['x'.repeat(99), 'x'.repeat(101), 'x'.repeat(6_000), '%41'.repeat(200)],
];
