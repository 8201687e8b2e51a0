// The page's frame: its parts, the one that is read, the panel beside it, marks on what is commented.
import { markOf } from '../../shared/domain/review.ts';
import { addressOf, placeKey, spotOf } from './desk.ts';
import type { Desk, PageThread, Spot } from './desk.ts';
import { codebookView } from './codebook-view.ts';
import { commentsView, saveDialog } from './comments-view.ts';
import { button, h, iconButton } from './dom.ts';
import type { Frame } from './frame.ts';
import { homeView } from './home-view.ts';
import { matrixView, openedCell } from './matrix-view.ts';
import { memosView } from './memos-view.ts';
import { readMatrix } from './pack-data.ts';
import { Panel } from './panel.ts';
import { sourceList, sourceView } from './source-view.ts';

/** How much larger than usual the reader has everything. */
const SIZES = [1, 1.15, 1.3, 1.5] as const;

export class Page implements Frame {
  readonly desk: Desk;
  readonly panel: Panel;
  readonly #main = h('main', { id: 'main', tabindex: '-1' });
  readonly #header = h('header', { class: 'bar' });
  readonly #status = h('p', { class: 'toast', role: 'status', hidden: true });
  #size = 0;
  #onComments: () => void = () => {};

  constructor(desk: Desk) {
    this.desk = desk;
    this.panel = new Panel(desk, () => {
      for (const run of document.querySelectorAll('.run-chosen')) run.classList.remove('run-chosen');
    });
    document.body.replaceChildren(this.#header, h('div', { class: 'body' }, this.#main, this.panel.element), this.#status);
    desk.store.onChange(() => {
      this.#onComments();
      this.#drawHeader();
      this.#mark();
    });
    addEventListener('hashchange', () => this.#show());
    addEventListener('beforeunload', (event) => {
      if (desk.store.isUnsaved) event.preventDefault();
    });
    this.#drawHeader();
    this.#show();
  }

  /** What the part that is shown does when a comment was written. */
  onComments(listener: () => void): void {
    this.#onComments = listener;
  }

  go(spot: Spot): void {
    location.hash = addressOf(spot);
  }

  /** Draws the present part anew where it is. */
  redraw(): void {
    const top = document.scrollingElement?.scrollTop ?? 0;
    this.#draw({ ...spotOf(location.hash), show: null });
    scrollTo({ top });
  }

  say(sentence: string): void {
    this.#status.textContent = sentence;
    this.#status.hidden = false;
    setTimeout(() => (this.#status.hidden = true), 4000);
  }

  askName(): void {
    const { words, store } = this.desk;
    const dialog = h('dialog', { class: 'dialog', 'aria-label': words.name });
    const field = h('input', { type: 'text', class: 'field', id: 'name-field', maxlength: '120', autocomplete: 'name' });
    field.value = store.name;
    const form = h(
      'form',
      { method: 'dialog' },
      h('label', { for: field.id }, words.name),
      field,
      h('p', { class: 'composer-acts' }, h('button', { class: 'button button-primary' }, words.save)),
    );
    dialog.append(form);
    dialog.addEventListener('close', () => {
      if (field.value.trim() !== '') store.name = field.value;
      dialog.remove();
      this.redraw();
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  /** The parts that this pack has, with how much each holds. */
  parts(): { view: Spot['view']; label: string; count: number }[] {
    const { study, words } = this.desk;
    const counts = {
      matrices: study.matrices.length,
      codebook: study.hasCodebook ? study.categories.length : 0,
      sources: study.sources.length,
      memos: study.memos.length,
    };
    return (Object.keys(counts) as (keyof typeof counts)[])
      .filter((view) => counts[view] > 0)
      .map((view) => ({ view, label: words.views[view], count: counts[view] }));
  }

  /** A choice among several of one kind; nothing for one alone. */
  pickOne(label: string, names: readonly string[], at: number, onPick: (at: number) => void): HTMLElement | null {
    if (names.length < 2) return null;
    const select = h(
      'select',
      { class: 'field pick', 'aria-label': label },
      ...names.map((name, value) => h('option', { value, selected: value === at }, name)),
    );
    select.addEventListener('change', () => onPick(Number(select.value)));
    return h('div', { class: 'pick-line' }, select);
  }

  #view({ view, at, show }: Spot): HTMLElement {
    switch (view) {
      case 'matrices':
        return matrixView(this, at ?? 0);
      case 'codebook':
        return codebookView(this, show);
      case 'sources':
        return at === null ? sourceList(this) : sourceView(this, at, show);
      case 'memos':
        return memosView(this, show);
      case 'comments':
        return commentsView(this);
      case 'home':
        return homeView(this, show);
    }
  }

  #draw(spot: Spot): void {
    this.#onComments = () => {};
    this.#main.replaceChildren(this.#view(spot));
    this.#mark();
    if (spot.view === 'matrices' && spot.show !== null) this.#openCell(spot.at ?? 0, spot.show);
  }

  #openCell(at: number, show: string): void {
    if (!this.desk.study.matrices[at]) return;
    const matrix = readMatrix(at);
    matrix.cells.forEach((line, row) =>
      line.forEach(({ key }, column) => {
        const opened = show === `cell ${key}` || show === `synthesis ${key}` ? openedCell(this, matrix, row, column) : null;
        if (opened) this.panel.open(opened);
      }),
    );
    const [, id] = show.split(' ');
    if (show === `matrix ${id}`) this.#main.querySelector<HTMLElement>(`[data-place="matrix ${matrix.id}"]`)?.click();
  }

  #show(): void {
    this.panel.close();
    this.#drawHeader();
    scrollTo({ top: 0 });
    this.#draw(spotOf(location.hash));
  }

  #drawHeader(): void {
    const { words, study, store } = this.desk;
    const { view } = spotOf(location.hash);
    const entries = [{ view: 'home' as const, label: words.views.home }, ...this.parts(), { view: 'comments' as const, label: words.views.comments }];
    const links = entries.map((entry) => {
      const count =
        entry.view === 'comments' && this.desk.threads.length > 0 ? h('span', { class: 'count' }, String(this.desk.threads.length)) : null;
      return h('li', {}, h('a', { href: `#/${entry.view}`, 'aria-current': entry.view === view ? 'page' : 'false' }, entry.label, count));
    });
    document.documentElement.lang = this.desk.language;
    document.title = `${study.title} – ${words.pack}`;
    this.#header.replaceChildren(
      h('p', { class: 'bar-title' }, study.title),
      h('nav', { 'aria-label': words.navigation }, h('ul', {}, ...links)),
      h(
        'div',
        { class: 'bar-tools' },
        store.isUnsaved ? this.#saveButton() : null,
        button('A+', () => this.#resize(), 'button-quiet button-size'),
        button(words.otherLanguage, () => this.#switchLanguage(), 'button-quiet'),
        iconButton('theme', words.theme, () => this.#switchTheme()),
        iconButton('print', words.print, () => print()),
      ),
    );
    this.#header.querySelector('.button-size')?.setAttribute('aria-label', `${words.textSize} : ${Math.round((SIZES[this.#size] ?? 1) * 100)} %`);
  }

  #saveButton(): HTMLButtonElement {
    const { words, store } = this.desk;
    const made = button(`${words.save} (${store.comments.length})`, () => saveDialog(this), 'button-primary');
    made.setAttribute('aria-label', `${words.saveComments} (${store.comments.length})`);
    return made;
  }

  #resize(): void {
    this.#size = (this.#size + 1) % SIZES.length;
    document.documentElement.style.setProperty('--zoom', String(SIZES[this.#size] ?? 1));
    this.#drawHeader();
  }

  #switchLanguage(): void {
    this.desk.language = this.desk.language === 'fr' ? 'en' : 'fr';
    this.#drawHeader();
    this.redraw();
    this.panel.redraw();
  }

  #switchTheme(): void {
    const { dataset } = document.documentElement;
    dataset.theme = dataset.theme === 'dark' ? 'light' : 'dark';
  }

  /** What is commented says so: its verdict as a colour, and the number for those who do not see it. */
  #mark(): void {
    const { words } = this.desk;
    const threads = new Map<string, PageThread[]>();
    for (const thread of this.desk.threads) threads.set(placeKey(thread.place), [...(threads.get(placeKey(thread.place)) ?? []), thread]);
    for (const element of this.#main.querySelectorAll<HTMLElement>('[data-place]')) {
      const { place = '', placeToo = '' } = element.dataset;
      const own = [...(threads.get(place) ?? []), ...(threads.get(placeToo) ?? [])];
      const mark = markOf(own);
      element.dataset.said = own.length === 0 ? '' : (mark.verdict ?? 'said');
      if (element.classList.contains('said'))
        element.textContent = own.length === 0 ? '' : words.commentCount(own.reduce((sum, thread) => sum + thread.comments.length, 0));
    }
  }
}
