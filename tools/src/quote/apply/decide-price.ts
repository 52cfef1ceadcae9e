import type { AcceptanceBody, ApplicationView } from '@app/contracts';
import { priceAcceptedLine, priceLines } from '../view/application-lines.js';
import type { QuoteView } from '../view/quote-view.js';
import { developmentPayment } from './development-payment.js';

/** Asks a person; true for a yes. */
export type Confirm = (question: string, signal: AbortSignal) => Promise<boolean>;

export interface DecidePrice {
  readonly acceptsPrice: boolean;
  /** Undefined where nobody can be asked. */
  readonly confirm: Confirm | undefined;
  readonly view: Pick<QuoteView, 'say'>;
  readonly signal: AbortSignal;
  readonly today: () => Date;
}

/**
 * What is said to a new price, and its payment: with instalments the change falls on the first one, of which `dueMinor`
 * was paid. Undefined when it is not accepted.
 */
export async function decidePrice(
  priceChange: NonNullable<ApplicationView['priceChange']>,
  dueMinor: number,
  { acceptsPrice, confirm, view, signal, today }: DecidePrice,
): Promise<AcceptanceBody | undefined> {
  view.say(['', ...priceLines(priceChange)]);
  const isAccepted = acceptsPrice || (await confirm?.('Accept the new price? [y/N] ', signal)) === true;
  if (!isAccepted) return undefined;
  const { previousTotalMinor, newTotalMinor } = priceChange;
  const payment = developmentPayment(dueMinor + newTotalMinor - previousTotalMinor, today());
  view.say([priceAcceptedLine(payment.amountMinor, payment.reference)]);
  return { acceptedTotalMinor: newTotalMinor, payment };
}
