// The study for a data repository: a BagIt 1.0 package (RFC 8493) whose every file has its checksum, described by DDI and a page to read first.
import { createHash } from 'node:crypto';
import type { OutwardChoice } from '../../../shared/domain/outward.ts';
import type { PrintStyle } from '../../../shared/domain/print.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { commandWords } from '../../../shared/i18n/command-words.ts';
import { outwardText } from '../../../shared/i18n/outward.ts';
import type { Session } from '../../commands/run-command.ts';
import { readCodebook } from '../../queries/codebook.ts';
import { listCoders, listSources } from '../../queries/corpus.ts';
import { readLog, readProject } from '../../queries/project.ts';
import type { ProjectCard } from '../../queries/project.ts';
import type { NewZipPart } from '../printing/formats/zip-writer.ts';
import { printPieceAs } from '../printing/print-piece.ts';
import { gridToQdc } from '../refi/codebook-file.ts';
import { ddiCodebook } from './ddi-codebook.ts';
import type { ShownPeople } from './shown-people.ts';
import { plainCsv } from './plain-csv.ts';
import { dictionaryCsv, tableCsv, tidyStudy } from './tidy-tables.ts';

type Project = Session['project'];

interface Part {
  readonly name: string;
  readonly content: Uint8Array;
}

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** What was done, in words. */
function provenance(project: Project, language: Language, people: ShownPeople): string {
  function* rows(): Generator<readonly (string | number)[]> {
    yield ['number', 'at', 'coder', 'kind', 'command', 'act'];
    for (const { number, at, coderName, kind, command, subject } of readLog(project))
      yield [number, at, coderName, kind, command, people.without(commandWords(language, { command, subject }))];
  }
  return plainCsv(rows());
}

async function codebookParts(project: Project, language: Language): Promise<Part[]> {
  const codebook = readCodebook(project);
  if (codebook.length === 0) return [];
  const style: PrintStyle = { language, author: null, sourceLine: null, links: false, reference: { who: 'nobody' } };
  const piece = { kind: 'codebook', gridIds: null, withExamples: false, withCounts: true, byCase: false } as const;
  return [
    { name: 'data/codebook/codebook.pdf', content: await printPieceAs(project, piece, style, 'pdf') },
    ...codebook
      .filter(({ categories }) => categories.length > 0)
      .map((grid) => ({ name: `data/codebook/${grid.key}.qdc`, content: bytes(gridToQdc(grid, language)) })),
  ];
}

/** The page that people read first. */
function readme({ title, question, language }: ProjectCard, { people }: OutwardChoice): string {
  const { readme: words } = outwardText[language];
  const sections = [
    `# ${words.title(title)}`,
    ...(question === '' ? [] : [`## ${words.question}`, question]),
    `## ${words.holds}`,
    Object.values(words.files)
      .map((line) => `- ${line}`)
      .join('\n'),
    `## ${words.people}`,
    people === 'codes' ? words.codes : words.names,
  ];
  return `${sections.join('\n\n')}\n`;
}

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
const manifest = (parts: readonly Part[]): Uint8Array => bytes(parts.map(({ name, content }) => `${sha256(content)}  ${name}\n`).join(''));

/** `day`: of the export, yyyy-mm-dd. */
export async function archiveParts(project: Project, choice: OutwardChoice, day: string): Promise<NewZipPart[]> {
  const card = readProject(project);
  const { language } = card;
  const study = tidyStudy(project, choice.people);
  const coders = listCoders(project).map(({ name }) => name);
  const described = { ...card, coders, sources: listSources(project), tables: study.tables, day };
  const data: Part[] = [
    { name: 'data/README.md', content: bytes(readme(card, choice)) },
    { name: 'data/ddi.xml', content: bytes(ddiCodebook(described)) },
    { name: 'data/data-dictionary.csv', content: bytes(dictionaryCsv(study.tables, language)) },
    { name: 'data/provenance.csv', content: bytes(provenance(project, language, study.people)) },
    ...study.tables.map((table) => ({ name: `data/${table.name}.csv`, content: bytes(tableCsv(table)) })),
    ...study.texts.map(({ file, text }) => ({ name: `data/${file}`, content: bytes(text) })),
    ...(await codebookParts(project, language)),
  ];
  const octets = data.reduce((sum, { content }) => sum + content.length, 0);
  const tags: Part[] = [
    { name: 'bagit.txt', content: bytes('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') },
    { name: 'bag-info.txt', content: bytes(`Bagging-Date: ${day}\nPayload-Oxum: ${octets}.${data.length}\nExternal-Identifier: ${card.id}\n`) },
    { name: 'manifest-sha256.txt', content: manifest(data) },
  ];
  return [...tags, { name: 'tagmanifest-sha256.txt', content: manifest(tags) }, ...data];
}
