// What is done by chance to passages and codings, by hand, by tables and by rules.
import { applyRule, removeRule, renameRule } from '../../../electron/commands/autocode.ts';
import type { PlaceToCode } from '../../../electron/commands/autocode.ts';
import { moveCodingsOfPassages } from '../../../electron/commands/category-codings.ts';
import * as codings from '../../../electron/commands/codings.ts';
import { paraphrasePassage, starPassage } from '../../../electron/commands/passages.ts';
import { newId } from '../../../electron/commands/run-command.ts';
import { ORIGINS } from '../../../shared/domain/category.ts';
import type { CodingRule } from '../../../shared/domain/coding-rule.ts';
import type { CategoryId, CoderId, CodingId, CodingRuleId, GridId, PassageId } from '../../../shared/domain/ids.ts';
import { STANCES } from '../../../shared/domain/source.ts';
import type { Act, Desk } from './desk.ts';

const categories = (desk: Desk, atMost: number): CategoryId[] => [
  desk.any('category'),
  ...desk.several(atMost - 1, () => desk.any<CategoryId>('category')),
];

/** Whole turns, as rules find them. */
function placesOf(desk: Desk): PlaceToCode[] {
  const turns = desk.project.sqlite
    .prepare<[], { id: string; sourceId: string; length: number }>(
      'SELECT id, source_id AS sourceId, length_utf16 AS length FROM turn WHERE length_utf16 > 0 ORDER BY rowid',
    )
    .all();
  if (turns.length === 0) return [];
  return desk.several(3, () => {
    const { id, sourceId, length } = desk.luck.pick(turns);
    const anchor = (offsetUtf16: number): PlaceToCode['start'] => ({ turnId: id as never, offsetUtf16: offsetUtf16 as never });
    return { sourceId: sourceId as never, start: anchor(0), end: anchor(length) };
  });
}

function autocode(desk: Desk): void {
  const { luck } = desk;
  const scope = { sourceIds: desk.maybe([desk.any<never>('source')]), caseIds: null, withInterviewers: luck.below(2) === 0 };
  const finds: CodingRule['find'][] = [
    { kind: 'text', words: desk.name, mode: 'stem' },
    { kind: 'speaker', participantIds: desk.several(2, () => desk.any<never>('participant')) },
    { kind: 'question', questionIds: desk.several(2, () => desk.any<never>('guide_question')) },
  ];
  applyRule(desk.session, {
    rule: { find: luck.pick(finds), extend: 'hit', scope, categoryIds: categories(desk, 2) },
    places: placesOf(desk),
    excluded: luck.below(2) === 0 ? [desk.any('turn')] : [],
    ruleId: luck.below(3) === 0 ? desk.any<CodingRuleId>('coding_rule') : null,
    keepAs: desk.maybe(desk.name),
  });
}

function applyTable(desk: Desk): void {
  const { luck } = desk;
  const newCoders = luck.below(3) === 0 ? [{ id: newId<CoderId>(), name: `T ${luck.below(1000)}` }] : [];
  const newCategories =
    luck.below(2) === 0 ? [{ key: 'neuve', gridId: desk.any<GridId>('grid'), parent: null, name: `Neuve ${luck.below(1000)}` }] : [];
  const row = (): codings.ResolvedCoding => ({
    ...desk.range(),
    categories: [...categories(desk, 1), ...newCategories.map(({ key }) => key)],
    coderId: newCoders[0]?.id ?? desk.any<CoderId>('coder'),
    ...(luck.below(2) === 0 ? { memo: desk.name } : {}),
    ...(luck.below(4) === 0 ? { weight: luck.below(3), stance: luck.pick(STANCES) } : {}),
  });
  codings.applyCodingTable(desk.session, { rows: desk.several(3, row), newCategories, newCoders });
}

function moveMany(desk: Desk): void {
  const passageId = desk.any<PassageId>('passage');
  const from = desk.column<CategoryId>('coding', desk.anyWhere('coding', 'passage_id', passageId), 'category_id');
  const passageIds = [passageId, ...desk.several(2, () => desk.any<PassageId>('passage'))];
  moveCodingsOfPassages(desk.session, { from, into: desk.any<CategoryId>('category'), passageIds, copies: desk.luck.below(2) === 0 });
}

export const CODING_ACTS = {
  'coding.apply': (d) => codings.applyCategories(d.session, { ...d.range(), categoryIds: categories(d, 2) }),
  'coding.applyNew': (d) => {
    const parentId = d.maybe(d.any<CategoryId>('category'));
    const gridId = parentId === null ? d.any<GridId>('grid') : d.column<GridId>('category', parentId, 'grid_id');
    codings.applyNewCategory(d.session, { ...d.range(), gridId, parentId, name: d.name, origin: d.luck.pick(ORIGINS) });
  },
  'coding.applyTable': applyTable,
  'coding.remove': (d) => codings.removeOneCoding(d.session, { codingId: d.any<CodingId>('coding') }),
  'coding.update': (d) =>
    codings.updateCoding(d.session, {
      codingId: d.any<CodingId>('coding'),
      stance: d.maybe(d.luck.pick(STANCES)),
      weight: d.maybe(d.luck.below(4) - 1),
    }),
  'coding.moveMany': moveMany,
  'passage.resize': (d) => {
    const passageId = d.any<PassageId>('passage');
    const coderId = d.column<CoderId>('coding', d.anyWhere('coding', 'passage_id', passageId), 'coder_id');
    const session = d.luck.below(4) === 0 || !d.coders.includes(coderId) ? d.session : { project: d.project, coderId };
    codings.resizePassage(session, { ...d.rangeIn(d.column('passage', passageId, 'source_id')), passageId });
  },
  'passage.star': (d) => starPassage(d.session, { passageId: d.any<PassageId>('passage'), isStarred: d.luck.below(3) > 0 }),
  'passage.paraphrase': (d) => paraphrasePassage(d.session, { passageId: d.any<PassageId>('passage'), text: d.luck.pick(['', d.name]) }),
  'autocode.apply': autocode,
  'autocode.renameRule': (d) => renameRule(d.session, { ruleId: d.any<CodingRuleId>('coding_rule'), name: d.name }),
  'autocode.removeRule': (d) => removeRule(d.session, { ruleId: d.any<CodingRuleId>('coding_rule') }),
} as const satisfies Record<string, Act>;
