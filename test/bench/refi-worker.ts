// A process of its own for one exchange package, so that its memory is nobody else's: a project out to a package, or a package in as a new project.
import { readFileSync } from 'node:fs';
import { exportRefi } from '../../electron/exchange/refi/export-refi.ts';
import { newProjectFromRefi } from '../../electron/exchange/refi/import-refi.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';

const ORIGIN = '00000000-0000-4000-8000-000000000003';
const KB_PER_MB = 1024;
const [way = '', from = '', to = ''] = process.argv.slice(2);

/** Of this program alone: what the system counts for a child may include what its parent held when it started it. */
function mostMb(): number {
  const peak = process.platform === 'linux' ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined;
  return Math.round((peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) / KB_PER_MB);
}

async function write(): Promise<number> {
  const project = openProject(from, { origin: ORIGIN });
  const start = performance.now();
  await exportRefi(project, to, { unit: 'codepoint', withSideFile: true, version: '1' });
  const ms = performance.now() - start;
  closeProject(project);
  return ms;
}

/** As a stranger's: all of it is read and written anew. */
async function read(): Promise<number> {
  const start = performance.now();
  await newProjectFromRefi(from, to, { language: 'fr', origin: ORIGIN, withoutSideFile: true, withMemo: true });
  return performance.now() - start;
}

const ms = await (way === 'write' ? write() : read());
process.stdout.write(JSON.stringify({ ms, mostMb: mostMb() }));
