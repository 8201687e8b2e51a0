// The acts of coding. What is acknowledged is shown at once; the core's next answer confirms it.
import { useMemo, useRef } from 'react';
import type { AppliedCodings } from '../../shared/contract/coding.ts';
import type { CategoryId, CoderId, CodingId, PassageId } from '../../shared/domain/ids.ts';
import type { SourceCoding } from '../../shared/domain/source.ts';
import type { Anchor } from '../../shared/domain/text-offset.ts';
import { waysText } from '../../shared/i18n/coding-ways.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { useText } from '../ui/language.tsx';
import { useRun } from '../ui/use-run.ts';
import type { Run } from '../ui/use-run.ts';
import type { CategoryIndex } from './category-index.ts';
import { passageOn, withCodings } from './coded-text.ts';
import type { CodedText } from './coded-text.ts';
import { originOf } from './palette-ranking.ts';
import type { CodingActs, NewCategoryPlace } from './reader-context.tsx';
import { anchorsOf, sameSpan, wordsOf } from './transcript.ts';
import type { Span, Transcript } from './transcript.ts';
import { useLatest } from './use-latest.ts';
import type { ReadSource } from './use-source.ts';
import { stepped } from './word-steps.ts';
import type { Edge, Step, StepUnit } from './word-steps.ts';

export interface ActsContext {
  readonly transcript: Transcript | null;
  readonly coded: CodedText;
  readonly categories: CategoryIndex;
  readonly me: CoderId;
  readonly target: Span | null;
  readonly selection: Span | null;
  readonly passageId: PassageId | null;
  readonly patch: ReadSource['patch'];
  readonly used: (categoryId: CategoryId) => void;
  readonly select: (span: Span | null) => void;
  readonly choose: (passageId: PassageId | null) => void;
  readonly say: (sentence: string) => void;
  /** By how much an end moves. */
  readonly unit: StepUnit;
}

const SAID_UTF16 = 60;

/** Where a passage's end is on its way to: keys that come faster than the core answers go on from there. */
interface Move {
  wished: Span | null;
}

/** The acting coder's codings on a passage, moved; the others stay. */
function movedCodings(from: PassageId, me: CoderId, to: Pick<SourceCoding, 'passageId' | 'start' | 'end'>) {
  return (codings: readonly SourceCoding[]) =>
    codings.map((coding) => (coding.passageId === from && coding.coderId === me ? { ...coding, ...to } : coding));
}

/** The same object for as long as the screen is open: its acts see what the latest drawing saw. */
export function useCodingActs(context: ActsContext): CodingActs {
  const run = useRun();
  const text = useText(readerText);
  const words = useText(waysText);
  const latest = useLatest({ context, run, text, words });
  const move = useRef<Move>({ wished: null });
  return useMemo<CodingActs>(() => {
    const acts = () => actsOn(latest.current.context, latest.current.run, latest.current.text, move.current);
    const notes = () => notesOn(latest.current.context, latest.current.run, latest.current);
    return {
      apply: (categoryId, onto) => acts().apply(categoryId, onto),
      create: (name, under) => acts().create(name, under),
      remove: (codingId) => acts().remove(codingId),
      setStance: (coding, stance) => notes().setStance(coding, stance),
      setWeight: (coding, weight) => notes().setWeight(coding, weight),
      toggleStar: () => notes().toggleStar(),
      step: (edge, step) => acts().step(edge, step),
      moveTo: (span) => acts().moveTo(span),
    };
  }, [latest]);
}

/** What is said of a passage and its codings beyond categories. */
function notesOn(
  { categories, passageId, patch, say }: ActsContext,
  run: Run,
  { text, words }: { readonly text: (typeof readerText)['fr']; readonly words: (typeof waysText)['fr'] },
): Pick<CodingActs, 'setStance' | 'setWeight' | 'toggleStar'> {
  const nameOf = (coding: SourceCoding) => categories.get(coding.categoryId)?.category.name ?? '';
  const change = async (coding: SourceCoding, values: Partial<Pick<SourceCoding, 'stance' | 'weight'>>): Promise<boolean> => {
    if ((await run('coding.update', { codingId: coding.id, ...values })) === undefined) return false;
    patch((codings) => codings.map((other) => (other.id === coding.id ? { ...other, ...values } : other)));
    return true;
  };
  return {
    setStance: async (coding, stance) => {
      if (await change(coding, { stance })) say(text.saidStance(nameOf(coding), stance === null ? text.noStance : text.stances[stance]));
    },
    setWeight: async (coding, weight) => {
      if (await change(coding, { weight })) say(words.saidWeight(nameOf(coding), weight === null ? null : words.signed(weight)));
    },
    toggleStar: async () => {
      if (!passageId) return say(words.starFirst);
      const card = await run('passage.read', { passageId });
      if (!card) return;
      const isStarred = card.starredAt === null;
      if ((await run('passage.star', { passageId, isStarred })) !== undefined) say(isStarred ? words.saidStarred : words.saidUnstarred);
    },
  };
}

