// Reads the history a page at a time, whatever is asked of it; and what this sitting has brought.
import { HISTORY_KINDS } from '../../shared/domain/history.ts';
import type { HistoryFilter, HistoryPage, HistorySteps } from '../../shared/domain/history.ts';
import type { HistoryEntry } from '../../shared/domain/project.ts';
import { contentSize, listedEntries, listedEntry, namesRow, numbersOfLine, numbersToRedo, numbersToUndoTo } from '../storage/change-log.ts';
import type { ListedEntry } from '../storage/change-log.ts';
import type { Project } from '../storage/open-project.ts';
import { shownEntry } from './project.ts';

/** What is read for one page at most, in bytes, so that an answer comes at once however large the imports were; the next page goes on from there. */
const READ_AT_ONCE = 32_000_000;
/** What looking at an entry's summary costs, in bytes of content. */
const LOOK = 4_000;

export interface HistoryQuery extends Omit<HistoryFilter, 'words'> {
  readonly limit: number;
  readonly before?: number | undefined;
}

/** Tables whose rows no import of texts names: its content, the largest there is, need not be read. */
const NOT_IN_IMPORTS = ['category', 'grid', 'memo', 'matrix', 'coding'] as const;

function isNamedByImports({ sqlite }: Project, id: string): boolean {
  return !NOT_IN_IMPORTS.some((table) => sqlite.prepare(`SELECT 1 FROM "${table}" WHERE id = ?`).get(id) !== undefined);
}

/** Looks for one row in the entries' differences, counting what that reads. */
class RowSearch {
  read = 0;
  readonly #project: Project;
  readonly #id: string;
  readonly #readsImports: boolean;

  constructor(project: Project, id: string) {
    this.#project = project;
    this.#id = id;
    this.#readsImports = isNamedByImports(project, id);
  }

  isIn(line: ListedEntry): boolean {
    const { sqlite } = this.#project;
    if (line.command === 'source.import' && !this.#readsImports) return false;
    return numbersOfLine(sqlite, line).some((number) => {
      this.read += contentSize(sqlite, number);
      return namesRow(sqlite, number, this.#id);
    });
  }
}

/** @param isSaid whether the entry's sentence holds the words that are looked for */
export function readHistoryPage(project: Project, query: HistoryQuery, isSaid: (entry: ListedEntry) => boolean = () => true): HistoryPage {
  const { limit, objectId, kind, ...columns } = query;
  const search = objectId === undefined ? null : new RowSearch(project, objectId);
  const entries: HistoryEntry[] = [];
  let looked = 0;
  let last: number | null = null;
  for (const entry of listedEntries(project.sqlite, { ...columns, nouns: kind && HISTORY_KINDS[kind] })) {
    if (entries.length === limit || looked * LOOK + (search?.read ?? 0) > READ_AT_ONCE) return { entries, before: last };
    looked += 1;
    last = entry.number;
    if (isSaid(entry) && (search === null || search.isIn(entry))) entries.push(shownEntry(entry));
  }
  return { entries, before: null };
}

/** Acts, each as its first entry in this order. */
function asActs({ sqlite }: Project, numbers: readonly number[]): HistoryEntry[] {
  const acts = new Set<string>();
  return numbers.flatMap((number) => {
    const entry = listedEntry(sqlite, number);
    if (!entry || (entry.act !== null && acts.has(entry.act))) return [];
    if (entry.act !== null) acts.add(entry.act);
    return [shownEntry(entry)];
  });
}

/** What going back to the entry would take back; or, where it is taken back, what bringing it back would bring with it. Nothing where it cannot be reached. */
/** @param by whose acts are meant; null: everybody's */
export function readSteps(project: Project, direction: 'undo' | 'redo', number: number, by: string | null = null): HistorySteps {
  const { sqlite } = project;
  if (direction === 'undo') return { entries: asActs(project, numbersToUndoTo(sqlite, number, by)) };
  const numbers = numbersToRedo(sqlite, by);
  const wanted = listedEntry(sqlite, number);
  const at = numbers.findIndex((other) => other === number || (wanted?.act != null && listedEntry(sqlite, other)?.act === wanted.act));
  return { entries: at < 0 ? [] : asActs(project, numbers.slice(0, at + 1)) };
}

/** Of the rows of codings written last, so many are looked through: more than a sitting makes by hand. */
const LATEST_CODINGS = 20_000;

/** Passages that a coder has coded by hand since this instant. */
export function passagesSince({ sqlite }: Project, coderId: string, since: string): number {
  return (
    sqlite
      .prepare<[number, string, string], { n: number }>(
        `SELECT count(DISTINCT passage_id) AS n FROM (SELECT passage_id, coder_id, created_at, rule_id FROM coding ORDER BY rowid DESC LIMIT ?)
         WHERE created_at >= ? AND coder_id = ? AND rule_id IS NULL`,
      )
      .get(LATEST_CODINGS, since, coderId)?.n ?? 0
  );
}
