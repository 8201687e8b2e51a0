// The data structure of a grid (Gioia): the figure, and the same as a table of Word whose merged cells can be edited.
import { dataStructure, USUAL_LEVELS } from '../../../shared/domain/data-structure.ts';
import type { DataStructure, StructureBox } from '../../../shared/domain/data-structure.ts';
import type { Grid } from '../../../shared/domain/category.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import { codebookFileText } from '../../../shared/i18n/codebook-file.ts';
import { printDataStructureText } from '../../../shared/i18n/print-data-structure.ts';
import type { Scene } from '../../../shared/figure/scene.ts';
import type { Session } from '../../commands/run-command.ts';
import { readCodebook } from '../../queries/codebook.ts';
import { paragraph, plainColumns } from './formats/document-words.ts';
import { PrintSetting } from './print-setting.ts';
import type { CellBlock, PrintedDocument, PrintedSection, TableBlock, TableRow } from './formats/printed-document.ts';
import { structureScene } from './structure-files.ts';

type Project = Session['project'];

function gridOf(project: Project, { gridId }: PieceOf<'dataStructure'>): Grid {
  const grid = readCodebook(project).find(({ id }) => id === gridId);
  if (!grid) throw new Refusal('grid.unknown', { id: gridId });
  return grid;
}

/** A line of the table: what ends a branch, with the theme and the dimension that it stands under. */
interface Branch {
  readonly concept: StructureBox | null;
  readonly theme: StructureBox | null;
  readonly dimension: StructureBox;
}

/** A theme without concepts, and a dimension without themes, have a line of their own. */
function branchesOf({ dimensions }: DataStructure): Branch[] {
  return dimensions.flatMap((dimension): Branch[] => {
    if (dimension.themes.length === 0) return [{ concept: null, theme: null, dimension }];
    return dimension.themes.flatMap((theme): Branch[] =>
      theme.concepts.length === 0 ? [{ concept: null, theme, dimension }] : theme.concepts.map((concept) => ({ concept, theme, dimension })),
    );
  });
}

/** What is seen under a second place too is said beside its name: a table has no second line to draw. */
function nameBlocks(box: StructureBox | null, isBold: boolean, seconds: ReadonlyMap<string, readonly string[]>, setting: PrintSetting): CellBlock[] {
  if (box === null) return [];
  const also = seconds.get(box.id) ?? [];
  return [
    paragraph(isBold ? 'rowHeader' : 'cell', setting.words(box.name)),
    ...(also.length > 0 ? [paragraph('counts', setting.words(codebookFileText[setting.language].seeAlso(also)))] : []),
  ];
}

function structureTable(structure: DataStructure, title: string, setting: PrintSetting): TableBlock {
  const words = codebookFileText[setting.language];
  const branches = branchesOf(structure);
  const hasConcepts = branches.some(({ concept }) => concept !== null);
  const names = new Map(structure.dimensions.flatMap((dimension) => [dimension, ...dimension.themes]).map(({ id, name }) => [id, name] as const));
  const seconds = new Map(
    [...Map.groupBy(structure.seconds, ([id]) => id)].map(([id, places]) => [id, places.flatMap(([, parent]) => names.get(parent) ?? [])]),
  );
  const blocks = (box: StructureBox | null, isBold: boolean): CellBlock[] => nameBlocks(box, isBold, seconds, setting);
  const columns = [...(hasConcepts ? [words.concepts] : []), words.themes, words.dimensions];
  const themeColumn = hasConcepts ? 1 : 0;
  const rows = branches.map(({ concept, theme, dimension }, at): TableRow => {
    const before = branches[at - 1];
    const continues = [
      ...(theme !== null && before?.theme?.id === theme.id ? [themeColumn] : []),
      ...(before?.dimension.id === dimension.id ? [themeColumn + 1] : []),
    ];
    return {
      band: null,
      label: [],
      cells: [...(hasConcepts ? [blocks(concept, false)] : []), blocks(theme, false), blocks(dimension, true)],
      continues,
    };
  });
  return {
    kind: 'table',
    title,
    lead: [],
    rowAxis: null,
    columnAxis: null,
    columns: plainColumns(columns),
    rows,
    note: null,
    source: setting.sourceLineOr(printDataStructureText[setting.language].source),
    widths: hasConcepts ? [0.4, 0.32, 0.28] : [0.5, 0.5],
    fits: { upright: 3, across: 3 },
  };
}

/** The picture alone, without its title: a caption has it. */
export function dataStructureScene(project: Project, piece: PieceOf<'dataStructure'>, style: PrintStyle): Scene {
  return structureScene(gridOf(project, piece), USUAL_LEVELS, '', style.language);
}

/** The figure on a page of its own, then the table. Refuses (`grid.unknown`) a grid that is not there. */
export function dataStructureDocument(project: Project, piece: PieceOf<'dataStructure'>, style: PrintStyle): PrintedDocument {
  const setting = new PrintSetting(project, style);
  const grid = gridOf(project, piece);
  const structure = dataStructure(grid.categories, USUAL_LEVELS);
  const scene = structureScene(grid, USUAL_LEVELS, '', style.language);
  const title = setting.words(`${codebookFileText[style.language].structure}, ${grid.title}`);
  const table = structureTable(structure, title, setting);
  const words = printDataStructureText[style.language];
  const figure: PrintedSection = {
    page: scene.width > scene.height ? 'across' : 'upright',
    blocks: [{ kind: 'figure', scene, title, note: structure.seconds.length > 0 ? words.seconds : null, source: table.source }],
  };
  const empty: PrintedSection = { page: 'upright', blocks: [paragraph('note', words.nothing)] };
  return {
    title,
    author: style.author,
    language: style.language,
    sections: table.rows.length > 0 ? [figure, { page: 'upright', blocks: [table] }] : [empty],
  };
}
