// The parts of a workbook that stand around its sheets: looks of cells, names, properties, what belongs to what.
import type { Font } from 'exceljs';
import { XML_HEAD, escaped } from './document-xml.ts';
import type { PrintedSheets } from './printed-sheet.ts';

export const SHEET_NAMESPACES = [
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(' ');
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_PART = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** How a cell looks; what is not given is plain. */
export interface CellLook {
  readonly font: Partial<Font>;
  /** `RRGGBB` */
  readonly fill?: string;
  readonly hasBorder?: boolean;
  readonly format?: string | null;
  readonly across?: 'center' | 'right';
  readonly down?: 'top' | 'middle';
  readonly wraps?: boolean;
}

export const fontXml = ({ bold, italic, underline, size = 9, name = 'Arial', color }: Partial<Font>, nameTag: 'name' | 'rFont'): string =>
  [
    bold ? '<b/>' : '',
    italic ? '<i/>' : '',
    underline ? '<u/>' : '',
    `<sz val="${size}"/>`,
    color?.argb === undefined ? '' : `<color rgb="${color.argb}"/>`,
    `<${nameTag} val="${name}"/>`,
  ].join('');

/** Pieces of XML, each told by its place; what comes again has the place it had. */
class Numbered {
  readonly #places = new Map<string, number>();

  constructor(first: readonly string[] = []) {
    for (const xml of first) this.place(xml);
  }

  place(xml: string): number {
    const known = this.#places.get(xml);
    if (known !== undefined) return known;
    this.#places.set(xml, this.#places.size);
    return this.#places.size - 1;
  }

  list(tag: string): string {
    return `<${tag} count="${this.#places.size}">${[...this.#places.keys()].join('')}</${tag}>`;
  }
}

/** Numbers below it are Excel's own formats. */
const OWN_FORMATS = 164;
const LINE = '<color rgb="FFBFBFBF"/>';
const BORDER = `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin">${LINE}</${side}>`).join('')}<diagonal/></border>`;
const NO_BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>';

/** The looks that a workbook uses, numbered as its cells name them. */
export class CellLooks {
  readonly #fonts = new Numbered([`<font>${fontXml({}, 'name')}</font>`]);
  // the first two are Excel's, whatever is written there
  readonly #fills = new Numbered(['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>']);
  readonly #borders = new Numbered([NO_BORDER, BORDER]);
  readonly #formats: string[] = [];
  readonly #looks = new Numbered(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  readonly #known = new Map<string, number>();

  number(look: CellLook): number {
    const key = JSON.stringify(look);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { font, fill, hasBorder, format = null, across, down, wraps } = look;
    const fontId = this.#fonts.place(`<font>${fontXml(font, 'name')}</font>`);
    const fillId =
      fill === undefined
        ? 0
        : this.#fills.place(`<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`);
    const aligned = [
      across ? ` horizontal="${across}"` : '',
      down ? ` vertical="${down === 'middle' ? 'center' : down}"` : '',
      wraps ? ' wrapText="1"' : '',
    ].join('');
    const place = this.#looks.place(
      `<xf numFmtId="${this.#formatId(format)}" fontId="${fontId}" fillId="${fillId}" borderId="${hasBorder ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment${aligned}/></xf>`,
    );
    this.#known.set(key, place);
    return place;
  }

  #formatId(format: string | null): number {
    if (format === null) return 0;
    if (!this.#formats.includes(format)) this.#formats.push(format);
    return OWN_FORMATS + this.#formats.indexOf(format);
  }

  xml(): string {
    const formats = this.#formats.map((format, at) => `<numFmt numFmtId="${OWN_FORMATS + at}" formatCode="${escaped(format)}"/>`);
    return [
      `${XML_HEAD}<styleSheet ${MAIN}>`,
      formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '',
      this.#fonts.list('fonts'),
      this.#fills.list('fills'),
      this.#borders.list('borders'),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      this.#looks.list('cellXfs'),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }
}

/** What the workbook says of a sheet: its tab, and what comes back on every printed page or is filtered, `$A:$B,$1:$2` and `$A$1:$C$9`. */
export interface SheetEntry {
  readonly name: string;
  readonly titles: readonly string[];
  readonly filter: string | null;
}

export function workbookXml(sheets: readonly SheetEntry[]): string {
  const at = (name: string, range: string): string => escaped(`'${name.replaceAll("'", "''")}'!${range}`);
  const names = sheets.flatMap(({ name, titles, filter }, index) => [
    ...(filter === null ? [] : [`<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${at(name, filter)}</definedName>`]),
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${titles.map((range) => at(name, range)).join(',')}</definedName>`,
  ]);
  const listed = sheets.map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  return `${XML_HEAD}<workbook ${SHEET_NAMESPACES}><sheets>${listed.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`;
}

export function workbookRelations(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}<Relationship Id="rId${count + 1}" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`;
}

/** Addresses that a sheet's cells lead to, in the order of their numbers. */
export function* sheetRelations(addresses: Iterable<string>): Generator<string> {
  yield `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">`;
  let number = 0;
  for (const address of addresses) {
    number += 1;
    yield `<Relationship Id="rId${number}" Type="${OFFICE}/relationships/hyperlink" Target="${escaped(address)}" TargetMode="External"/>`;
  }
  yield '</Relationships>';
}

export function workbookTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SHEET_PART}.worksheet+xml"/>`,
  );
  return [
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_PART}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${SHEET_PART}.styles+xml"/>`,
    ...sheets,
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    '</Types>',
  ].join('');
}

export const workbookPackage = [
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">`,
  `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>`,
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  '</Relationships>',
].join('');

export const workbookProperties = ({ title, author }: PrintedSheets): string =>
  `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author ?? 'Trame')}</dc:creator></cp:coreProperties>`;
