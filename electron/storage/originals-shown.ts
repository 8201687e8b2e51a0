// A pseudonymised project as it read before, for whoever has its key: a connection of its own on which every text says the names again. Nothing of it
// is stored; whatever query is asked of it answers so, without knowing.
import { getTableColumns } from 'drizzle-orm';
import type { KeyContent, NamedEntity, TurnOriginal } from '../../shared/domain/pseudonym.ts';
import { keptMarks, keptStyles, marksOf, stylesOf } from '../../shared/domain/turn-layout.ts';
import { NameFinder, placeAfter, withEdits } from '../../shared/words/name-finder.ts';
import type { NameForm } from '../../shared/words/name-finder.ts';
import { openForReading } from './open-project.ts';
import type { Project } from './open-project.ts';
import { holdsWords, rewordColumn } from './rewriting-columns.ts';
import { contentTables } from './schema.ts';
import type { TableName } from './schema.ts';
import { rowsInPortions } from './study-rewriting.ts';
import type { TurnEditing } from './study-rewriting.ts';
import { wordsHash } from './words-hash.ts';

/** Each pseudonym back to the first form that has it: exact where a text is as it was left, else the name that is known. */
function formsBack(entities: readonly NamedEntity[]): NameForm[] {
  const back = new Map<string, string>();
  for (const { pseudonym, forms } of entities)
    for (const { form, replacement } of forms) if (!back.has(replacement ?? pseudonym)) back.set(replacement ?? pseudonym, form);
  return [...back].filter(([form]) => form !== '').map(([form, replacement]) => ({ form, replacement, keepsCapitals: true }));
}

/** What a text said before, with the edits that lead there, applied one list after the other. */
function stepsBack(text: string, kept: TurnOriginal | null | undefined): TurnEditing[][] | null {
  const steps: TurnEditing[][] = [];
  let said = text;
  for (let original = kept; original && wordsHash(said) === original.hash; original = original.earlier) {
    const edits = original.back.map(([at, removed, inserted]) => ({ at, removed, inserted }));
    steps.push(edits);
    said = withEdits(said, edits);
  }
  return steps.length === 0 ? null : steps;
}

class Originals {
  readonly #turns = new Map<string, TurnEditing[][]>();
  readonly #finder: NameFinder;

  constructor(project: Project, { turns, entities }: KeyContent) {
    this.#finder = new NameFinder(formsBack(entities));
    for (const portion of rowsInPortions(project.sqlite, 'turn', 1000))
      for (const { id, text } of portion) {
        const edits = this.#finder.edits(String(text));
        const steps = stepsBack(String(text), turns[String(id)]) ?? (edits.length > 0 ? [edits] : null);
        if (steps) this.#turns.set(String(id), steps);
      }
  }

  text(turnId: string, text: string): string {
    return (this.#turns.get(turnId) ?? []).reduce(withEdits, text);
  }

  place(turnId: string, place: number, end: 'start' | 'end'): number {
    return (this.#turns.get(turnId) ?? []).reduce((at, edits) => placeAfter(at, edits, end), place);
  }

  words(table: string, column: string, text: string): string {
    return String(rewordColumn(table, column, text, (words) => this.#finder.replaced(words)));
  }
}

const TURN_PLACES = { length_utf16: 'end', body_start_utf16: 'start', body_end_utf16: 'end' } as const;

function shownColumn(table: TableName, column: string, isText: boolean): string {
  const own = `x."${column}"`;
  if (table === 'turn') {
    if (column === 'text') return `original_text(x.id, ${own}) AS text`;
    if (column in TURN_PLACES) return `original_place(x.id, ${own}, '${TURN_PLACES[column as keyof typeof TURN_PLACES]}') AS "${column}"`;
    if (column === 'styles' || column === 'marks') return `original_${column}(x.id, ${own}) AS "${column}"`;
    return own;
  }
  if (table === 'passage' && column === 'start_utf16') return `original_place(x.start_turn_id, ${own}, 'start') AS start_utf16`;
  if (table === 'passage' && column === 'end_utf16') return `original_place(x.end_turn_id, ${own}, 'end') AS end_utf16`;
  return isText && holdsWords(table, column) && column !== 'key' && column !== 'cell_key' && column !== 'target_id'
    ? `original_words('${table}', '${column}', ${own}) AS "${column}"`
    : own;
}

/** To be closed when it is no longer looked through. */
export function showOriginals(project: Project, content: KeyContent): Project {
  const originals = new Originals(project, content);
  const { sqlite, db } = openForReading(project.path, project.key);
  const options = { deterministic: true };
  sqlite.function('original_text', options, (id, text) => originals.text(String(id), String(text)));
  sqlite.function('original_place', options, (id, place, end) => originals.place(String(id), Number(place), end === 'end' ? 'end' : 'start'));
  sqlite.function('original_words', options, (table, column, text) =>
    text === null ? null : originals.words(String(table), String(column), String(text)),
  );
  sqlite.function('original_styles', options, (id, kept) => {
    const place = (at: number, end: 'start' | 'end'): number => originals.place(String(id), at, end);
    return keptStyles(stylesOf(kept as string | null).map((run) => ({ ...run, start: place(run.start, 'start'), end: place(run.end, 'end') })));
  });
  sqlite.function('original_marks', options, (id, kept) =>
    keptMarks(marksOf(kept as string | null).map((mark) => ({ ...mark, at: originals.place(String(id), mark.at, 'start') }))),
  );
  sqlite.pragma('query_only = OFF');
  for (const [table, definition] of Object.entries(contentTables)) {
    const columns = Object.values(getTableColumns(definition)).map(({ name, columnType }) =>
      shownColumn(table as TableName, name, columnType === 'SQLiteText'),
    );
    if (columns.every((column) => column.startsWith('x.'))) continue;
    sqlite.exec(`CREATE TEMP VIEW "${table}" AS SELECT x.rowid AS rowid, ${columns.join(', ')} FROM main."${table}" x`);
  }
  showing.add(sqlite);
  return { ...project, sqlite, db };
}

const showing = new WeakSet<object>();
const onlyRead = new WeakSet<object>();

/** While originals are shown nothing is written: places in what is shown are not places in what is kept. */
export function readOnlyWhile(project: Project, isShown: boolean): void {
  if (isShown) onlyRead.add(project.sqlite);
  else onlyRead.delete(project.sqlite);
}

export const isOnlyRead = ({ sqlite }: Pick<Project, 'sqlite'>): boolean => onlyRead.has(sqlite);

/** Whether names are the real ones in what this connection reads, though the project keeps pseudonyms. */
export function showsOriginals({ sqlite }: Pick<Project, 'sqlite'>): boolean {
  return showing.has(sqlite);
}
