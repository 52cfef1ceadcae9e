/** Whether a quote request still wants answers: its customer may have withdrawn the consent since it was asked. */
export interface WantedQuotes {
  /**
   * False only when it is known that nobody may be asked any more. Answers within a fraction of a second and never
   * rejects: while nobody can say, the request is wanted.
   */
  isWanted(requestId: string): Promise<boolean>;
}
