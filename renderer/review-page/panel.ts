// Beside what is read: one place, what is said of it, and the field where the reviewer says theirs.
import { VERDICTS } from '../../shared/domain/review.ts';
import type { Verdict } from '../../shared/domain/review.ts';
import type { SentPlace } from '../../shared/domain/review-file.ts';
import { formatDay } from '../../shared/i18n/date.ts';
import type { Desk, PageThread } from './desk.ts';
import { button, h, iconButton } from './dom.ts';

/** What is opened: its facts, and the places in it that can be commented; the first is meant unless another is chosen. */
export interface Opened {
  readonly title: string;
  readonly places: readonly SentPlace[];
  readonly facts: () => readonly (Node | null)[];
}

interface Said {
  readonly verdict: Verdict | null;
  readonly text: string;
}

let fieldNumber = 0;

export function verdictChip(desk: Desk, verdict: Verdict): HTMLElement {
  return h('span', { class: `verdict verdict-${verdict}` }, desk.words.verdicts[verdict]);
}

/** Who writes, the verdict, the words. `done` is given what was said; the name was given before. */
function composer(
  desk: Desk,
  options: { said: Said; label: string; submit: string; hasVerdict: boolean; cancel?: () => void },
  done: (said: Said) => void,
): HTMLElement {
  fieldNumber += 1;
  const name = `said-${fieldNumber}`;
  const { words, store } = desk;
  const fault = h('p', { class: 'fault', role: 'alert' });
  const who = h('input', { type: 'text', id: `${name}-who`, class: 'field', autocomplete: 'name', maxlength: '120' });
  const text = h('textarea', { id: `${name}-text`, class: 'field', rows: '4', maxlength: '20000' });
  text.value = options.said.text;
  const choices = [...VERDICTS, null].map((verdict) => {
    const input = h('input', { type: 'radio', name, value: verdict ?? '', class: 'visually-hidden' });
    input.checked = verdict === options.said.verdict;
    return {
      verdict,
      input,
      label: h('label', { class: `choice choice-${verdict ?? 'none'}` }, input, verdict === null ? words.noVerdict : words.verdicts[verdict]),
    };
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const verdict = choices.find(({ input }) => input.checked)?.verdict ?? null;
    if (store.name === '' && who.value.trim() === '') return blame(words.nameNeeded, who);
    if (verdict === null && text.value.trim() === '') return blame(words.needsWords, text);
    if (store.name === '') store.name = who.value;
    return done({ verdict, text: text.value.trim() });
  };
  const blame = (sentence: string, field: HTMLElement) => {
    fault.textContent = sentence;
    field.focus();
  };
  const form = h(
    'form',
    { class: 'composer' },
    store.name === '' ? h('div', {}, h('label', { for: who.id }, words.name), who) : null,
    options.hasVerdict ? h('fieldset', { class: 'choices' }, h('legend', {}, words.verdict), ...choices.map(({ label }) => label)) : null,
    h('label', { for: text.id }, options.label),
    text,
    fault,
    h(
      'div',
      { class: 'composer-acts' },
      h('button', { type: 'submit', class: 'button button-primary' }, options.submit),
      options.cancel ? button(words.cancel, options.cancel, 'button-quiet') : null,
    ),
  );
  form.addEventListener('submit', submit);
  return form;
}

const NOTHING: Said = { verdict: null, text: '' };

function commentView(desk: Desk, comment: PageThread['comments'][number], redraw: () => void): HTMLElement {
  const { words, store, language } = desk;
  const item = h('li', { class: comment.isMine ? 'comment comment-mine' : 'comment' });
  const show = () =>
    item.replaceChildren(
      h('p', { class: 'comment-who' }, h('strong', {}, comment.author), h('span', {}, formatDay(language, comment.createdAt))),
      comment.verdict ? verdictChip(desk, comment.verdict) : '',
      comment.text === '' ? '' : h('p', { class: 'comment-text' }, comment.text),
      comment.isMine
        ? h(
            'p',
            { class: 'comment-acts' },
            button(words.edit, edit, 'button-quiet'),
            button(
              words.remove,
              () => {
                store.remove(comment.id);
                redraw();
              },
              'button-quiet',
            ),
          )
        : '',
    );
  const edit = () => {
    const form = composer(desk, { said: comment, label: words.comment, submit: words.save, hasVerdict: true, cancel: show }, (said) => {
      store.change(comment.id, said);
      redraw();
    });
    item.replaceChildren(form);
    item.querySelector('textarea')?.focus();
  };
  show();
  return item;
}

/** A thread with its comments; whoever reads goes on with it in place. */
export function threadView(desk: Desk, thread: PageThread, redraw: () => void): HTMLElement {
  const { words, store } = desk;
  const state = thread.state === 'resolved' && thread.resolvedBy !== null ? words.settledBy(thread.resolvedBy) : words.states[thread.state];
  const foot = h('div', { class: 'thread-foot' });
  const answer = () => {
    const cancel = () => foot.replaceChildren(button(words.reply, answer, 'button-quiet'));
    const form = composer(desk, { said: NOTHING, label: words.comment, submit: words.reply, hasVerdict: true, cancel }, (said) => {
      store.add(thread.id, thread.place, said);
      redraw();
    });
    foot.replaceChildren(form);
    form.querySelector('textarea')?.focus();
  };
  // one's own last word is changed, not answered
  if (thread.comments.at(-1)?.isMine !== true) foot.append(button(words.reply, answer, 'button-quiet'));
  return h(
    'section',
    { class: 'thread', 'aria-label': `${words.targets[thread.place.kind]} ${thread.place.label}` },
    h('p', { class: 'thread-head' }, h('span', {}, words.targets[thread.place.kind]), h('span', { class: `state state-${thread.state}` }, state)),
    h('ol', { class: 'comments' }, ...thread.comments.map((comment) => commentView(desk, comment, redraw))),
    foot,
  );
}

export class Panel {
  readonly element: HTMLElement;
  readonly #desk: Desk;
  readonly #onClose: () => void;
  #opened: Opened | null = null;
  #about = 0;
  #from: Element | null = null;

  constructor(desk: Desk, onClose: () => void) {
    this.#desk = desk;
    this.#onClose = onClose;
    this.element = h('aside', { class: 'panel', id: 'panel', hidden: true, tabindex: '-1' });
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  open(opened: Opened): void {
    if (this.#opened === null) this.#from = document.activeElement;
    this.#opened = opened;
    this.#about = 0;
    this.redraw();
    this.element.hidden = false;
    this.element.scrollTop = 0;
    document.documentElement.classList.add('has-panel');
    this.element.focus();
  }

  close(): void {
    if (this.#opened === null) return;
    this.#opened = null;
    this.element.hidden = true;
    document.documentElement.classList.remove('has-panel');
    this.#onClose();
    if (this.#from instanceof HTMLElement && this.#from.isConnected) this.#from.focus();
  }

  redraw(): void {
    const opened = this.#opened;
    if (!opened) return;
    const { words } = this.#desk;
    const redraw = () => this.redraw();
    const threads = opened.places.flatMap((place) => this.#desk.threadsOn(place));
    this.element.setAttribute('aria-label', opened.title);
    this.element.replaceChildren(
      h(
        'header',
        { class: 'panel-head' },
        h('h2', {}, opened.title),
        iconButton('close', words.close, () => this.close()),
      ),
      ...opened.facts().flatMap((fact) => fact ?? []),
      threads.length > 0 ? h('h3', {}, words.threadsHere) : '',
      ...threads.map((thread) => threadView(this.#desk, thread, redraw)),
      ...this.#begin(opened),
    );
  }

  #begin({ places }: Opened): HTMLElement[] {
    const { words, store } = this.#desk;
    const fresh = () =>
      composer(this.#desk, { said: NOTHING, label: words.comment, submit: words.add, hasVerdict: true }, (said) => {
        const place = places[this.#about];
        if (place) store.add(null, place, said);
        this.redraw();
      });
    if (places.length < 2) return [fresh()];
    const choices = places.map(({ kind }, at) => {
      const input = h('input', { type: 'radio', name: 'about', value: String(at), class: 'visually-hidden' });
      input.checked = at === this.#about;
      input.addEventListener('change', () => (this.#about = at));
      return h('label', { class: 'choice' }, input, words.targets[kind]);
    });
    return [h('fieldset', { class: 'choices' }, h('legend', {}, words.on), ...choices), fresh()];
  }
}
