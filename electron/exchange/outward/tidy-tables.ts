// The study as tables for statistics: one row per thing, one column per fact, keys that join them (Wickham 2014, « Tidy data »).
import { lineage } from '../../../shared/domain/category.ts';
import { fullPath } from '../../../shared/domain/category-path.ts';
import type { AttributeScope, CorpusFrame } from '../../../shared/domain/corpus.ts';
import type { CodingId } from '../../../shared/domain/ids.ts';
import type { PeopleShown } from '../../../shared/domain/outward.ts';
import type { Language } from '../../../shared/domain/project.ts';
import type { SourceSummary, Turn } from '../../../shared/domain/source.ts';
import { outwardText } from '../../../shared/i18n/outward.ts';
import type { TidyColumnName, TidyTableName } from '../../../shared/i18n/outward.ts';
import type { Session } from '../../commands/run-command.ts';
import { readCodebook } from '../../queries/codebook.ts';
import { listCoders, listSources, readCorpusFrame } from '../../queries/corpus.ts';
import { TargetNames } from '../../queries/memo-targets.ts';
import { listMemos } from '../../queries/memos.ts';
import { readCodings, readTurns } from '../../queries/sources.ts';
import { readWritten } from '../../queries/matrix-written.ts';
import { Names } from './bare-names.ts';
import { PlacedText } from './placed-text.ts';
import { plainCsv } from './plain-csv.ts';
import type { PlainValue } from './plain-csv.ts';
import { ShownPeople } from './shown-people.ts';

type Project = Session['project'];
type Row = readonly PlainValue[];

export interface TidyTable {
  readonly name: TidyTableName;
  /** Columns of facts that every project has; then those of its own attributes. */
  readonly columns: readonly TidyColumnName[];
  readonly attributes: readonly { readonly column: string; readonly name: string }[];
  readonly rows: readonly Row[];
}

export interface TidyText {
  /** `texts/E01.txt` */
  readonly file: string;
  readonly text: string;
}

export interface TidyStudy {
  /** As they are shown in it. */
  readonly people: ShownPeople;
  readonly tables: readonly TidyTable[];
  readonly texts: readonly TidyText[];
}

/** One column per attribute of a scope, named so that it stands beside the fixed columns. */
class AttributeColumns {
  readonly attributes: TidyTable['attributes'];
  readonly #ids: readonly string[];
  readonly #values: ReadonlyMap<string, string>;

  constructor({ attributes, values }: CorpusFrame, scope: AttributeScope) {
    const own = attributes.filter((attribute) => attribute.scope === scope);
    const names = new Names('attribute');
    this.attributes = own.map(({ name }) => ({ column: `a_${names.of(name)}`, name }));
    this.#ids = own.map(({ id }) => id);
    this.#values = new Map(values.map(({ attributeId, targetId, value }) => [`${attributeId} ${targetId}`, value]));
  }

  of(targetId: string): (string | null)[] {
    return this.#ids.map((id) => this.#values.get(`${id} ${targetId}`) ?? null);
  }
}

function codebookRows(project: Project): Row[] {
  return readCodebook(project).flatMap((grid) => {
    const byId = new Map(grid.categories.map((category) => [category.id as string, category]));
    return grid.categories.map((category) => [
      category.id,
      grid.key,
      category.parentId,
      lineage(byId, category.id).length,
      category.name,
      fullPath(grid, category),
      category.definition,
      category.inclusion,
      category.exclusion,
      category.example,
      category.origin,
      category.color,
    ]);
  });
}

interface SourceParts {
  readonly turns: Row[];
  readonly codings: Row[];
  readonly text: TidyText;
}

/** Positions are those of R: the first character is 1, the last one belongs to the quote. */
function sourceParts(
  project: Project,
  source: SourceSummary,
  file: string,
  people: ShownPeople,
  labels: ReadonlyMap<string, string>,
  memosOf: (id: CodingId) => string | null,
): SourceParts {
  const turns = readTurns(project, source.id);
  const placed = new PlacedText(turns, labels, people);
  const characters = [...placed.text];
  const spoken = (turn: Turn): Row => [
    turn.id,
    source.id,
    turn.number,
    turn.speakerId === null ? null : people.participantOf(turn.speakerId),
    turn.startMs,
    turn.text.slice(turn.bodyStart, turn.bodyEnd),
  ];
  const codings = readCodings(project, source.id).map((coding): Row => {
    const [start, end] = [placed.codePointsAt(coding.start), placed.codePointsAt(coding.end)];
    // words that a correction took away have no place
    const quote = start < end ? characters.slice(start, end).join('') : null;
    return [
      coding.id,
      source.id,
      coding.passageId,
      coding.categoryId,
      coding.coderId,
      quote === null ? null : start + 1,
      quote === null ? null : end,
      quote,
      coding.weight,
      coding.stance,
      coding.memos === 0 ? null : memosOf(coding.id),
      coding.createdAt,
    ];
  });
  return { turns: turns.filter(({ number }) => number !== null).map(spoken), codings, text: { file, text: placed.text } };
}

function memosOfCodings({ sqlite }: Project): (id: CodingId) => string | null {
  const text = sqlite
    .prepare<[string], string | null>("SELECT group_concat(text, char(10)) FROM memo WHERE target_kind = 'coding' AND target_id = ?")
    .pluck();
  return (id) => text.get(id) ?? null;
}

