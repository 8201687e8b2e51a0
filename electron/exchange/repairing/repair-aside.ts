// Checking and repairing beside the core, in a thread: both read every page of the file, and the window is answered meanwhile.
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { FailureCode, FailureData } from '../../../shared/domain/failure.ts';
import type { Problem } from '../../../shared/domain/project.ts';
import type { Repair } from '../../../shared/domain/repair.ts';
import type { ProjectKey } from '../../storage/project-key.ts';

export type RepairRequest =
  | { readonly kind: 'check' | 'glance'; readonly path: string; readonly key: ProjectKey | null }
  | { readonly kind: 'repair'; readonly path: string; readonly to: string };

export type RepairAnswer =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly code: FailureCode; readonly data: FailureData }
  | { readonly kind: 'fault'; readonly message: string };

function aside(request: RepairRequest): Promise<unknown> {
  // From the sources the worker is the TypeScript file itself, which Node runs; in the bundle it lies beside this chunk.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
  const worker = new Worker(new URL(`./repair-worker.${extension}`, import.meta.url), { workerData: request, execArgv: [] });
  return new Promise<unknown>((resolve, reject) => {
    worker.on('message', (answer: RepairAnswer) => {
      if (answer.kind === 'done') resolve(answer.result);
      else reject(answer.kind === 'refused' ? new Refusal(answer.code, answer.data) : new Error(answer.message));
    });
    worker.on('error', reject).on('exit', () => reject(new Error('the thread stopped')));
  }).finally(() => void worker.terminate());
}

/** Everything that is wrong with the project, its content included; empty for a sound one. */
export async function checkAside(path: string, key: ProjectKey | null): Promise<readonly Problem[]> {
  return (await aside({ kind: 'check', path, key })) as readonly Problem[];
}

/** The first thing that is wrong with the file's pages; null for a sound one. */
export async function glanceAside(path: string, key: ProjectKey | null): Promise<string | null> {
  return (await aside({ kind: 'glance', path, key })) as string | null;
}

/** Refuses what `repairInto` refuses. */
export async function repairAside(path: string, to: string): Promise<Repair> {
  return (await aside({ kind: 'repair', path, to })) as Repair;
}
