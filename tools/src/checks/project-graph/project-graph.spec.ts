import { describe, expect, it } from '@jest/globals';
import { type ProjectGraph, projectGraph, unseenDependencies } from './project-graph.js';

const graphWith = (dependencies: Record<string, { target: string }[]>): ProjectGraph =>
  projectGraph.parse({
    graph: {
      nodes: { '@app/business': { data: { root: 'apps/business' } }, '@app/domain': { data: { root: 'libs/domain' } } },
      dependencies,
    },
  });

const edges = [
  { from: 'apps/business/src/main.ts', to: 'libs/domain/src/index.ts' },
  { from: 'apps/business/src/other.ts', to: 'libs/domain/src/index.ts' },
  { from: 'apps/business/src/main.ts', to: 'apps/business/src/other.ts' },
  { from: 'apps/business/src/main.ts', to: 'node_modules/zod/index.js' },
];

describe('the project graph', () => {
  it('is complete when it has every import from one package to another', () => {
    const graph = graphWith({ '@app/business': [{ target: '@app/domain' }], '@app/domain': [] });
    expect(unseenDependencies(graph, edges)).toEqual([]);
  });

  it('misses a dependency that no package.json names, and says so once', () => {
    const faults = unseenDependencies(graphWith({ '@app/business': [] }), edges);
    expect(faults).toEqual(['@app/business imports @app/domain, and its package.json does not say so.']);
  });

  it('is no graph when it does not know the packages', () => {
    const empty = projectGraph.parse({ graph: { nodes: {}, dependencies: {} } });
    expect(unseenDependencies(empty, edges)).toEqual(['Nx knows no project that apps/business belongs to.']);
  });
});
