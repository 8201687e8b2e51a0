// What an RTF file declares before its text: the alphabets of its fonts, and which of its styles are headings.
import iconv from 'iconv-lite';

/** Windows' numbers for the alphabets of fonts → code pages. */
const CODE_PAGE_OF_CHARSET: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  78: 932,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

const DEFAULT_CODE_PAGE = 1252;

export class RtfFonts {
  readonly #codePages = new Map<number, number>();
  #default = DEFAULT_CODE_PAGE;
  #declared: number | null = null;

  setDefault(codePage: number): void {
    this.#default = codePage;
  }

  /** Within the font table: the font that the next words describe. */
  declare(font: number): void {
    this.#declared = font;
  }

  setCharset(charset: number): void {
    const codePage = CODE_PAGE_OF_CHARSET[charset];
    if (codePage !== undefined) this.setCodePage(codePage);
  }

  setCodePage(codePage: number): void {
    if (this.#declared !== null) this.#codePages.set(this.#declared, codePage);
  }

  decode(bytes: readonly number[], font: number | null): string {
    const codePage = (font === null ? undefined : this.#codePages.get(font)) ?? this.#default;
    const name = nameOf(codePage);
    return iconv.decode(Buffer.from(bytes), iconv.encodingExists(name) ? name : 'windows-1252');
  }
}

function nameOf(codePage: number): string {
  if (codePage === 10000) return 'macroman';
  return codePage === 65001 ? 'utf-8' : `cp${codePage}`;
}

const HEADING = /^(?:heading|titre|überschrift|título|titolo) ?([1-9])$/i;

export class RtfStyles {
  readonly #levels = new Map<number, number>();

  /** @param name as the style sheet gives it; Word writes it in English whatever its language */
  add(style: number, name: string, outlineLevel: number | null): void {
    const heading = HEADING.exec(name);
    if (heading) this.#levels.set(style, Number(heading[1]));
    else if (/^(?:title|titre)$/i.test(name)) this.#levels.set(style, 1);
    else if (/^(?:subtitle|sous-titre)$/i.test(name)) this.#levels.set(style, 2);
    else if (outlineLevel !== null && outlineLevel < 9) this.#levels.set(style, outlineLevel + 1);
  }

  /** 1 for the highest heading; null for a style that is none. */
  levelOf(style: number): number | null {
    return this.#levels.get(style) ?? null;
  }
}
