// What a window keeps of a matrix, told only what changed, is after any acts the matrix that the core would tell it as a whole.
import { describe, expect, it } from 'vitest';
import { applyCategories, removeOneCoding, updateCoding } from '../../../electron/commands/codings.ts';
import { writeSynthesis } from '../../../electron/commands/cells.ts';
import { updateCategory } from '../../../electron/commands/codebook.ts';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { parseAxes } from '../../../electron/exchange/axis-words.ts';
import { answerMatrix } from '../../../electron/queries/matrix-answers.ts';
import { readStudyFrame } from '../../../electron/queries/matrix-frame.ts';
import { PREVIEWED_QUOTES, computeMatrix, readPreviews } from '../../../electron/queries/matrix.ts';
import { packAnswer, unpackAnswer } from '../../../shared/contract/wire.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { CodingId } from '../../../shared/domain/ids.ts';
import type { MatrixDefinition, MatrixTable } from '../../../shared/domain/matrix.ts';
import { withDelta } from '../../../shared/domain/matrix-delta.ts';
import type { MatrixAnswer } from '../../../shared/domain/matrix-delta.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import type { TestProject } from '../../support/project.ts';
import { chance } from '../../support/seeded.ts';
import type { Chance } from '../../support/seeded.ts';
import { aStudy } from '../../support/study.ts';

function crossing({ project }: TestProject, rows: string, columns: string, more: Partial<MatrixDefinition> = {}): MatrixDefinition {
  const frame = readStudyFrame(project);
  const axes = { rows: parseAxes(rows, frame), columns: parseAxes(columns, frame) };
  return { ...axes, join: { kind: 'overlap' }, coderIds: null, contents: ['counts', 'passages'], hidesEmpty: false, ...more };
}

/** Over the wire, as the window has it. */
function asked({ project }: TestProject, definition: MatrixDefinition, since: string | null): MatrixAnswer {
  const travelled = JSON.stringify(packAnswer('matrix.read', answerMatrix(project, definition, axisTitles.fr, since)));
  return unpackAnswer('matrix.read', JSON.parse(travelled));
}

function whole({ project }: TestProject, definition: MatrixDefinition): MatrixTable {
  return computeMatrix(project, definition, axisTitles.fr, { title: '', mostQuotes: PREVIEWED_QUOTES, isForWindow: true });
}

function codings({ project }: TestProject): CodingId[] {
  return project.sqlite.prepare<[], CodingId>('SELECT id FROM coding ORDER BY id').pluck().all();
}

/** One act of a researcher at work. */
function actOn(project: TestProject, random: Chance): void {
  const { session } = project;
  const category = project.category(random.pick(['Gouvernance', 'Influence d’acteurs', 'feuille de route', 'salon', 'charte']));
  const text = random.pick([
    'Tout le monde décide',
    'Les grands groupes',
    'La charte',
    'on nous écoute',
    'La feuille de route vient',
    'c’est notre règle',
  ]);
  const coding = codings(project).length > 0 ? random.pick(codings(project)) : null;
  const acts: (() => unknown)[] = [
    () => applyCategories(session, { ...project.range(text), categoryIds: [category] }),
    () => coding && removeOneCoding(session, { codingId: coding }),
    () => coding && updateCoding(session, { codingId: coding, stance: random.pick(['supports', 'contrasts', null]) }),
    () =>
      writeSynthesis(session, {
        entityKeys: [`category:${category}`, `case:${project.case('Pôle 1')}`],
        text: random.pick(['Chacun décide.', 'Peu décident.']),
        status: 'draft',
      }),
    () => updateCategory(session, { categoryId: project.category('Gouvernance'), color: random.pick(['#aa3377', '#228833']) }),
    () => undo(session),
    () => redo(session),
  ];
  try {
    random.pick(acts)();
  } catch (error) {
    // nothing to undo, or what was done since forbids it
    if (!(error instanceof Refusal)) throw error;
  }
}

describe('a matrix told to a window', () => {
  it.each([1, 2, 3, 4])('is right after every act of a long sitting, whichever part of it was told (%i)', (seed) => {
    const { project } = aStudy();
    const random = chance(seed);
    const definitions = [
      crossing(project, 'case', 'grid:innovation-sociale'),
      crossing(project, 'source', 'coder', { contents: ['counts'] }),
      crossing(project, 'grid:outils@1', 'case', { hidesEmpty: true, rowOrder: { by: 'count', of: null, descending: true } }),
    ];
    const windows = definitions.map((definition) => {
      const answer = asked(project, definition, null);
      if (answer.kind !== 'whole') throw new Error('nothing was told before');
      return { definition, version: answer.version, table: answer.table };
    });
    const kinds = new Set<string>();
    for (let step = 0; step < 40; step += 1) {
      actOn(project, random);
      for (const window of windows) {
        // some windows look rarely, and are told several changes at once
        if (random.below(3) === 0) continue;
        const answer = asked(project, window.definition, window.version);
        kinds.add(answer.kind);
        window.version = answer.version;
        window.table = answer.kind === 'whole' ? answer.table : withDelta(window.table, answer.changes);
        expect(window.table).toEqual(whole(project, window.definition));
      }
    }
    expect(kinds.has('changes')).toBe(true);
  });

  it('keeps its rows when something changed elsewhere, and its version when nothing did', () => {
    const { project } = aStudy();
    const definition = crossing(project, 'case', 'grid:innovation-sociale');
    const first = asked(project, definition, null);
    expect(asked(project, definition, first.version)).toMatchObject({ kind: 'changes', version: first.version, changes: { cells: [] } });
    applyCategories(project.session, { ...project.range('c’est notre règle'), categoryIds: [project.category('Gouvernance')] });
    const second = asked(project, definition, first.version);
    if (first.kind !== 'whole' || second.kind !== 'changes') throw new Error('told otherwise');
    const table = withDelta(first.table, second.changes);
    const pole2 = table.rows.findIndex(({ label }) => label === 'Pôle 2');
    expect(table.cells[pole2]).toBe(first.table.cells[pole2]);
    expect(table.rows).toBe(first.table.rows);
    expect(asked(project, definition, 'of another day').kind).toBe('whole');
    expect(asked(project, { ...definition, hidesEmpty: true }, second.version).kind).toBe('whole');
  });

  it('has for each cell that comes into view the quotes that the whole table would have', () => {
    const { project } = aStudy();
    const definition = crossing(project, 'case', 'grid:innovation-sociale');
    const table = computeMatrix(project.project, definition, axisTitles.fr, { title: '', mostQuotes: PREVIEWED_QUOTES });
    const lines = { rowKeys: [...table.rows.map(({ key }) => key), 'case:gone'], columnKeys: table.columns.map(({ key }) => key) };
    const previews = readPreviews(project.project, definition, axisTitles.fr, lines);
    expect(previews).toEqual(table.cells.flatMap((row) => row.map(({ key, quotes }) => ({ key, quotes }))));
  });
});
