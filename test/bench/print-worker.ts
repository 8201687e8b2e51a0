// A process of its own for one printed matrix, so that its memory is nobody else's: opens the project, computes, writes the file.
import { writeFileSync } from 'node:fs';
import { printMatrix } from '../../electron/exchange/printing/matrix-files.ts';
import type { MatrixFileFormat } from '../../electron/exchange/printing/matrix-files.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { readCorpusFrame } from '../../electron/queries/corpus.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';
import type { MatrixDefinition } from '../../shared/domain/matrix.ts';

const ORIGIN = '00000000-0000-4000-8000-000000000000';
const KB_PER_MB = 1024;
const [path = '', format = '', rows = '', columns = '', out = ''] = process.argv.slice(2);

const project = openProject(path, { origin: ORIGIN });
const cases = readCorpusFrame(project).cases.slice(0, Number(rows));
const categories = (readCodebook(project)[0]?.categories ?? []).slice(0, Number(columns));
const definition: MatrixDefinition = {
  rows: [{ kind: 'picked', name: '', of: { kind: 'case', ids: cases.map(({ id }) => id) } }],
  columns: [{ kind: 'picked', name: '', of: { kind: 'category', ids: categories.map(({ id }) => id) } }],
  join: { kind: 'overlap' },
  coderIds: null,
  contents: ['counts', 'passages'],
  hidesEmpty: false,
};
const start = performance.now();
const [file = ''] = await printMatrix(project, definition, {
  title: 'Matrice',
  formats: [format as MatrixFileFormat],
  figure: null,
  compareCaseKeys: null,
});
writeFileSync(out, file);
const ms = performance.now() - start;
closeProject(project);
process.stdout.write(JSON.stringify({ ms, fileMb: file.length / 2 ** 20, mostMb: Math.round(process.resourceUsage().maxRSS / KB_PER_MB) }));
