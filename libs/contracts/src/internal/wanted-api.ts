import { z } from 'zod';

export const WANTED_PATH = '/internal/v1/quote-requests/wanted';

/** One question names 1 to 50 quote requests. */
export const MAX_WANTED_PER_POST = 50;

/** Asks which quote requests still want answers, before a call that had to wait. */
export const wantedQuestion = z.object({ requestIds: z.array(z.uuid()).min(1).max(MAX_WANTED_PER_POST) });

/** Those whose consent was withdrawn: nobody may be asked about them any more. An unknown one is not among them. */
export const wantedAnswer = z.object({ unwanted: z.array(z.uuid()) });

export type WantedQuestion = z.infer<typeof wantedQuestion>;
export type WantedAnswer = z.infer<typeof wantedAnswer>;
