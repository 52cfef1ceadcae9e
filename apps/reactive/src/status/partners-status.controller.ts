import { Controller, Get, Inject } from '@nestjs/common';

/** What this replica holds of the partners now: plain data, to be read by people. */
export interface PartnersStatus {
  snapshot(): unknown;
}

export const PARTNERS_STATUS = Symbol('the status of the partners');

/** Unsigned, like the health checks: it changes nothing and names no customer. */
@Controller('status')
export class PartnersStatusController {
  constructor(@Inject(PARTNERS_STATUS) private readonly status: PartnersStatus) {}

  @Get('partners')
  partners(): unknown {
    return this.status.snapshot();
  }
}
