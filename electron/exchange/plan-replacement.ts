// What replacing a transcript by a corrected file would do, found before anything is written: the file is read as import reads it, laid
// beside the text, and every passage followed to where its words are.
import type { PassageId, SourceId, TurnId } from '../../shared/domain/ids.ts';
import type { TurnPatternChoice } from '../../shared/domain/incoming.ts';
import type { RecognisedText, RecognisedTurn } from '../../shared/domain/recognise-turns.ts';
import type { AffectedPassage, ReplacementPlan } from '../../shared/domain/revision.ts';
import { labelKey } from '../../shared/domain/speaker-labels.ts';
import { MARK_KINDS } from '../../shared/domain/style-run.ts';
import { RewrittenText, layoutsOf, movedLayouts } from '../../shared/domain/text-rewrite.ts';
import type { TextRewrite, TurnLayout } from '../../shared/domain/text-rewrite.ts';
import { marksOf, stylesOf } from '../../shared/domain/turn-layout.ts';
import type { ReplacingTurn, TextReplacement } from '../commands/replace-text.ts';
import { requireRow } from '../commands/rows.ts';
import { newId } from '../commands/run-command.ts';
import type { Session } from '../commands/run-command.ts';
import { endsOf, passagesIn, turnRows, turnText } from '../commands/turn-rows.ts';
import { presentVersions } from '../queries/revisions.ts';
import { readCategoryNames, readSpeakers } from '../queries/sources.ts';
import { compareTurns } from '../queries/text-comparison.ts';
import { alignTexts } from '../queries/text-diff.ts';
import type { FileBytes, ReadDocument } from './reading/read-documents.ts';
import { openSafeReader } from './reading/read-safely.ts';

export interface PlannedReplacement {
  /** What the user is shown. */
  readonly shown: ReplacementPlan;
  /** What carries it out. */
  readonly replacement: TextReplacement;
}

type TurnRows = TextReplacement['before'];

export interface ReplacingFile extends Pick<ReadDocument, 'styles' | 'positions' | 'originalName' | 'sha256'> {
  readonly turns: readonly RecognisedTurn[];
  readonly bytes: Uint8Array;
}

/** How the turns of a file may be announced, beside what the file itself suggests. */
const OTHER_PATTERNS = ['colon', 'name-time', 'bracket-time', 'tab', 'initials', 'questions'] as const;

/**
 * Reads the file as import does; throws what readers of files throw. Where the source has speakers whom the file does not seem to name,
 * the turns are looked for in other ways, too: the user may have chosen one when the source came in.
 */
async function readReplacing(file: FileBytes, pattern: TurnPatternChoice | undefined, labels: Labels): Promise<ReplacingFile> {
  const reader = openSafeReader();
  try {
    const { text, unspokenLines, turnsAreStated, recognised, ...document } = await reader.readDocument(file);
    const recognise = (wanted: TurnPatternChoice): Promise<RecognisedText> =>
      reader.recognise({ name: file.name, text, pattern: wanted, unspokenLines });
    let found = pattern && !turnsAreStated ? await recognise(pattern) : recognised;
    for (const kind of pattern || turnsAreStated ? [] : OTHER_PATTERNS) {
      if (labels.known(found.speakers) === labels.count) break;
      const other = await recognise({ kind });
      if (labels.known(other.speakers) > labels.known(found.speakers)) found = other;
    }
    return { ...document, turns: found.turns, bytes: file.bytes };
  } finally {
    await reader.close();
  }
}

/** Each turn of the file as the one that it goes on as, or a new one. Times and, in a file that names nobody, speakers stay where the file has none. */
function replacingTurns(before: TurnRows, turns: readonly RecognisedTurn[], sameAs: readonly (number | null)[], labels: Labels): ReplacingTurn[] {
  const namesPeople = turns.some(({ speaker }) => speaker !== null);
  return turns.map(({ text, bodyStart, bodyEnd, speaker, startMs, endMs }, index) => {
    const same = before[sameAs[index] ?? -1];
    return {
      id: (same?.id ?? newId()) as TurnId,
      text,
      bodyStart,
      bodyEnd,
      speaker: namesPeople ? labels.spelt(speaker) : labels.of(same?.speakerId ?? null),
      startMs: startMs ?? same?.startMs ?? null,
      endMs: endMs ?? same?.endMs ?? null,
    };
  });
}

/** The labels that the source has; a label of the file that differs by its capitals alone is the source's. */
class Labels {
  readonly #byKey: ReadonlyMap<string, string>;
  readonly #bySpeaker: ReadonlyMap<string, string>;

  constructor({ project }: Session, sourceId: SourceId) {
    const speakers = readSpeakers(project, sourceId);
    this.#byKey = new Map(speakers.map(({ label }) => [labelKey(label), label]));
    this.#bySpeaker = new Map(speakers.map(({ id, label }) => [id, label]));
  }

