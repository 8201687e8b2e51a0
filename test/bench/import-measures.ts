// A whole corpus of transcripts brought in: turns, full-text index, originals, history, all on the disk.
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transcriptFolder } from './corpus.ts';
import type { CorpusSize } from './corpus.ts';
import type { Measure } from './measure.ts';

const WORDS_PER_MINUTE = 1_500_000;
const MOST_MB = 600;
const MS_PER_MINUTE = 60_000;
const WORKER = join(import.meta.dirname, 'import-worker.ts');

interface Outcome {
  readonly ms: number;
  readonly mostMb: number;
}

/** The budget is the time that 1.5 million words a minute leave. */
export function importMeasures(cache: string, folder: string, name: string, size: CorpusSize): Measure[] {
  const words = size.sources * size.words;
  let last: Outcome = { ms: 0, mostMb: 0 };
  return [
    {
      id: 'import.all',
      what: `import ${size.sources} transcripts of ${size.words} words`,
      budget: (words / WORDS_PER_MINUTE) * MS_PER_MINUTE,
      runs: 1,
      run: async () => {
        const path = join(folder, 'import.trame');
        rmSync(path, { force: true });
        const { stdout } = await promisify(execFile)(process.execPath, [WORKER, transcriptFolder(cache, name, size), path]);
        last = JSON.parse(stdout) as Outcome;
        rmSync(path, { force: true });
        return last.ms;
      },
      memory: () => last.mostMb,
      note: () => {
        const rate = (words / last.ms) * MS_PER_MINUTE;
        return `${size.sources} × ${size.words} words: ${(rate / 1e6).toFixed(1)} million words a minute, ${last.mostMb} MB at most (≤ ${MOST_MB})`;
      },
    },
  ];
}
