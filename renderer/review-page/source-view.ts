// A coded interview: its words set for reading, tints where they are coded, the codings beside each turn as a list to touch.
import type { PackSource, PackSourceCard, PackTurn } from '../../shared/domain/review-pack.ts';
import { wordsBetween } from '../../shared/domain/review-words.ts';
import { reviewQuote } from '../../shared/domain/review.ts';
import type { SentPlace } from '../../shared/domain/review-file.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { placeKey } from './desk.ts';
import { button, commentButton, h, paragraphs, swatch } from './dom.ts';
import type { Frame } from './frame.ts';
import { readSource } from './pack-data.ts';
import { categoryFacts, openedCategory } from './codebook-view.ts';
import { runsOf } from './turn-runs.ts';
import type { Stretch } from './turn-runs.ts';

/** A coding, or words that were commented, where they lie in the turns. */
interface Shown extends Stretch {
  readonly place: SentPlace;
  /** Of a coding: its category's place in the list. */
  readonly category: number;
  readonly coder: number;
  readonly stance: PackSource['codings'][number][8];
}

/** Turns in one block that the browser leaves aside while it is out of view. */
const TURNS_IN_BLOCK = 24;

const ref = (card: PackSourceCard, turn: PackTurn | undefined): string => `${card.code} §${turn?.[1] ?? ''}`;

class SourceReader {
  readonly element: HTMLElement;
  readonly #page: Frame;
  readonly #card: PackSourceCard;
  readonly #source: PackSource;
  readonly #words: readonly string[];
  readonly #turnAt: ReadonlyMap<string, number>;
  readonly #codings: readonly Shown[];
  readonly #texts: HTMLElement[] = [];
  #byTurn: ReadonlyMap<number, readonly Shown[]> = new Map();
  #commented = '';

