/** Exit code of a command whose settings are not usable (sysexits: EX_CONFIG). */
const EXIT_SETTINGS = 78;

const NOWHERE = `There is no database to manage clients in. Start the platform in another terminal (npm start),
or name a database that was migrated: DATABASE_URL=postgres://user:password@host:5432/name npm run clients -- …
`;

export interface ClientsRun {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The database of the stack of this checkout that is up; undefined when none is. */
  findDatabase(): string | undefined;
  /** Runs the command of the business service; resolves with its exit code. */
  run(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<number>;
  /** For people. */
  say(text: string): void;
}

/** Manages clients in the database that the environment names, or in that of the stack which is up. */
export async function runClients({ args, env, findDatabase, run, say }: ClientsRun): Promise<number> {
  if (env.DATABASE_URL || env.DATABASE_URL_FILE) return run(args, env);
  const database = findDatabase();
  if (database !== undefined) return run(args, { ...env, DATABASE_URL: database });
  // The command still explains itself, and names what is wrong with its arguments.
  const exitCode = await run(args, env);
  if (exitCode === EXIT_SETTINGS) say(NOWHERE);
  return exitCode;
}
