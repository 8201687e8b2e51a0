// A printed document for theses written in LaTeX: longtable and booktabs, cut like the Word tables where it is wider than a page.
import { exportText } from '../../../../shared/i18n/export.ts';
import { rowBands, rowsOver } from './document-bands.ts';
import { captionLabels } from './document-captions.ts';
import { TWIPS_PER_POINT, bookmarkNames, headerLines, layOut } from './document-layout.ts';
import type { HeaderCell, LaidBlock, LaidSection, LaidTable, TablePart } from './document-layout.ts';
import { INDENT_STEP } from './document-looks.ts';
import type { CellBlock, ContentsBlock, Inline, ParagraphBlock, ParagraphStyle, PrintedDocument, TableRow } from './printed-document.ts';

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '\u00a0': '~',
  '\u202f': '\\,',
  '≠': '$\\neq$',
};

function escaped(text: string): string {
  return text.replace(/[\\~^<>|"\u00a0\u202f≠]|[{}$&#_%]/g, (character) => COMMANDS[character] ?? `\\${character}`);
}

/** How each kind of paragraph is set. */
const SETTINGS: Readonly<Partial<Record<ParagraphStyle, readonly [open: string, close: string]>>> = {
  header: ['\\textbf{', '}'],
  rowHeader: ['\\textbf{', '}'],
  band: ['\\textbf{', '}'],
  counts: ['{\\scriptsize ', '}'],
  reference: ['{\\scriptsize ', '}'],
  verbatim: ['\\emph{', '}'],
  remark: ['\\emph{', '}'],
  // alone it would take the row's end for a line's
  number: ['\\raggedleft\\arraybackslash ', ''],
  source: ['\\emph{', '}'],
};

/** What LaTeX calls the heading of each list, and the list. */
const CONTENTS: Readonly<Record<ContentsBlock['of'], readonly [name: string, command: string]>> = {
  headings: ['contentsname', 'tableofcontents'],
  tables: ['listtablename', 'listoftables'],
  figures: ['listfigurename', 'listoffigures'],
};

class TexText {
  readonly #document: PrintedDocument;
  readonly #name = bookmarkNames();

  constructor(document: PrintedDocument) {
    this.#document = document;
  }

  section({ isAcross, blocks }: LaidSection): string[] {
    const lines = blocks.flatMap((block) => [...this.#block(block), '']);
    return isAcross ? ['\\begin{landscape}', ...lines, '\\end{landscape}', ''] : lines;
  }

  #block(block: LaidBlock): string[] {
    switch (block.kind) {
      case 'heading':
        return [`\\${['section', 'subsection', 'subsubsection'][block.level - 1]}{${this.#inlines(block.inlines)}}`];
      case 'table':
        return this.#table(block);
      case 'figure':
        return this.#figure(block);
      case 'pageBreak':
        return ['\\clearpage'];
      case 'contents':
        return this.#contents(block.contents);
      case 'paragraph':
        return [`\\noindent ${this.#paragraph(block)}\\par`];
      case 'quote':
        return ['\\begin{quote}', this.#inlines(block.inlines), '\\end{quote}'];
      case 'list':
        return [this.#list(block.start, block.items)];
    }
  }

  #contents({ of, title }: ContentsBlock): string[] {
    const [name, command] = CONTENTS[of];
    return [`\\renewcommand{\\${name}}{${escaped(title)}}`, `\\${command}`];
  }

  #paragraph({ style, inlines, indent = 0 }: ParagraphBlock): string {
    const [open, close] = SETTINGS[style] ?? ['', ''];
    const place = indent > 0 ? `\\hspace*{${(indent * INDENT_STEP) / TWIPS_PER_POINT}pt}` : '';
    return `${place}${open}${this.#inlines(inlines)}${close}`;
  }

  #list(start: number | null, items: readonly (readonly CellBlock[])[]): string {
    const kind = start === null ? 'itemize' : 'enumerate';
    const first = start === null || start === 1 ? [] : [`\\setcounter{enumi}{${start - 1}}`];
    const lines = items.map((item) => `\\item ${plainly(item.map((block) => this.#flow(block)).join('\\par '))}`);
    return [`\\begin{${kind}}`, ...first, ...(lines.length > 0 ? lines : ['\\item']), `\\end{${kind}}`].join('\n');
  }

  #flow(block: CellBlock): string {
    if (block.kind === 'list') return `\n${this.#list(block.start, block.items)}`;
    return block.kind === 'quote' ? `\\emph{${this.#inlines(block.inlines)}}` : this.#paragraph(block);
  }

  #inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(inline: Inline): string {
    switch (inline.kind) {
      case 'text':
        return words(inline);
      case 'break':
        return '\\newline ';
      case 'swatch':
        return '\\textbullet{} ';
      case 'link': {
        const label = this.#inlines(inline.inlines);
        return inline.to.startsWith('#')
          ? `\\hyperlink{${inline.to.slice(1)}}{${label}}`
          : `\\href{${inline.to.replace(/[%#&_{}\\]/g, '\\$&')}}{${label}}`;
      }
      case 'bookmark':
        return `\\hypertarget{${this.#name(inline.id)}}{${this.#inlines(inline.inlines)}}`;
      case 'picture':
        return words({ kind: 'text', text: `[${inline.alt}]` });
    }
  }

  /** The picture itself is a file of its own, exported beside this one. */
  #figure({ figure, number }: Extract<LaidBlock, { kind: 'figure' }>): string[] {
    const name = `figure-${number ?? ''}.pdf`;
    return [
      '\\begin{figure}[htbp]\\centering',
      `\\IfFileExists{${name}}{\\includegraphics[width=\\linewidth,height=.85\\textheight,keepaspectratio]{${name}}}{\\fbox{${name}}}`,
      ...(number === null ? [] : [`\\caption{${escaped(figure.title ?? '')}}\\label{fig:trame-${number}}`]),
      '\\end{figure}',
      ...below(figure),
    ];
  }

  #table(laid: LaidTable): string[] {
    const { table, number, parts } = laid;
    const { continued } = exportText[this.#document.language];
    const tables = parts.flatMap((part, at) => {
      const title = escaped(table.title ?? '');
      const first = `\\caption{${title}}\\label{tab:trame-${number}}\\\\`;
      const caption = number === null ? [] : [at === 0 ? first : `\\caption[]{${title} (${escaped(continued(at + 1, parts.length))})}\\\\`];
      // a part goes on under the same number, and stays out of the list of tables
      return [...(number === null || at === 0 ? [] : ['\\addtocounter{table}{-1}']), ...this.#longtable(laid, part, caption)];
    });
    const lead = table.lead.map((block) => `\\noindent ${this.#paragraph(block)}\\par`);
    return ['\\begingroup\\footnotesize\\setlength{\\tabcolsep}{4pt}', ...lead, ...tables, ...below(table), '\\endgroup'];
  }

  #longtable({ table }: LaidTable, part: TablePart, caption: readonly string[]): string[] {
    const sum = part.widths.reduce((total, width) => total + width, 0);
    const shares = part.widths.map((width) => width / sum);
    const ragged = '>{\\raggedright\\arraybackslash}';
    const header = texHeader(headerLines(table, part), shares);
    const body = this.#body(table.rows, part, table.rowAxis !== null);
    return [
      `\\begin{longtable}{@{}${shares.map((share) => `${ragged}p{${width(share)}}`).join('')}@{}}`,
      ...caption,
      '\\toprule',
      ...header,
      '\\midrule',
      '\\endfirsthead',
      '\\toprule',
      ...header,
      '\\midrule',
      '\\endhead',
      '\\bottomrule',
      '\\endfoot',
      // the last rule belongs to the foot
      ...(body.at(-1) === '\\midrule' ? body.slice(0, -1) : body),
      '\\end{longtable}',
    ];
  }

  #body(rows: readonly TableRow[], part: TablePart, hasLabels: boolean): string[] {
    return rowBands(rows).flatMap((band) => {
      const title =
        band.label === null ? [] : [`\\multicolumn{${part.widths.length}}{@{}l}{\\textbf{${escaped(band.label)}}} \\\\*`, '\\addlinespace'];
      return [...title, ...band.rows.flatMap((row, at) => [...this.#row(row, part, hasLabels), ...rules(band.rows, at + 1, part, hasLabels)])];
    });
  }

  /** The blocks of a cell, one table line each: longtable breaks pages between lines only, never inside a cell. */
  #row(row: TableRow, part: TablePart, hasLabels: boolean): string[] {
    const columns = [
      ...(hasLabels ? [row.label] : []),
      ...part.indexes.map((index) => (row.continues?.includes(index) ? [] : (row.cells[index] ?? []))),
    ];
    const texts = columns.map((blocks) => blocks.map((block) => this.#flow(block)));
    const deep = texts.reduce((most, each) => Math.max(most, each.length), 1);
    return Array.from({ length: deep }, (_, line) => `${plainly(texts.map((each) => each[line] ?? '').join(' & '))} \\\\`);
  }
}

/** What stands first would be read as an option of the command before it: `[…]`, an asterisk. */
const plainly = (line: string): string => (/^[[*]/u.test(line) ? `{}${line}` : line);

function words({ text, bold, italic, underline, role }: Extract<Inline, { kind: 'text' }>): string {
  const commands = [
    ...(bold || role === 'contrast' ? ['\\textbf{'] : []),
    ...(italic || role === 'remark' ? ['\\emph{'] : []),
    ...(underline ? ['\\underline{'] : []),
    ...(role === 'reference' ? ['{\\normalfont\\scriptsize '] : []),
  ];
  return `${commands.join('')}${escaped(text)}${'}'.repeat(commands.length)}`;
}

/** Above a row: over the whole table, or only where no cell goes on from the row before. */
function rules(rows: readonly TableRow[], next: number, part: TablePart, hasLabels: boolean): string[] {
  const first = hasLabels ? 1 : 0;
  const goesOn = part.indexes.map((index) => next < rows.length && rowsOver(rows, next, index) === 0);
  if (!goesOn.includes(true)) return ['\\midrule'];
  const open = [...(hasLabels ? [1] : []), ...goesOn.flatMap((isOn, at) => (isOn ? [] : [first + at + 1]))];
  return [open.map((column) => `\\cmidrule(lr){${column}-${column}}`).join('')];
}

const width = (share: number): string => `\\dimexpr ${share.toFixed(4)}\\linewidth-2\\tabcolsep\\relax`;

/** Header lines with their rules; a cell that goes over several lines stands on its first one. */
function texHeader(lines: readonly (readonly HeaderCell[])[], shares: readonly number[]): string[] {
  return lines.flatMap((cells, line) => {
    const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
    const parts: string[] = [];
    for (let column = 0; column < shares.length; column += byColumn.get(column)?.columns ?? 1) {
      const cell = byColumn.get(column);
      const share = shares.slice(column, column + (cell?.columns ?? 1)).reduce((sum, each) => sum + each, 0);
      parts.push(cell ? `\\multicolumn{${cell.columns}}{>{\\centering\\arraybackslash}p{${width(share)}}}{\\textbf{${escaped(cell.label)}}}` : '');
    }
    const rules = cells.filter((cell) => cell.columns > 1).map((cell) => `\\cmidrule(lr){${cell.column + 1}-${cell.column + cell.columns}}`);
    return [`${parts.join(' & ')} \\\\`, ...(rules.length > 0 && line < lines.length - 1 ? [rules.join('')] : [])];
  });
}

function below({ note, source }: { readonly note: string | null; readonly source: string | null }): string[] {
  return [...(note === null ? [] : [`\\noindent ${escaped(note)}\\par`]), ...(source === null ? [] : [`\\noindent\\emph{${escaped(source)}}\\par`])];
}

/** LaTeX to \input in a thesis; what its preamble needs stands in comments at the top. */
export function documentToTex(document: PrintedDocument): string {
  const text = new TexText(document);
  const sections = layOut(document, captionLabels(document.language));
  return [
    `% ${exportText[document.language].texPreamble}`,
    `% \\usepackage[${document.language === 'fr' ? 'french' : 'english'}]{babel}`,
    '% \\usepackage[T1]{fontenc} % pdfLaTeX',
    '% \\usepackage{array,booktabs,longtable,pdflscape,graphicx,hyperref}',
    '',
    ...sections.flatMap((section) => text.section(section)),
  ].join('\n');
}
