// The styles that only the content of an OpenDocument text uses: cells and rows, lists, what begins a page, what stands in.
import { CELL_STYLE, GRAPHIC_STYLE, MASTER, ROW_STYLE, points } from './document-odt-parts.ts';
import { CELL_MARGIN, FRAME, INDENT_STEP, LIST_STEP, LOOKS } from './document-looks.ts';
import type { CellBlock, Inline, PrintedDocument } from './printed-document.ts';

/** In styles of paragraphs that stand in by so many levels. */
export const MOST_LEVELS = 12;

const eighths = (width: number, color: string): string => `${width / 8}pt solid ${color}`;

/** Styles of cells, rows, lists and words that the content uses; those of each table's widths come with it. */
export function contentStyles(): string {
  const inner = (side: string, color: string): string => `fo:border-${side}="${eighths(FRAME.innerEighths, `#${color}`)}"`;
  const outer = (side: string): string => `fo:border-${side}="${eighths(FRAME.outerEighths, `#${FRAME.outer}`)}"`;
  const padding = `fo:padding-left="${points(CELL_MARGIN.side)}" fo:padding-right="${points(CELL_MARGIN.side)}" fo:padding-top="${points(CELL_MARGIN.top)}" fo:padding-bottom="${points(CELL_MARGIN.top)}"`;
  const cell = (name: string, more: string): string =>
    ['Gauche', '']
      .map((place) => {
        const left = place === '' ? inner('left', FRAME.down) : 'fo:border-left="none"';
        return `<style:style style:name="${name}${place}" style:family="table-cell"><style:table-cell-properties ${padding} ${left} fo:border-right="none" ${more}/></style:style>`;
      })
      .join('');
  const headed = (name: string, top: string, bottom: string): string =>
    cell(name, `${top} ${bottom} fo:background-color="#${FRAME.header}" style:vertical-align="middle"`);
  const row = (name: string, together: string): string =>
    `<style:style style:name="${name}" style:family="table-row"><style:table-row-properties fo:keep-together="${together}"/></style:style>`;
  const words = (name: string, properties: string): string =>
    `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;
  return [
    cell(CELL_STYLE.plain, `${inner('top', FRAME.across)} ${inner('bottom', FRAME.across)}`),
    headed(CELL_STYLE.header, inner('top', FRAME.across), inner('bottom', FRAME.across)),
    headed(CELL_STYLE.first, outer('top'), inner('bottom', FRAME.across)),
    headed(CELL_STYLE.last, inner('top', FRAME.across), outer('bottom')),
    headed(CELL_STYLE.whole, outer('top'), outer('bottom')),
    cell(CELL_STYLE.band, `${inner('top', FRAME.across)} ${inner('bottom', FRAME.across)} fo:background-color="#${FRAME.band}"`),
    row(ROW_STYLE.whole, 'always'),
    row(ROW_STYLE.broken, 'auto'),
    `<style:style style:name="${GRAPHIC_STYLE}" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>`,
    ...wordStyles(words),
    listStyle('TrameListe', false),
    listStyle('TrameListeNum', true),
  ].join('');
}

/** `b`, `i`, `u` for bold, italic and underlined, in this order. */
function wordStyles(words: (name: string, properties: string) => string): string[] {
  const properties: Readonly<Record<string, string>> = {
    b: 'fo:font-weight="bold"',
    i: 'fo:font-style="italic"',
    u: 'style:text-underline-style="solid" style:text-underline-width="auto"',
  };
  return ['b', 'i', 'u', 'bi', 'bu', 'iu', 'biu'].map((name) => words(`W${name}`, [...name].map((letter) => properties[letter]).join(' ')));
}

function listStyle(name: string, isNumbered: boolean): string {
  const levels = Array.from({ length: 9 }, (_, at) => {
    const place = `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="${points(LIST_STEP * (at + 1))}" fo:text-indent="${points(-LIST_STEP)}"/></style:list-level-properties>`;
    return isNumbered
      ? `<text:list-level-style-number text:level="${at + 1}" style:num-format="1" style:num-suffix=".">${place}</text:list-level-style-number>`
      : `<text:list-level-style-bullet text:level="${at + 1}" text:bullet-char="${['•', '–', '▪'][at % 3]}">${place}</text:list-level-style-bullet>`;
  });
  return `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`;
}

/** Paragraphs that may be the first of a page of the other kind. */
export const PAGE_CHANGERS: ReadonlySet<string> = new Set([...Object.values(LOOKS).map(({ id }) => id), 'TrameFigure']);

/** For each named style, ones that begin a page upright or across. */
export function pageStyles(): string {
  const changing = [...PAGE_CHANGERS, 'TrameRien'].flatMap((id) =>
    (['upright', 'across'] as const).map(
      (page) =>
        `<style:style style:name="Page${page === 'across' ? 'A' : 'U'}${id}" style:family="paragraph" style:parent-style-name="${id}" style:master-page-name="${MASTER[page]}"/>`,
    ),
  );
  return changing.join('');
}

/** Paragraphs that stand in, or that keep with the next one, where their style does not say so. */
export function indentStyles(): string {
  return Object.values(LOOKS)
    .flatMap(({ id, left, hanging }) => {
      const step = id === LOOKS.contents.id ? LIST_STEP : INDENT_STEP;
      const style = (name: string, paragraph: string): string =>
        `<style:style style:name="${id}${name}" style:family="paragraph" style:parent-style-name="${id}"><style:paragraph-properties ${paragraph}/></style:style>`;
      const levels = Array.from({ length: MOST_LEVELS }, (_, at) =>
        style(String(at + 1), `fo:margin-left="${points(left + step * (at + 1))}" fo:text-indent="${points(-hanging)}"`),
      );
      return [style('N', 'fo:keep-with-next="always"'), ...levels];
    })
    .join('');
}

/** Colours of the squares that stand before categories. */
export function swatchStyles(document: PrintedDocument): string {
  const colors = new Set<string>();
  const seen = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (inline.kind === 'swatch') colors.add(inline.color.slice(1).toUpperCase());
      else if (inline.kind === 'link' || inline.kind === 'bookmark') seen(inline.inlines);
    }
  };
  const look = (blocks: readonly CellBlock[]): void => {
    for (const block of blocks) {
      if (block.kind === 'list') block.items.forEach(look);
      else seen(block.inlines);
    }
  };
  for (const block of document.sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'table') for (const row of block.rows) [row.label, ...row.cells].forEach(look);
    else if (block.kind === 'heading') seen(block.inlines);
    else if (block.kind === 'paragraph' || block.kind === 'list' || block.kind === 'quote') look([block]);
  }
  return [...colors]
    .map(
      (color) =>
        `<style:style style:name="C${color}" style:family="text"><style:text-properties fo:color="#${color}" fo:font-size="6pt"/></style:style>`,
    )
    .join('');
}
