// What memos are on and point to, in words: names, paths, the beginnings of quotes, crossings.
import { shownValue } from '../../shared/domain/attribute-value.ts';
import { folded, lineage } from '../../shared/domain/category.ts';
import type { AttributeType } from '../../shared/domain/corpus.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { entityKeysIn } from '../../shared/domain/matrix.ts';
import { LINK_KINDS } from '../../shared/domain/text-link.ts';
import type { MemoTarget } from '../../shared/domain/memo.ts';
import type { LinkKind, LinkTarget, TextLink } from '../../shared/domain/text-link.ts';
import type { Language } from '../../shared/domain/project.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { readQuote } from './sources.ts';

/** Words of one target. */
export interface TargetWords {
  readonly label: string;
  /** `E12 §34`; empty for what is not cited. */
  readonly ref: string;
  readonly sourceId: SourceId | null;
}

interface PassageRow {
  id: string;
  source_id: string;
  source_name: string;
  start_turn_id: string;
  start_utf16: number;
  end_turn_id: string;
  end_utf16: number;
  lost_quote: string | null;
  number: number | null;
}

const LABEL_LENGTH = 80;

export function shortened(text: string, length = LABEL_LENGTH): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return plain.length > length ? `${plain.slice(0, length).trimEnd()}…` : plain;
}

const PASSAGE = `SELECT p.id, p.source_id, s.name AS source_name, p.start_turn_id, p.start_utf16, p.end_turn_id, p.end_utf16, p.lost_quote, t.number
  FROM passage p JOIN source s ON s.id = p.source_id JOIN turn t ON t.id = p.start_turn_id`;

const NAMED = {
  source: 'SELECT name FROM source WHERE id = ?',
  case: 'SELECT name FROM study_case WHERE id = ?',
  caseGroup: 'SELECT name FROM case_group WHERE id = ?',
  participant: 'SELECT name FROM participant WHERE id = ?',
  coder: 'SELECT name FROM coder WHERE id = ?',
  matrix: 'SELECT name FROM matrix WHERE id = ?',
  question: 'SELECT text AS name FROM guide_question WHERE id = ?',
  theme: 'SELECT name FROM guide_theme WHERE id = ?',
  speaker: 'SELECT label AS name FROM speaker WHERE id = ?',
  researchQuestion: 'SELECT text AS name FROM research_question WHERE id = ?',
} as const;

function wordsOfPassage(project: Project, row: PassageRow): TargetWords {
  const quote = row.lost_quote ?? readQuote(project, row.start_turn_id, row.start_utf16, row.end_turn_id, row.end_utf16);
  return { label: shortened(quote), ref: citationOf(row.source_name, row.number), sourceId: row.source_id as SourceId };
}

/** Names targets; what is read once serves for all of them. */
export class TargetNames {
  readonly #project: Project;
  #categories: ReadonlyMap<string, { id: string; parentId: string | null; name: string }> | undefined;

  constructor(project: Project) {
    this.#project = project;
  }

