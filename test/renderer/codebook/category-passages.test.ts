// The passages of a category are those that carry it or anything below it, each once: checked with the engine that answers.
import { describe, expect, it } from 'vitest';
import { countBySource, passagesQuery } from '../../../renderer/codebook/category-passages.ts';
import type { Category, Grid } from '../../../shared/domain/category.ts';
import type { CoderId, GridId, PassageId, SourceId } from '../../../shared/domain/ids.ts';
import { headersOf } from '../../../shared/domain/matrix-axes.ts';
import type { CodedPassage, StudyFrame } from '../../../shared/domain/matrix-axis.ts';
import { markedPassage } from '../../../shared/domain/matrix-fill.ts';
import { KeptMatrix } from '../../../shared/domain/matrix-kept.ts';
import type { Crossing } from '../../../shared/domain/matrix-kept.ts';
import type { MatrixQuote } from '../../../shared/domain/matrix.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { sourcesOf } from '../../support/matrix-sources.ts';
import { grid } from './grid.ts';

const categories = grid('Processus\n  Collectif\n    Entraide\n  Gouvernance\nRésultat', 'd');
const dimensions: Grid = { id: 'd' as GridId, key: 'd', title: 'Dimensions', source: '', description: '', version: 1, categories };
const frame: StudyFrame = {
  codebook: [dimensions],
  cases: [],
  groups: [],
  parts: [],
  sources: [{ id: 'E01' as SourceId, name: 'E01', kind: 'interview', date: null, caseIds: [] }],
  participants: [],
  coders: [],
  attributes: [],
  values: [],
  speakers: [],
  guides: [],
  researchQuestions: [],
};

const coders = ['AB' as CoderId, 'CD' as CoderId];
let made = 0;
/** A passage of E01 that carries these categories; two coders' codings on the same words are one passage. */
function passage(...names: readonly string[]): CodedPassage {
  made += 1;
  return {
    ids: [`p${made}` as PassageId],
    sourceId: 'E01' as SourceId,
    start: made * 10,
    end: made * 10 + 5,
    isStarred: false,
    firstTurn: made,
    lastTurn: made,
    participantIds: [],
    labels: [],
    answers: [],
    codings: names.flatMap((name) => coders.map((coderId) => ({ categoryId: `d/${name}`, coderId, stance: null, weight: null }))),
  };
}

const passages = [
  passage('Collectif'),
  passage('Entraide', 'Gouvernance'),
  passage('Collectif', 'Entraide'),
  passage('Gouvernance'),
  passage('Processus'),
  passage('Résultat'),
];
const titles = axisTitles.fr;

function passagesOf(name: string): number[] {
  const { definition, rowKey, columnKey } = passagesQuery(categories.find((category) => category.name === name) as Category);
  const kept = new KeptMatrix(definition as Crossing, frame, titles);
  kept.update({ sources: sourcesOf(passages) });
  const [rows, columns] = [headersOf(kept.rowAxes), headersOf(kept.columnAxes)];
  const [row, column] = [rows.findIndex(({ key }) => key === rowKey), columns.findIndex(({ key }) => key === columnKey)];
  return kept.sharesOf(row * columns.length + column).flatMap(({ contribution }) => contribution.marks.map(markedPassage));
}

describe('the passages of a category', () => {
  it('are its own and those of its descendants, each once', () => {
    expect(passagesOf('Collectif')).toEqual([0, 1, 2]);
    expect(passagesOf('Entraide')).toEqual([1, 2]);
    expect(passagesOf('Gouvernance')).toEqual([1, 3]);
  });

  it('of a top category reach down to the leaves and take in what it carries itself', () => {
    expect(passagesOf('Processus')).toEqual([0, 1, 2, 3, 4]);
    expect(passagesOf('Résultat')).toEqual([5]);
  });
});

describe('counts by source', () => {
  it('follow the order of the corpus and add up to the list', () => {
    const quote = (sourceId: string) => ({ sourceId: sourceId as SourceId, source: `${sourceId} Directrice` }) as MatrixQuote;
    expect(countBySource([quote('E01'), quote('E01'), quote('E02')])).toEqual([
      { sourceId: 'E01', source: 'E01 Directrice', passages: 2 },
      { sourceId: 'E02', source: 'E02 Directrice', passages: 1 },
    ]);
  });
});
