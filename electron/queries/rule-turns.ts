// Reads the corpus as rules of autocoding look at it: source by source, the turns that a rule is about.
import type { CodingRule, HeadingStyle, RuleScope } from '../../shared/domain/coding-rule.ts';
import { HEADING_STYLES } from '../../shared/domain/coding-rule.ts';
import type { Needle } from '../../shared/words/find-words.ts';
import type { ParticipantId, SourceId, SpeakerId, TurnId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import type { RuleTurn } from '../../shared/domain/rule-stretches.ts';
import { stylesOf } from '../../shared/domain/turn-layout.ts';
import type { Project } from '../storage/open-project.ts';
import { foldedForSearch } from '../storage/turn-index.ts';
import { termsOfStem } from './word-forms.ts';

export interface RuleSource {
  readonly id: SourceId;
  readonly name: string;
}

/** The turns of one source, and who speaks in them. */
export interface SourceTurns extends RuleSource {
  readonly turns: readonly RuleTurn[];
  /** The speaker's label by the place of the turn. */
  readonly speakers: readonly (string | null)[];
}

interface PartRow {
  source_id: string;
  first: number;
  last: number;
}

const placeholders = (ids: readonly string[]): string => ids.map(() => '?').join(', ');

/** Turns that belong to chosen cases where their source as a whole does not. */
function partsOf(project: Project, caseIds: readonly string[]): Map<string, PartRow[]> {
  const rows = project.sqlite
    .prepare<string[], PartRow>(
      `SELECT x.source_id, a.position AS first, b.position AS last FROM case_part x JOIN turn a ON a.id = x.first_turn_id JOIN turn b ON b.id = x.last_turn_id
       WHERE x.case_id IN (${placeholders(caseIds)})`,
    )
    .all(...caseIds);
  return Map.groupBy(rows, (row) => row.source_id);
}

export interface ScopedSource extends RuleSource {
  /** Null: the whole source. */
  readonly parts: readonly { readonly first: number; readonly last: number }[] | null;
}

/** The sources that a rule looks into, in corpus order. One that was named and is gone is left out. */
export function sourcesInScope(project: Project, { sourceIds, caseIds }: RuleScope): ScopedSource[] {
  const all = project.sqlite.prepare<[], RuleSource>('SELECT id, name FROM source ORDER BY position, name').all();
  const named = sourceIds === null ? null : new Set<string>(sourceIds);
  const sources = all.filter(({ id }) => named?.has(id) ?? true);
  if (caseIds === null) return sources.map((source) => ({ ...source, parts: null }));
  const whole = new Set(
    project.sqlite
      .prepare<string[], { id: string }>(`SELECT source_id AS id FROM source_case WHERE case_id IN (${placeholders(caseIds)})`)
      .all(...caseIds)
      .map(({ id }) => id),
  );
  const parts = partsOf(project, caseIds);
  return sources
    .filter(({ id }) => whole.has(id) || parts.has(id))
    .map((source) => ({ ...source, parts: whole.has(source.id) ? null : (parts.get(source.id) ?? []) }));
}

interface TurnRow {
  id: TurnId;
  number: number | null;
  text: string;
  body_start_utf16: number;
  body_end_utf16: number;
  speaker_id: SpeakerId | null;
  participant_id: ParticipantId | null;
  label: string | null;
  is_interviewer: 0 | 1 | null;
  styles: string | null;
}

const TURNS = `
  SELECT t.id, t.number, t.text, t.body_start_utf16, t.body_end_utf16, t.speaker_id, k.participant_id, k.label, h.is_interviewer, t.styles
  FROM turn t LEFT JOIN speaker k ON k.id = t.speaker_id LEFT JOIN participant h ON h.id = k.participant_id
  WHERE t.source_id = ? ORDER BY t.position`;

function headingOf(row: TurnRow): HeadingStyle | null {
  const run = stylesOf(row.styles).find(
    ({ style, start, end }) => HEADING_STYLES.some((known) => known === style) && start < row.body_end_utf16 && end > row.body_start_utf16,
  );
  return HEADING_STYLES.find((known) => known === run?.style) ?? null;
}

export function readRuleTurns(project: Project, source: ScopedSource, { find, scope }: Pick<CodingRule, 'find' | 'scope'>): SourceTurns {
  const rows = project.sqlite.prepare<[string], TurnRow>(TURNS).all(source.id);
  // an interviewer who is named is meant
  const asked = new Set<string>(find.kind === 'speaker' ? find.participantIds : []);
  const turns = rows.map((row, place): RuleTurn => {
    const speaks = row.is_interviewer !== 1 || scope.withInterviewers || asked.has(row.participant_id ?? '');
    return {
      id: row.id,
      number: row.number,
      text: row.text,
      bodyStart: row.body_start_utf16,
      bodyEnd: row.body_end_utf16,
      speakerId: row.speaker_id,
      participantId: row.participant_id,
      heading: headingOf(row),
      isIncluded: speaks && (source.parts?.some(({ first, last }) => place >= first && place <= last) ?? true),
    };
  });
  return { id: source.id, name: source.name, turns, speakers: rows.map(({ label }) => label) };
}

/** Null where no word of the corpus is a form of the stem. */
function asked(project: Project, needle: Needle, language: Language): string | null {
  if (!('stem' in needle)) return `"${foldedForSearch(needle.words).replaceAll('"', '""')}"${needle.isBeginning ? ' *' : ''}`;
  const forms = termsOfStem(project, needle.stem, language);
  return forms.length === 0 ? null : `(${forms.map((form) => `"${form}"`).join(' OR ')})`;
}

function indexQuery(project: Project, needles: readonly (readonly Needle[])[], language: Language): string | null {
  const lists = needles.flatMap((list) => {
    const all = list.map((needle) => asked(project, needle, language));
    return all.includes(null) ? [] : [`(${all.join(' AND ')})`];
  });
  return lists.length === 0 ? null : lists.join(' OR ');
}

/** By source, the turns that the word index proposes; at least those that hold the words. */
export function turnsProposed(project: Project, needles: readonly (readonly Needle[])[], language: Language): Map<SourceId, Set<TurnId>> {
  const query = indexQuery(project, needles, language);
  if (query === null) return new Map();
  const rows = project.sqlite
    .prepare<[string], { id: TurnId; sourceId: SourceId }>(
      `SELECT t.id, t.source_id AS sourceId FROM turn_words w JOIN indexed_turn i ON i.number = w.rowid JOIN turn t ON t.id = i.turn_id WHERE turn_words MATCH ?`,
    )
    .all(query);
  const bySource = new Map<SourceId, Set<TurnId>>();
  for (const { id, sourceId } of rows) {
    const own = bySource.get(sourceId);
    if (own) own.add(id);
    else bySource.set(sourceId, new Set([id]));
  }
  return bySource;
}

interface AskedRow {
  source_id: SourceId;
  position: number;
  isWanted: 0 | 1;
}

/**
 * By source, the places of the turns after each confirmed asking of these questions: down to the next turn that is confirmed for a
 * question of the same guide.
 */
export function answerPlaces(project: Project, questionIds: readonly string[]): Map<SourceId, (end: number) => number[][]> {
  const rows = project.sqlite
    .prepare<string[], AskedRow & { guide_id: string }>(
      `SELECT DISTINCT h.guide_id, t.source_id, t.position, q.id IN (${placeholders(questionIds)}) AS isWanted
       FROM question_turn m JOIN guide_question q ON q.id = m.question_id JOIN guide_theme h ON h.id = q.theme_id JOIN turn t ON t.id = m.turn_id
       WHERE m.status = 'confirmed' AND h.guide_id IN (SELECT h2.guide_id FROM guide_question q2 JOIN guide_theme h2 ON h2.id = q2.theme_id WHERE q2.id IN (${placeholders(questionIds)}))
       ORDER BY t.source_id, h.guide_id, t.position, isWanted DESC`,
    )
    .all(...questionIds, ...questionIds);
  const answers = new Map<SourceId, (end: number) => number[][]>();
  for (const [sourceId, inSource] of Map.groupBy(rows, (row) => row.source_id)) {
    const guides = [...Map.groupBy(inSource, (row) => row.guide_id).values()];
    answers.set(sourceId, (end) =>
      guides.flatMap((own) => {
        const places = [...new Set(own.map(({ position }) => position))];
        const wanted = new Set(own.filter(({ isWanted }) => isWanted === 1).map(({ position }) => position));
        return places.flatMap((start, at) =>
          wanted.has(start) ? [Array.from({ length: (places[at + 1] ?? end) - start - 1 }, (_, more) => start + 1 + more)] : [],
        );
      }),
    );
  }
  return answers;
}
