// The keys of the text: moving by turn, selecting by word and turn, coding without the mouse.
import { useMemo } from 'react';
import type { KeyboardEvent } from 'react';
import { waysText } from '../../shared/i18n/coding-ways.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { afterFocusReturns } from '../correction/focus-return.ts';
import type { ActionId } from '../frame/actions.ts';
import { runsNow, useActions } from '../frame/offered-actions.ts';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { nextUncodedTurn, passagesAt } from './coded-text.ts';
import { codingInHand } from './coding-in-hand.ts';
import { AFTER_CODING, following } from './after-coding.ts';
import { goOn } from './go-on.ts';
import type { Reader } from './reader-context.tsx';
import { nextStance } from './stance.ts';
import { caretRect, isInEditor, readSelection, writeSelection } from './text-dom.ts';
import type { TextSelection } from './text-dom.ts';
import { TEXT_ACTIONS, textKeyOf } from './text-keys.ts';
import type { TextKey } from './text-keys.ts';
import { bodyAt, isWithin, spanOfTurn, speakerAt, wordsOf } from './transcript.ts';
import type { Point, Span } from './transcript.ts';
import { gutterRef } from './turn-words.ts';
import { useLatest } from './use-latest.ts';
import { keepInView } from './use-text-handle.ts';
import type { TextElements } from './use-text-handle.ts';
import { STEP_UNITS, neighbourTurn, paragraphAt, sentenceAt, wordEndAfter, wordStartBefore } from './word-steps.ts';
import type { Step } from './word-steps.ts';

interface Words {
  readonly reader: (typeof readerText)['fr'];
  readonly ways: (typeof waysText)['fr'];
}
type Notify = ReturnType<typeof useNotify>;

/** One key press: what it reaches for. */
class TextActs {
  readonly #reader: Reader;
  readonly #elements: TextElements;
  readonly #words: Words['reader'];
  readonly #ways: Words['ways'];
  readonly #notify: Notify;

  constructor(reader: Reader, elements: TextElements, words: Words, notify: Notify) {
    this.#reader = reader;
    this.#elements = elements;
    this.#words = words.reader;
    this.#ways = words.ways;
    this.#notify = notify;
  }

  do(key: TextKey): void {
    const reader = this.#reader;
    switch (key.act) {
      case 'enter':
        return this.#enter();
      case 'palette':
        return this.#openPalette();
      case 'codeTurn':
        this.#selectTurn();
        return reader.openPalette();
      case 'codeSentence':
        this.#selectAround(sentenceAt);
        return reader.openPalette();
      case 'codeParagraph':
        this.#selectAround(paragraphAt);
        return reader.openPalette();
      case 'inVivo':
        return this.#nameInVivo();
      case 'memo':
        if (!reader.passageId) return this.#notify({ text: this.#words.codeFirst });
        return reader.requestMemo();
      case 'stance':
        return this.#cycleStance();
      case 'quick':
        return this.#applyQuick(key.index);
      case 'star':
        return void (reader.passageId ? reader.acts.toggleStar() : this.#notify({ text: this.#ways.starFirst }));
      case 'paraphrase':
        return reader.passageId ? reader.ways.ask('paraphrase') : this.#notify({ text: this.#ways.paraphraseFirst });
      case 'weight':
        return codingInHand(reader) ? reader.ways.ask('weight') : this.#notify({ text: this.#ways.weightFirst });
      case 'stepUnit':
        return this.#changeUnit();
      case 'afterCoding':
        return this.#changeAfter();
      case 'passageEdge':
        return void reader.acts.step(key.edge, key.step);
      case 'edit':
        return this.#edit();
      case 'speaker':
        return reader.openTurnActs('speaker');
      case 'turnMenu':
        return reader.openTurnActs('menu');
      case 'leave':
        return this.#leave();
      case 'undo':
        return runsNow().undo?.();
      default:
        return this.#move(key);
    }
  }

  #move(key: TextKey): void {
    switch (key.act) {
      case 'nextUncoded':
        return this.#goToNextUncoded();
      case 'turn':
        return this.#goToTurn(key.step);
      case 'extendTurn':
        return this.#extendByTurn(key.step);
      case 'extendWord':
        return this.#extendByWord(key.step);
      case 'line':
        getSelection()?.modify('move', key.step === 'back' ? 'backward' : 'forward', 'line');
        return this.#follow();
      case 'textEnd':
        return this.#goToEnd(key.step);
      case 'selectAll':
        return this.#selectAll();
      default:
        return undefined;
    }
  }

  /** As it is now: the screen's own state follows it a moment later. */
  get #selection(): TextSelection | null {
    const { root } = this.#elements;
    return root.current ? readSelection(root.current, this.#reader.transcript) : null;
  }

