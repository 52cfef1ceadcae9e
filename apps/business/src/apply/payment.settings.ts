import type { Settings } from '@app/platform';
import { z } from 'zod';

/** Who confirms payments. */
export const paymentSettings = {
  PAYMENT_VERIFIER: {
    schema: z.enum(['development']),
    about: 'Who confirms payments: development (in development only; confirms references that begin with PAY-)',
    developmentFallback: 'development',
  },
} satisfies Settings;

/** Nobody may be sold a policy for a payment that nobody has looked at. */
export const paymentFaults = (
  { PAYMENT_VERIFIER }: { readonly PAYMENT_VERIFIER: 'development' },
  isProduction: boolean,
): string[] =>
  isProduction && PAYMENT_VERIFIER === 'development'
    ? ['PAYMENT_VERIFIER: development is for development only; in production another one has to confirm payments']
    : [];
