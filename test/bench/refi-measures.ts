// A study out to an exchange package, and a package in as a new project, each in a process of its own.
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Measure } from './measure.ts';

const WORKER = join(import.meta.dirname, 'refi-worker.ts');
const MOST_MB = 1000;
/** The figures of the issue: 1,000 documents with 200,000 codings; 31 interviews. */
const BUDGET_MS = { L: { write: 20_000, read: 40_000 }, S: { write: 1000, read: 1000 } } as const;

interface Outcome {
  readonly ms: number;
  readonly mostMb: number;
}

/** `study`: the project of the corpus; for the large one, the one that has its codings. */
export function refiMeasures(corpus: string, cache: string, folder: string, size: 'S' | 'L'): Measure[] {
  const study = size === 'L' ? join(cache, 'coded-L.trame') : corpus;
  if (!existsSync(study)) return [];
  const copy = join(folder, 'refi-study.trame');
  const [packed, back] = [join(folder, 'refi.qdpx'), join(folder, 'refi-back.trame')];
  let last: Outcome = { ms: 0, mostMb: 0 };
  async function timed(way: 'write' | 'read', from: string, to: string): Promise<number> {
    rmSync(to, { force: true });
    const { stdout } = await promisify(execFile)(process.execPath, [WORKER, way, from, to]);
    last = JSON.parse(stdout) as Outcome;
    return last.ms;
  }
  async function write(): Promise<number> {
    if (!existsSync(copy)) copyFileSync(study, copy);
    return timed('write', copy, packed);
  }
  async function read(): Promise<number> {
    if (!existsSync(packed)) await write();
    return timed('read', packed, back);
  }
  const common = { runs: size === 'L' ? 1 : 5, memory: () => last.mostMb, note: () => `${last.mostMb} MB at most (≤ ${MOST_MB})` };
  return [
    {
      id: 'refi.write',
      what: 'a study as a qdpx, with its side file, read back before it is handed over',
      budget: BUDGET_MS[size].write,
      run: write,
      ...common,
    },
    { id: 'refi.read', what: 'a qdpx as a new project, its side file left aside', budget: BUDGET_MS[size].read, run: read, ...common },
  ];
}
