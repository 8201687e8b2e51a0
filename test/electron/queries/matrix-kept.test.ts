// A matrix kept while people work is, after every act and its undoing, the matrix that somebody computes who just opened the project.
import { describe, expect, it } from 'vitest';
import { applyCategories } from '../../../electron/commands/codings.ts';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { parseAxes } from '../../../electron/exchange/axis-words.ts';
import { readStudyFrame } from '../../../electron/queries/matrix-frame.ts';
import { computeMatrix, readCell } from '../../../electron/queries/matrix.ts';
import { closeProject, openProject } from '../../../electron/storage/open-project.ts';
import type { Project } from '../../../electron/storage/open-project.ts';
import { packAnswer, unpackAnswer } from '../../../shared/contract/wire.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { MatrixDefinition, MatrixTable } from '../../../shared/domain/matrix.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import type { TestProject } from '../../support/project.ts';
import { aStudy } from '../../support/study.ts';
import { ALL_CASES } from '../commands/all-cases.ts';

const ASKED = [
  ['grid:innovation-sociale', 'grid:outils@1,case'],
  ['source,speaker', 'coder'],
  ['participant', 'attribute:case/Création,grid:innovation-sociale@1'],
  ['sourceKind', 'category:innovation-sociale'],
] as const;

type Answer = MatrixTable | string;

/** A matrix, or the refusal that it meets. */
function computed(project: Project, definition: MatrixDefinition, withQuotes: boolean): Answer {
  try {
    return computeMatrix(project, definition, axisTitles.fr, { title: '', withQuotes });
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

function definitions(project: TestProject): MatrixDefinition[] {
  const frame = readStudyFrame(project.project);
  return ASKED.flatMap(([rows, columns], index) => {
    try {
      const axes = { rows: parseAxes(rows, frame), columns: parseAxes(columns, frame) };
      const where = index === 1 ? ['stance != "contrasts" OR "Gouvernance"'] : [];
      return [{ ...axes, join: { kind: 'overlap' as const }, coderIds: null, contents: ['counts' as const], hidesEmpty: index === 0, where }];
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  });
}

/** With all their quotes, and without any. */
const answers = (at: Project, asked: readonly MatrixDefinition[]): Answer[] =>
  asked.flatMap((definition) => [true, false].map((withQuotes) => computed(at, definition, withQuotes)));

/** As somebody finds them who just opened the file: what is kept is kept of a project's own object. */
const freshAnswers = ({ project }: TestProject, asked: readonly MatrixDefinition[]): Answer[] => answers({ ...project }, asked);

describe('a matrix that is kept', () => {
  it.each(ALL_CASES)('is right after $command ($sentence), undone and redone', ({ act, given }) => {
    const study = aStudy();
    given?.(study);
    const { project } = study;
    const asked = definitions(project);
    const before = answers(project.project, asked);
    act(study);
    const after = freshAnswers(project, asked);
    expect(answers(project.project, asked)).toEqual(after);
    undo(project.session);
    expect(answers(project.project, asked)).toEqual(before);
    redo(project.session);
    expect(answers(project.project, asked)).toEqual(after);
  });

  it('takes in what another program writes, and what was rolled back', () => {
    const { project } = aStudy();
    const asked = definitions(project);
    answers(project.project, asked);
    const other = openProject(project.path, { origin: '00000000-0000-4000-8000-0000000000cc' });
    applyCategories(
      { project: other, coderId: project.coder('AB') },
      { ...project.range('La charte a été'), categoryIds: [project.category('Gouvernance')] },
    );
    closeProject(other);
    expect(answers(project.project, asked)).toEqual(freshAnswers(project, asked));
  });

  it('travels to the window and is there what it was', () => {
    const { project } = aStudy();
    for (const answer of answers(project.project, definitions(project))) {
      if (typeof answer === 'string') continue;
      const travelled = JSON.parse(JSON.stringify(packAnswer('matrix.compute', answer))) as unknown;
      expect(unpackAnswer('matrix.compute', travelled)).toEqual(answer);
    }
  });

  it('answers for each of its cells alone what it shows there', () => {
    const { project } = aStudy();
    for (const definition of definitions(project)) {
      const table = computeMatrix(project.project, definition, axisTitles.fr, { title: '', withQuotes: true });
      table.rows.forEach((row, r) =>
        table.columns.forEach((column, c) =>
          expect(readCell(project.project, definition, axisTitles.fr, row.key, column.key)).toEqual(table.cells[r]?.[c]),
        ),
      );
    }
  });
});
