// Every look of a Word export is a named style, so that a thesis template restyles all its tables at once.
import { AlignmentType, LineRuleType } from 'docx';
import type { ICharacterStyleOptions, IParagraphStyleOptions, IStylesOptions } from 'docx';
import type { Language } from '../../shared/domain/project.ts';

export const STYLE = {
  table: 'TrameCadre',
  cell: 'TrameTableau',
  number: 'TrameNombre',
  header: 'TrameEnTete',
  rowHeader: 'TrameLigne',
  band: 'TrameGroupe',
  counts: 'TrameEffectif',
  category: 'TrameCategorie',
  synthesis: 'TrameSynthese',
  verbatim: 'TrameVerbatim',
  note: 'TrameLegende',
  source: 'TrameSource',
  continued: 'TrameSuite',
  reference: 'TrameReference',
  contrast: 'TrameContraste',
  remark: 'TrameRemarque',
  caption: 'Caption',
} as const;

const GREY = '595959';
const FONT = 'Arial';

/** Half-points, as Word counts them. */
const CELL_SIZE = 17;

function cellStyle(
  id: string,
  name: string,
  run: IParagraphStyleOptions['run'] = {},
  paragraph: IParagraphStyleOptions['paragraph'] = {},
): IParagraphStyleOptions {
  return { id, name, basedOn: STYLE.cell, next: id, quickFormat: true, run, paragraph };
}

const PARAGRAPHS: readonly IParagraphStyleOptions[] = [
  {
    id: STYLE.cell,
    name: 'Trame Tableau',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: CELL_SIZE },
    paragraph: { spacing: { before: 0, after: 40, line: 240, lineRule: LineRuleType.AUTO }, alignment: AlignmentType.LEFT },
  },
  cellStyle(STYLE.header, 'Trame En-tête', { bold: true }, { alignment: AlignmentType.CENTER, keepNext: true }),
  cellStyle(STYLE.number, 'Trame Nombre', {}, { alignment: AlignmentType.RIGHT }),
  cellStyle(STYLE.rowHeader, 'Trame Ligne', { bold: true }),
  cellStyle(STYLE.band, 'Trame Groupe', { bold: true, color: '404040' }, { keepNext: true, spacing: { before: 40, after: 40 } }),
  cellStyle(STYLE.counts, 'Trame Effectif', { color: GREY, size: 15 }, { spacing: { after: 60 } }),
  cellStyle(STYLE.category, 'Trame Catégorie', {}, { indent: { left: 140, hanging: 140 }, spacing: { after: 20 } }),
  cellStyle(STYLE.synthesis, 'Trame Synthèse', {}, { spacing: { before: 40, after: 80 } }),
  cellStyle(STYLE.verbatim, 'Trame Verbatim', { italics: true }, { keepLines: true, spacing: { before: 20, after: 80 } }),
  {
    id: STYLE.note,
    name: 'Trame Légende',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: 16, color: GREY },
    paragraph: { spacing: { before: 80, after: 0 } },
  },
  {
    id: STYLE.source,
    name: 'Trame Source',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: 16, italics: true },
    paragraph: { spacing: { before: 40, after: 240 } },
  },
  {
    id: STYLE.continued,
    name: 'Trame Suite',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: 20, bold: true },
    paragraph: { keepNext: true, spacing: { before: 240, after: 100 } },
  },
];

const CHARACTERS: readonly ICharacterStyleOptions[] = [
  {
    id: STYLE.reference,
    name: 'Trame Référence',
    basedOn: 'DefaultParagraphFont',
    quickFormat: true,
    run: { italics: false, color: GREY, size: 15 },
  },
  { id: STYLE.contrast, name: 'Trame Contraste', basedOn: 'DefaultParagraphFont', quickFormat: true, run: { italics: false, bold: true } },
  { id: STYLE.remark, name: 'Trame Remarque', basedOn: 'DefaultParagraphFont', quickFormat: true, run: { italics: true, color: GREY } },
];

const rule = (side: string, eighths: number, color: string): string => `<w:${side} w:val="single" w:sz="${eighths}" w:space="0" w:color="${color}"/>`;

/**
 * What the library does not write itself: a real table style, so that a template can change the rules and margins of every
 * table at once, and the built-in styles that all others stand on.
 */
export function builtInStyles(): string {
  const borders = `${rule('top', 8, '000000')}${rule('bottom', 8, '000000')}${rule('insideH', 4, 'A6A6A6')}${rule('insideV', 4, 'D0D0D0')}`;
  const margins = '<w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>';
  const noMargins = '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblCellMar>${noMargins}</w:tblCellMar></w:tblPr></w:style>`,
    `<w:style w:type="table" w:customStyle="1" w:styleId="${STYLE.table}"><w:name w:val="Trame Cadre"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>`,
    `<w:tblPr><w:tblBorders>${borders}</w:tblBorders><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr></w:style>`,
    '</w:styles>',
  ].join('');
}

export function wordStyles(language: Language): IStylesOptions {
  return {
    default: {
      document: { run: { font: FONT, size: 22, language: { value: language === 'fr' ? 'fr-FR' : 'en-GB' } } },
      caption: { run: { bold: true, size: 20, color: '000000' }, paragraph: { keepNext: true, spacing: { before: 120, after: 100 } } },
    },
    paragraphStyles: PARAGRAPHS,
    characterStyles: CHARACTERS,
  };
}