  constructor(page: Frame, card: PackSourceCard, source: PackSource) {
    this.#page = page;
    this.#card = card;
    this.#source = source;
    this.#words = source.turns.map((turn) => turn[4]);
    this.#turnAt = new Map(source.turns.map(([id], at) => [id, at]));
    this.#codings = source.codings.map((coding) => this.#shownCoding(coding));
    this.#gather();
    const blocks: HTMLElement[] = [];
    for (let from = 0; from < source.turns.length; from += TURNS_IN_BLOCK) {
      const turns = source.turns.slice(from, from + TURNS_IN_BLOCK);
      blocks.push(h('section', { class: 'turns' }, ...turns.map((turn, at) => this.#turn(turn, from + at))));
    }
    this.element = h('div', { class: 'transcript' }, ...blocks);
    this.element.addEventListener('click', (event) => this.#touch(event));
  }

  #placeOf(stretch: Stretch): Pick<SentPlace, 'quote' | 'sourceId' | 'start' | 'end'> {
    const { turns } = this.#source;
    const [first, last] = [turns[stretch.startTurn], turns[stretch.endTurn]];
    return {
      quote: reviewQuote(wordsBetween(this.#words, stretch)),
      sourceId: this.#card.id,
      start: { turnId: first?.[0] ?? '', offsetUtf16: (first?.[3] ?? 0) + stretch.startOffset },
      end: { turnId: last?.[0] ?? '', offsetUtf16: (last?.[3] ?? 0) + stretch.endOffset },
    };
  }

  #shownCoding([id, passageId, category, coder, startTurn, startOffset, endTurn, endOffset, stance]: PackSource['codings'][number]): Shown {
    const stretch = { startTurn, startOffset, endTurn, endOffset };
    const name = this.#page.desk.study.categories[category]?.name ?? '';
    const label = `${ref(this.#card, this.#source.turns[startTurn])} · ${name}`;
    return { ...stretch, category, coder, stance, place: { kind: 'coding', id, label, passageId, ...this.#placeOf(stretch) } };
  }

  /** Words that were commented and that no coding shows: of earlier rounds, and the reviewer's own. */
  #saidStretches(): Shown[] {
    const here: Shown[] = this.#source.said.map(([passageId, startTurn, startOffset, endTurn, endOffset]) => {
      const stretch = { startTurn, startOffset, endTurn, endOffset };
      const label = ref(this.#card, this.#source.turns[startTurn]);
      const place: SentPlace = { kind: 'passage', id: passageId, passageId, label, ...this.#placeOf(stretch) };
      return { ...stretch, place, category: -1, coder: -1, stance: null };
    });
    for (const { place } of this.#page.desk.threads) {
      if (place.kind !== 'passage' || place.id !== '' || place.sourceId !== this.#card.id || !place.start || !place.end) continue;
      const [startTurn, endTurn] = [this.#turnAt.get(place.start.turnId), this.#turnAt.get(place.end.turnId)];
      if (startTurn === undefined || endTurn === undefined) continue;
      const shift = (turn: number): number => this.#source.turns[turn]?.[3] ?? 0;
      const [startOffset, endOffset] = [place.start.offsetUtf16 - shift(startTurn), place.end.offsetUtf16 - shift(endTurn)];
      here.push({ startTurn, startOffset, endTurn, endOffset, place, category: -1, coder: -1, stance: null });
    }
    return here;
  }

  #gather(): Set<number> {
    const said = this.#saidStretches();
    const byTurn = new Map<number, Shown[]>();
    const touched = new Set<number>();
    for (const stretch of [...this.#codings, ...said]) {
      for (let turn = stretch.startTurn; turn <= stretch.endTurn; turn += 1) {
        const list = byTurn.get(turn);
        if (list) list.push(stretch);
        else byTurn.set(turn, [stretch]);
        if (stretch.category < 0) touched.add(turn);
      }
    }
    this.#byTurn = byTurn;
    this.#commented = said.map(({ place }) => placeKey(place)).join('\n');
    return touched;
  }

  #turn([, number, speaker]: PackTurn, at: number): HTMLElement {
    const who = this.#source.speakers[speaker];
    const text = h('p', { class: 'turn-words', 'data-turn': at });
    this.#texts[at] = text;
    this.#fill(at);
    const beside = (this.#byTurn.get(at) ?? []).filter(({ startTurn, category }) => startTurn === at && category >= 0);
    return h(
      'div',
      { class: who?.isInterviewer ? 'turn turn-asking' : 'turn' },
      h('div', { class: 'turn-who' }, h('span', { class: 'turn-number' }, this.#page.desk.words.turn(number)), who ? h('span', {}, who.name) : null),
      text,
      beside.length === 0
        ? null
        : h('ul', { class: 'margin', 'aria-label': this.#page.desk.words.coded }, ...beside.map((shown) => this.#marginItem(shown))),
    );
  }

  #fill(at: number): void {
    const over = this.#byTurn.get(at) ?? [];
    const runs = runsOf(this.#words[at] ?? '', at, over).map(({ text, over: here }) => {
      if (here.length === 0) return text;
      const run = h('span', { class: 'run' }, text);
      const coded = here.filter(({ category }) => category >= 0);
      const colors = [...new Set(coded.map(({ category }) => this.#page.desk.study.categories[category]?.color ?? ''))];
      if (colors[0] !== undefined) run.style.setProperty('--own', colors[0]);
      // of several, the others as lines below the words
      if (colors.length > 1)
        run.style.setProperty(
          'box-shadow',
          colors
            .slice(1, 4)
            .map((color, line) => `inset 0 ${-2 * (line + 1)}px 0 ${color}`)
            .join(', '),
        );
      if (colors.length > 0) run.classList.add('run-coded');
      if (here.length > coded.length) run.classList.add('run-said');
      run.dataset.over = here.map(({ place }) => placeKey(place)).join('\n');
      return run;
    });
    this.#texts[at]?.replaceChildren(...runs);
  }

  #marginItem(shown: Shown): HTMLElement {
    const { study, words } = this.#page.desk;
    const category = study.categories[shown.category];
    const coder = study.coders.length > 1 ? study.coders[shown.coder]?.initials : undefined;
    const facts = [coder, shown.stance === null ? undefined : words.stances[shown.stance]].filter((fact) => fact !== undefined).join(', ');
    const open = h('button', { type: 'button', class: 'margin-coding', 'data-place': placeKey(shown.place), onClick: () => this.open(shown) });
    open.append(
      swatch(category?.color ?? null),
      h('span', {}, category?.name ?? ''),
      ...(facts === '' ? [] : [h('span', { class: 'margin-facts' }, facts)]),
    );
    return h('li', {}, open);
  }

  /** The coding itself, its passage, its category. */
  open(shown: Shown): void {
    const { study } = this.#page.desk;
    const { place } = shown;
    const category = shown.category < 0 ? undefined : study.categories[shown.category];
    const passage: SentPlace = {
      ...place,
      kind: 'passage',
      id: place.kind === 'coding' ? (place.passageId ?? '') : place.id,
      label: place.label.split(' · ')[0] ?? place.label,
    };
    const places = category ? [place, passage, ...openedCategory(this.#page, category).places] : [passage];
    this.#page.panel.open({
      title: place.label,
      places,
      facts: () => [paragraphs(place.quote, 'quote-text panel-quote'), ...(category ? categoryFacts(this.#page, category) : [])],
    });
    for (const run of this.element.querySelectorAll<HTMLElement>('.run-chosen')) run.classList.remove('run-chosen');
    const key = placeKey(place);
    for (const run of this.element.querySelectorAll<HTMLElement>('.run'))
      if (run.dataset.over?.split('\n').includes(key)) run.classList.add('run-chosen');
  }

  #all(): Shown[] {
    return [...new Set([...this.#byTurn.values()].flat())];
  }

  #touch(event: MouseEvent): void {
    if (!(event.target instanceof HTMLElement) || document.getSelection()?.isCollapsed === false) return;
    const key = event.target.closest<HTMLElement>('.run')?.dataset.over?.split('\n')[0];
    const shown = key === undefined ? undefined : this.#all().find(({ place }) => placeKey(place) === key);
    if (shown) this.open(shown);
  }

  /** Brings a place into view; answers whether it is here. */
  show(key: string): boolean {
    const shown = this.#all().find(({ place }) => placeKey(place) === key || (key === `passage ${place.passageId}` && place.passageId !== undefined));
    if (!shown) return false;
    this.#texts[shown.startTurn]?.scrollIntoView({ block: 'center' });
    this.open(shown);
    return true;
  }

  /** After a comment: words that are commented now, or are no longer. */
  refresh(): void {
    const before = this.#commented;
    const turnsBefore = [...this.#byTurn].filter(([, list]) => list.some(({ category }) => category < 0)).map(([turn]) => turn);
    const touched = this.#gather();
    if (before === this.#commented) return;
    for (const turn of new Set([...turnsBefore, ...touched])) this.#fill(turn);
  }

  /** The words selected, as a place; null for none. */
  selected(): Shown | null {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const start = this.#offsetOf(range.startContainer, range.startOffset, 'start');
    const end = this.#offsetOf(range.endContainer, range.endOffset, 'end');
    if (!start || !end) return null;
    const stretch = { startTurn: start.turn, startOffset: start.offset, endTurn: end.turn, endOffset: end.offset };
    if (start.turn > end.turn || (start.turn === end.turn && start.offset >= end.offset)) return null;
    const place: SentPlace = { kind: 'passage', id: '', label: ref(this.#card, this.#source.turns[start.turn]), ...this.#placeOf(stretch) };
    return { ...stretch, place, category: -1, coder: -1, stance: null };
  }

  /** Outside the words themselves, an end goes to the turn beside it. */
  #offsetOf(node: Node, offset: number, end: 'start' | 'end'): { turn: number; offset: number } | null {
    const element = node instanceof Element ? node : node.parentElement;
    const words = element?.closest<HTMLElement>('.turn-words') ?? element?.closest('.turn')?.querySelector<HTMLElement>('.turn-words');
    if (!words || !this.element.contains(words)) return null;
    const turn = Number(words.dataset.turn);
    if (!words.contains(node)) return { turn, offset: end === 'start' ? 0 : (this.#words[turn]?.length ?? 0) };
    const before = document.createRange();
    before.setStart(words, 0);
    before.setEnd(node, offset);
    return { turn, offset: before.toString().length };
  }
}

/** The bar that offers to comment on selected words: at the foot, where tablets show nothing of their own. */
function selectionBar(page: Frame, reader: SourceReader): HTMLElement {
  const bar = h('div', { class: 'selection-bar', hidden: true });
  let chosen: Shown | null = null;
  const take = button(
    page.desk.words.commentWords,
    () => {
      if (chosen) reader.open(chosen);
      document.getSelection()?.removeAllRanges();
      bar.hidden = true;
    },
    'button-primary',
  );
  // pressing it must not take the selection away first
  take.addEventListener('pointerdown', (event) => event.preventDefault());
  bar.append(take);
  const follow = () => {
    if (!reader.element.isConnected) {
      document.removeEventListener('selectionchange', follow);
      return;
    }
    const selected = reader.selected();
    if (selected) chosen = selected;
    bar.hidden = selected === null;
  };
  document.addEventListener('selectionchange', follow);
  return bar;
}

export function sourceView(page: Frame, at: number, show: string | null): HTMLElement {
  const { study, words, language } = page.desk;
  const card = study.sources[at];
  if (!card) return h('p', { class: 'quiet' }, words.noPart);
  const reader = new SourceReader(page, card, readSource(at));
  page.onComments(() => reader.refresh());
  const facts = [
    card.cases.join(', '),
    card.date === null ? '' : formatDate(language, card.date),
    words.words(card.words),
    words.codings(card.codings),
  ];
  const place: SentPlace = { kind: 'source', id: card.id, label: card.name, quote: '' };
  const comment = commentButton(words.commentShort, words.commentOn(card.name), placeKey(place), () =>
    page.panel.open({ title: card.name, places: [place], facts: () => [] }),
  );
  if (show !== null) queueMicrotask(() => (show === placeKey(place) ? comment.click() : reader.show(show)));
  return h(
    'section',
    { class: 'view' },
    page.pickOne(
      words.views.sources,
      study.sources.map(({ name }) => name),
      at,
      (to) => page.go({ view: 'sources', at: to, show: null }),
    ),
    h('div', { class: 'view-head' }, h('h1', {}, card.name), comment),
    h('p', { class: 'facts' }, facts.filter((fact) => fact !== '').join(' · ')),
    reader.element,
    selectionBar(page, reader),
  );
}

/** All interviews, to choose one. */
export function sourceList(page: Frame): HTMLElement {
  const { study, words, language } = page.desk;
  const items = study.sources.map((card, at) =>
    h(
      'li',
      {},
      h('a', { href: `#/sources/${at}`, class: 'list-link' }, card.name),
      h(
        'span',
        { class: 'quiet' },
        [card.cases.join(', '), card.date === null ? '' : formatDate(language, card.date), words.codings(card.codings)]
          .filter((fact) => fact !== '')
          .join(' · '),
      ),
    ),
  );
  return h(
    'section',
    { class: 'view' },
    h('h1', {}, words.views.sources),
    items.length === 0 ? h('p', { class: 'quiet' }, words.noPart) : h('ul', { class: 'list' }, ...items),
  );
}
