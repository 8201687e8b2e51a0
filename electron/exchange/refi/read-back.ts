// A package that was just written, read as any reader would: by the schema, by its GUIDs and references, every range on the words that it quotes.
import { basename } from 'node:path';
import type { RefiCounts } from '../../../shared/domain/refi.ts';
import { PackageReader } from './package-reader.ts';
import { partAt, projectPart } from './package-parts.ts';
import { Positions, isQuote, packageText, quotedIn } from './position-convention.ts';
import { ItemReader } from './read-items.ts';
import { ReadProject } from './read-project.ts';
import type { ReadSource } from './read-project.ts';
import { SchemaCheck } from './schema-check.ts';
import type { PositionUnit } from './written-text-positions.ts';
import { readXmlStream } from './xml-stream.ts';

const MOST_FAULTS = 5;

/** Ranges of a source that lie outside its text, or not on the words they quote. */
function faultsOf({ name, path, mediaPath, selections }: ReadSource, reader: PackageReader, unit: PositionUnit): string[] {
  if (mediaPath !== '' && !partAt(reader, mediaPath)) return [`${name} has no file`];
  // of places in a picture or a recording there is no text
  if (path === '' && mediaPath !== '' && selections.length === 0) return [];
  const entry = partAt(reader, path);
  if (!entry) return [`${name} has no text`];
  const text = packageText(reader.read(entry));
  const positions = new Positions(text, { unit, lineEnd: 2, countsMark: false, includesEnd: false });
  return selections.flatMap((selection) => {
    const [start, end] = [positions.at(selection.start), positions.at(selection.end)];
    const isThere = start !== undefined && end !== undefined && start <= end && isQuote(text.text, start, end, quotedIn(selection.name));
    return isThere ? [] : [`${name} ${selection.start}-${selection.end}`];
  });
}

/** What it holds; throws where it does not hold what it should. */
export async function readBack(path: string, unit: PositionUnit, step: () => void): Promise<RefiCounts> {
  const reader = new PackageReader(path, basename(path));
  try {
    const check = new SchemaCheck();
    const faults: string[] = [];
    const read = new ReadProject((source) => {
      faults.push(...faultsOf(source, reader, unit));
      step();
    });
    await readXmlStream(reader.stream(projectPart(reader, path)), path, [check, new ItemReader(read.take)]);
    faults.push(...check.faults);
    for (const note of read.notes) if (!partAt(reader, note.path)) faults.push(`note ${note.guid} has no text`);
    if (faults.length > 0) throw new Error(`the package does not hold: ${faults.slice(0, MOST_FAULTS).join('; ')}`);
    return read.counts;
  } finally {
    reader.close();
  }
}
