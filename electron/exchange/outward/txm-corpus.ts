// The corpus as TXM's « XML/w + CSV » import reads it: one XML file per text, its turns as elements, and metadata.csv beside them.
// Form: TXM manual, « Import XML/w + CSV »: the first column is `id`, the name of the text's file without its extension.
import { clock } from '../../../shared/domain/clock.ts';
import type { OutwardChoice } from '../../../shared/domain/outward.ts';
import type { Session } from '../../commands/run-command.ts';
import type { NewZipPart } from '../printing/formats/zip-writer.ts';
import { escaped } from '../printing/formats/document-xml.ts';
import { plainCsv } from './plain-csv.ts';
import { Names, bare } from './bare-names.ts';
import { spokenTexts } from './spoken-texts.ts';
import type { SpokenText } from './spoken-texts.ts';

function* xmlOf({ turns }: SpokenText): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<text>\n';
  for (const { number, speaker, isInterviewer, startMs, text } of turns) {
    const start = startMs === null ? '' : ` start="${clock(startMs)}"`;
    const role = isInterviewer ? 'interviewer' : 'respondent';
    yield `<u who="${escaped(speaker ?? '')}" role="${role}" n="${number ?? ''}"${start}>${escaped(text)}</u>\n`;
  }
  yield '</text>\n';
}

/** TXM names a property by letters and digits in lower case, and keeps `id` for itself. */
const propertyName = (name: string): string => {
  const property = bare(name).toLowerCase() || 'variable';
  return property === 'id' ? 'idx' : property;
};

export function txmParts(project: Session['project'], choice: OutwardChoice): NewZipPart[] {
  const files = new Names('text');
  const texts = [...spokenTexts(project, choice)].filter(({ turns }) => turns.length > 0).map((text) => ({ text, file: files.of(text.name) }));
  const names = [...new Set(texts.flatMap(({ text }) => text.variables.map(({ name }) => propertyName(name))))];
  const rows = texts.map(({ text, file }) => {
    const values = new Map(text.variables.map(({ name, value }) => [propertyName(name), value]));
    return [file, text.name, ...names.map((name) => values.get(name) ?? '')];
  });
  return [
    { name: 'metadata.csv', content: Buffer.from(plainCsv([['id', 'name', ...names], ...rows])) },
    ...texts.map(({ text, file }) => ({ name: `${file}.xml`, content: xmlOf(text) })),
  ];
}