type CategoryActs = Omit<CodingActs, 'setStance' | 'setWeight' | 'toggleStar'>;

function actsOn(context: ActsContext, run: Run, text: (typeof readerText)['fr'], move: Move): CategoryActs {
  const { transcript, coded, categories, me, target, selection, passageId, patch, used, select, choose, say, unit } = context;
  const nameOf = (id: CategoryId | undefined) => (id && categories.get(id)?.category.name) ?? '';

  /** Shows one coding that the core has made, or says that it was there. */
  const show = (applied: AppliedCodings, range: { start: Anchor; end: Anchor }, name: string, quote: string): void => {
    const [categoryId] = applied.categoryIds;
    const [id] = applied.codingIds;
    if (!categoryId) return;
    used(categoryId);
    if (!id) return say(text.saidThere(name));
    const facts = { weight: null, stance: null, memos: 0, createdAt: new Date().toISOString() };
    patch((codings) => withCodings(codings, [{ id, categoryId, passageId: applied.passageId, coderId: me, ...range, ...facts }]));
    say(text.saidApplied(name, quote.slice(0, SAID_UTF16)));
  };

  const apply = async (categoryId: CategoryId, onto: Span | PassageId | null = target): Promise<void> => {
    const span = typeof onto === 'string' ? coded.byPassage.get(onto)?.[0]?.span : onto;
    if (!transcript || !span) return say(text.selectFirst);
    const there = typeof onto === 'string' ? onto : passageOn(coded, span);
    const isMine = (coding: SourceCoding) => coding.coderId === me && coding.categoryId === categoryId;
    if (there && coded.byPassage.get(there)?.some((stripe) => stripe.codings.some(isMine))) {
      used(categoryId);
      return say(text.saidThere(nameOf(categoryId)));
    }
    const range = (there && coded.byPassage.get(there)?.[0]?.codings[0]) ?? anchorsOf(transcript, span);
    const { start, end } = range;
    const applied = await run('coding.apply', { sourceId: transcript.sourceId, start, end, categoryIds: [categoryId] });
    if (applied) show(applied, { start, end }, nameOf(categoryId), wordsOf(transcript, span));
  };

  const create = async (name: string, under: NewCategoryPlace): Promise<void> => {
    if (!transcript || !target) return say(text.selectFirst);
    const quote = wordsOf(transcript, target);
    const range = anchorsOf(transcript, target);
    const { gridId, parentId } = under;
    const category = { gridId, parentId, name, origin: originOf(name, quote) };
    const applied = await run('coding.applyNew', { sourceId: transcript.sourceId, ...range, ...category });
    if (applied) show(applied, range, name, quote);
  };

  const remove = async (codingId: CodingId): Promise<void> => {
    const stripe = coded.stripes.find(({ codings }) => codings.some(({ id }) => id === codingId));
    if ((await run('coding.remove', { codingId })) === undefined) return;
    // The words stay in hand when their last category is gone.
    if (stripe && selection === null) select(stripe.span);
    patch((codings) => codings.filter(({ id }) => id !== codingId));
    say(text.saidRemoved(nameOf(stripe?.categoryId)));
  };

  const step = async (edge: Edge, direction: Step): Promise<void> => {
    const from = move.wished ?? target;
    if (transcript && from) await moveTo(stepped(transcript, from, edge, direction, unit));
  };

  const moveTo = async (span: Span): Promise<void> => {
    const from = move.wished ?? target;
    if (!transcript || !from) return;
    const isMine = passageId && coded.byPassage.get(passageId)?.some((stripe) => stripe.codings.some(({ coderId }) => coderId === me));
    if (!passageId || !isMine) return select(span);
    const isUnderWay = move.wished !== null;
    move.wished = span;
    if (isUnderWay) return;
    let at = passageId;
    for (let done = from; move.wished && !sameSpan(move.wished, done); ) {
      done = move.wished;
      const anchors = anchorsOf(transcript, done);
      const moved = await run('passage.resize', { passageId: at, ...anchors });
      if (!moved) break;
      patch(movedCodings(at, me, { passageId: moved, ...anchors }));
      at = moved;
      if (selection) select(done);
      else choose(moved);
    }
    move.wished = null;
  };

  return { apply, create, remove, step, moveTo };
}
