import type { Entrance } from '@app/platform';
import type { RouteOptions } from 'fastify';

/** The form of every id in our paths; lower case, as we write them ourselves. */
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Route {
  readonly segments: readonly string[];
  readonly method: string;
  /** Undefined: reached by both doors. */
  readonly entrance: unknown;
}

const segmentsOf = (path: string): string[] => path.split('/').slice(1);

const matches = (pattern: readonly string[], path: readonly string[]): boolean =>
  pattern.length === path.length &&
  pattern.every((segment, at) => (segment.startsWith(':') ? ID.test(path[at] ?? '') : segment === path[at]));

export const isId = (value: unknown): boolean => typeof value === 'string' && ID.test(value);

/** Every route that was registered; to tell an unknown path from a wrong method, and a public route from an open one. */
export class RouteTable {
  private readonly routes: Route[] = [];
  private readonly publicPatterns = new Set<string>();

  add({ url, method, constraints }: Pick<RouteOptions, 'url' | 'method' | 'constraints'>): void {
    const entrance: unknown = constraints?.entrance;
    if (entrance === 'public') this.publicPatterns.add(url);
    for (const one of [method].flat()) this.routes.push({ segments: segmentsOf(url), method: one, entrance });
  }

  /** The methods that a path takes at one door; none for an unknown path or a malformed id. */
  methodsAt(entrance: Entrance, path: string): string[] {
    const segments = segmentsOf(path);
    const here = this.routes.filter((route) => route.entrance === undefined || route.entrance === entrance);
    return here.filter((route) => matches(route.segments, segments)).map(({ method }) => method);
  }

  /** Whether a route, by its own pattern, is for clients of the public API only. */
  isPublicApi(pattern: string | undefined): boolean {
    return pattern !== undefined && this.publicPatterns.has(pattern);
  }
}
