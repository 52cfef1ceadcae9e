import { parseExactNumbers } from '@app/partner-kit';
import { describe, expect, it } from '@jest/globals';
import { requestFor } from '../../../../testing/canonical-requests.js';
import { M1, M3, printed } from '../../testing/worked-answers.js';
import { toCogwheelDirect } from './to-cogwheel-direct.js';
import { cogwheelAnswerTo } from './wire.js';

function isRead(body: string, request = requestFor('m1')): boolean {
  const question = toCogwheelDirect(request);
  return question.ok && cogwheelAnswerTo(question.value).safeParse(parseExactNumbers(body)).success;
}

describe('what Cogwheel Direct may answer', () => {
  it('is the printed answer, whatever else it holds', () => {
    expect(isRead(printed(M1))).toBe(true);
    expect(isRead(printed(M1).replace('{', '{"loyalty":7.25,'))).toBe(true);
  });

  it('has no insured value for third-party cover, and one for every other', () => {
    expect(isRead(printed(M3), requestFor('m3'))).toBe(true);
    expect(isRead(printed(M3), requestFor('m1'))).toBe(false);
  });

  it.each([
    ['answers another request', '"request_ref":"', '"request_ref":"other-'],
    ['has rupees as text', '"premium":17044', '"premium":"17044"'],
    ['has a third decimal', '"net":14444.43', '"net":14444.430'],
    ['has a float', '"net":14444.43', '"net":1.444443e4'],
    ['has no premium', '"premium":17044,', ''],
    ['has a line that nobody knows', '"k":"ncb"', '"k":"surprise"'],
    ['is valid till a day that does not exist', '30/11/2026', '31/11/2026'],
    ['is valid till an hour that does not exist', '15:30', '24:30'],
    ['is OK and not firm', '"firm":"Y"', '"firm":"N"'],
    ['has a status that nobody knows', '"OK"', '"MAYBE"'],
  ])('is nothing that %s', (_what, right, wrong) => {
    const body = printed(M1);
    expect(body).toContain(right);
    expect(isRead(body.replace(right, wrong))).toBe(false);
  });
});
