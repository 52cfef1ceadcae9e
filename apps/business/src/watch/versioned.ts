/** Something that readers wait for; every change raises its version. */
export interface Versioned {
  readonly id: string;
  readonly version: number;
}
