import { describe, expect, it } from '@jest/globals';
import { describeOptions, readOptions } from './command-line.js';

const OPTIONS = {
  file: { takes: 'PATH', about: 'what to send' },
  json: { about: 'one document' },
};

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

  it('lists the options in columns', () => {
    expect(describeOptions(OPTIONS)).toBe('  --file PATH  what to send\n  --json       one document');
  });
});
