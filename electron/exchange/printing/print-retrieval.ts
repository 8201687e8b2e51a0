// What a retrieval found, as files: the quote book of what it keeps, or one row per passage to go on counting with.
import { fullPath } from '../../../shared/domain/category-path.ts';
import type { StudyFrame } from '../../../shared/domain/matrix-axis.ts';
import { caseNamesOf } from '../../../shared/domain/matrix-axes.ts';
import { FORMATS_OF, SHEET_FORMATS } from '../../../shared/domain/print.ts';
import type { PrintFormat, PrintStyle, SheetFormat } from '../../../shared/domain/print.ts';
import { NEW_RETRIEVAL } from '../../../shared/domain/retrieval.ts';
import type { RetrievalQuery } from '../../../shared/domain/retrieval.ts';
import { arrange } from '../../../shared/domain/retrieval-order.ts';
import type { Stance } from '../../../shared/domain/source.ts';
import { retrievalText } from '../../../shared/i18n/retrieval.ts';
import type { Session } from '../../commands/run-command.ts';
import { readStudyFrame } from '../../queries/matrix-frame.ts';
import { retrievePassages, rowReader } from '../../queries/retrieval.ts';
import type { FoundPassage } from '../../queries/retrieval.ts';
import { readText } from '../../queries/sources.ts';
import { tableFile } from './analysis-files.ts';
import { printPieceAs } from './print-piece.ts';

type Project = Session['project'];

export const RETRIEVAL_FORMATS: readonly PrintFormat[] = FORMATS_OF.quoteBook;

const isSheet = (format: PrintFormat): format is SheetFormat => SHEET_FORMATS.some((sheet) => sheet === format);

/** A passage as the command line prints it (CLI.md). */
export interface RetrievedJson {
  readonly id: string;
  readonly source: string;
  readonly speaker: string | null;
  /** Whole-document UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly ref: string;
  readonly categories: readonly string[];
  readonly cases: readonly string[];
  readonly coders: readonly string[];
  readonly stance: Stance | null;
  readonly weight: number | null;
  readonly star: boolean;
  readonly date: string | null;
}

/** Reads rows whole, with the texts of their sources. */
function fullReader(project: Project, frame: StudyFrame): (found: FoundPassage) => RetrievedJson {
  const rowOf = rowReader(frame);
  const casesOf = caseNamesOf(frame);
  const paths = new Map(frame.codebook.flatMap((grid) => grid.categories.map((category) => [category.id, fullPath(grid, category)])));
  const coders = new Map(frame.coders.map(({ id, name }) => [id, name]));
  const texts = new Map<string, string>();
  const textOf = (sourceId: string): string => {
    const text = texts.get(sourceId) ?? readText(project, sourceId);
    texts.set(sourceId, text);
    return text;
  };
  return (found) => {
    const { passageId, sourceId, source, speaker, start, end, ref, categories, coderIds, stance, weight, isStarred, date } = rowOf(found);
    return {
      id: passageId,
      source,
      speaker,
      start,
      end,
      text: textOf(sourceId).slice(start, end),
      ref,
      categories: categories.flatMap(({ id }) => paths.get(id) ?? []),
      cases: casesOf(found.passage),
      coders: coderIds.flatMap((id) => coders.get(id) ?? []),
      stance,
      weight,
      star: isStarred,
      date,
    };
  };
}

/** In corpus order. Refuses what cannot be read, and names that nobody and nothing has. */
export function retrievalToJson(project: Project, expression: string): { expression: string; total: number; passages: RetrievedJson[] } {
  const passages = retrievePassages(project, expression).map(fullReader(project, readStudyFrame(project)));
  return { expression, total: passages.length, passages };
}

/** One row per passage, in the order asked for. */
function retrievalSheet(project: Project, query: RetrievalQuery, format: SheetFormat, { language }: PrintStyle): Promise<Uint8Array> {
  const { table } = retrievalText[language];
  const frame = readStudyFrame(project);
  const inFull = fullReader(project, frame);
  const { rows } = arrange(retrievePassages(project, query.expression), { ...query, group: { by: 'none' } }, frame);
  const listed = rows
    .map(inFull)
    .map((row) => [
      row.ref,
      row.source,
      row.speaker ?? '',
      row.date ?? '',
      row.cases.join(', '),
      row.text,
      row.categories.join('; '),
      row.coders.join(', '),
      row.stance === null ? '' : table.stances[row.stance],
      row.weight ?? '',
      row.star ? '★' : '',
    ]);
  const caption = retrievalText[language].memo.asked(query.expression, rows.length, new Set(rows.map(({ passage }) => passage.sourceId)).size);
  return tableFile({ columns: table.columns, rows: listed }, format, { title: table.title, caption, language });
}

/** Pages are the quote book of what is found, by category; sheets list it passage by passage. */
export function printRetrieval(
  project: Project,
  query: Pick<RetrievalQuery, 'expression'> & Partial<RetrievalQuery>,
  style: PrintStyle,
  format: PrintFormat,
): Promise<Uint8Array> {
  if (isSheet(format)) return retrievalSheet(project, { ...NEW_RETRIEVAL, ...query }, format, style);
  return printPieceAs(project, { kind: 'quoteBook', by: 'category', gridIds: null, where: [query.expression] }, style, format);
}
