// The main job without a window: the sample project from scratch, and its matrix in every format.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../shared/domain/project.ts';
import { createProject } from '../commands/create-project.ts';
import { MATRIX_FILE_FORMATS, printMatrix } from '../exchange/printing/matrix-files.ts';
import { MAIN_MATRIX_NAME, fillSample, mainMatrix, sampleCard } from '../exchange/sample-project.ts';
import { installationOrigin } from '../storage/settings.ts';
import { withProject, writeOutput } from './session.ts';

export interface BuiltDemo {
  readonly project: string;
  readonly files: readonly string[];
  readonly seconds: number;
}

const PROJECT_FILE = 'poles-de-competitivite.trame';

/** Builds anew at every call; only files of the demo's own names are replaced. */
export async function buildDemo(dir: string, language: Language): Promise<BuiltDemo> {
  const start = performance.now();
  mkdirSync(dir, { recursive: true });
  const path = join(dir, PROJECT_FILE);
  for (const leftover of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(leftover)) rmSync(leftover);
  createProject(path, sampleCard(language), installationOrigin());
  const files = await withProject(path, undefined, async (session) => {
    await fillSample(session);
    const definition = mainMatrix(session);
    const synthesised = { title: MAIN_MATRIX_NAME, formats: MATRIX_FILE_FORMATS, figure: null, compareCaseKeys: 'all' } as const;
    const written = await printMatrix(session.project, definition, synthesised);
    const verbatims = await printMatrix(
      session.project,
      { ...definition, contents: ['categories', 'passages'] },
      { ...synthesised, formats: ['docx'] },
    );
    const named = [...MATRIX_FILE_FORMATS.map((format) => `matrice.${format}`), 'matrice-verbatims.docx'];
    return [...written, ...verbatims].map((content, index) => {
      const file = join(dir, named[index] ?? '');
      writeOutput(file, content);
      return file;
    });
  });
  return { project: path, files, seconds: (performance.now() - start) / 1000 };
}
