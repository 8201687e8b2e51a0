// The data structure of a grid as a file: svg to edit, png to paste, docx with its numbered caption.
import { AlignmentType, Bookmark, ImageRun, Paragraph, SimpleField, TextRun } from 'docx';
import { dataStructure } from '../../shared/domain/data-structure.ts';
import type { StructureLevels } from '../../shared/domain/data-structure.ts';
import type { Grid } from '../../shared/domain/category.ts';
import type { Language } from '../../shared/domain/project.ts';
import { dataStructureFigure } from '../../shared/figure/data-structure-figure.ts';
import type { Scene } from '../../shared/figure/scene.ts';
import { sceneToSvg } from '../../shared/figure/scene-to-svg.ts';
import { codebookFileText } from '../../shared/i18n/codebook-file.ts';
import { svgToPng } from './figure-files.ts';
import { packWord, textArea, wordPage } from './word-page.ts';
import { STYLE } from './word-styles.ts';

export const STRUCTURE_FORMATS = ['svg', 'png', 'docx'] as const;
export type StructureFormat = (typeof STRUCTURE_FORMATS)[number];

const PNG_SCALE = 3;
/** The library measures pictures at 96 px to the inch, Word pages in twips. */
const TWIPS_PER_PX = 15;
/** Of the page's height: the caption stands below the picture. */
const MOST_OF_HEIGHT = 0.88;

function sceneFor(grid: Grid, levels: StructureLevels, title: string, language: Language): Scene {
  const { concepts, themes, dimensions } = codebookFileText[language];
  return dataStructureFigure({
    structure: dataStructure(grid.categories, levels),
    title,
    labels: { concepts, themes, dimensions },
    theme: 'light',
    language,
  });
}

/** The picture as wide as the page allows; a figure higher than a page is made smaller. */
async function toDocx(grid: Grid, levels: StructureLevels, language: Language): Promise<Uint8Array> {
  const words = codebookFileText[language];
  const scene = sceneFor(grid, levels, '', language);
  const isAcross = scene.width > scene.height;
  const { textWidth, textHeight } = textArea(isAcross);
  const scale = Math.min(1, textWidth / TWIPS_PER_PX / scene.width, (textHeight * MOST_OF_HEIGHT) / TWIPS_PER_PX / scene.height);
  const title = `${words.structure}, ${grid.title}`;
  const picture = new ImageRun({
    type: 'png',
    data: svgToPng(sceneToSvg(scene), PNG_SCALE),
    transformation: { width: Math.round(scene.width * scale), height: Math.round(scene.height * scale) },
    altText: { title, description: title, name: title },
  });
  const caption = new Paragraph({
    style: STYLE.caption,
    children: [
      new Bookmark({ id: 'trame_figure_1', children: [new TextRun('Figure '), new SimpleField('SEQ Figure \\* ARABIC', '1')] }),
      new TextRun(`${language === 'fr' ? '\u00a0: ' : '. '}${title}`),
    ],
  });
  const children = [new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [picture] }), caption];
  return packWord({ title, author: undefined, language, sections: [{ ...wordPage(isAcross), children }] });
}

/** Refuses (`grid.levelsUnordered`) levels that do not follow one another. */
export async function structureFile(grid: Grid, format: StructureFormat, levels: StructureLevels, language: Language): Promise<Uint8Array | string> {
  if (format === 'docx') return toDocx(grid, levels, language);
  const svg = sceneToSvg(sceneFor(grid, levels, grid.title, language));
  return format === 'svg' ? svg : svgToPng(svg, PNG_SCALE);
}
