// Where names stand in a study: what might be one, how often each stands, what contradicts the list.
import { conflictsIn, formsOf } from '../../shared/domain/pseudonym.ts';
import type { NameConflict, NamedEntity, NamedKind, NamedPlace, NamePreview, NameProposal } from '../../shared/domain/pseudonym.ts';
import { NameFinder } from '../../shared/words/name-finder.ts';
import type { NameForm } from '../../shared/words/name-finder.ts';
import { countOriginals } from '../storage/originals.ts';
import type { Project } from '../storage/open-project.ts';
import { holdsWords } from '../storage/rewriting-columns.ts';
import { contentTables } from '../storage/schema.ts';
import { rowsInPortions } from '../storage/study-rewriting.ts';

type Sqlite = Project['sqlite'];

/** Long readings let other work go on between. */
export interface Reading {
  readonly step: (done: number, total: number) => Promise<void>;
}

const PORTION = 1000;
const MOST_PLACES = 12;
const AROUND = 48;

const total = (sqlite: Sqlite, tables: readonly string[]): number =>
  tables.reduce((sum, table) => sum + (sqlite.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0), 0);

/** « Jean-Paul Le Goff », « INRA », « Saint-Malo »; what begins a sentence is not taken for a name. */
const CAPITALS = /\p{Lu}[\p{L}\p{Mn}’'-]*(?:[  ](?:(?:de|du|des|la|le|d’|l’)[  ]?)?\p{Lu}[\p{L}\p{Mn}’'-]*)*/gu;
const BEGINS_SENTENCE = /(?:^|[.!?…:«»"“”()[\]\n\r–—-])[\s«"“]*$/u;
const TITLE = /(?<!\p{L})(?:M\.|Mme|Mlle|Dr|Mr|Mrs|Ms|monsieur|madame)[  ]?$/iu;
const PLACE = /(?<!\p{L})(?:à|en|vers|in|at|from)[  ]$/iu;

function kindOf(name: string, before: string): NamedKind {
  if (TITLE.test(before) || /^(?:M\.|Mme|Mlle|Dr|Mrs?)\s/u.test(name)) return 'person';
  if (PLACE.test(before)) return 'place';
  if (name.length > 1 && name === name.toUpperCase()) return 'organisation';
  return 'person';
}

interface Met {
  count: number;
  readonly context: string;
  readonly kinds: Map<NamedKind, number>;
}

function excerpt(text: string, start: number, end: number): string {
  return text
    .slice(Math.max(0, start - AROUND), end + AROUND)
    .replace(/\s+/gu, ' ')
    .trim();
}

class MetNames {
  readonly names = new Map<string, Met>();
  readonly #small = new Map<string, number>();

  read(text: string): void {
    for (const [word] of text.matchAll(/(?<!\p{L})\p{Ll}\p{L}+/gu)) this.#small.set(word, (this.#small.get(word) ?? 0) + 1);
    for (const match of text.matchAll(CAPITALS)) {
      const name = match[0].replace(/[’'-]+$/u, '');
      const before = text.slice(Math.max(0, match.index - 14), match.index);
      if (name.length < 2 || (match.index < 14 ? BEGINS_SENTENCE.test(text.slice(0, match.index)) : BEGINS_SENTENCE.test(before))) continue;
      const met = this.names.get(name) ?? { count: 0, context: excerpt(text, match.index, match.index + name.length), kinds: new Map() };
      met.count += 1;
      const kind = kindOf(name, before);
      met.kinds.set(kind, (met.kinds.get(kind) ?? 0) + 1);
      this.names.set(name, met);
    }
  }

  /** What stands more often with a small letter is a word. */
  isWord(name: string): boolean {
    return (this.#small.get(name.toLowerCase()) ?? 0) > (this.names.get(name)?.count ?? 0);
  }
}

const likeliest = (kinds: ReadonlyMap<NamedKind, number>): NamedKind => [...kinds].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'other';

/** What the list does not have yet; the likeliest first. */
export async function proposeNames({ sqlite }: Project, entities: readonly NamedEntity[], reading: Reading): Promise<NameProposal[]> {
  const known = new NameFinder(formsOf(entities.map((entity) => ({ ...entity, pseudonym: entity.pseudonym || '…' }))));
  const isKnown = (name: string): boolean => known.find(name).some(({ start, end }) => end - start === name.length);
  const proposals = new Map<string, NameProposal>();
  const add = (proposal: NameProposal): void => {
    const form = proposal.form.trim();
    if (form.length > 1 && !proposals.has(form.toLowerCase()) && !isKnown(form)) proposals.set(form.toLowerCase(), { ...proposal, form });
  };
  const named = (sql: string, from: NameProposal['from'], kind: NamedKind): void => {
    for (const { form, count } of sqlite.prepare<[], { form: string; count: number }>(sql).all()) add({ form, kind, from, count, context: '' });
  };
  const spoken = `(SELECT count(*) FROM turn t JOIN speaker s ON s.id = t.speaker_id WHERE s.participant_id = p.id)`;
  named(`SELECT p.name AS form, ${spoken} AS count FROM participant p WHERE p.is_interviewer = 0 ORDER BY p.rowid`, 'person', 'person');
  named(
    `SELECT k.label AS form, count(*) AS count FROM speaker k JOIN participant p ON p.id = k.participant_id WHERE p.is_interviewer = 0 GROUP BY k.label ORDER BY min(k.rowid)`,
    'person',
    'person',
  );
  named('SELECT name AS form, 1 AS count FROM study_case ORDER BY position', 'case', 'organisation');
  const values = sqlite.prepare<[], { form: string; count: number }>(
    `SELECT v.value AS form, count(*) AS count FROM attribute_value v JOIN attribute a ON a.id = v.attribute_id WHERE a.type IN ('text', 'choice') GROUP BY v.value`,
  );
  for (const { form, count } of values.all())
    if (/^\p{Lu}/u.test(form) && form.length < 60) add({ form, kind: kindOf(form, ''), from: 'attribute', count, context: '' });
  const met = new MetNames();
  const turns = total(sqlite, ['turn']);
  let done = 0;
  for (const portion of rowsInPortions(sqlite, 'turn', PORTION)) {
    for (const row of portion) met.read(String(row.text).slice(Number(row.body_start_utf16), Number(row.body_end_utf16)));
    await reading.step((done += portion.length), turns);
  }
  for (const [form, { count, context, kinds }] of [...met.names].sort((a, b) => b[1].count - a[1].count))
    if (count > 1 && !met.isWord(form)) add({ form, kind: likeliest(kinds), from: 'words', count, context });
  return [...proposals.values()].slice(0, 1000);
}

const ARTICLE = /(?<!\p{L})l['’]$/iu;

/** Names that must stay apart, each with those among which it stands. */
const APART = [
  ['sameName', 'SELECT name AS word, 0 AS place FROM study_case'],
  ['sameName', 'SELECT name AS word, 1 AS place FROM source'],
  ['sameSpeaker', 'SELECT label AS word, source_id AS place FROM speaker'],
] as const;

class Counting {
  readonly counts: Record<string, { texts: number; elsewhere: number }> = {};
  readonly places: Record<string, NamedPlace[]> = {};
  readonly articles = new Map<string, number>();
  readonly taken = new Map<string, number>();
  readonly #finder: NameFinder;
  readonly #pseudonyms: NameFinder;
  readonly #owner: ReadonlyMap<NameForm, string>;

  constructor(entities: readonly NamedEntity[]) {
    const owned = entities.flatMap((entity) =>
      formsOf([entity.pseudonym === '' ? { ...entity, pseudonym: '…' } : entity]).map((form) => [form, entity.id] as const),
    );
    this.#owner = new Map(owned);
    this.#finder = new NameFinder(owned.map(([form]) => form));
    const given = owned
      .map(([form, id]) => [{ form: form.replacement, replacement: '', keepsCapitals: true }, id] as const)
      .filter(([{ form }]) => form !== '…');
    this.#pseudonyms = new NameFinder(given.map(([form]) => form));
    for (const entity of entities) {
      this.counts[entity.id] = { texts: 0, elsewhere: 0 };
      this.places[entity.id] = [];
    }
  }

  #ownerOf(form: NameForm | null): string | undefined {
    return form ? this.#owner.get(form) : undefined;
  }

  turn(text: string, where: Pick<NamedPlace, 'source' | 'turn'>): void {
    for (const { at, removed, inserted, form } of this.#finder.edits(text)) {
      const id = this.#ownerOf(form);
      const [count, places] = [this.counts[id ?? ''], this.places[id ?? '']];
      if (!count || !places || id === undefined) continue;
      count.texts += 1;
      const before = text.slice(Math.max(0, at - AROUND), at);
      if (ARTICLE.test(before) && /^[^aeiouyhàâéèêëîïôùûœæ]/iu.test(inserted)) this.articles.set(id, (this.articles.get(id) ?? 0) + 1);
      if (places.length < MOST_PLACES)
        places.push({
          ...where,
          before,
          found: text.slice(at, at + removed),
          replacement: inserted,
          after: text.slice(at + removed, at + removed + AROUND),
        });
    }
    for (const { form } of this.#pseudonyms.find(text)) this.taken.set(form.form, (this.taken.get(form.form) ?? 0) + 1);
  }

  elsewhere(text: string): void {
    for (const { form } of this.#finder.find(text)) {
      const count = this.counts[this.#ownerOf(form) ?? ''];
      if (count) count.elsewhere += 1;
    }
  }

  conflicts({ sqlite }: Project, entities: readonly NamedEntity[], isFirst: boolean): NameConflict[] {
    const conflicts: NameConflict[] = [];
    const idOf = (replacement: string): string[] =>
      entities.filter((entity) => formsOf([entity]).some((form) => form.replacement === replacement)).map(({ id }) => id);
    if (isFirst)
      for (const [words, count] of this.taken)
        conflicts.push({ kind: 'pseudonymInText', blocks: false, entityIds: idOf(words), words, other: '', count });
    for (const [id, count] of this.articles)
      conflicts.push({
        kind: 'article',
        blocks: false,
        entityIds: [id],
        words: 'l’',
        other: entities.find((entity) => entity.id === id)?.pseudonym ?? '',
        count,
      });
    for (const [kind, sql] of APART) {
      const names = new Map<string, string>();
      for (const { word, place } of sqlite.prepare<[], { word: string; place: string | number }>(sql).all()) {
        const after = this.#finder.replaced(word);
        const other = names.get(`${place}\n${after}`);
        if (other !== undefined && other !== word) conflicts.push({ kind, blocks: false, entityIds: [], words: word, other, count: 0 });
        names.set(`${place}\n${after}`, word);
      }
    }
    for (const { name } of sqlite.prepare<[], { name: string }>('SELECT name FROM coder').all()) {
      const [found] = this.#finder.find(name);
      const id = found && this.#ownerOf(found.form);
      if (id !== undefined)
        conflicts.push({ kind: 'coderName', blocks: false, entityIds: [id], words: name, other: found?.form.form ?? '', count: 0 });
    }
    return conflicts;
  }
}

/** What replacing would do. `isFirst`: no names were replaced before, so that a pseudonym met in the texts is somebody else. */
export async function previewNames(
  project: Project,
  entities: readonly NamedEntity[],
  { isFirst, backups }: { readonly isFirst: boolean; readonly backups: number },
  reading: Reading,
): Promise<NamePreview> {
  const { sqlite } = project;
  const counting = new Counting(entities);
  const tables = Object.keys(contentTables);
  const all = total(sqlite, tables);
  const sourceNames = new Map(
    sqlite
      .prepare<[], { id: string; name: string }>('SELECT id, name FROM source')
      .all()
      .map(({ id, name }) => [id, name]),
  );
  let done = 0;
  for (const table of tables)
    for (const portion of rowsInPortions(sqlite, table, PORTION)) {
      for (const row of portion) {
        if (table === 'turn')
          counting.turn(String(row.text), {
            source: sourceNames.get(String(row.source_id)) ?? '',
            turn: row.number === null ? null : Number(row.number),
          });
        else for (const [column, value] of Object.entries(row)) if (typeof value === 'string' && holdsWords(table, column)) counting.elsewhere(value);
      }
      await reading.step((done += portion.length), all);
    }
  const count = (sql: string): number => sqlite.prepare<[], number>(sql).pluck().get() ?? 0;
  return {
    counts: counting.counts,
    places: counting.places,
    conflicts: [...conflictsIn(entities), ...counting.conflicts(project, entities, isFirst)],
    removes: {
      originals: countOriginals(sqlite),
      backups,
      recordings: count('SELECT count(*) FROM media'),
      pictures: count('SELECT count(*) FROM image'),
    },
  };
}
