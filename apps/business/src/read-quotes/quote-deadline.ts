import type { QuoteProgress } from '@app/domain';

/** When a request changes by itself: at its deadline, while it runs. */
export const changesAt = ({ completedAt, answerDeadline }: QuoteProgress): string | null =>
  completedAt === null ? answerDeadline : null;
