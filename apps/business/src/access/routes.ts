import type { ClientScope } from '@app/ports';
import { applyDecorators } from '@nestjs/common';
import { RouteConfig, RouteConstraints } from '@nestjs/platform-fastify';

/** Who may call a route of the public API. */
export type RouteAccess =
  /** Nobody needs a key. */
  | 'OPEN'
  | {
      readonly scope: ClientScope;
      /** What a call counts as in the usage plan of a public client. */
      readonly usage: 'CREATION' | 'READ';
    };

const publicRoute = (access: RouteAccess) =>
  applyDecorators(RouteConstraints({ entrance: 'public' }), RouteConfig({ access }));

/** A route of the public API for clients with a scope. */
export const ClientRoute = (access: Exclude<RouteAccess, 'OPEN'>) => publicRoute(access);

/** A route of the public API that needs no key. */
export const OpenRoute = () => publicRoute('OPEN');
