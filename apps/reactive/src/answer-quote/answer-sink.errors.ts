/** The callback API will never take this answer: it breaks its schema or its invariants. */
export class AnswerRefusedError extends Error {}
