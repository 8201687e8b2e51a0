// Reads kept rules of autocoding, and what is coded already where a rule finds something.
import { keptRule } from '../../shared/domain/coding-rule.ts';
import type { HitPlace, HitState, KeptRule, RuleCard } from '../../shared/domain/coding-rule.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId, CoderId, CodingRuleId, SourceId } from '../../shared/domain/ids.ts';
import type { Project } from '../storage/open-project.ts';

export function keptRuleOf(definition: string): KeptRule {
  return keptRule.parse(JSON.parse(definition));
}

interface RuleRow {
  id: CodingRuleId;
  name: string;
  definition: string;
  coderId: CoderId;
  createdAt: string;
  codings: number;
}

const RULES = `
  SELECT r.id, r.name, r.definition, r.coder_id AS coderId, r.created_at AS createdAt,
    (SELECT count(*) FROM coding c WHERE c.rule_id = r.id) AS codings
  FROM coding_rule r ORDER BY r.created_at, r.rowid`;

export function listRules(project: Project): RuleCard[] {
  return project.sqlite
    .prepare<[], RuleRow>(RULES)
    .all()
    .map(({ definition, ...card }) => {
      const { excluded, ...rule } = keptRuleOf(definition);
      return { ...card, rule, excluded: excluded.length };
    });
}

/** Refuses (`autocode.ruleUnknown`) one that is not there. */
export function readRule(project: Project, ruleId: CodingRuleId): KeptRule & { readonly name: string } {
  const row = project.sqlite
    .prepare<[string], { name: string; definition: string }>('SELECT name, definition FROM coding_rule WHERE id = ?')
    .get(ruleId);
  if (!row) throw new Refusal('autocode.ruleUnknown');
  return { ...keptRuleOf(row.definition), name: row.name };
}

interface CodedRow {
  sourceId: SourceId;
  categoryId: CategoryId;
  ruleId: CodingRuleId | null;
  startTurnId: string;
  start: number;
  endTurnId: string;
  end: number;
  first: number;
  last: number;
}

const CODED = `
  SELECT p.source_id AS sourceId, c.category_id AS categoryId, c.rule_id AS ruleId, p.start_turn_id AS startTurnId, p.start_utf16 AS start,
    p.end_turn_id AS endTurnId, p.end_utf16 AS end, a.position AS first, b.position AS last
  FROM coding c JOIN passage p ON p.id = c.passage_id JOIN turn a ON a.id = p.start_turn_id JOIN turn b ON b.id = p.end_turn_id
  WHERE c.coder_id = ? AND p.lost_quote IS NULL AND c.category_id IN`;

/** A hit with the places of its turns in the source. */
export interface HitInSource extends HitPlace {
  readonly sourceId: SourceId;
  readonly first: number;
  readonly last: number;
}

function isSame(coded: CodedRow, { start, end }: HitInSource): boolean {
  return coded.startTurnId === start.turnId && coded.start === start.offsetUtf16 && coded.endTurnId === end.turnId && coded.end === end.offsetUtf16;
}

const isBefore = (place: number, at: number, otherPlace: number, otherAt: number): boolean =>
  place < otherPlace || (place === otherPlace && at < otherAt);

function holds(coded: CodedRow, { first, start, last, end }: HitInSource): boolean {
  return !isBefore(first, start.offsetUtf16, coded.first, coded.start) && !isBefore(coded.last, coded.end, last, end.offsetUtf16);
}

function overlaps(coded: CodedRow, { first, start, last, end }: HitInSource): boolean {
  return isBefore(first, start.offsetUtf16, coded.last, coded.end) && isBefore(coded.first, coded.start, last, end.offsetUtf16);
}

/**
 * What this coder has coded at a place with all of these categories. A coding of the rule itself whose ends were moved since still
 * counts as being there.
 */
export function hitStates(
  project: Project,
  { coderId, categoryIds, ruleId }: { coderId: CoderId; categoryIds: readonly CategoryId[]; ruleId: CodingRuleId | null },
): (hit: HitInSource) => HitState {
  if (categoryIds.length === 0) return () => 'new';
  const rows = project.sqlite.prepare<string[], CodedRow>(`${CODED} (${categoryIds.map(() => '?').join(', ')})`).all(coderId, ...categoryIds);
  const bySource = Map.groupBy(rows, ({ sourceId }) => sourceId);
  return (hit) => {
    const near = (bySource.get(hit.sourceId) ?? []).filter((coded) => overlaps(coded, hit));
    if (near.length === 0) return 'new';
    const everyHas = (has: (coded: CodedRow) => boolean): boolean =>
      categoryIds.every((categoryId) => near.some((coded) => coded.categoryId === categoryId && has(coded)));
    if (everyHas((coded) => isSame(coded, hit))) return 'coded';
    return everyHas((coded) => holds(coded, hit) || (ruleId !== null && coded.ruleId === ruleId)) ? 'within' : 'new';
  };
}
