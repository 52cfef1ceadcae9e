import { PRODUCT_LINE_IDS, PRODUCT_LINES, type ProductLineId } from '@app/product-lines';
import { z } from 'zod';
import { envelope } from './quote-request-body.js';

/** `term-life` → `TermLife` */
const nameOf = (line: ProductLineId): string =>
  line.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What `checkQuoteRequest` says beyond the form of single fields, where JSON Schema has words for it. */
const consent = envelope.shape.consent.extend({
  purposes: envelope.shape.consent.shape.purposes.meta({
    description: 'Without SHARE_WITH_PARTNERS no insurer may be asked',
    contains: { const: 'SHARE_WITH_PARTNERS' },
  }),
  withdrawnAt: envelope.shape.consent.shape.withdrawnAt.meta({
    description: 'Nothing but null, so leave it out: a consent is withdrawn by a call of its own',
    deprecated: true,
  }),
});
const partners = z
  .array(z.string().max(100))
  .min(1)
  .max(100)
  .nullish()
  .meta({ description: 'Slugs of the insurers to ask; every one that sells the line when it is left out' });

const bodyOf = (line: ProductLineId) =>
  envelope
    .extend({ consent, partners, productLine: z.literal(line), risk: PRODUCT_LINES[line].questions })
    .meta({ title: PRODUCT_LINES[line].title });

const bodies = PRODUCT_LINE_IDS.map((line) => ({ line, name: `${nameOf(line)}QuoteRequest`, schema: bodyOf(line) }));
const mapping = Object.fromEntries(bodies.map(({ line, name }) => [line, `#/components/schemas/${name}`]));
const [first, ...rest] = bodies.map(({ schema }) => schema) as [
  ReturnType<typeof bodyOf>,
  ...ReturnType<typeof bodyOf>[],
];

/**
 * Body of `POST /v1/quote-requests` as one schema, for documents: made of the parts that `checkQuoteRequest` checks
 * apart, so that one answer can name the faults of all of them.
 */
export const quoteRequest = z
  .discriminatedUnion('productLine', [first, ...rest])
  .meta({ discriminator: { propertyName: 'productLine', mapping } });

/** The parts of it that have a name in documents. */
export const quoteRequestParts: Readonly<Record<string, z.ZodType>> = {
  QuoteRequest: quoteRequest,
  ...Object.fromEntries(bodies.map(({ name, schema }) => [name, schema])),
  ...Object.fromEntries(PRODUCT_LINE_IDS.map((line) => [`${nameOf(line)}Risk`, PRODUCT_LINES[line].questions])),
  Consent: consent,
  Proposer: envelope.shape.proposer,
};
