// People, places and organisations under the names that a study keeps for them. The list is never in the project: it lies in the key, a file of its
// own, enciphered with a password of its own.
import { z } from 'zod';
import { NameFinder } from '../words/name-finder.ts';
import type { NameForm } from '../words/name-finder.ts';

export const ENTITY_KINDS = ['person', 'place', 'organisation', 'other'] as const;
export type NamedKind = (typeof ENTITY_KINDS)[number];

const words = z.string().trim().min(1).max(200);
export const namedEntity = z.object({
  id: z.string().min(1).max(40),
  kind: z.enum(ENTITY_KINDS),
  pseudonym: z.string().trim().max(200),
  /** Only with the capitals that its forms have: Rose, and not « rose ». */
  keepsCapitals: z.boolean(),
  /** Each way in which it is called; `replacement` where it is not the pseudonym (« Sophie » is « Claire », « Mme Durand » is « Mme Martin »). */
  forms: z.array(z.object({ form: words, replacement: words.nullable() })).max(100),
});
export type NamedEntity = z.infer<typeof namedEntity>;
export const entityList = z.array(namedEntity).max(5000);

/** What stood in a turn before: edits that lead back to it, as long as the turn still says `hash`. */
export interface TurnOriginal {
  readonly hash: string;
  readonly back: readonly (readonly [at: number, removed: number, original: string])[];
  /** What the turn said before an earlier replacement, where there was one. */
  readonly earlier: TurnOriginal | null;
}

/** What the key holds. */
export interface KeyContent {
  readonly projectId: string;
  readonly entities: readonly NamedEntity[];
  /** By the turn's id; of every replacement so far. */
  readonly turns: Readonly<Record<string, TurnOriginal>>;
}

export interface NameProposal {
  readonly form: string;
  readonly kind: NamedKind;
  /** Where it was met: as a speaker or participant, a value of an attribute, a name of a case, or in the words themselves. */
  readonly from: 'person' | 'attribute' | 'case' | 'words';
  readonly count: number;
  /** Some words around it, where it stands first. */
  readonly context: string;
}

export interface NamedPlace {
  readonly source: string;
  readonly turn: number | null;
  readonly before: string;
  readonly found: string;
  readonly replacement: string;
  readonly after: string;
}

/** Entities by their ids. Those that `blocks` must be settled first. */
export interface NameConflict {
  readonly kind:
    | 'sameForm'
    | 'formInside'
    | 'noPseudonym'
    | 'pseudonymHoldsName'
    | 'pseudonymInText'
    | 'sameSpeaker'
    | 'sameName'
    | 'coderName'
    | 'article';
  readonly blocks: boolean;
  readonly entityIds: readonly string[];
  readonly words: string;
  readonly other: string;
  readonly count: number;
}

export interface NamePreview {
  /** Entity id → how often its forms stand in the texts of sources, and elsewhere. */
  readonly counts: Readonly<Record<string, { readonly texts: number; readonly elsewhere: number }>>;
  readonly places: Readonly<Record<string, readonly NamedPlace[]>>;
  readonly conflicts: readonly NameConflict[];
  readonly removes: { readonly originals: number; readonly backups: number; readonly recordings: number; readonly pictures: number };
}

export function formsOf(entities: readonly NamedEntity[]): NameForm[] {
  return entities
    .filter(({ pseudonym }) => pseudonym !== '')
    .flatMap(({ pseudonym, keepsCapitals, forms }) =>
      forms.map(({ form, replacement }) => ({ form, replacement: replacement ?? pseudonym, keepsCapitals })),
    );
}

export function finderOf(entities: readonly NamedEntity[]): NameFinder {
  return new NameFinder(formsOf(entities));
}

const normal = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/[\s-]+/gu, ' ')
    .trim();

/** What the list itself says against it, before any text is looked at. */
export function conflictsIn(entities: readonly NamedEntity[]): NameConflict[] {
  const conflicts: NameConflict[] = [];
  const named = entities.flatMap((entity) =>
    entity.forms.map(({ form, replacement }) => ({ entity, form, key: normal(form), replacement: replacement ?? entity.pseudonym })),
  );
  const finder = finderOf(entities);
  const byKey = new Map<string, (typeof named)[number]>();
  for (const one of named) {
    const other = byKey.get(one.key);
    if (other && (other.entity !== one.entity || other.replacement !== one.replacement))
      conflicts.push({ kind: 'sameForm', blocks: true, entityIds: [other.entity.id, one.entity.id], words: one.form, other: other.form, count: 0 });
    byKey.set(one.key, other ?? one);
    if (one.replacement === '')
      conflicts.push({ kind: 'noPseudonym', blocks: true, entityIds: [one.entity.id], words: one.form, other: '', count: 0 });
    const [inside] = finder.find(one.replacement);
    if (inside)
      conflicts.push({
        kind: 'pseudonymHoldsName',
        blocks: true,
        entityIds: [one.entity.id],
        words: one.replacement,
        other: inside.form.form,
        count: 0,
      });
    for (const outer of named)
      if (outer.entity !== one.entity && outer.key !== one.key && ` ${outer.key} `.includes(` ${one.key} `))
        conflicts.push({
          kind: 'formInside',
          blocks: false,
          entityIds: [one.entity.id, outer.entity.id],
          words: one.form,
          other: outer.form,
          count: 0,
        });
  }
  return conflicts;
}

/** What leads back from a turn whose names were replaced. */
export function editsBack(
  text: string,
  edits: readonly { readonly at: number; readonly removed: number; readonly inserted: string }[],
): TurnOriginal['back'] {
  let shift = 0;
  return edits.map(({ at, removed, inserted }) => {
    const back = [at + shift, inserted.length, text.slice(at, at + removed)] as const;
    shift += inserted.length - removed;
    return back;
  });
}

/** The key without whoever bears one of these names: the entity, and every text that its names would be read from. */
export function withoutPerson(content: KeyContent, names: readonly string[]): KeyContent {
  const keys = new Set(names.map(normal));
  const isTheirs = ({ pseudonym, forms }: NamedEntity): boolean =>
    keys.has(normal(pseudonym)) ||
    forms.some(({ form, replacement }) => keys.has(normal(form)) || (replacement !== null && keys.has(normal(replacement))));
  const gone = content.entities.filter(isTheirs);
  const finder = new NameFinder(gone.flatMap(({ forms }) => forms.map(({ form }) => ({ form, replacement: '', keepsCapitals: false }))));
  const tellsNames = (original: TurnOriginal | null): boolean =>
    original !== null && (original.back.some(([, , text]) => finder.find(text).length > 0) || tellsNames(original.earlier));
  return {
    ...content,
    entities: content.entities.filter((entity) => !isTheirs(entity)),
    turns: Object.fromEntries(Object.entries(content.turns).filter(([, original]) => !tellsNames(original))),
  };
}
