import { Controller, type DynamicModule, Get, HttpCode, Inject, Module } from '@nestjs/common';
import { ProblemException } from './problem.js';

/** Something this service cannot work without. Resolves when it is reachable, rejects with the reason when not. */
export interface ReadinessCheck {
  readonly name: string;
  check(): Promise<void>;
}

const CHECKS = Symbol('readiness checks');
const CHECK_WITHIN_MS = 2_000;

async function outcomeOf({ name, check }: ReadinessCheck): Promise<{ name: string; ok: boolean }> {
  const tooLong = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('took too long')), CHECK_WITHIN_MS).unref();
  });
  return Promise.race([check(), tooLong]).then(
    () => ({ name, ok: true }),
    () => ({ name, ok: false }),
  );
}

@Controller('health')
class HealthController {
  constructor(@Inject(CHECKS) private readonly checks: readonly ReadinessCheck[]) {}

  /** The process answers; it need not be restarted. */
  @Get('live')
  @HttpCode(200)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** It can do its work; 503 with what is missing otherwise. */
  @Get('ready')
  async ready(): Promise<{ status: 'ok' }> {
    const outcomes = await Promise.all(this.checks.map(outcomeOf));
    const missing = outcomes.filter(({ ok }) => !ok).map(({ name }) => name);
    if (missing.length > 0) throw new ProblemException(503, 'not-ready', `Not reachable: ${missing.join(', ')}.`);
    return { status: 'ok' };
  }
}

@Module({})
export class HealthModule {
  /** `/health/live` and `/health/ready`, on every port. */
  static register(checks: readonly ReadinessCheck[]): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: CHECKS, useValue: checks }],
    };
  }
}
