// The words of an e-book, chapter after chapter in the order its spine gives.
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { decodeMarkup } from './decode-markup.ts';
import { DocumentWriter, type DocumentText } from './document-writer.ts';
import { writeMarkup } from './markup-reader.ts';
import { readXml, TooDeepError } from './xml-events.ts';
import { openContainer, type ZipContainer } from './zip-container.ts';

/** Refuses what is no EPUB, is locked or damaged. `file`: the name a refusal cites. */
export function readEpub(bytes: Uint8Array, file: string): DocumentText {
  const container = openContainer(bytes, file);
  if (!container.has('META-INF/container.xml')) throw unreadable(file, 'notAsNamed');
  try {
    const writer = new DocumentWriter();
    const locked = lockedParts(container);
    for (const chapter of chaptersOf(container)) {
      if (locked.has(chapter)) throw unreadable(file, 'encrypted');
      const content = container.read(chapter);
      if (!content) throw unreadable(file, 'damaged');
      if (content.length > 0 && !isBlank(content)) writeMarkup(decodeMarkup(content, file).text, writer);
    }
    return writer.finish();
  } catch (error) {
    throw error instanceof TooDeepError ? unreadable(file, 'tooDeep') : error;
  }
}

function isBlank(content: Uint8Array): boolean {
  return content.every((byte) => byte <= 0x20);
}

/** Paths in the archive of the parts to read, in reading order. */
function chaptersOf(container: ZipContainer): string[] {
  let packagePath = '';
  readXml(container.read('META-INF/container.xml') ?? new Uint8Array(), {
    open: (name, attributes) => {
      if (name === 'container:rootfile' && packagePath === '') packagePath = attributes['full-path'] ?? '';
    },
  });
  const paths = new Map<string, string>();
  const spine: string[] = [];
  readXml(container.read(packagePath) ?? new Uint8Array(), {
    open: (name, attributes) => {
      const isPage = /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document)$/.test(attributes['media-type'] ?? '');
      if (name === 'opf:item' && isPage) paths.set(attributes['id'] ?? '', pathFrom(packagePath, attributes['href'] ?? ''));
      if (name === 'opf:itemref') spine.push(attributes['idref'] ?? '');
    },
  });
  return [...new Set(spine)].flatMap((id) => paths.get(id) ?? []);
}

/** Fonts may be scrambled in an open book; its pages are so only in a locked one. */
function lockedParts(container: ZipContainer): Set<string> {
  const locked = new Set<string>();
  const encryption = container.read('META-INF/encryption.xml');
  if (!encryption) return locked;
  readXml(encryption, {
    open: (name, attributes) => {
      if (name === 'CipherReference') locked.add(decoded(attributes['URI'] ?? ''));
    },
  });
  return locked;
}

function pathFrom(packagePath: string, href: string): string {
  const parts = packagePath.split('/').slice(0, -1);
  for (const part of decoded(href.split('#')[0] ?? '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
