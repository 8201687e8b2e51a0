// The parts of a Word file that stand around its text: named styles, lists, properties, what belongs to what.
import type { Language } from '../../../../shared/domain/project.ts';
import { MARGINS, PAGE } from './document-layout.ts';
import { CELL_MARGIN, FONT, FRAME, LIST_STEP, LOOKS, ROLES, TABLE_STYLE } from './document-looks.ts';
import type { Look } from './document-looks.ts';
import { XML_HEAD, escaped } from './document-xml.ts';
import type { PrintedDocument } from './printed-document.ts';

export const WORD_NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const contentTypes = [
  XML_HEAD,
  `<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  ...['png', 'jpeg', 'gif'].map((kind) => `<Default Extension="${kind}" ContentType="image/${kind}"/>`),
  '<Default Extension="svg" ContentType="image/svg+xml"/>',
  `<Override PartName="/word/document.xml" ContentType="${WORD_PART}.document.main+xml"/>`,
  ...['styles', 'numbering', 'settings'].map((part) => `<Override PartName="/word/${part}.xml" ContentType="${WORD_PART}.${part}+xml"/>`),
  `<Override PartName="/word/footer1.xml" ContentType="${WORD_PART}.footer+xml"/>`,
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '</Types>',
].join('');

export const packageRelations = [
  XML_HEAD,
  `<Relationships xmlns="${PACKAGE}/relationships">`,
  `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/>`,
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  '</Relationships>',
].join('');

/** What the document's text refers to. */
export interface Relation {
  readonly id: string;
  readonly type: 'styles' | 'numbering' | 'settings' | 'footer' | 'image' | 'hyperlink';
  readonly target: string;
}

export function* relationsXml(relations: Iterable<Relation>): Generator<string> {
  yield `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">`;
  for (const { id, type, target } of relations)
    yield `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${escaped(target)}"${type === 'hyperlink' ? ' TargetMode="External"' : ''}/>`;
  yield '</Relationships>';
}

export function coreProperties({ title, author, language }: PrintedDocument): string {
  return [
    XML_HEAD,
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author ?? 'Trame')}</dc:creator><dc:language>${locale(language)}</dc:language>`,
    '</cp:coreProperties>',
  ].join('');
}

export const locale = (language: Language): string => (language === 'fr' ? 'fr-FR' : 'en-GB');

export const settings = [
  XML_HEAD,
  `<w:settings ${W}><w:defaultTabStop w:val="708"/><w:autoHyphenation/>`,
  `<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
].join('');

/** The page's number in the middle of its foot. */
export const footer = `${XML_HEAD}<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="${LOOKS.page.id}"/></w:pPr><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`;

const toggle = (name: string, isOn: boolean): string => (isOn ? `<w:${name}/>` : '');

/** @param base what the parent style says already */
function paragraphStyle(look: Look): string {
  const paragraph = [
    toggle('keepNext', look.keepNext),
    toggle('keepLines', look.keepLines),
    `<w:spacing w:before="${look.before}" w:after="${look.after}" w:line="240" w:lineRule="auto"/>`,
    look.left > 0 ? `<w:ind w:left="${look.left}"${look.hanging > 0 ? ` w:hanging="${look.hanging}"` : ''}/>` : '',
    `<w:jc w:val="${look.align}"/>`,
    /^Heading\d$/.test(look.id) ? `<w:outlineLvl w:val="${Number(look.id.slice(-1)) - 1}"/>` : '',
  ].join('');
  const run = `${toggle('b', look.bold)}${toggle('i', look.italic)}<w:color w:val="${look.color}"/><w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/>`;
  return [
    `<w:style w:type="paragraph"${/^(?:Heading\d|Caption)$/.test(look.id) ? '' : ' w:customStyle="1"'} w:styleId="${look.id}"><w:name w:val="${look.name}"/>`,
    `<w:basedOn w:val="${look.parent ?? 'Normal'}"/>${look.keepNext ? '<w:next w:val="Normal"/>' : ''}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
  ].join('');
}

function characterStyles(): string[] {
  return Object.values(ROLES).map(({ id, name, bold, italic, color, size }) => {
    const on = (tag: string, value: boolean | null): string => (value === null ? '' : value ? `<w:${tag}/>` : `<w:${tag} w:val="0"/>`);
    const run = [
      on('b', bold),
      on('i', italic),
      color === null ? '' : `<w:color w:val="${color}"/>`,
      size === null ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    ].join('');
    return `<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>${run}</w:rPr></w:style>`;
  });
}

const rule = (side: string, eighths: number, color: string): string => `<w:${side} w:val="single" w:sz="${eighths}" w:space="0" w:color="${color}"/>`;

const margins = (top: number, side: number): string =>
  `<w:tblCellMar><w:top w:w="${top}" w:type="dxa"/><w:left w:w="${side}" w:type="dxa"/><w:bottom w:w="${top}" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/></w:tblCellMar>`;

/** A table style of its own, so that a template can change the rules and margins of every table at once. */
function tableStyles(): string[] {
  const outer = (side: string): string => rule(side, FRAME.outerEighths, FRAME.outer);
  const borders = `${outer('top')}${outer('bottom')}${rule('insideH', FRAME.innerEighths, FRAME.across)}${rule('insideV', FRAME.innerEighths, FRAME.down)}`;
  return [
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>${margins(0, 108)}</w:tblPr></w:style>`,
    `<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE.id}"><w:name w:val="${TABLE_STYLE.name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>`,
    `<w:tblPr><w:tblBorders>${borders}</w:tblBorders>${margins(CELL_MARGIN.top, CELL_MARGIN.side)}</w:tblPr></w:style>`,
  ];
}

export function stylesXml(language: Language): string {
  return [
    XML_HEAD,
    `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${locale(language)}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    ...tableStyles(),
    ...Object.values(LOOKS).map(paragraphStyle),
    ...characterStyles(),
    '</w:styles>',
  ].join('');
}

const LEVELS = 9;
const BULLETS = ['•', '–', '▪'] as const;

/** A list of the text: bullets, or numbers from its own start. */
export interface WordList {
  readonly id: number;
  readonly start: number | null;
}

/** Word needs a definition for each list that begins to count anew. */
export function numberingXml(lists: readonly WordList[]): string {
  const level = (start: number | null, at: number): string => {
    const mark =
      start === null
        ? `<w:numFmt w:val="bullet"/><w:lvlText w:val="${BULLETS[at % BULLETS.length]}"/>`
        : `<w:numFmt w:val="decimal"/><w:lvlText w:val="%${at + 1}."/>`;
    const indent = LIST_STEP * (at + 1);
    return `<w:lvl w:ilvl="${at}"><w:start w:val="${start ?? 1}"/>${mark}<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${indent}" w:hanging="${LIST_STEP}"/></w:pPr></w:lvl>`;
  };
  return [
    XML_HEAD,
    `<w:numbering ${W}>`,
    ...lists.map(
      ({ id, start }) =>
        `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${Array.from({ length: LEVELS }, (_, at) => level(start, at)).join('')}</w:abstractNum>`,
    ),
    ...lists.map(({ id }) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`),
    '</w:numbering>',
  ].join('');
}

export function sectionXml(isAcross: boolean): string {
  const [width, height] = isAcross ? [PAGE.height, PAGE.width] : [PAGE.width, PAGE.height];
  const { left, right, top, bottom } = isAcross ? MARGINS.across : MARGINS.upright;
  return [
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:type w:val="nextPage"/>',
    `<w:pgSz w:w="${width}" w:h="${height}" w:orient="${isAcross ? 'landscape' : 'portrait'}"/>`,
    `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`,
  ].join('');
}
