// The data structure of a grid as a file: svg to edit, png to paste, a document with its numbered caption.
import { dataStructure } from '../../../shared/domain/data-structure.ts';
import type { StructureLevels } from '../../../shared/domain/data-structure.ts';
import type { Grid } from '../../../shared/domain/category.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { dataStructureFigure } from '../../../shared/figure/data-structure-figure.ts';
import type { Scene } from '../../../shared/figure/scene.ts';
import { sceneToSvg } from '../../../shared/figure/scene-to-svg.ts';
import { codebookFileText } from '../../../shared/i18n/codebook-file.ts';
import { printedWords } from './formats/document-words.ts';
import { svgToPng } from './formats/figure-files.ts';
import type { PrintedDocument } from './formats/printed-document.ts';
import { writeDocument } from './formats/write-document.ts';

export const STRUCTURE_FORMATS = ['svg', 'png', 'pdf', 'docx', 'odt'] as const;
export type StructureFormat = (typeof STRUCTURE_FORMATS)[number];

const PNG_SCALE = 3;

export function structureScene(grid: Grid, levels: StructureLevels, title: string, language: Language): Scene {
  const { concepts, themes, dimensions } = codebookFileText[language];
  return dataStructureFigure({
    structure: dataStructure(grid.categories, levels),
    title,
    labels: { concepts, themes, dimensions },
    theme: 'light',
    language,
  });
}

/** The picture as wide as the page allows, across where it is wider than high. Its title stands in the caption only. */
export function structureDocument(grid: Grid, levels: StructureLevels, language: Language): PrintedDocument {
  const scene = structureScene(grid, levels, '', language);
  const title = printedWords(`${codebookFileText[language].structure}, ${grid.title}`, language);
  const figure = { kind: 'figure', scene, title, note: null, source: null } as const;
  return { title, author: null, language, sections: [{ page: scene.width > scene.height ? 'across' : 'upright', blocks: [figure] }] };
}

/** Refuses (`grid.levelsUnordered`) levels that do not follow one another. */
export async function structureFile(grid: Grid, format: StructureFormat, levels: StructureLevels, language: Language): Promise<Uint8Array | string> {
  if (format === 'docx' || format === 'odt') return writeDocument(structureDocument(grid, levels, language), format);
  const scene = structureScene(grid, levels, grid.title, language);
  if (format === 'svg') return sceneToSvg(scene);
  return format === 'png'
    ? svgToPng(sceneToSvg(scene), PNG_SCALE)
    : (await import('./formats/document-pdf.ts')).sceneToPdf(scene, grid.title, language);
}
