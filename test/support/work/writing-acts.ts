// What is written by chance: memos and interview guides.
import { removeGuide, settleMatches, writeGuide } from '../../../electron/commands/guide.ts';
import type { SettledMatch } from '../../../electron/commands/guide.ts';
import { removeMemo, updateMemo, writeMemo } from '../../../electron/commands/memos.ts';
import { MATCH_STATUSES } from '../../../shared/domain/guide.ts';
import type { GuideDraft } from '../../../shared/domain/guide.ts';
import type { CategoryId, GuideId, GuideQuestionId, GuideThemeId, MemoId } from '../../../shared/domain/ids.ts';
import { MEMO_KINDS, MEMO_TARGETS } from '../../../shared/domain/memo.ts';
import { LINK_KINDS } from '../../../shared/domain/text-link.ts';
import { linkTo, memoOf } from '../memos.ts';
import { NOBODY } from './desk.ts';
import type { Act, Desk } from './desk.ts';

export function aText(desk: Desk): ReturnType<typeof memoOf> {
  const links = desk.several(2, () => desk.luck.pick(LINK_KINDS)).map((kind) => linkTo(kind, desk.target(kind)));
  return memoOf(desk.name, ...links);
}

function write(desk: Desk): void {
  const { luck } = desk;
  const kind = luck.pick(MEMO_KINDS);
  const targetKind = luck.pick(MEMO_TARGETS);
  const memoId = luck.below(2) === 0 ? desk.any<MemoId>('memo') : null;
  if (memoId !== null && luck.below(2) === 0)
    updateMemo(desk.session, { memoId, kind, ...(luck.below(2) === 0 ? { title: desk.name } : { document: aText(desk) }) });
  else
    writeMemo(desk.session, {
      memoId,
      targetKind,
      targetId: desk.target(targetKind),
      kind,
      title: targetKind,
      text: desk.name,
      document: desk.maybe(aText(desk)),
    });
}

function guideDraft(desk: Desk): GuideDraft {
  const { luck } = desk;
  const known = <T extends string>(table: 'guide_theme' | 'guide_question'): { id: T } | object => {
    const id = desk.any<T>(table);
    return luck.below(2) === 0 && id !== NOBODY ? { id } : {};
  };
  const question = (): GuideDraft['themes'][number]['questions'][number] => ({
    ...known<GuideQuestionId>('guide_question'),
    text: `${desk.name} ?`,
    categoryIds: desk.several(2, () => desk.any<CategoryId>('category')),
  });
  const theme = (): GuideDraft['themes'][number] => ({
    ...known<GuideThemeId>('guide_theme'),
    name: desk.name,
    questions: desk.several(3, question),
  });
  return { title: desk.name, themes: desk.several(3, theme) };
}

export const WRITING_ACTS = {
  'memo.write': write,
  'memo.remove': (d) => removeMemo(d.session, { memoId: d.any<MemoId>('memo') }),
  'guide.write': (d) => writeGuide(d.session, { guideId: d.luck.below(2) === 0 ? d.any<GuideId>('guide') : null, guide: guideDraft(d) }),
  'guide.remove': (d) => removeGuide(d.session, { guideId: d.any<GuideId>('guide') }),
  'guide.settle': (d) => {
    const match = (): SettledMatch => ({ questionId: d.any('guide_question'), turnId: d.any('turn'), status: d.maybe(d.luck.pick(MATCH_STATUSES)) });
    settleMatches(d.session, { matches: [match(), ...d.several(2, match)] });
  },
} as const satisfies Record<string, Act>;