  /** What an act concerns: the words that the browser has selected by now, else what is in hand and still under the caret. */
  get #target(): Span | null {
    const { selection, target } = this.#reader;
    const now = document.activeElement === this.#elements.root.current ? this.#selection : null;
    if (!now) return target;
    return now.span ?? (selection === null && target && isWithin(target, now.focus) ? target : null);
  }

  /** Keeps the caret in sight after a move. */
  #follow(): void {
    const focus = this.#selection?.focus;
    const rect = focus && caretRect(this.#elements.paragraphs.current, focus);
    if (rect && this.#elements.scroller.current) keepInView(this.#elements.scroller.current, rect);
  }

  #put(anchor: Point, focus: Point): void {
    writeSelection(this.#elements.paragraphs.current, anchor, focus);
    this.#follow();
  }

  #selectTurn(): void {
    const turn = this.#selection?.focus.turn;
    const span = turn === undefined ? null : spanOfTurn(this.#reader.transcript, turn);
    if (span) this.#reader.text.current?.select(span);
  }

  #selectAround(around: (transcript: Reader['transcript'], point: Point) => Span | null): void {
    const focus = this.#selection?.focus;
    const span = focus && around(this.#reader.transcript, focus);
    if (span) this.#reader.text.current?.select(span);
  }

  /** A coded place under the caret is chosen first; the palette opens on it the second time. */
  #enter(): void {
    const reader = this.#reader;
    const selection = this.#selection;
    if (!selection || selection.span) return this.#openPalette();
    const here = passagesAt(reader.transcript, reader.coded, selection.focus);
    if (here[0] === undefined || (reader.passageId && here.includes(reader.passageId))) return this.#openPalette();
    reader.choose(here[0], here);
  }

  #nameInVivo(): void {
    const reader = this.#reader;
    const target = this.#target;
    if (!target) return this.#notify({ text: this.#words.selectFirst });
    if (this.#selection?.span) reader.text.current?.select(target);
    reader.openPalette({ query: wordsOf(reader.transcript, target).replace(/\s+/gu, ' '), creates: true });
  }

  #openPalette(): void {
    if (this.#reader.isReadOnly) return;
    // what is selected in the text now counts: the screen's own state may still hold what was selected before, or nothing
    const span = this.#selection?.span;
    if (span) this.#reader.text.current?.select(span);
    else if (!this.#reader.target) this.#selectTurn();
    this.#reader.openPalette();
  }

  /** The words of the turn under the caret become letters to type among. */
  #edit(): void {
    const focus = this.#selection?.focus;
    if (focus) this.#reader.correction.begin(focus, this.#selection?.anchor);
  }

  #cycleStance(): void {
    const coding = codingInHand(this.#reader);
    if (coding) void this.#reader.acts.setStance(coding, nextStance(coding.stance));
    else this.#notify({ text: this.#words.codeFirstForStance });
  }

  #applyQuick(index: number): void {
    const reader = this.#reader;
    const categoryId = reader.ways.quick[index]?.categoryId;
    if (!categoryId) return this.#notify({ text: this.#ways.nothingUnder(index + 1) });
    const target = this.#target;
    if (!target) return this.#notify({ text: this.#words.selectFirst });
    void reader.acts.apply(categoryId, target);
    if (reader.ways.afterCoding === 'next') goOn({ ...reader, target }, 'next');
  }

  #changeUnit(): void {
    const { ways } = this.#reader;
    const unit = following(STEP_UNITS, ways.unit);
    ways.setUnit(unit);
    this.#notify({ text: this.#ways.saidUnit[unit] });
  }

  #changeAfter(): void {
    const { ways } = this.#reader;
    const after = following(AFTER_CODING, ways.afterCoding);
    ways.setAfterCoding(after);
    this.#notify({ text: this.#ways.saidAfter[after] });
  }

  #leave(): void {
    const focus = this.#selection?.focus;
    if (focus) this.#put(focus, focus);
    if (this.#reader.selection === null && this.#reader.passageId === null) this.#reader.emphasise(null);
    this.#reader.choose(null);
  }

  #goToNextUncoded(): void {
    const { transcript, coded } = this.#reader;
    const next = nextUncodedTurn(transcript, coded, this.#selection?.focus.turn ?? -1);
    if (next === null) return this.#notify({ text: this.#words.allCoded });
    this.#goTo(next);
  }

  #goToTurn(step: Step): void {
    const focus = this.#selection?.focus;
    const next = focus && neighbourTurn(this.#reader.transcript, focus.turn, step);
    if (typeof next === 'number') this.#goTo(next);
  }

  #goTo(turn: number): void {
    const { transcript, coded, categories, text } = this.#reader;
    text.current?.reveal({ start: { turn, offset: 0 }, end: { turn, offset: 1 } }, { flash: false });
    this.#put({ turn, offset: 0 }, { turn, offset: 0 });
    const names = new Set((coded.byTurn.get(turn) ?? []).map(({ stripe }) => categories.get(stripe.categoryId)?.label ?? ''));
    this.#reader.say(this.#words.saidTurn(gutterRef(transcript, turn), speakerAt(transcript, turn)?.label ?? '', [...names].join(', ')));
  }

  /** The turn under the caret first, then one more turn at the side that moves. */
  #extendByTurn(step: Step): void {
    const { transcript } = this.#reader;
    const selection = this.#selection;
    if (!selection) return;
    const { anchor, focus, span } = selection;
    const reached = span ? neighbourTurn(transcript, focus.turn, step) : focus.turn;
    if (reached === null) return;
    const isForward = reached > anchor.turn || (reached === anchor.turn && step === 'forth');
    const start = { turn: anchor.turn, offset: isForward ? 0 : bodyAt(transcript, anchor.turn).length };
    this.#put(start, { turn: reached, offset: isForward ? bodyAt(transcript, reached).length : 0 });
  }

  #extendByWord(step: Step): void {
    const { transcript } = this.#reader;
    const selection = this.#selection;
    if (!selection) return;
    const { anchor, focus, span } = selection;
    if (span) return this.#put(anchor, step === 'forth' ? wordEndAfter(transcript, focus) : wordStartBefore(transcript, focus));
    // From a mere caret: the word it stands in, or the next one on that side.
    const end = step === 'forth' ? wordEndAfter(transcript, focus) : wordEndAfter(transcript, wordStartBefore(transcript, focus));
    const start = wordStartBefore(transcript, end);
    if (step === 'forth') this.#put(start, end);
    else this.#put(end, start);
  }

  #goToEnd(step: Step): void {
    const { transcript } = this.#reader;
    const from = step === 'back' ? -1 : transcript.turns.length;
    const turn = neighbourTurn(transcript, from, step === 'back' ? 'forth' : 'back');
    if (turn !== null) this.#goTo(turn);
  }

  #selectAll(): void {
    const { transcript } = this.#reader;
    const first = neighbourTurn(transcript, -1, 'forth');
    const last = neighbourTurn(transcript, transcript.turns.length, 'back');
    if (first === null || last === null) return;
    writeSelection(this.#elements.paragraphs.current, { turn: first, offset: 0 }, { turn: last, offset: bodyAt(transcript, last).length });
  }
}

