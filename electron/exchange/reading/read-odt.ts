// The words of an OpenDocument text (LibreOffice Writer), in reading order, and how they are set.
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { DocumentWriter, headingKind, type InlineStyle, type ParagraphKind, PLAIN, type DocumentText } from './document-writer.ts';
import { openOdf } from './odf-container.ts';
import { OdfStyles } from './odf-styles.ts';
import { readXml, TooDeepError } from './xml-events.ts';

const MIME_TYPE = 'application/vnd.oasis.opendocument.text';
/** What is not the document's words: who changed what, margin remarks, a drawing's own title, a note's printed mark. */
const SKIPPED = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:forms',
  'svg:title',
  'svg:desc',
  'text:note-citation',
  'text:ruby-text',
  'office:binary-data',
]);
/** A file's `text:c` may claim any number of spaces. */
const MOST_SPACES = 200;

/** Refuses what is no OpenDocument text, is protected or damaged. `file`: the name a refusal cites. */
export function readOdt(bytes: Uint8Array, file: string): DocumentText {
  const container = openOdf(bytes, file, MIME_TYPE);
  const content = container.read('content.xml') ?? new Uint8Array();
  try {
    const styles = new OdfStyles();
    styles.addFrom(container.read('styles.xml') ?? Buffer.from('<none/>'));
    styles.addFrom(content);
    return new OdtReader(styles).read(content);
  } catch (cause) {
    throw Object.assign(unreadable(file, cause instanceof TooDeepError ? 'tooDeep' : 'damaged'), { cause });
  }
}

class OdtReader {
  readonly #writer = new DocumentWriter();
  readonly #styles: OdfStyles;
  /** How the words are set, for each element around them that says so. */
  readonly #inline: InlineStyle[] = [PLAIN];
  /** Paragraphs around the words: more than one where a text box hangs on a paragraph. */
  readonly #paragraphs: ParagraphKind[] = [];
  #skipDepth = 0;
  #lists = 0;
  #indexes = 0;

  constructor(styles: OdfStyles) {
    this.#styles = styles;
  }

  read(content: Uint8Array): DocumentText {
    let isBody = false;
    readXml(content, {
      open: (name, attributes) => {
        if (name === 'office:text') isBody = true;
        else if (this.#skipDepth > 0 || SKIPPED.has(name)) this.#skipDepth += 1;
        else if (isBody) this.#open(name, attributes);
      },
      close: (name) => {
        if (name === 'office:text') isBody = false;
        else if (this.#skipDepth > 0) this.#skipDepth -= 1;
        else if (isBody) this.#close(name);
      },
      text: (value) => {
        if (isBody && this.#skipDepth === 0 && this.#paragraphs.length > 0) this.#writer.flowingText(value, this.#style);
      },
    });
    return this.#writer.finish();
  }

  get #style(): InlineStyle {
    return this.#inline.at(-1) ?? PLAIN;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    const writer = this.#writer;
    switch (name) {
      case 'text:p':
      case 'text:h':
        return this.#openParagraph(name, attributes);
      case 'text:span':
        return this.#push('text', attributes['text:style-name']);
      case 'text:s':
        return writer.text(' '.repeat(Math.min(MOST_SPACES, Math.max(1, Number(attributes['text:c']) || 1))), this.#style);
      case 'text:tab':
        return writer.text('\t', this.#style);
      case 'text:line-break':
        return writer.text('\n', this.#style);
      case 'text:list':
        this.#lists += 1;
        return;
      case 'text:table-of-content':
      case 'text:alphabetical-index':
        this.#indexes += 1;
        return;
      case 'text:note':
        return writer.beginNote(writer.noteMark(this.#style));
      case 'draw:text-box':
        return writer.beginAside();
      case 'table:table-row':
        return writer.beginRow();
      case 'table:table-cell':
        return writer.beginCell();
    }
  }

  #close(name: string): void {
    const writer = this.#writer;
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#inline.pop();
        return writer.endParagraph(this.#paragraphs.pop());
      case 'text:span':
        this.#inline.pop();
        return;
      case 'text:list':
        this.#lists -= 1;
        return;
      case 'text:table-of-content':
      case 'text:alphabetical-index':
        this.#indexes -= 1;
        return;
      case 'text:note':
        return writer.endNote();
      case 'draw:text-box':
        return writer.endAside();
      case 'table:table-row':
        return writer.endRow();
      case 'table:table-cell':
        return writer.endCell();
    }
  }

  #openParagraph(name: string, attributes: Readonly<Record<string, string>>): void {
    const style = this.#styles.of('paragraph', attributes['text:style-name']);
    const level = name === 'text:h' ? Number(attributes['text:outline-level']) || 1 : levelOfTitle(style.names);
    const kind = level !== null ? headingKind(level) : this.#indexes > 0 ? 'unspoken' : this.#lists > 0 ? 'listItem' : 'body';
    this.#paragraphs.push(kind);
    // A heading is bold because it is a heading.
    this.#inline.push(level === null ? { bold: style.bold ?? false, italic: style.italic ?? false } : PLAIN);
  }

  #push(family: string, name: string | undefined): void {
    const { bold, italic } = this.#styles.of(family, name);
    this.#inline.push({ bold: bold ?? this.#style.bold, italic: italic ?? this.#style.italic });
  }
}

/** Writer's styles keep their English names in the file, whatever its language. */
function levelOfTitle(names: readonly string[]): number | null {
  if (names.includes('Title')) return 1;
  if (names.includes('Subtitle')) return 2;
  const heading = names.map((name) => /^Heading_20_(\d)$/.exec(name)?.[1]).find((level) => level !== undefined);
  return heading === undefined ? null : Number(heading);
}
