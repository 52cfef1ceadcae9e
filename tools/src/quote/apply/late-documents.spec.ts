import { afterEach, describe, expect, it } from '@jest/globals';
import { ApplicationApi } from '../api/application-api.js';
import { apiWith, NOW, OFFERS, stopApis } from '../testing/apply-run.js';
import { issued } from '../testing/fake-applications.js';
import { FAKE_KEY } from '../testing/fake-quote-api.js';
import { resultOf } from '../testing/sample-answers.js';
import { applyForOffer } from './apply-for-offer.js';

afterEach(stopApis);

describe('a policy whose documents do not come in time', () => {
  it('is issued all the same', async () => {
    const { origin } = await apiWith([issued()]);
    const api = new ApplicationApi({ api: origin, key: FAKE_KEY });
    const said: string[] = [];
    const ignore = (): void => undefined;
    const outcome = await applyForOffer(
      resultOf(OFFERS),
      { partner: undefined, holder: () => ({}), documentFile: undefined },
      {
        ...{ api, acceptsPrice: false, confirm: undefined, complain: ignore, today: () => NOW, documentsWithinMs: 20 },
        signal: new AbortController().signal,
        view: { say: (lines) => void said.push(...lines), showApplication: ignore },
      },
    );
    await api.close();
    expect([outcome, said.at(-1)]).toEqual(['ISSUED', 'There are no documents (yet).']);
  });
});
