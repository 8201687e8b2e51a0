// What every writer of XML and HTML shares: escaping, and pictures on their way into an archive.
import type { FigureBlock } from './printed-document.ts';
import { sceneToSvg } from '../../../../shared/figure/scene-to-svg.ts';
import { svgToPng } from './figure-files.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For texts and attributes. Characters that XML 1.0 forbids are left out. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\r\t]|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Pixels on screen are 96 to the inch, on paper 300. */
const PRINT_SCALE = 300 / 96;

/** A figure's two faces: lines that stay sharp, and 300 points to the inch of the size it is printed at, for programs that cannot draw them. */
export function figureImages({ scene }: FigureBlock, printedWidth: number): { readonly svg: Uint8Array; readonly png: Uint8Array } {
  const svg = sceneToSvg(scene);
  return { svg: new TextEncoder().encode(svg), png: svgToPng(svg, (PRINT_SCALE * printedWidth) / Math.max(1, scene.width)) };
}

/** Pictures as an archive keeps them: each content once, under a name. */
export class ArchivePictures {
  readonly #names = new Map<Uint8Array, string>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The part's name. */
  add(bytes: Uint8Array, extension: string): string {
    const known = this.#names.get(bytes);
    if (known !== undefined) return known;
    const name = `${this.#folder}/image${this.#names.size + 1}.${extension}`;
    this.#names.set(bytes, name);
    return name;
  }

  get parts(): { name: string; content: Uint8Array }[] {
    return [...this.#names].map(([content, name]) => ({ name, content }));
  }
}

/** Kinds of picture that word processors show; others are named instead. */
const SHOWN_IMAGES: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/gif': 'gif' };

export function imageExtension(mime: string): string | null {
  return SHOWN_IMAGES[mime] ?? null;
}
