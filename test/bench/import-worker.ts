// A process of its own for one import, so that its memory is nobody else's: reads a folder's files and writes them to a new project.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProject } from '../../electron/commands/create-project.ts';
import { ImportBatch } from '../../electron/exchange/import-batch.ts';
import { listCoders } from '../../electron/queries/corpus.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';

const ORIGIN = '00000000-0000-4000-8000-000000000002';
const KB_PER_MB = 1024;
const [folder = '', path = ''] = process.argv.slice(2);

createProject(path, { title: 'Import', question: '', language: 'fr', coderName: 'Anne Berger' }, ORIGIN);
const project = openProject(path, { origin: ORIGIN });
const coderId = listCoders(project)[0]?.id;
if (!coderId) throw new Error('no coder');
const start = performance.now();
const batch = new ImportBatch(() => ({ project, coderId }));
const items: { item: string }[] = [];
for (const name of readdirSync(folder)) {
  const { item } = await batch.add(name, () => readFileSync(join(folder, name)));
  items.push({ item });
}
await batch.finish(items, { caseId: null, kind: 'interview' }, { onProgress: () => undefined, isCancelled: () => false });
batch.close();
const ms = performance.now() - start;
closeProject(project);
process.stdout.write(JSON.stringify({ ms, mostMb: Math.round(process.resourceUsage().maxRSS / KB_PER_MB) }));
