/** Makes and opens compact JWEs: `open` with any key, `seal` with the present one. */
export interface StorageSealer {
  seal(value: unknown): Promise<string>;
  open(sealed: string): Promise<unknown>;
}
