// Every state that a category's card went through, folded from the log's differences: done, undone and redone alike.
import { CARD_FACTS, CARD_TEXTS } from '../../shared/domain/history.ts';
import type { CardChange, CardFact, CategoryCardState, CategoryHistory, CategoryState, RemovedCategory } from '../../shared/domain/history.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId, EntryId } from '../../shared/domain/ids.ts';
import type { CommandSubject } from '../../shared/domain/project.ts';
import { listedEntry, numbersOfLine } from '../storage/change-log.ts';
import type { Project } from '../storage/open-project.ts';
import type { Columns, RowDiff } from '../storage/writer.ts';
import { textPieces } from './text-diff.ts';

interface EntryRow {
  number: number;
  id: string;
  command: string;
  subject: string;
  kind: CategoryState['kind'];
  at: string;
  coder_name: string;
  diffs: string;
}

/** Commands that write no category: texts, people, passages, single codings (a table of codings may bring categories along). What is left is small. */
const NOUNS_WITHOUT = [
  'source',
  'media',
  'speaker',
  'case',
  'caseGroup',
  'participant',
  'attribute',
  'guide',
  'passage',
  'memo',
  'matrix',
  'cell',
  'coder',
];
const COMMANDS_WITHOUT = ['coding.apply', 'coding.remove', 'coding.update'];
const MAY_WRITE = `CASE WHEN command IN (${COMMANDS_WITHOUT.map((name) => `'${name}'`).join(', ')})
  OR ${NOUNS_WITHOUT.map((noun) => `command GLOB '${noun}.*'`).join(' OR ')} THEN FALSE ELSE diffs LIKE ? END`;

/** The entries that name the category where they write categories, oldest first. */
function entriesOf({ sqlite }: Project, categoryId: string): EntryRow[] {
  return sqlite
    .prepare<[string], EntryRow>(
      `SELECT number, id, command, subject, kind, at, coder_name, diffs FROM change_log WHERE ${MAY_WRITE} ORDER BY number`,
    )
    .all(`%${categoryId}%`);
}

/** Names of grids and categories: the present one, or the last one of what is gone. */
class Names {
  readonly #project: Project;
  readonly #known = new Map<string, string>();

  constructor(project: Project) {
    this.#project = project;
  }

  of(table: 'grid' | 'category', id: Columns[string] | undefined): string | null {
    if (typeof id !== 'string') return null;
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const name = this.#present(table, id) ?? this.#last(table, id) ?? '';
    this.#known.set(id, name);
    return name;
  }

  #present(table: 'grid' | 'category', id: string): string | undefined {
    const column = table === 'grid' ? 'title' : 'name';
    return this.#project.sqlite.prepare<[string], { name: string }>(`SELECT "${column}" AS name FROM "${table}" WHERE id = ?`).get(id)?.name;
  }

  #last(table: 'grid' | 'category', id: string): string | undefined {
    const column = table === 'grid' ? 'title' : 'name';
    for (const { diffs } of entriesOf(this.#project, id).reverse()) {
      const removal = (JSON.parse(diffs) as RowDiff[]).findLast((diff) => diff.table === table && diff.id === id && diff.op === 'remove');
      if (removal?.op === 'remove') return String(removal.before[column] ?? '');
    }
    return undefined;
  }
}

/** The row after these differences; null where it is gone. */
function applied(row: Columns | null, diffs: readonly RowDiff[], id: string): Columns | null {
  let next = row;
  for (const diff of diffs) {
    if (diff.table !== 'category' || diff.id !== id) continue;
    next = diff.op === 'remove' ? null : { ...next, ...diff.after };
  }
  return next;
}

function cardOf(row: Columns, names: Names): CategoryCardState {
  const text = (name: string): string => String(row[name] ?? '');
  const fact = (name: string): string | null => (row[name] == null ? null : String(row[name]));
  return {
    name: text('name'),
    definition: text('definition'),
    inclusion: text('inclusion'),
    exclusion: text('exclusion'),
    example: text('example'),
    grid: names.of('grid', row.grid_id),
    parent: names.of('category', row.parent_id),
    color: fact('color'),
    origin: fact('origin'),
    stage: fact('stage'),
    status: fact('status'),
  };
}

function changesBetween(before: CategoryCardState, after: CategoryCardState): CardChange[] {
  const texts = CARD_TEXTS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    pieces: textPieces(before[field], after[field]),
  }));
  const facts = CARD_FACTS.filter((field: CardFact) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
  return [...texts, ...facts];
}

/** Entries that left the card as it was (its place among its siblings, say) are not states of it. */
export function readCategoryHistory(project: Project, categoryId: CategoryId): CategoryHistory {
  const names = new Names(project);
  const states: CategoryState[] = [];
  let row: Columns | null = null;
  let card: CategoryCardState | null = null;
  for (const entry of entriesOf(project, categoryId)) {
    row = applied(row, JSON.parse(entry.diffs) as RowDiff[], categoryId);
    const next = row === null ? null : cardOf(row, names);
    const changes = card && next ? changesBetween(card, next) : [];
    const isState = card === null || next === null ? card !== next : changes.length > 0;
    card = next;
    if (!isState) continue;
    const { number, id, command, kind, at, coder_name: coderName } = entry;
    const subject = JSON.parse(entry.subject) as CommandSubject;
    states.push({ entryId: id as EntryId, number, command, subject, kind, at, coderName, card, changes });
  }
  if (states.length === 0) throw new Refusal('category.unknown', { id: categoryId });
  return { categoryId, states: states.reverse() };
}

/** Of all entries of the line's act; those above before those below, which went first. */
export function readRemovedCategories({ sqlite }: Project, number: number): RemovedCategory[] {
  const line = listedEntry(sqlite, number);
  if (!line) return [];
  const read = sqlite.prepare<[number], { diffs: string }>('SELECT diffs FROM change_log WHERE number = ?');
  const diffs = numbersOfLine(sqlite, line)
    .toReversed()
    .flatMap((each) => JSON.parse(read.get(each)?.diffs ?? '[]') as RowDiff[]);
  const removed = diffs.flatMap((diff) => (diff.table === 'category' && diff.op === 'remove' ? [diff] : []));
  return removed.toReversed().map(({ id, before }) => ({ id: id as CategoryId, name: String(before['name'] ?? '') }));
}
