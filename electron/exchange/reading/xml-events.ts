// XML read as a stream of events, for the parts of OpenDocument and EPUB files: no tree in memory, no document type, no
// entities but the five of XML, and only so many elements within elements.
import { SaxesParser } from 'saxes';

/** Elements within elements deeper than any honest document has them. */
export class TooDeepError extends Error {}

export interface XmlEvents {
  /** `name`: with its usual prefix (`text:p`), whatever prefix the file uses; `attributes` the same way. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (value: string) => void;
}

const MOST_DEPTH = 1_000;

const PREFIXES: Readonly<Record<string, string>> = {
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
  'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0': 'svg',
  'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0': 'manifest',
  'urn:oasis:names:tc:opendocument:xmlns:container': 'container',
  'http://www.idpf.org/2007/opf': 'opf',
};

/** Throws what breaks the rules of XML, a document type, and `TooDeepError`. */
export function readXml(content: Uint8Array, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('document type');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    depth += 1;
    if (depth > MOST_DEPTH) throw new TooDeepError(local);
    if (!events.open) return;
    const named: Record<string, string> = {};
    for (const attribute of Object.values(attributes)) named[nameOf(attribute.uri, attribute.local)] = attribute.value;
    events.open(nameOf(uri, local), named);
  });
  parser.on('closetag', ({ uri, local }) => {
    depth -= 1;
    events.close?.(nameOf(uri, local));
  });
  if (events.text) {
    parser.on('text', events.text);
    parser.on('cdata', events.text);
  }
  parser.write(new TextDecoder().decode(content)).close();
}

function nameOf(uri: string, local: string): string {
  const prefix = PREFIXES[uri];
  return prefix === undefined ? local : `${prefix}:${local}`;
}
