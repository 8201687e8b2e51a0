// A project for a journey to begin with, made by the product's own commands before the window opens.
import { basename, extname } from 'node:path';
import { addGrid } from '../../electron/commands/codebook.ts';
import { createCase } from '../../electron/commands/corpus.ts';
import { createProject } from '../../electron/commands/create-project.ts';
import { importSources } from '../../electron/commands/import-sources.ts';
import { shippedGridFile } from '../../electron/exchange/shipped-grids.ts';
import { incoming } from '../support/content.ts';
import type { TranscriptFile } from './steps.ts';

const ORIGIN = '00000000-0000-4000-8000-0000000000dd';
const GRIDS = ['innovation-sociale', 'outils-de-gestion'] as const;

/** With the two grids, and each interview in a case of its own; answers with its path. */
export function makeStudy(path: string, title: string, files: readonly TranscriptFile[]): string {
  createProject(path, { title, question: '', language: 'fr', coderName: '' }, ORIGIN, (session) => {
    for (const grid of GRIDS) addGrid(session, shippedGridFile(grid), 'fr', null);
    for (const [index, { name, text }] of files.entries()) {
      const caseId = createCase(session, { name: `Pôle ${index + 1}` });
      importSources(session, [incoming(basename(name, extname(name)), text)], { caseId, kind: 'interview' });
    }
  });
  return path;
}
