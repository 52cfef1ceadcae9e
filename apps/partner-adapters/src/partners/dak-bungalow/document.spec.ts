import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDocument } from './document.js';
import { textAnswer } from './testing/readings.js';
import { lines, M1, priced, unpriced } from './testing/worked-answers.js';

const read = (body: string, type?: string) => readDocument(textAnswer(body, type));
const protocol = (retryable: boolean) => ({ ok: false, error: { category: 'PROTOCOL', retryable, httpStatus: 200 } });

describe('a text of Dak Bungalow', () => {
  it('has a header, items, and a trailer', () => {
    expect(
      read(lines('H|00|QUOTE OK|Q1|DBQ1|23-NOV-2026|07-DEC-2026|', 'L|1|RSA|125.00', 'T|1|125.00|22.00|147.00')),
    ).toEqual({
      ok: true,
      value: {
        rc: '00',
        header: ['QUOTE OK', 'Q1', 'DBQ1', '23-NOV-2026', '07-DEC-2026', ''],
        items: [['1', 'RSA', '125.00']],
        details: [],
        files: [],
        trailer: ['1', '125.00', '22.00', '147.00'],
      },
    });
  });

  it('has its details after the header of a refusal or a referral', () => {
    const detail = 'E|E21|idv|IDV DEVIATION NOT ALLOWED|4,71,000.00';
    const details = [['E21', 'idv', 'IDV DEVIATION NOT ALLOWED', '4,71,000.00']];
    expect(read(unpriced('30|INPUT ERROR', detail))).toMatchObject({ ok: true, value: { rc: '30', details } });
    expect(read(priced(M1, '20|REFERRED TO BRANCH', detail))).toMatchObject({ ok: true, value: { rc: '20', details } });
  });

  it('is ISO-8859-1', () => {
    expect(read(unpriced('10|DECLINED', 'E|E39|x|REFUS\u00c9'))).toMatchObject({
      value: { details: [['E39', 'x', 'REFUSÉ']] },
    });
  });

  it.each(['90|SYSTEM BUSY PLEASE RETRY', '98|TOO MANY SESSIONS', '99|FATAL', '40|INVALID API KEY'])(
    'is whole with the one line of %s, ended or not',
    (rc) => {
      expect(read(unpriced(rc))).toMatchObject({ ok: true, value: { details: [], trailer: null } });
      expect(read(unpriced(rc).trim())).toMatchObject({ ok: true });
    },
  );

  it('is known to be cut short wherever a priced answer was cut', () => {
    const whole = priced(M1).trimEnd();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(read(whole.slice(0, length))).toMatchObject(protocol(true));
      }),
    );
  });

  it('is known to be cut short in the first half of a decline', () => {
    const whole = unpriced('10|DECLINED', 'E|E31|mmv_cd|VEHICLE AGE EXCEEDS 10 YEARS');
    expect(read(whole.slice(0, whole.length / 2))).toMatchObject(protocol(true));
  });

  it.each([
    ['no header', lines('L|1|RSA|125.00', 'T|1|125.00|22.00|147.00')],
    ['a line of no kind inside', priced(M1).replace('L|2|', 'X|2|')],
    ['a line with too few fields inside', priced(M1).replace('L|2|OD DISCOUNT', 'L|2')],
    ['two trailers', `${priced(M1)}T|7|11,386.00|2,049.00|13,435.00`],
    ['another language', 'hello'],
  ])('is refused for good with %s', (_what, body) => {
    expect(read(body)).toMatchObject(protocol(false));
  });

  it.each([
    ['its maintenance page', '<html><h1>SCHEDULED MAINTENANCE</h1></html>', 'text/html', 'UNAVAILABLE', true],
    ['another page', '<html><h1>WELCOME</h1></html>', 'text/html; charset=utf-8', 'PROTOCOL', false],
    ['another type', '{}', 'application/json', 'PROTOCOL', false],
    ['no type', 'H|00', '', 'PROTOCOL', false],
  ])('is not %s', (_what, body, type, category, retryable) => {
    expect(read(body, type)).toMatchObject({ ok: false, error: { category, retryable } });
  });
});
