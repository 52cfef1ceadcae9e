import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Cruise } from '../imports/cruise.js';
import { REPOSITORY } from '../repository.js';
import { type ProjectGraph, projectGraph, unseenDependencies } from './project-graph.js';

function readGraph(): ProjectGraph {
  const nx = fileURLToPath(import.meta.resolve('nx/bin/nx.js'));
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
  const printed = execFileSync(process.execPath, [nx, 'graph', '--print'], { cwd: REPOSITORY, env, encoding: 'utf8' });
  return projectGraph.parse(JSON.parse(printed));
}

/** Nx knows every dependency that the imports show: otherwise `nx affected` leaves out what a change breaks. */
export const checkProjectGraph = ({ edges }: Cruise): string[] => unseenDependencies(readGraph(), edges);