  spelt(label: string | null): string | null {
    return label === null ? null : (this.#byKey.get(labelKey(label)) ?? label);
  }

  of(speakerId: string | null): string | null {
    return speakerId === null ? null : (this.#bySpeaker.get(speakerId) ?? null);
  }

  get count(): number {
    return this.#byKey.size;
  }

  /** How many of the source's labels are among these. */
  known(labels: readonly string[]): number {
    return new Set(labels.map(labelKey).filter((key) => this.#byKey.has(key))).size;
  }

  isNew(label: string): boolean {
    return !this.#byKey.has(labelKey(label));
  }
}

/** Styles, pages and times as the file has them; of what it has none of, what the source has stays with its words. */
function replacingLayouts(rewrite: TextRewrite, before: TurnRows, { styles, positions }: ReplacingFile): TurnLayout[] {
  const own = layoutsOf(rewrite.after, { styles, marks: positions });
  const kept = movedLayouts(
    rewrite,
    before.map((turn) => ({ styles: stylesOf(turn.styles), marks: marksOf(turn.marks) })),
  );
  const stated = new Set(positions.map(({ kind }) => kind));
  return own.map((layout, index) => ({
    styles: styles.length > 0 ? layout.styles : (kept[index]?.styles ?? []),
    marks: MARK_KINDS.flatMap((kind) => (stated.has(kind) ? layout : kept[index])?.marks.filter((mark) => mark.kind === kind) ?? []).sort(
      (a, b) => a.at - b.at,
    ),
  }));
}

type Affected = Pick<ReplacementPlan, 'kept' | 'touched' | 'orphaned'>;

function affectedPassages(session: Session, sourceId: SourceId, rewrite: TextRewrite): Affected {
  const text = new RewrittenText(rewrite);
  const names = readCategoryNames(session.project, sourceId);
  const touched: AffectedPassage[] = [];
  const orphaned: AffectedPassage[] = [];
  let kept = 0;
  const turnIds = rewrite.before.map(({ id }) => id);
  for (const passage of passagesIn(session, sourceId, turnIds).filter(({ lostQuote }) => lostQuote === null)) {
    const { ends, words } = text.move(endsOf(passage), () => false);
    const affected = {
      passageId: passage.id as PassageId,
      before: text.quoteBefore(endsOf(passage)),
      after: words === 'none' ? '' : text.quoteAfter(ends),
      categories: names.get(passage.id as PassageId) ?? [],
    };
    if (words === 'none') orphaned.push(affected);
    else if (words === 'other') touched.push(affected);
    else kept += 1;
  }
  return { kept, touched, orphaned };
}

function numbered(turns: readonly ReplacingTurn[]): Parameters<typeof compareTurns>[1] {
  let number = 0;
  return turns.map(({ id, text, bodyStart, bodyEnd, speaker }) => {
    if (bodyEnd > bodyStart) number += 1;
    return { id, number: bodyEnd > bodyStart ? number : null, speaker, words: text.slice(bodyStart, bodyEnd) };
  });
}

/** The plan for a file that is read. */
export function planFor(session: Session, sourceId: SourceId, file: ReplacingFile): PlannedReplacement {
  const before = turnRows(session, sourceId);
  const texts = before.map(turnText);
  const { edits, sameAs } = alignTexts(texts, file.turns);
  const labels = new Labels(session, sourceId);
  const after = replacingTurns(before, file.turns, sameAs, labels);
  const rewrite = { before: texts, after, edits };
  const { originalName, sha256, bytes: original } = file;
  return {
    shown: {
      plan: newId<string>(),
      comparison: compareTurns(presentVersions(session.project, sourceId), numbered(after)),
      ...affectedPassages(session, sourceId, rewrite),
      newSpeakers: [...new Set(after.flatMap(({ speaker }) => (speaker !== null && labels.isNew(speaker) ? [speaker] : [])))],
    },
    replacement: { sourceId, before, after, layouts: replacingLayouts(rewrite, before, file), edits, originalName, sha256, original },
  };
}

export interface ReplacementRequest {
  readonly sourceId: SourceId;
  readonly file: FileBytes;
  readonly pattern?: TurnPatternChoice | undefined;
}

/** Writes nothing. `stillOpen` is asked once the file is read: meanwhile another project may have been opened, or this one closed. */
export async function planReplacement(
  session: Session,
  request: ReplacementRequest,
  stillOpen: () => void = () => undefined,
): Promise<PlannedReplacement> {
  const { sourceId, file, pattern } = request;
  requireRow(session, 'source', sourceId, 'source.unknown');
  const read = await readReplacing(file, pattern, new Labels(session, sourceId));
  stillOpen();
  requireRow(session, 'source', sourceId, 'source.unknown');
  return planFor(session, sourceId, read);
}
