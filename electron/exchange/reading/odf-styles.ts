// What the styles of an OpenDocument text mean here: bold, italic, heading; a style says the rest through its parents.
import { readXml } from './xml-events.ts';

export interface OdfStyle {
  /** Undefined where the style leaves it as it is around. */
  readonly bold: boolean | undefined;
  readonly italic: boolean | undefined;
  /** The names of the style and of its parents, nearest first, as written in the file. */
  readonly names: readonly string[];
}

interface StyleEntry {
  readonly parent: string | undefined;
  bold: boolean | undefined;
  italic: boolean | undefined;
}

const NO_STYLE: OdfStyle = { bold: undefined, italic: undefined, names: [] };
const MOST_PARENTS = 50;

export class OdfStyles {
  readonly #entries = new Map<string, StyleEntry>();

  /** Adds the styles that a part (`styles.xml`, `content.xml`) defines. */
  addFrom(part: Uint8Array): void {
    let entry: StyleEntry | null = null;
    readXml(part, {
      open: (name, attributes) => {
        if (name === 'style:style') {
          entry = { parent: attributes['style:parent-style-name'], bold: undefined, italic: undefined };
          this.#entries.set(keyOf(attributes['style:family'], attributes['style:name']), entry);
        } else if (name === 'style:text-properties' && entry) {
          const weight = attributes['fo:font-weight'];
          const slant = attributes['fo:font-style'];
          if (weight !== undefined) entry.bold = weight === 'bold' || Number(weight) >= 600;
          if (slant !== undefined) entry.italic = slant === 'italic' || slant === 'oblique';
        }
      },
      close: (name) => {
        if (name === 'style:style') entry = null;
      },
    });
  }

  /** @param family `text` for words, `paragraph` */
  of(family: string, name: string | undefined): OdfStyle {
    if (name === undefined) return NO_STYLE;
    const names: string[] = [];
    let found: Pick<OdfStyle, 'bold' | 'italic'> = NO_STYLE;
    let at: string | undefined = name;
    while (at !== undefined && names.length < MOST_PARENTS) {
      const entry = this.#entries.get(keyOf(family, at));
      names.push(at);
      found = { bold: found.bold ?? entry?.bold, italic: found.italic ?? entry?.italic };
      at = entry?.parent;
    }
    return { ...found, names };
  }
}

function keyOf(family: string | undefined, name: string | undefined): string {
  return `${family} ${name}`;
}