const CHANGES_CODINGS: readonly TextKey['act'][] = [
  'palette',
  'codeTurn',
  'inVivo',
  'memo',
  'stance',
  'quick',
  'passageEdge',
  'edit',
  'speaker',
  'codeSentence',
  'codeParagraph',
  'star',
  'paraphrase',
  'weight',
];
/** Keys that mean the passage in hand, wherever the caret is. */
const OF_PASSAGE: readonly TextKey['act'][] = [
  'palette',
  'inVivo',
  'memo',
  'stance',
  'quick',
  'passageEdge',
  'star',
  'paraphrase',
  'weight',
  'stepUnit',
  'afterCoding',
];

/** They are offered with the turns they are about. */
const OFFERED_ELSEWHERE: readonly ActionId[] = ['edit', 'speaker'];

type OnKey = (event: KeyboardEvent) => void;

/** `onTextKey` for the text; `onPassageKey` for what else shows a passage. */
export function useTextKeys(reader: Reader, elements: TextElements): { onTextKey: OnKey; onPassageKey: OnKey } {
  const words = { reader: useText(readerText), ways: useText(waysText) };
  const notify = useNotify();
  const latest = useLatest({ reader, words });
  // asked when the command field opens: what is selected then is selected again when it has closed
  useActions(() => {
    const root = elements.root.current;
    const held = root ? readSelection(root, latest.current.reader.transcript) : null;
    const offered = TEXT_ACTIONS.filter(
      ([id, { act }]) => !OFFERED_ELSEWHERE.includes(id) && !(latest.current.reader.isReadOnly && CHANGES_CODINGS.includes(act)),
    );
    const run = (key: TextKey) => () => {
      if (held) writeSelection(elements.paragraphs.current, held.anchor, held.focus);
      new TextActs(latest.current.reader, elements, latest.current.words, notify).do(key);
    };
    return Object.fromEntries(offered.map(([id, key]) => [id, () => afterFocusReturns(run(key))]));
  });
  return useMemo(() => {
    const answer = (event: KeyboardEvent, meant: (key: TextKey) => boolean): void => {
      if (isInEditor(event.target)) return;
      const key = event.nativeEvent.isComposing ? null : textKeyOf(event);
      if (!key || !meant(key)) return;
      event.preventDefault();
      const { reader: now, words: said } = latest.current;
      if (now.isReadOnly && CHANGES_CODINGS.includes(key.act)) return;
      new TextActs(now, elements, said, notify).do(key);
    };
    return {
      onTextKey: (event) => answer(event, () => true),
      onPassageKey: (event) => answer(event, ({ act }) => OF_PASSAGE.includes(act)),
    };
  }, [latest, elements, notify]);
}
