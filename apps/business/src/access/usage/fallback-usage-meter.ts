import type { UsageLimit, UsageMeter, UsageVerdict } from '@app/ports';

/** Uses the shared meter, and while that is away the one of this process. */
export class FallbackUsageMeter implements UsageMeter {
  constructor(
    private readonly shared: UsageMeter,
    private readonly local: UsageMeter,
  ) {}

  use(limits: readonly UsageLimit[]): Promise<UsageVerdict> {
    return this.shared.use(limits).catch(() => this.local.use(limits));
  }
}
