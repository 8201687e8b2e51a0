// Settles places where coders differ: their codings become what was decided, and who decided so, when and why is kept.
import type { DecidedSide, DecisionInput } from '../../shared/domain/disagreement-decision.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId, DecisionId, PassageId } from '../../shared/domain/ids.ts';
import { isBlindfolded } from '../../shared/domain/sight.ts';
import { anchorAt, turnStarts } from '../../shared/domain/text-offset.ts';
import { readSight } from '../queries/sight.ts';
import { readOutline } from '../queries/sources.ts';
import type { TurnOutline } from '../queries/sources.ts';
import { dropDecision } from './coder-rows.ts';
import { removeCoding, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

/** Who codes blind has not seen what they would decide of. */
function assertSees({ project, coderId }: Session): void {
  if (isBlindfolded(readSight(project, coderId, null))) throw new Refusal('disagreement.blind');
}

interface CodingThere {
  readonly id: string;
  readonly passageId: string;
  readonly coderId: CoderId;
  readonly start: number;
  readonly end: number;
}

interface CodingRow extends Omit<CodingThere, 'start' | 'end'> {
  readonly startTurnId: string;
  readonly startUtf16: number;
  readonly endTurnId: string;
  readonly endUtf16: number;
}

const CODINGS = `
  SELECT c.id, c.passage_id AS passageId, c.coder_id AS coderId, p.start_turn_id AS startTurnId, p.start_utf16 AS startUtf16,
    p.end_turn_id AS endTurnId, p.end_utf16 AS endUtf16
  FROM coding c JOIN passage p ON p.id = c.passage_id WHERE p.source_id = ? AND c.category_id = ? AND p.lost_quote IS NULL ORDER BY c.rowid`;

/** By whole-document offsets: what the coders compared gave the category to, that shares words with the place. */
function codingsThere(
  { project }: Session,
  { sourceId, categoryId, start, end, coderIds }: DecisionInput,
  turns: readonly TurnOutline[],
): CodingThere[] {
  const starts = turnStarts(turns);
  const at = new Map<string, number>(turns.map(({ id }, number) => [id, starts[number] ?? 0]));
  const compared = new Set<string>(coderIds);
  return project.sqlite
    .prepare<[string, string], CodingRow>(CODINGS)
    .all(sourceId, categoryId)
    .filter(({ coderId }) => compared.has(coderId))
    .map((row) => ({
      ...row,
      start: (at.get(row.startTurnId) ?? 0) + row.startUtf16,
      end: (at.get(row.endTurnId) ?? 0) + row.endUtf16,
    }))
    .filter((coding) => coding.start < end && coding.end > start);
}

/** The passage that is all of the place, made where there is none. */
function passageOf(
  context: CommandContext,
  { sourceId, start, end }: Pick<DecisionInput, 'sourceId' | 'start' | 'end'>,
  turns: readonly TurnOutline[],
): PassageId {
  const starts = turnStarts(turns);
  const [from, to] = [anchorAt(turns, starts, start, 'start'), anchorAt(turns, starts, end, 'end')];
  const ends = { startTurnId: from.turnId, startUtf16: from.offsetUtf16, endTurnId: to.turnId, endUtf16: to.offsetUtf16 };
  const known = context.project.sqlite
    .prepare<[object], { id: PassageId }>(
      `SELECT id FROM passage WHERE source_id = @sourceId AND start_turn_id = @startTurnId AND start_utf16 = @startUtf16
       AND end_turn_id = @endTurnId AND end_utf16 = @endUtf16`,
    )
    .get({ sourceId, ...ends });
  if (known) return known.id;
  const id = newId<PassageId>();
  context.writer.insert('passage', { id, sourceId, ...ends });
  return id;
}

/** Each of these coders has the category on each of these passages. */
function giveAll(context: CommandContext, categoryId: string, coderIds: readonly CoderId[], passageIds: readonly string[]): void {
  const has = context.project.sqlite.prepare<[string, string, string]>(
    'SELECT 1 FROM coding WHERE passage_id = ? AND category_id = ? AND coder_id = ?',
  );
  for (const coderId of coderIds)
    for (const passageId of passageIds)
      if (!has.get(passageId, categoryId, coderId))
        context.writer.insert('coding', { id: newId(), passageId, categoryId, coderId, weight: null, stance: null, createdAt: context.at });
}

/** Whose codings of the place go, and what all get instead. */
function settle(context: CommandContext, input: DecisionInput, there: readonly CodingThere[], passageId: PassageId): void {
  const { decision, adoptedId, otherCategoryId, categoryId, coderIds } = input;
  const removeOf = (isGone: (coding: CodingThere) => boolean): void => {
    for (const coding of there.filter(isGone)) removeCoding(context, coding.id, coding.passageId);
  };
  if (decision === 'adopted') {
    const adopted = there.filter(({ coderId }) => coderId === adoptedId);
    const kept = new Set(adopted.map((coding) => coding.passageId));
    giveAll(context, categoryId, coderIds, [...kept]);
    removeOf((coding) => !kept.has(coding.passageId));
  }
  if (decision === 'merged') {
    giveAll(context, categoryId, coderIds, [passageId]);
    removeOf((coding) => coding.passageId !== passageId);
  }
  if (decision === 'recoded' && otherCategoryId) giveAll(context, otherCategoryId, coderIds, [passageId]);
  if (decision === 'recoded' || decision === 'withdrawn') removeOf(() => true);
}

/** One more word in the talk about a place: a memo on its passage. */
function say(context: CommandContext, passageId: PassageId, title: string, text: string): void {
  if (text === '') return;
  const written = {
    kind: 'methodological',
    title,
    text,
    document: null,
    coderId: context.coderId,
    createdAt: context.at,
    updatedAt: context.at,
  } as const;
  context.writer.insert('memo', { id: newId(), targetKind: 'passage', targetId: passageId, ...written });
}

function assertComplete(session: Session, { decision, adoptedId, otherCategoryId, coderIds, categoryId }: DecisionInput): void {
  requireRow(session, 'category', categoryId, 'category.unknown');
  for (const id of coderIds) requireRow(session, 'coder', id, 'coder.unknown');
  if (decision === 'adopted' && (adoptedId === null || !coderIds.includes(adoptedId))) throw new Refusal('input.invalid', { message: 'adoptedId' });
  if (decision !== 'recoded') return;
  if (otherCategoryId === null || otherCategoryId === categoryId) throw new Refusal('input.invalid', { message: 'otherCategoryId' });
  requireRow(session, 'category', otherCategoryId, 'category.unknown');
}

/**
 * Decides about a place; a later decision about the same one takes the place of the earlier. Refuses (`disagreement.gone`) a place where none of these coders
 * has applied the category any more, and (`disagreement.blind`) who does not see what the others did.
 */
export function decideDisagreement(session: Session, input: DecisionInput): DecisionId {
  assertSees(session);
  const source = requireRow(session, 'source', input.sourceId, 'source.unknown');
  assertComplete(session, input);
  const turns = readOutline(session.project, input.sourceId);
  const there = codingsThere(session, input, turns);
  if (there.length === 0) throw new Refusal('disagreement.gone');
  const category = requireRow(session, 'category', input.categoryId, 'category.unknown');
  const sides = input.coderIds.map(
    (coderId): DecidedSide => ({
      coderId,
      name: requireRow(session, 'coder', coderId, 'coder.unknown').name,
      marked: there
        .filter((coding) => coding.coderId === coderId)
        .map(({ start, end }) => ({ start: start - input.start, end: end - input.start }))
        .sort((a, b) => a.start - b.start || a.end - b.end),
    }),
  );
  const { decision } = input;
  const adopted = decision === 'adopted' && input.adoptedId ? requireRow(session, 'coder', input.adoptedId, 'coder.unknown').name : '';
  const other =
    decision === 'recoded' && input.otherCategoryId ? requireRow(session, 'category', input.otherCategoryId, 'category.unknown').name : '';
  const subject = { name: category.name, source: source.name, decision, adopted, other };
  const decide = (context: CommandContext): DecisionId => {
    const passageId = passageOf(context, input, turns);
    const known = context.project.sqlite
      .prepare<[string, string], { id: DecisionId }>('SELECT id FROM disagreement_decision WHERE passage_id = ? AND category_id = ?')
      .get(passageId, input.categoryId);
    const id = known?.id ?? newId<DecisionId>();
    const row = {
      decision,
      adoptedId: decision === 'adopted' ? input.adoptedId : null,
      otherCategoryId: decision === 'recoded' ? input.otherCategoryId : null,
      // what is said is in memos, one after the other
      why: decision === 'discussed' ? '' : input.why.trim(),
      coderId: context.coderId,
      decidedAt: context.at,
    };
    if (known) context.writer.update('disagreement_decision', id, { ...row, sides: JSON.stringify(sides) });
    else context.writer.insert('disagreement_decision', { id, passageId, categoryId: input.categoryId, sides: JSON.stringify(sides), ...row });
    if (decision === 'discussed') say(context, passageId, category.name, input.why.trim());
    settle(context, input, there, passageId);
    return id;
  };
  return decision === 'discussed'
    ? runCommand(session, { name: 'disagreement.discuss', input, subject }, decide)
    : runCommand(session, { name: 'disagreement.settle', input, subject }, decide);
}

/** The place counts as undecided again; codings stay as they are. */
export function reopenDisagreement(session: Session, input: { decisionId: DecisionId }): void {
  assertSees(session);
  const { id, categoryId } = requireRow(session, 'disagreement_decision', input.decisionId, 'disagreement.unknown');
  const { name } = requireRow(session, 'category', categoryId, 'category.unknown');
  runCommand(session, { name: 'disagreement.reopen', input, subject: { name } }, (context) => dropDecision(context, id));
}
