// A project of many categories and nothing else: what the tree of the grids is measured on.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addGrid } from '../../electron/commands/codebook.ts';
import { createProject } from '../../electron/commands/create-project.ts';
import { coderIds } from '../../electron/queries/corpus.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';
import type { GridFileCategory } from '../../shared/domain/grid-file.ts';

const ORIGIN = '00000000-0000-4000-8000-000000000000';
const WORDS = ['coopération', 'confiance', 'gouvernance', 'territoire', 'innovation', 'partage', 'règle', 'outil', 'réseau', 'décision'];
/** Per theme: itself, seven below it, and six below each of those. */
const PER_THEME = 50;

function theme(at: number): GridFileCategory {
  const word = (n: number): string => WORDS[n % WORDS.length] ?? '';
  return {
    name: `Thème ${at} : ${word(at)}`,
    children: Array.from({ length: 7 }, (_, middle) => ({
      name: `Sous-thème ${at}.${middle} : ${word(at + middle)}`,
      children: Array.from({ length: 6 }, (_leaf, leaf) => ({ name: `concept ${at}.${middle}.${leaf} ${word(at + middle + leaf)}` })),
    })),
  };
}

/** Made once per number and kept. */
export function categoriesFile(cache: string, categories: number): string {
  const path = join(cache, `categories-${categories}.trame`);
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  const making = `${path}.making`;
  rmSync(making, { force: true });
  createProject(making, { title: 'Mille catégories', question: '', language: 'fr', coderName: 'Anne Berger' }, ORIGIN);
  const project = openProject(making, { origin: ORIGIN });
  const [coderId] = coderIds(project);
  if (!coderId) throw new Error('no coder');
  const themes = Array.from({ length: categories / PER_THEME }, (_, at) => theme(at));
  addGrid({ project, coderId }, { id: 'mille', title: 'Mille catégories', categories: themes }, 'fr', null);
  closeProject(project);
  renameSync(making, path);
  return path;
}
