// What a rule would do, shown before it does it; then done to exactly what was shown.
import { FIRST_HITS } from '../../shared/domain/coding-rule.ts';
import type { AppliedRule, CodingRule, HitState, RuleHit, RulePreview } from '../../shared/domain/coding-rule.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CodingRuleId, SourceId } from '../../shared/domain/ids.ts';
import { applyRule } from '../commands/autocode.ts';
import type { Session } from '../commands/run-command.ts';
import { hitStates, readRule } from '../queries/coding-rules.ts';
import { findRuleHits } from './find-rule-hits.ts';
import type { FoundHit, SearchWatch } from './find-rule-hits.ts';

/** A rule, and the kept one that it is. */
export interface RuleInHand {
  readonly rule: CodingRule;
  readonly ruleId: CodingRuleId | null;
}

interface Judged {
  readonly stateOf: (hit: FoundHit) => HitState;
  readonly isExcluded: (hit: FoundHit) => boolean;
}

function judge({ project, coderId }: Session, { rule, ruleId }: RuleInHand): Judged {
  const excluded = new Set(ruleId === null ? [] : readRule(project, ruleId).excluded);
  return { stateOf: hitStates(project, { coderId, categoryIds: rule.categoryIds, ruleId }), isExcluded: ({ key }) => excluded.has(key) };
}

function shown(hit: FoundHit, { stateOf, isExcluded }: Judged): RuleHit {
  const { first: _first, last: _last, words: _words, ...rest } = hit;
  return { ...rest, state: stateOf(hit), isExcluded: isExcluded(hit) };
}

/** Nothing is written. */
export async function previewRule(session: Session, inHand: RuleInHand, watch?: SearchWatch): Promise<RulePreview> {
  const { sources, total, print } = await findRuleHits(session.project, inHand.rule, watch);
  const judged = judge(session, inHand);
  let room = FIRST_HITS;
  const first = sources.filter(({ hits }) => {
    const fits = room > 0;
    room -= hits.length;
    return fits;
  });
  return {
    print,
    total,
    sources: sources.map(({ id, name, hits }) => ({
      sourceId: id,
      name,
      hits: hits.length,
      coded: hits.filter((hit) => judged.stateOf(hit) === 'coded').length,
      excluded: hits.filter((hit) => judged.isExcluded(hit) && judged.stateOf(hit) !== 'coded').length,
    })),
    hits: first.flatMap(({ hits }) => hits.map((hit) => shown(hit, judged))),
  };
}

export async function readRuleHits(session: Session, inHand: RuleInHand & { readonly sourceId: SourceId }): Promise<RuleHit[]> {
  const { sources } = await findRuleHits(session.project, inHand.rule);
  const judged = judge(session, inHand);
  return sources.filter(({ id }) => id === inHand.sourceId).flatMap(({ hits }) => hits.map((hit) => shown(hit, judged)));
}

export interface RuleChoice extends RuleInHand {
  /** Of the preview; null applies what there is now. */
  readonly print: string | null;
  readonly excluded: { readonly sourceIds: readonly SourceId[]; readonly keys: readonly string[] };
  /** Hits left out before and meant now. */
  readonly included: readonly string[];
  readonly keepAs: string | null;
}

/** Refuses (`autocode.changedSince`) when the rule now finds other places than those that were shown. */
export async function carryOutRule(session: Session, choice: RuleChoice, watch?: SearchWatch): Promise<AppliedRule> {
  const { rule, ruleId, keepAs } = choice;
  const found = await findRuleHits(session.project, rule, watch);
  if (choice.print !== null && found.print !== choice.print) throw new Refusal('autocode.changedSince');
  const before = ruleId === null ? [] : readRule(session.project, ruleId).excluded;
  const left = new Set(before);
  const [keys, sources, included] = [new Set(choice.excluded.keys), new Set(choice.excluded.sourceIds), new Set(choice.included)];
  const hits = found.sources.flatMap((source) => source.hits);
  const isLeftOut = ({ key, sourceId }: FoundHit): boolean => keys.has(key) || (!included.has(key) && (sources.has(sourceId) || left.has(key)));
  // what was left out before and is not found now (its source is out of scope for once) stays left out
  const isFound = new Set(hits.map(({ key }) => key));
  const excluded = [...before.filter((key) => !isFound.has(key)), ...hits.filter(isLeftOut).map(({ key }) => key)];
  return applyRule(session, { rule, ruleId, keepAs, excluded, places: hits.filter((hit) => !isLeftOut(hit)) });
}

export async function countNewHits(session: Session, ruleId: CodingRuleId, watch?: SearchWatch): Promise<number> {
  const rule = readRule(session.project, ruleId);
  const { sources } = await findRuleHits(session.project, rule, watch);
  const { stateOf, isExcluded } = judge(session, { rule, ruleId });
  return sources.flatMap(({ hits }) => hits).filter((hit) => stateOf(hit) === 'new' && !isExcluded(hit)).length;
}
