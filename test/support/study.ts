// A study with some of everything, so that every command finds something to change and something to leave alone.
import { readFileSync, writeFileSync } from 'node:fs';
import { writeMemo } from '../../electron/commands/memos.ts';
import { setCellStance, writeSynthesis } from '../../electron/commands/cells.ts';
import { saveMatrix } from '../../electron/commands/matrices.ts';
import { updateCoding } from '../../electron/commands/codings.ts';
import { readPassageCodings } from '../../electron/queries/sources.ts';
import { closeProject } from '../../electron/storage/open-project.ts';
import type { CodingId, MatrixId, MemoId, PassageId } from '../../shared/domain/ids.ts';
import type { MatrixDefinition } from '../../shared/domain/matrix.ts';
import { TestProject, aProject } from './project.ts';

export const E01 =
  'Enquêtrice : Qui décide ?\nDirectrice : Tout le monde décide, c’est notre règle 😀.\nDirectrice : La feuille de route vient des membres.\n';
export const E02 =
  'Enquêtrice : Et ici ?\nPrésident : Les grands groupes décident. Les petits suivent.\nEntrepreneur : Non, on nous écoute au salon.\n';
export const E03 = 'Compte rendu de la réunion.\nLa charte a été signée par tous.\n';

export interface Study {
  readonly project: TestProject;
  /** « Tout le monde décide » by AB (twice) and CD. */
  readonly shared: PassageId;
  /** « Les petits suivent », AB alone. */
  readonly alone: PassageId;
  readonly memo: MemoId;
  readonly matrix: MatrixId;
  readonly definition: MatrixDefinition;
  readonly coding: (passage: PassageId, coder: string) => CodingId;
}

type Made = Omit<Study, 'project' | 'coding'>;

function codingOn(project: TestProject, passage: PassageId, coder: string): CodingId {
  const found = readPassageCodings(project.project, passage).find((each) => each.coderId === project.coder(coder));
  if (!found) throw new Error(`${coder} did not code this`);
  return found.id;
}

function fill(project: TestProject): Made {
  project
    .withCase('Pôle 1', { Création: '2005' })
    .withCase('Pôle 2', { Création: '2015' })
    .withSource('E01', E01, { case: 'Pôle 1' })
    .withSource('E02', E02, { case: 'Pôle 2' })
    .withSource('E03', E03)
    .withGrid('innovation-sociale')
    .withOwnGrid('Outils', { Coordination: ['feuille de route', 'salon'], Régulation: ['charte'] })
    .withAttribute('participant', 'Directrice', 'Fonction', 'gouvernance')
    .withAttribute('source', 'E03', 'Type', 'compte rendu');
  const shared = project.coding('AB', ['Gouvernance', 'Coordination'], 'Tout le monde décide');
  project
    .codedBy('CD', 'Gouvernance', 'Tout le monde décide')
    .codedBy('AB', 'feuille de route', 'La feuille de route')
    .codedBy('CD', 'salon', 'au salon')
    .codedBy('CD', 'Influence d’acteurs', 'décident. Les petits suivent.\nEntrepreneur : Non');
  const alone = project.coding('AB', 'Influence d’acteurs', 'Les petits suivent');
  updateCoding(project.as('AB'), { codingId: codingOn(project, alone, 'AB'), stance: 'contrasts', weight: 2 });
  const on = (targetKind: 'source' | 'passage' | 'coding' | 'category' | 'case' | 'participant', targetId: string): MemoId =>
    writeMemo(project.as('AB'), { memoId: null, targetKind, targetId, title: targetKind, text: 'à revoir' });
  on('source', project.source('E01'));
  on('passage', shared);
  const memo = on('coding', codingOn(project, alone, 'AB'));
  on('category', project.category('Gouvernance'));
  on('case', project.case('Pôle 1'));
  on('participant', project.participant('Directrice'));
  const crossing = [`category:${project.category('Gouvernance')}`, `case:${project.case('Pôle 1')}`];
  writeSynthesis(project.session, { entityKeys: crossing, text: 'Chacun a sa voix.', status: 'ready' });
  writeSynthesis(project.session, {
    entityKeys: [`participant:${project.participant('Directrice')}`, `source:${project.source('E01')}`],
    text: 'Seule.',
    status: 'draft',
  });
  setCellStance(project.session, { entityKeys: crossing, passageId: shared, stance: 'supports' });
  const definition: MatrixDefinition = {
    rows: [{ kind: 'grid', gridId: project.grid('innovation-sociale'), level: null }],
    columns: [{ kind: 'category', categoryId: project.category('Coordination') }, { kind: 'case' }],
    join: { kind: 'overlap' },
    coderIds: null,
    contents: ['counts'],
    hidesEmpty: false,
  };
  const matrix = saveMatrix(project.session, { matrixId: null, name: 'Dimensions × outils', definition });
  return { shared, alone, memo, matrix, definition };
}

/** Made once, by the product's own commands; every test then works on a copy of the file. */
let original: { readonly made: Made; readonly bytes: Uint8Array } | undefined;

/** Two poles, three sources, two grids, two coders, codings that overlap, memos, syntheses, stances, a matrix. */
export function aStudy(): Study {
  if (!original) {
    const project = aProject();
    const made = fill(project);
    closeProject(project.project);
    original = { made, bytes: readFileSync(project.path) };
  }
  const { made, bytes } = original;
  const project = new TestProject((path) => writeFileSync(path, bytes));
  return { project, ...made, coding: (passage, coder) => codingOn(project, passage, coder) };
}
