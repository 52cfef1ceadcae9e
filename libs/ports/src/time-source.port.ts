/** A clock that several machines share, a database's for example. Rejects when it cannot be asked. */
export interface TimeSource {
  ask(): Promise<Date>;
}
