import { createLogger, type Logger } from './logging.js';
import {
  describeSettings,
  logLevelSetting,
  readSettings,
  type Settings,
  SettingsError,
  type SettingsValues,
} from './settings.js';

/** A service that is up. */
export interface RunningService {
  /** Named ports it listens on, for whoever started it. */
  readonly ports: Readonly<Record<string, number>>;
  /** Takes no new work, finishes what is in hand, closes what is open. */
  stop(): Promise<void>;
}

export interface ServiceDefinition<Definitions extends Settings> {
  readonly name: string;
  readonly about: string;
  readonly settings: Definitions;
  /** What one setting asks of another: a sentence for each thing that is wrong. */
  faults?(settings: SettingsValues<Definitions>): readonly string[];
  start(settings: SettingsValues<Definitions>, logger: Logger): Promise<RunningService>;
}

/** What a service sends over the IPC channel to a parent that asked for one. */
export interface ReadyMessage {
  readonly ready: true;
  readonly ports: Readonly<Record<string, number>>;
}

/** Exit code for settings that are not usable (sysexits: EX_CONFIG). */
const EXIT_SETTINGS = 78;
/** A stop that takes longer is cut short: what was in hand comes back by redelivery. */
const STOP_WITHIN_MS = 25_000;

function usage({ name, about, settings }: ServiceDefinition<Settings>): string {
  const all = describeSettings({ ...settings, LOG_LEVEL: logLevelSetting });
  return `${name}: ${about}\n\nSettings (environment variables, [default]):\n${all}\n`;
}

async function stopOnce(service: RunningService, logger: Logger, reason: string): Promise<never> {
  logger.info({ reason }, 'stopping');
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  await service.stop();
  logger.info('stopped');
  logger.flush();
  process.exit(0);
}

function stopWhenTold(service: RunningService, logger: Logger): void {
  let stopping = false;
  const stop = (reason: string) => () => {
    if (stopping) return;
    stopping = true;
    stopOnce(service, logger, reason).catch((error: unknown) => {
      logger.error({ err: error }, 'could not stop cleanly');
      process.exit(1);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop(signal));
  // A parent that was killed can no longer stop us: its channel closes, and nobody may be left behind.
  process.on('disconnect', stop('parent gone'));
}

function readOrExit<Definitions extends Settings>(definition: ServiceDefinition<Definitions>) {
  try {
    const values = readSettings({ ...definition.settings, LOG_LEVEL: logLevelSetting }, process.env);
    const faults = definition.faults?.(values) ?? [];
    if (faults.length > 0) throw new SettingsError(faults);
    return values;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${definition.name}: ${error.message}\nAll settings: --help\n`);
    process.exit(EXIT_SETTINGS);
  }
}

/** Runs a service as this process: `--help`, settings checked at boot, clean stop on SIGTERM, SIGINT or a dead parent. */
export async function runService<Definitions extends Settings>(
  definition: ServiceDefinition<Definitions>,
): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(usage(definition));
    return;
  }
  const settings = readOrExit(definition);
  const logger = createLogger(definition.name, settings.LOG_LEVEL);
  try {
    const service = await definition.start(settings, logger);
    stopWhenTold(service, logger);
    logger.info({ ports: service.ports }, 'ready');
    process.send?.({ ready: true, ports: service.ports } satisfies ReadyMessage);
  } catch (error) {
    logger.fatal({ err: error }, 'could not start');
    logger.flush();
    process.exit(1);
  }
}
