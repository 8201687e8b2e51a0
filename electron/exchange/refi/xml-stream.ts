// XML that comes in pieces, however long: no tree of the whole, no document type, no entities but XML's own five, names without their prefixes.
import { SaxesParser } from 'saxes';
import { type UnreadableReason, unreadable } from '../../../shared/domain/unreadable.ts';

export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(value: string): void;
}

const MOST_DEPTH = 400;

class Trouble extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason) {
    super(reason);
    this.reason = reason;
  }
}

type Decoder = InstanceType<typeof TextDecoder>;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function parserFor(listeners: readonly XmlListener[]): SaxesParser {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  parser.on('error', () => {
    throw new Trouble('xmlInvalid');
  });
  parser.on('doctype', () => {
    throw new Trouble('xmlDoctype');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > MOST_DEPTH) throw new Trouble('tooDeep');
    for (const listener of listeners) listener.open(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    for (const listener of listeners) listener.close(local(name));
  });
  const text = (value: string): void => {
    for (const listener of listeners) listener.text(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  return parser;
}

/** The encoding by the first bytes; XML without a mark is UTF-8. */
function decoderFor(first: Uint8Array): Decoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le');
  return new TextDecoder(first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8');
}

class Reading {
  readonly #parser: SaxesParser;
  readonly #file: string;
  #decoder: Decoder | undefined;

  constructor(file: string, listeners: readonly XmlListener[]) {
    this.#file = file;
    this.#parser = parserFor(listeners);
  }

  take(piece: Uint8Array): void {
    this.#decoder ??= decoderFor(piece);
    const text = this.#decoder.decode(piece, { stream: true });
    this.#named(() => this.#parser.write(text));
  }

  end(): void {
    this.#named(() => this.#parser.write(this.#decoder?.decode() ?? '').close());
  }

  #named(step: () => unknown): void {
    try {
      step();
    } catch (error) {
      throw error instanceof Trouble ? unreadable(this.#file, error.reason) : error;
    }
  }
}

/** @param file the name that a refusal cites */
export async function readXmlStream(pieces: AsyncIterable<Uint8Array>, file: string, listeners: readonly XmlListener[]): Promise<void> {
  const reading = new Reading(file, listeners);
  for await (const piece of pieces) reading.take(piece);
  reading.end();
}

/** The same from pieces that are at hand: comes back after each of them, so that what was understood can be used before the next. */
export function* readXmlSteps(pieces: Iterable<Uint8Array>, file: string, listeners: readonly XmlListener[]): Generator<void> {
  const reading = new Reading(file, listeners);
  for (const piece of pieces) {
    reading.take(piece);
    yield;
  }
  reading.end();
}
