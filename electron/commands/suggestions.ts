// Accepts or refuses what was proposed: the decision is kept with what was proposed and why; a coding is made only by accepting.
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId, CodingId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { Decision, SuggestionMethod, SuggestionReason } from '../../shared/domain/suggestion.ts';
import { assertRange } from '../../shared/domain/text-offset.ts';
import type { Anchor } from '../../shared/domain/text-offset.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';
import { hashOfWords } from './suggestion-rows.ts';

export interface SuggestionToDecide {
  readonly categoryId: CategoryId;
  readonly sourceId: SourceId;
  /** In one turn. */
  readonly start: Anchor;
  readonly end: Anchor;
  /** As they were proposed: refused (`suggestion.changedSince`) when the text says something else by now. */
  readonly words: string;
  readonly decision: Decision;
  readonly method: SuggestionMethod;
  readonly score: number;
  readonly reasons: readonly SuggestionReason[];
}

type Place = Pick<SuggestionToDecide, 'sourceId' | 'start' | 'end'>;

function passageAt({ project, writer }: CommandContext, { sourceId, start, end }: Place): PassageId {
  const known = project.sqlite
    .prepare<[string, number, string, number], { id: PassageId }>(
      'SELECT id FROM passage WHERE start_turn_id = ? AND start_utf16 = ? AND end_turn_id = ? AND end_utf16 = ? AND lost_quote IS NULL',
    )
    .get(start.turnId, start.offsetUtf16, end.turnId, end.offsetUtf16);
  if (known) return known.id;
  const id = newId<PassageId>();
  const ends = { startTurnId: start.turnId, startUtf16: start.offsetUtf16, endTurnId: end.turnId, endUtf16: end.offsetUtf16 };
  writer.insert('passage', { id, sourceId, ...ends });
  return id;
}

function code(context: CommandContext, place: Place, categoryId: CategoryId): PassageId {
  const { project, writer, coderId, at } = context;
  const passageId = passageAt(context, place);
  const isThere = project.sqlite.prepare('SELECT 1 FROM coding WHERE passage_id = ? AND category_id = ? AND coder_id = ?');
  if (!isThere.get(passageId, categoryId, coderId)) writer.insert('coding', { id: newId<CodingId>(), passageId, categoryId, coderId, createdAt: at });
  return passageId;
}

/** Deciding again about the same words replaces what was decided. Answers with the passage that accepting coded. */
export function decideSuggestion(session: Session, input: SuggestionToDecide): PassageId | null {
  const { categoryId, sourceId, start, end, words, decision, method, score, reasons } = input;
  const { name } = requireRow(session, 'category', categoryId, 'category.unknown');
  const source = requireRow(session, 'source', sourceId, 'source.unknown');
  const turn = requireRow(session, 'turn', start.turnId, 'turn.unknown');
  if (turn.sourceId !== sourceId || end.turnId !== turn.id) throw new Refusal('turn.unknown', { id: end.turnId });
  assertRange(turn.text, start.offsetUtf16, end.offsetUtf16);
  if (turn.text.slice(start.offsetUtf16, end.offsetUtf16) !== words) throw new Refusal('suggestion.changedSince');
  const subject = { name, decision, ref: citationOf(source.name, turn.number) };
  return runCommand(session, { name: 'suggestion.decide', input, subject }, (context) => {
    const { project, writer, coderId, at } = context;
    const hash = hashOfWords(words);
    const row = { quote: words, decision, method, score, reasons: JSON.stringify(reasons), decidedAt: at };
    const before = project.sqlite
      .prepare<[string, string, string, string], { id: string }>(
        'SELECT id FROM suggestion_decision WHERE category_id = ? AND source_id = ? AND words_hash = ? AND coder_id = ?',
      )
      .get(categoryId, sourceId, hash, coderId);
    if (before) writer.update('suggestion_decision', before.id, row);
    else writer.insert('suggestion_decision', { id: newId(), categoryId, sourceId, wordsHash: hash, coderId, ...row });
    return decision === 'accepted' ? code(context, { sourceId, start, end }, categoryId) : null;
  });
}