  /** Undefined for what is not in the project any more. */
  words(kind: MemoTarget | LinkKind, id: string): TargetWords | undefined {
    switch (kind) {
      case 'project':
        return plain(statement<[], { title: string }>(this.#project.sqlite, 'SELECT title FROM project').get()?.title);
      case 'source': {
        const name = this.#named('source', id);
        return name === undefined ? undefined : { label: name, ref: '', sourceId: id as SourceId };
      }
      case 'case':
      case 'participant':
      case 'matrix':
      case 'question':
        return plain(this.#named(kind, id));
      case 'category':
        return plain(this.#categoryPath(id)?.join(' › '));
      case 'passage':
      case 'coding':
        return this.#passage(kind, id);
      case 'cell':
        return plain(this.#crossing(id));
      case 'memo':
        return this.#memo(id);
    }
  }

  #named(kind: keyof typeof NAMED, id: string): string | undefined {
    return statement<[string], { name: string }>(this.#project.sqlite, NAMED[kind]).get(id)?.name;
  }

  #categoryPath(id: string): string[] | undefined {
    this.#categories ??= new Map(
      statement<[], { id: string; parentId: string | null; name: string }>(
        this.#project.sqlite,
        'SELECT id, parent_id AS parentId, name FROM category',
      )
        .all()
        .map((row) => [row.id, row]),
    );
    const path = lineage(this.#categories, id).map(({ name }) => name);
    return path.length === 0 ? undefined : path;
  }

  #passage(kind: 'passage' | 'coding', id: string): TargetWords | undefined {
    const where = kind === 'coding' ? 'p.id = (SELECT passage_id FROM coding WHERE id = ?)' : 'p.id = ?';
    const row = statement<[string], PassageRow>(this.#project.sqlite, `${PASSAGE} WHERE ${where}`).get(id);
    return row && wordsOfPassage(this.#project, row);
  }

  #memo(id: string): TargetWords | undefined {
    const row = statement<[string], { title: string; text: string }>(this.#project.sqlite, 'SELECT title, text FROM memo WHERE id = ?').get(id);
    return row && { label: shortened(row.title || row.text), ref: '', sourceId: null };
  }

  /** `Gouvernance × Pôle 1`; categories by their own names. */
  #crossing(key: string): string | undefined {
    const names = entityKeysIn(key).map((entity) => this.#entity(entity));
    // the category first, as people say it, whatever the key's order
    const order = (at: number): number => (entityKeysIn(key)[at]?.startsWith('category:') ? 0 : 1);
    if (names.some((name) => name === undefined)) return undefined;
    return names
      .map((name, at) => ({ name, at }))
      .sort((a, b) => order(a.at) - order(b.at) || a.at - b.at)
      .map(({ name }) => name)
      .join(' × ');
  }

  #entity(key: string): string | undefined {
    const [, kind = '', id = '', value] = /^([a-zA-Z]+):([0-9a-f-]{36})?(?:=(.*))?$/su.exec(key) ?? [];
    if (kind === 'category') return this.#categoryPath(id)?.at(-1);
    // kinds of sources and periods of their own dates are kept nowhere: they are what they are called
    if (id === '' && (kind === 'sourceKind' || kind === 'period')) return value?.replace('..', ' – ');
    if (kind !== 'attribute' && kind !== 'period') return kind in NAMED ? this.#named(kind as keyof typeof NAMED, id) : undefined;
    const found = statement<[string], { name: string; type: AttributeType }>(
      this.#project.sqlite,
      'SELECT name, type FROM attribute WHERE id = ?',
    ).get(id);
    if (kind === 'period') return found && `${found.name} : ${(value ?? '').replace('..', ' – ')}`;
    return found && `${found.name} : ${shownValue(value ?? '', found.type, this.#language())}`;
  }

  #language(): Language {
    return statement<[], { language: Language }>(this.#project.sqlite, 'SELECT language FROM project').get()?.language ?? 'fr';
  }
}

function plain(label: string | undefined): TargetWords | undefined {
  return label === undefined ? undefined : { label, ref: '', sourceId: null };
}

/** Of these links, those whose target is in the project, with its words of today. */
export function nameLinks(project: Project, links: readonly TextLink[]): LinkTarget[] {
  const names = new TargetNames(project);
  return links.flatMap(({ kind, id }) => {
    const words = names.words(kind, id);
    return words ? [{ kind, id, ...words }] : [];
  });
}

/** Of one kind, so many at most are offered. */
const MOST_OFFERED = 12;

const OFFERED: Readonly<Record<Exclude<LinkKind, 'passage'>, string>> = {
  category: 'SELECT id FROM category ORDER BY position',
  case: 'SELECT id FROM study_case ORDER BY position',
  source: 'SELECT id FROM source ORDER BY position, name',
  participant: 'SELECT id FROM participant WHERE is_interviewer = 0 ORDER BY name',
  matrix: 'SELECT id FROM matrix ORDER BY updated_at DESC',
  cell: 'SELECT key AS id FROM cell ORDER BY updated_at DESC',
  memo: 'SELECT id FROM memo ORDER BY updated_at DESC',
};
/** What was said of a passage last: its latest coding. */
const RECENT_PASSAGES = `${PASSAGE} JOIN coding c ON c.passage_id = p.id GROUP BY p.id ORDER BY max(c.created_at) DESC, max(c.rowid) DESC`;

/** All the words must stand in the quote or its citation. The shortest passages that hold them come first; of all passages, the latest. */
function offeredPassages(project: Project, words: readonly string[]): LinkTarget[] {
  const found: { readonly quote: string; readonly target: LinkTarget }[] = [];
  for (const row of project.sqlite.prepare<[], PassageRow>(RECENT_PASSAGES).all()) {
    const quote = row.lost_quote ?? readQuote(project, row.start_turn_id, row.start_utf16, row.end_turn_id, row.end_utf16);
    const ref = citationOf(row.source_name, row.number);
    if (!words.every((word) => folded(`${ref} ${quote}`).includes(word))) continue;
    found.push({ quote, target: { kind: 'passage', id: row.id, label: shortened(quote), ref, sourceId: row.source_id as SourceId } });
    if (words.length === 0 && found.length === MOST_OFFERED) break;
  }
  if (words.length > 0) found.sort((one, other) => one.quote.length - other.quote.length);
  return found.slice(0, MOST_OFFERED).map(({ target }) => target);
}

/** What a memo could link to: every word of `search` must stand in its name; accents and case ignored. Passages latest first. */
export function offerLinks(project: Project, { search, kinds }: { search: string; kinds: readonly LinkKind[] | null }): LinkTarget[] {
  const words = folded(search)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const names = new TargetNames(project);
  return LINK_KINDS.filter((kind) => kinds === null || kinds.includes(kind)).flatMap((kind) => {
    if (kind === 'passage') return offeredPassages(project, words);
    const found: LinkTarget[] = [];
    for (const { id } of project.sqlite.prepare<[], { id: string }>(OFFERED[kind]).all()) {
      const target = names.words(kind, id);
      if (!target || !words.every((word) => folded(target.label).includes(word))) continue;
      found.push({ kind, id, ...target });
      if (words.length === 0 && found.length === MOST_OFFERED) break;
    }
    // what was looked for comes before what stands below it
    return words.length === 0 ? found : found.sort((a, b) => a.label.length - b.label.length).slice(0, MOST_OFFERED);
  });
}
