import { z } from 'zod';
import type { Edge } from '../imports/cruise.js';

/** What this check reads of `nx graph --print`. */
export const projectGraph = z
  .object({
    graph: z.object({
      nodes: z.record(z.string(), z.object({ data: z.object({ root: z.string() }) })),
      dependencies: z.record(z.string(), z.array(z.object({ target: z.string() }))),
    }),
  })
  .transform(({ graph }) => graph);

export type ProjectGraph = z.infer<typeof projectGraph>;

const projectOf = ({ nodes }: ProjectGraph, file: string): string | undefined =>
  Object.keys(nodes).find((name) => file.startsWith(`${nodes[name]?.data.root}/`));

/** `undefined` when the graph has what this import shows. */
function faultOf(graph: ProjectGraph, { from, to }: Edge): string | undefined {
  const [project, target] = [projectOf(graph, from), projectOf(graph, to)];
  if (project === undefined) return `Nx knows no project that ${from.split('/src/')[0]} belongs to.`;
  if (target === undefined || target === project) return undefined;
  if (graph.dependencies[project]?.some((dependency) => dependency.target === target)) return undefined;
  return `${project} imports ${target}, and its package.json does not say so.`;
}

/** Dependencies between packages that the imports show and the graph does not have, each once. */
export function unseenDependencies(graph: ProjectGraph, edges: readonly Edge[]): string[] {
  const faults = edges.map((edge) => faultOf(graph, edge)).filter((fault) => fault !== undefined);
  return [...new Set(faults)];
}