function cellRows(project: Project, people: PeopleShown): Row[] {
  const names = new TargetNames(project);
  // a crossing with a person is named by that person
  const crossing = (key: string): string | null =>
    people === 'codes' && key.includes('participant:') ? null : (names.words('cell', key)?.label ?? null);
  return [...readWritten(project).cells].map(([key, { synthesis, status, rating, remark }]) => [
    key,
    crossing(key),
    synthesis,
    status,
    rating?.value ?? null,
    remark,
  ]);
}

function memoRows(project: Project): Row[] {
  return listMemos(project, null, null).map((memo) => [
    memo.id,
    memo.targetKind,
    memo.targetId,
    memo.kind,
    memo.title,
    memo.text,
    memo.coderId,
    memo.createdAt,
  ]);
}

function table(name: TidyTableName, columns: readonly TidyColumnName[], rows: readonly Row[], of?: AttributeColumns): TidyTable {
  return { name, columns, attributes: of?.attributes ?? [], rows };
}

/** Sources and cases, and who belongs where. */
function corpusTables(sources: readonly SourceSummary[], parts: readonly SourceParts[], frame: CorpusFrame): TidyTable[] {
  const [ofSources, ofCases] = [new AttributeColumns(frame, 'source'), new AttributeColumns(frame, 'case')];
  const sourceRow = ({ id, name, kind, date, words }: SourceSummary, at: number): Row => [
    id,
    name,
    kind,
    date,
    words,
    parts[at]?.text.file ?? null,
    ...ofSources.of(id),
  ];
  return [
    table('sources', ['source_id', 'name', 'kind', 'date', 'words', 'text_file'], sources.map(sourceRow), ofSources),
    table(
      'cases',
      ['case_id', 'name'],
      frame.cases.map(({ id, name }) => [id, name, ...ofCases.of(id)]),
      ofCases,
    ),
    table(
      'case_sources',
      ['case_id', 'source_id'],
      sources.flatMap(({ id, caseIds }) => caseIds.map((caseId) => [caseId, id])),
    ),
  ];
}

function peopleTable(frame: CorpusFrame, people: ShownPeople): TidyTable {
  const own = new AttributeColumns(frame, 'participant');
  const rows = frame.participants.map(({ id, caseId, isInterviewer }) => [id, people.participant(id), caseId, isInterviewer ? 1 : 0, ...own.of(id)]);
  return table('participants', ['participant_id', 'name', 'case_id', 'is_interviewer'], rows, own);
}

const CATEGORY_COLUMNS = [
  'category_id',
  'grid',
  'parent_id',
  'level',
  'name',
  'path',
  'definition',
  'inclusion',
  'exclusion',
  'example',
  'origin',
  'color',
] as const;
const CODING_COLUMNS = [
  'coding_id',
  'source_id',
  'passage_id',
  'category_id',
  'coder_id',
  'start',
  'end',
  'quote',
  'weight',
  'stance',
  'memo',
  'created_at',
] as const;

/** Everything of the study but its history; texts whole. */
export function tidyStudy(project: Project, shown: PeopleShown): TidyStudy {
  const frame = readCorpusFrame(project);
  const people = new ShownPeople(frame, shown);
  const labels = new Map(frame.speakers.map(({ id, label }) => [id as string, label]));
  const files = new Names('text');
  const sources = listSources(project);
  const memosOf = memosOfCodings(project);
  const parts = sources.map((source) => sourceParts(project, source, `texts/${files.of(source.name)}.txt`, people, labels, memosOf));
  const coders = listCoders(project).map(({ id, name, initials }) => [id, name, initials]);
  const memos = ['memo_id', 'about_kind', 'about_id', 'kind', 'title', 'text', 'coder_id', 'created_at'] as const;
  return {
    people,
    texts: parts.map(({ text }) => text),
    tables: [
      ...corpusTables(sources, parts, frame),
      peopleTable(frame, people),
      table(
        'turns',
        ['turn_id', 'source_id', 'number', 'participant_id', 'start_ms', 'text'],
        parts.flatMap(({ turns }) => turns),
      ),
      table('categories', CATEGORY_COLUMNS, codebookRows(project)),
      table(
        'codings',
        CODING_COLUMNS,
        parts.flatMap(({ codings }) => codings),
      ),
      table('coders', ['coder_id', 'name', 'initials'], coders),
      table('memos', memos, memoRows(project)),
      table('cells', ['cell_key', 'crossing', 'synthesis', 'status', 'rating', 'remark'], cellRows(project, shown)),
    ],
  };
}

export function tableCsv({ columns, attributes, rows }: TidyTable): string {
  return plainCsv([[...columns, ...attributes.map(({ column }) => column)], ...rows]);
}

/** What each column of each table says. */
export function dictionaryCsv(tables: readonly TidyTable[], language: Language): string {
  const { columns: meaning, tables: about, attribute } = outwardText[language];
  const rows = tables.flatMap(({ name, columns, attributes }) => [
    [name, '', about[name]],
    ...columns.map((column) => [name, column, meaning[column]]),
    ...attributes.map((own) => [name, own.column, attribute(own.name)]),
  ]);
  return plainCsv([['table', 'column', 'meaning'], ...rows]);
}
