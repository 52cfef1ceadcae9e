import type { z } from 'zod';
import type { Fault } from './fault.js';

export const PRODUCT_LINE_IDS = ['motor-four-wheeler', 'motor-two-wheeler', 'health', 'travel', 'term-life'] as const;
export type ProductLineId = (typeof PRODUCT_LINE_IDS)[number];

export const isProductLineId = (value: unknown): value is ProductLineId => PRODUCT_LINE_IDS.some((id) => id === value);

/** What one reactive service covers. */
export type ProductDomain = 'motor' | 'health' | 'travel' | 'life';

/** What a line may have to compare its risk with. */
export interface ProposerFacts {
  readonly pincode?: string | undefined;
}

/** One product line: its questions, its checks, its derived facts. Pure. */
export interface ProductLine<Input, Risk> {
  readonly id: ProductLineId;
  readonly domain: ProductDomain;
  readonly title: string;
  /** The form of the risk as a client sends it; unknown fields are refused. */
  readonly questions: z.ZodType<Input>;
  /** The form of the canonical risk, as events and adapters carry it. */
  readonly canonical: z.ZodType<Risk>;
  /** What the form cannot say, all faults at once, over those fields that are well formed. */
  readonly check: (risk: Partial<Input>, proposer: ProposerFacts) => Fault[];
  /** The first day of cover: birth must not come after it. */
  readonly startDate: (risk: Partial<Input>) => string | undefined;
  /** The canonical risk of a checked input: master data and derived facts added. */
  readonly complete: (risk: Input) => Risk;
  /** Personal fields of the risk (classes C and S) as JSON pointers from the request's root; `*` is any item. */
  readonly personalFields: readonly string[];
}
