// Applies a rule of autocoding as one act, however many hits; keeps rules, renames and removes them.
import { placeKey } from '../../shared/domain/coding-rule.ts';
import type { AppliedRule, CodingRule, HitPlace, KeptRule } from '../../shared/domain/coding-rule.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CodingId, CodingRuleId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import { readRule } from '../queries/coding-rules.ts';
import { idsWhere, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';
import { definitionOf } from './rule-rows.ts';

/** One place to code; its ends are where `anchorAt` would put them. */
export interface PlaceToCode extends HitPlace {
  readonly sourceId: SourceId;
}

export interface RuleToApply {
  readonly rule: CodingRule;
  readonly places: readonly PlaceToCode[];
  /** Keys of the places that were left out. */
  readonly excluded: readonly string[];
  /** The kept rule that is run again. */
  readonly ruleId: CodingRuleId | null;
  /** Keeps the rule under this name. */
  readonly keepAs: string | null;
}

/** Refuses places outside their turns, should another program have written since they were found. */
function assertPlaces({ project }: CommandContext, places: readonly PlaceToCode[]): void {
  const turn = project.sqlite.prepare<[string], { source_id: string; length_utf16: number }>('SELECT source_id, length_utf16 FROM turn WHERE id = ?');
  for (const { sourceId, start, end } of places) {
    for (const { turnId, offsetUtf16 } of [start, end]) {
      const row = turn.get(turnId);
      if (row?.source_id !== sourceId || offsetUtf16 > row.length_utf16) throw new Refusal('autocode.changedSince');
    }
  }
}

interface PassageRow {
  id: PassageId;
  startTurnId: string;
  startUtf16: number;
  endTurnId: string;
  endUtf16: number;
}

/** The passages of these sources by their ends. */
function knownPassages({ project }: CommandContext, sourceIds: ReadonlySet<string>): Map<string, PassageId> {
  const rows = project.sqlite.prepare<
    [string],
    PassageRow
  >(`SELECT id, start_turn_id AS startTurnId, start_utf16 AS startUtf16, end_turn_id AS endTurnId, end_utf16 AS endUtf16
     FROM passage WHERE source_id = ? AND lost_quote IS NULL`);
  const known = new Map<string, PassageId>();
  for (const sourceId of sourceIds)
    for (const row of rows.all(sourceId)) known.set(`${row.startTurnId} ${row.startUtf16} ${row.endTurnId} ${row.endUtf16}`, row.id);
  return known;
}

/** Which of these categories the coder has on a passage already. */
function ownCategories({ project, coderId }: CommandContext): (passageId: string) => Set<string> {
  const rows = project.sqlite.prepare<[string, string], { id: string }>('SELECT category_id AS id FROM coding WHERE passage_id = ? AND coder_id = ?');
  return (passageId) => new Set(rows.all(passageId, coderId).map(({ id }) => id));
}

function codePlaces(context: CommandContext, { places, rule, ruleId }: Pick<RuleToApply, 'places' | 'rule' | 'ruleId'>): Omit<AppliedRule, 'ruleId'> {
  const known = knownPassages(context, new Set(places.map(({ sourceId }) => sourceId)));
  const ownOn = ownCategories(context);
  let [codings, passages, already] = [0, 0, 0];
  for (const { sourceId, start, end } of places) {
    const there = known.get(placeKey({ start, end }));
    const has = there === undefined ? new Set<string>() : ownOn(there);
    const missing = rule.categoryIds.filter((categoryId) => !has.has(categoryId));
    if (missing.length === 0) {
      already += 1;
      continue;
    }
    const passageId = there ?? newId<PassageId>();
    if (there === undefined) {
      const ends = { startTurnId: start.turnId, startUtf16: start.offsetUtf16, endTurnId: end.turnId, endUtf16: end.offsetUtf16 };
      context.writer.insert('passage', { id: passageId, sourceId, ...ends });
      known.set(placeKey({ start, end }), passageId);
    }
    for (const categoryId of missing)
      context.writer.insert('coding', { id: newId<CodingId>(), passageId, categoryId, coderId: context.coderId, createdAt: context.at, ruleId });
    codings += missing.length;
    passages += 1;
  }
  return { codings, passages, already };
}

function assertNameFree({ project }: Session, name: string, except: string | null): void {
  const twin = project.sqlite.prepare<[string], { id: string }>('SELECT id FROM coding_rule WHERE name = ?').get(name);
  if (twin && twin.id !== except) throw new Refusal('autocode.nameTaken', { name });
}

/** Writes the rule where it is to be kept: as a new one, or as the one that is run again has become. */
function keepRule(context: CommandContext, { rule, ruleId, keepAs, excluded }: RuleToApply): CodingRuleId | null {
  const kept: KeptRule = { ...rule, excluded: [...excluded] };
  if (ruleId !== null) {
    context.writer.update('coding_rule', ruleId, { definition: definitionOf(kept), ...(keepAs === null ? {} : { name: keepAs }) });
    return ruleId;
  }
  if (keepAs === null) return null;
  const id = newId<CodingRuleId>();
  context.writer.insert('coding_rule', { id, name: keepAs, definition: definitionOf(kept), coderId: context.coderId, createdAt: context.at });
  return id;
}

/**
 * Codes the places with all categories of the rule and keeps the rule if it is to be kept: one entry, taken back by one undo. Codings
 * that this coder has there already are not made twice; where all are there and the rule stays as it was, nothing is written.
 */
export function applyRule(session: Session, { rule: asked, ...given }: RuleToApply): AppliedRule {
  const rule = { ...asked, categoryIds: [...new Set(asked.categoryIds)] };
  const input = { ...given, rule };
  const { keepAs, ruleId } = input;
  const names = rule.categoryIds.map((id) => requireRow(session, 'category', id, 'category.unknown').name);
  if (names.length === 0) throw new Refusal('autocode.categoryMissing');
  if (ruleId !== null) requireRow(session, 'coding_rule', ruleId, 'autocode.ruleUnknown');
  if (keepAs !== null) assertNameFree(session, keepAs, ruleId);
  // filled in once the codings are counted
  const subject = { name: names.join(', '), count: 0 };
  const logged = { rule, keepAs, ruleId, places: input.places.length, excluded: input.excluded.length };
  return runCommand(session, { name: 'autocode.apply', input: logged, subject }, (context) => {
    assertPlaces(context, input.places);
    const kept = keepRule(context, input);
    const done = codePlaces(context, { ...input, ruleId: kept });
    subject.count = done.passages;
    return { ...done, ruleId: kept };
  });
}

export function renameRule(session: Session, input: { ruleId: CodingRuleId; name: string }): void {
  const row = requireRow(session, 'coding_rule', input.ruleId, 'autocode.ruleUnknown');
  assertNameFree(session, input.name, row.id);
  runCommand(session, { name: 'autocode.renameRule', input, subject: { name: input.name } }, ({ writer }) => {
    writer.update('coding_rule', row.id, { name: input.name });
  });
}

/** The codings that came from it stay, as if made by hand. */
export function removeRule(session: Session, input: { ruleId: CodingRuleId }): void {
  const { name } = readRule(session.project, input.ruleId);
  runCommand(session, { name: 'autocode.removeRule', input, subject: { name } }, (context) => {
    for (const id of idsWhere(context, 'coding', 'rule_id', input.ruleId)) context.writer.update('coding', id, { ruleId: null });
    context.writer.remove('coding_rule', input.ruleId);
  });
}
