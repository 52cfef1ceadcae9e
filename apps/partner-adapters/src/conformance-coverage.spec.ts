import { coverageOf, policyCoverageOf } from '@app/partner-kit/conformance';
import { findPartner, PARTNERS } from '@app/partner-registry';
import { describe, expect, it } from '@jest/globals';
import { PARTNER_DESCRIPTIONS } from './testing/partner-descriptions.js';

describe('the conformance of the partners', () => {
  it('is described for every partner of the registry', () => {
    const described = PARTNER_DESCRIPTIONS.map(({ adapter }) => adapter.manifest.id);
    expect(described).toEqual(PARTNERS.map(({ id }) => id));
  });

  it.each(PARTNER_DESCRIPTIONS)('shows an example of every line that $adapter.manifest.name sells', (description) => {
    const examples = coverageOf(description).filter(({ kind }) => kind === 'EXAMPLE');
    const shown = new Set(examples.map(({ line }) => line));
    const { lines = [] } = findPartner(description.adapter.manifest.id) ?? {};
    expect(lines.filter((line) => !shown.has(line))).toEqual([]);
  });

  it.each(PARTNER_DESCRIPTIONS)(
    'has a policy issued of every line that $adapter.manifest.name sells',
    (description) => {
      const issued = policyCoverageOf(description).filter(({ means }) => means === 'ISSUED');
      const shown = new Set(issued.map(({ line }) => line));
      const { lines = [] } = findPartner(description.adapter.manifest.id) ?? {};
      expect(lines.filter((line) => !shown.has(line))).toEqual([]);
    },
  );

  it.each(PARTNER_DESCRIPTIONS)('reads every code of $adapter.manifest.name as the registry has it', (description) => {
    const { errorCodes = {} } = findPartner(description.adapter.manifest.id) ?? {};
    const errors = coverageOf(description).filter(
      ({ kind, what }) => kind === 'ERROR' && Object.hasOwn(errorCodes, what),
    );
    const asShown = errors.map(({ what, category, retryable }) => [what, { category, retryable }]);
    expect(asShown).toEqual(errors.map(({ what }) => [what, errorCodes[what]]));
  });
});
