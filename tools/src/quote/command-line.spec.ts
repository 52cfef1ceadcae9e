import { describe, expect, it } from '@jest/globals';
import { describeOptions, readOptions } from './command-line.js';

const OPTIONS = {
  file: { takes: 'PATH', about: 'what to send' },
  apply: { takes: 'PARTNER', optional: true, about: 'for its offer' },
  json: { about: 'one document' },
} as const;

describe('the command line', () => {
  it('reads texts and flags', () => {
    const { texts, flags, problems } = readOptions(OPTIONS, ['--file', 'a.json', '--json']);
    expect(texts.get('file')).toBe('a.json');
    expect(flags.has('json')).toBe(true);
    expect(problems).toEqual([]);
  });

  it('names every problem at once', () => {
    const { problems } = readOptions(OPTIONS, ['m1', '--nope', '--json=3', '--file', '--json']);
    expect(problems).toEqual([
      '"m1" belongs to no option',
      '--nope is not an option',
      '--json takes no value',
      '--file needs PATH',
    ]);
  });

  it('takes a value that begins with a dash when it is written with an equals sign', () => {
    expect(readOptions(OPTIONS, ['--file=-odd.json']).texts.get('file')).toBe('-odd.json');
  });

  it.each([[['--apply']], [['--apply', '--json']]])(
    'takes an option without its value where that may be missing: %j',
    (args) => {
      const { texts, flags, problems } = readOptions(OPTIONS, args);
      expect([flags.has('apply'), texts.has('apply'), problems]).toEqual([true, false, []]);
    },
  );

  it.each([[['--apply', 'acme', '--json']], [['--json', '--apply=acme']]])(
    'takes it with its value, too: %j',
    (args) => {
      const { texts, flags, problems } = readOptions(OPTIONS, args);
      expect([flags.has('json'), texts.get('apply'), problems]).toEqual([true, 'acme', []]);
    },
  );

  it('wants a value that is begun', () => {
    expect(readOptions(OPTIONS, ['--apply=']).problems).toEqual(['--apply needs PARTNER']);
  });

  it('lists the options in columns', () => {
    expect(describeOptions(OPTIONS).split('\n')).toEqual([
      '  --file PATH        what to send',
      '  --apply [PARTNER]  for its offer',
      '  --json             one document',
    ]);
  });
});
