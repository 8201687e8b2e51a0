// A small study to read matrices from: two cases, the two grids that cross, one attribute that sorts the respondents.
import type { Corpus } from '../../../shared/contract/corpus.ts';
import type { Category, Grid } from '../../../shared/domain/category.ts';
import type { Coder } from '../../../shared/domain/corpus.ts';
import type { AttributeId, CaseId, CategoryId, CoderId, GridId, ParticipantId } from '../../../shared/domain/ids.ts';
import { cellKey } from '../../../shared/domain/matrix.ts';
import type { AxisEntity, FoundCategory, MatrixCell, MatrixHeader, MatrixTable } from '../../../shared/domain/matrix.ts';
import { blankCell } from '../../../shared/domain/matrix-cell.ts';
import { definitionOf } from '../../../renderer/matrices/definition.ts';
import type { ProjectFrame } from '../../../renderer/matrices/frame.ts';

type Tree = Readonly<Record<string, readonly string[]>>;

function category(gridId: string, name: string, parentId: string | null, codings: number): Category {
  return {
    id: `${gridId}/${name}` as CategoryId,
    gridId: gridId as GridId,
    parentId: parentId as CategoryId | null,
    position: 0,
    name,
    color: '#3f8f6b',
    origin: 'a-priori',
    stage: null,
    status: null,
    scale: null,
    examplePassageId: null,
    alsoUnder: [],
    codings,
    definition: '',
    inclusion: '',
    exclusion: '',
    example: '',
  };
}

/** A grid of two levels; every leaf carries `codings` codings. */
export function aGrid(key: string, title: string, tree: Tree, codings = 3): Grid {
  const categories = Object.entries(tree).flatMap(([top, children]) => [
    category(key, top, null, children.length === 0 ? codings : 0),
    ...children.map((child) => category(key, child, `${key}/${top}`, codings)),
  ]);
  return { id: key as GridId, key, title, source: '', description: '', version: 1, categories };
}

export const dimensions = aGrid('innovation-sociale', 'Dimensions de l’innovation sociale', {
  'Résultat / Missions': ['Répondre à un besoin social', 'Génération d’effets positifs'],
  'Processus / Fonctionnement': ['Gouvernance', 'Influence d’acteurs', 'Changement'],
});
export const tools = aGrid('outils-de-gestion', 'Familles d’outils de gestion', {
  Coordination: ['feuille de route', 'rencontres d’affaires'],
  Régulation: ['collèges'],
});

const coder = (name: string, initials: string, codings: number): Coder => ({ id: name as CoderId, name, initials, color: '#000000', codings });
export const anne = coder('Anne Berger', 'AB', 40);
export const carlos = coder('Carlos Diaz', 'CD', 0);

export function aCorpus(caseNames: readonly string[]): Corpus {
  return {
    cases: caseNames.map((name, position) => ({ id: name as CaseId, name, position })),
    participants: ['Directrice', 'Entrepreneur'].map((name) => ({
      id: name as ParticipantId,
      name,
      caseId: null,
      isInterviewer: false,
      sourceIds: [],
    })),
    attributes: [
      { id: 'fonction' as AttributeId, scope: 'participant', name: 'Fonction', position: 0, type: 'text', choices: [] },
      { id: 'nom' as AttributeId, scope: 'source', name: 'Nom complet', position: 1, type: 'text', choices: [] },
    ],
    values: [
      { attributeId: 'fonction' as AttributeId, targetId: 'Directrice', value: 'gouvernance' },
      { attributeId: 'fonction' as AttributeId, targetId: 'Entrepreneur', value: 'entrepreneurs' },
      { attributeId: 'nom' as AttributeId, targetId: 'E03', value: 'E03' },
    ],
    groups: [],
    parts: [],
    speakers: [],
    sources: [],
  };
}

export function aFrame(codebook: readonly Grid[] = [dimensions, tools], caseNames: readonly string[] = ['Pôle 1', 'Pôle 2']): ProjectFrame {
  return { codebook, corpus: aCorpus(caseNames), coders: [anne, carlos], guides: [], researchQuestions: [], scales: [] };
}

export function categoryEntity(name: string, path: readonly string[] = [name]): AxisEntity {
  return { kind: 'category', key: `category:${name}`, label: name, path, color: '#3f8f6b' };
}

export function caseEntity(name: string): AxisEntity {
  return { kind: 'case', key: `case:${name}`, label: name, path: [name], color: null };
}

export function header(...entities: readonly AxisEntity[]): MatrixHeader {
  return { key: entities.map(({ key }) => key).join('|'), label: entities.at(-1)?.label ?? '', path: entities.map(({ label }) => label), entities };
}

/** Names of the categories found, with their passages. */
type Found = Readonly<Record<string, number>>;

/** A table from what its cells hold: `cells[row][column]`, null for an empty cell. */
export function aTable(
  rows: readonly MatrixHeader[],
  columns: readonly MatrixHeader[],
  found: readonly (readonly (Found | number | null)[])[],
): MatrixTable {
  const cells = rows.map((row, r) => columns.map((column, c) => cellOf(row, column, found[r]?.[c] ?? null)));
  const passages = cells.flat().reduce((sum, cell) => sum + cell.passages, 0);
  return {
    title: '',
    definition: definitionOf([{ kind: 'case' }], [{ kind: 'source' }]),
    rowAxes: ['Dimensions'],
    columnAxes: ['Familles', 'Cas'],
    rows,
    columns,
    cells,
    totals: { codings: passages, passages, sources: 1 },
    omittedCodings: 0,
  };
}

function cellOf(row: MatrixHeader, column: MatrixHeader, found: Found | number | null): MatrixCell {
  const categories: FoundCategory[] =
    typeof found === 'object'
      ? Object.entries(found ?? {}).map(([name, passages]) => ({ id: name as CategoryId, name, color: '#808080', passages }))
      : [];
  const passages = typeof found === 'number' ? found : categories.reduce((sum, each) => sum + each.passages, 0);
  return {
    ...blankCell(cellKey(row, column)),
    codings: passages,
    passages,
    sources: passages > 0 ? 1 : 0,
    cases: passages > 0 ? 1 : 0,
    categories,
  };
}
