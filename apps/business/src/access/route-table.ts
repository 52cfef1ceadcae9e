import type { Entrance } from '@app/platform';
import type { RouteOptions } from 'fastify';
import type { RouteAccess } from './routes.js';

/** The form of every id in our paths; lower case, as we write them ourselves. */
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** `:id`, `:documentId`; other parameters are slugs and names. */
const ID_NAME = /^(id|.*Id)$/;
/** Reached by both doors, without a key. */
const HEALTH = '/health/';

interface Route {
  readonly segments: readonly string[];
  readonly method: string;
  /** Undefined: reached by both doors. */
  readonly entrance: unknown;
}

type RouteConfigs = { readonly access?: RouteAccess };

const segmentsOf = (path: string): string[] => path.split('/').slice(1);

/** Whether a path's parameter can be one of ours at all. */
export const isWellFormed = (name: string, value: unknown): boolean =>
  !ID_NAME.test(name) || (typeof value === 'string' && ID.test(value));

function matchesSegment(pattern: string, segment: string | undefined): boolean {
  if (!pattern.startsWith(':')) return pattern === segment;
  return segment !== undefined && segment !== '' && isWellFormed(pattern.slice(1), segment);
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  const isOpenEnded = pattern.at(-1) === '*';
  const fixed = isOpenEnded ? pattern.slice(0, -1) : pattern;
  const fits = isOpenEnded ? path.length > fixed.length : path.length === fixed.length;
  return fits && fixed.every((segment, at) => matchesSegment(segment, path[at]));
}

/** Who may call a route, by its own options; undefined for one that is not of the public API. */
export const accessOf = (config: object | undefined): RouteAccess | undefined => (config as RouteConfigs)?.access;

/** Every route that was registered; to tell an unknown path from a wrong method. */
export class RouteTable {
  private readonly routes: Route[] = [];

  /** Throws for a route of which nobody has said who may call it. */
  add({ url, method, constraints, config }: Pick<RouteOptions, 'url' | 'method' | 'constraints' | 'config'>): void {
    const entrance: unknown = constraints?.entrance;
    if (entrance !== 'internal' && accessOf(config) === undefined && !url.startsWith(HEALTH))
      throw new Error(`Say who may call ${url}: @ClientRoute, @OpenRoute, or the internal entrance`);
    for (const one of [method].flat()) this.routes.push({ segments: segmentsOf(url), method: one, entrance });
  }

  /** The methods that a path takes at one door; none for an unknown path or a malformed id. */
  methodsAt(entrance: Entrance, path: string): string[] {
    const segments = segmentsOf(path);
    const here = this.routes.filter((route) => route.entrance === undefined || route.entrance === entrance);
    return here.filter((route) => matches(route.segments, segments)).map(({ method }) => method);
  }
}
