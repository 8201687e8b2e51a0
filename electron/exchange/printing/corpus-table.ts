// The corpus table: which columns it can have, what each source says in them, and the file it becomes.
import type { Session } from '../../commands/run-command.ts';
import { CORPUS_COLUMNS, attributeColumnKey, cellKindOf, targetsOf } from '../../../shared/domain/corpus-table.ts';
import type {
  CorpusCell,
  CorpusColumn,
  CorpusColumnKey,
  CorpusTable,
  CorpusTableSource,
  OfferedColumn,
} from '../../../shared/domain/corpus-table.ts';
import { shownValue } from '../../../shared/domain/attribute-value.ts';
import type { CorpusFrame } from '../../../shared/domain/corpus.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { citationCode } from '../../../shared/domain/source.ts';
import { typeset } from '../../../shared/domain/typography.ts';
import { corpusTableText } from '../../../shared/i18n/corpus-table.ts';
import { SEMICOLON } from '../../../shared/i18n/text.ts';
import { readStudyParts } from '../../queries/corpus.ts';
import { readCorpusTableSources } from '../../queries/corpus-table.ts';
import { readProject } from '../../queries/project.ts';
import { cellWords } from './corpus-cell.ts';
import { printable } from './formats/printable-words.ts';

type Project = Session['project'];

/** What a thesis usually shows, where there is something to show. */
const PROPOSED: ReadonlySet<CorpusColumnKey> = new Set(['code', 'participants', 'case', 'date', 'duration', 'words']);

interface Study {
  readonly language: Language;
  readonly frame: Pick<CorpusFrame, 'attributes' | 'values'>;
  readonly sources: readonly CorpusTableSource[];
}

function studyOf(project: Project, language = readProject(project).language): Study {
  return { language, frame: readStudyParts(project), sources: readCorpusTableSources(project) };
}

function ownCell(column: CorpusColumn, source: CorpusTableSource, language: Language): CorpusCell {
  switch (column) {
    case 'code':
      return citationCode(source.name);
    case 'name':
      return source.name;
    case 'kind':
      return corpusTableText[language].kinds[source.kind];
    case 'participants':
      return source.participants.map(({ name }) => name).join(', ');
    case 'case':
      return source.cases.map(({ name }) => name).join(', ');
    case 'groups':
      return source.groups.join(', ');
    case 'duration':
      return source.durationMs;
    case 'date':
    case 'words':
    case 'ownWords':
    case 'turns':
    case 'codings':
      return source[column];
  }
}

/** How each source fills a column; a column that is not there is refused. */
function fillerOf(
  key: CorpusColumnKey,
  { frame, language }: Study,
): { readonly label: string; readonly cell: (source: CorpusTableSource) => CorpusCell } {
  const own = CORPUS_COLUMNS.find((column) => column === key);
  if (own) return { label: corpusTableText[language].columns[own], cell: (source) => ownCell(own, source, language) };
  const attribute = frame.attributes.find(({ id }) => attributeColumnKey(id) === key);
  if (!attribute) throw new Refusal('attribute.unknown', { id: key });
  const values = new Map(frame.values.filter(({ attributeId }) => attributeId === attribute.id).map(({ targetId, value }) => [targetId, value]));
  const cell = (source: CorpusTableSource): CorpusCell => {
    const distinct = [...new Set(targetsOf(source, attribute.scope).flatMap((id) => values.get(id) ?? []))];
    // one number alone is one for Excel too
    if (attribute.type === 'number' && distinct.length === 1) return Number(distinct[0]);
    return distinct.map((value) => shownValue(value, attribute.type, language)).join(SEMICOLON[language]);
  };
  return { label: attribute.name, cell };
}

/** Attributes of who speaks stand beside them, those of the case beside it. */
function everyKey({ frame }: Study): CorpusColumnKey[] {
  const ofScope = (scope: string): CorpusColumnKey[] =>
    frame.attributes.filter((attribute) => attribute.scope === scope).map(({ id }) => attributeColumnKey(id));
  return CORPUS_COLUMNS.flatMap((key) => {
    if (key === 'kind') return [key, ...ofScope('source')];
    if (key === 'participants') return [key, ...ofScope('participant')];
    return key === 'case' ? [key, ...ofScope('case')] : [key];
  });
}

const isFilled = (cell: CorpusCell): boolean => cell !== null && cell !== '';

function offered(study: Study): OfferedColumn[] {
  const participantKeys = new Set(study.frame.attributes.filter(({ scope }) => scope === 'participant').map(({ id }) => attributeColumnKey(id)));
  return everyKey(study).map((key) => {
    const { label, cell } = fillerOf(key, study);
    const filled = study.sources.map(cell).filter(isFilled);
    const kind = cellKindOf(key);
    const isShared = filled.length > 0 && (key !== 'duration' || filled.length >= study.sources.length / 2);
    const isProposed = isShared && (PROPOSED.has(key) || participantKeys.has(key));
    return { key, label, kind, filled: filled.length, example: cellWords(filled[0] ?? null, kind, study.language), isProposed };
  });
}

/** Every column that the table could have, in the order in which it would show them. */
export function offeredColumns(project: Project): OfferedColumn[] {
  return offered(studyOf(project));
}

export interface CorpusTableRequest {
  /** Null for the usual one in the project's language. */
  readonly title: string | null;
  /** Null for those that are proposed. */
  readonly columns: readonly CorpusColumnKey[] | null;
  /** Else the project's. */
  readonly language?: Language;
  /** Else the usual one. */
  readonly source?: string;
  /** Whether those who speak stand in the proposed columns by their names; they do unless it is said. */
  readonly namesPeople?: boolean;
}

/** One row per source in corpus order. Refuses (`attribute.unknown`) a column that is not there. */
export function buildCorpusTable(project: Project, request: CorpusTableRequest): CorpusTable {
  const study = studyOf(project, request.language);
  const { language, sources } = study;
  const text = corpusTableText[language];
  const isNamed = request.namesPeople ?? true;
  const proposed = (): CorpusColumnKey[] =>
    offered(study).flatMap(({ key, isProposed }) => (isProposed && (isNamed || key !== 'participants') ? [key] : []));
  const keys = request.columns ?? proposed();
  const columns = (keys.length > 0 ? keys : ['code']).map((key) => ({ key, kind: cellKindOf(key), ...fillerOf(key, study) }));
  const durations = sources.flatMap(({ durationMs }) => durationMs ?? []);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);
  return {
    title: typeset(printable(request.title ?? text.defaultTitle), language),
    columns: columns.map(({ key, kind, label }) => ({ key, kind, label: printable(label) })),
    rows: sources.map((source) => columns.map(({ cell }) => cell(source))),
    note: text.note({
      sources: sources.length,
      participants: new Set(sources.flatMap(({ participants }) => participants.map(({ id }) => id))).size,
      words: keys.includes('words') ? sum(sources.map(({ words }) => words)) : null,
      durationMs: keys.includes('duration') && durations.length > 0 ? sum(durations) : null,
    }),
    source: request.source ?? text.source,
  };
}
