// Everything said so far, with the way to each place; saving it as a file, and going on from one.
import { REVIEW_TARGETS } from '../../shared/domain/review.ts';
import { COMMENTS_SUFFIX } from '../../shared/domain/review-file.ts';
import { addressOf, spotFor } from './desk.ts';
import type { PageThread } from './desk.ts';
import { button, h, paragraphs } from './dom.ts';
import type { Frame } from './frame.ts';
import { threadView } from './panel.ts';

const REVOKE_AFTER_MS = 60_000;

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = h('a', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}

/** Letters, digits and dashes: names that every system and mailbox takes. */
const fileName = (title: string, author: string): string =>
  `${[title, author]
    .map((part) =>
      part
        .replace(/[^\p{L}\p{N} -]+/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim()
        .slice(0, 60),
    )
    .filter((part) => part !== '')
    .join(' - ')}${COMMENTS_SUFFIX}`;

export function saveDialog(page: Frame): void {
  const { words, store, study } = page.desk;
  const text = JSON.stringify(store.file(), null, 1);
  const dialog = h('dialog', { class: 'dialog', 'aria-label': words.saveComments });
  const said = h('p', { class: 'quiet', role: 'status' });
  const area = h('textarea', { class: 'field save-text', rows: '6', readonly: true, 'aria-label': words.cannotSave });
  area.value = text;
  area.addEventListener('focus', () => area.select());
  const copy = async () => {
    area.focus();
    area.select();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // the older way, for pages that are no secure context
      document.execCommand('copy');
    }
    said.textContent = words.copied;
    store.markSaved();
  };
  const save = () => {
    download(fileName(study.title, store.name), text);
    said.textContent = words.saved;
    store.markSaved();
  };
  dialog.append(
    h('h2', {}, words.saveComments),
    h('p', {}, words.saveHow(study.sentBy)),
    h('p', {}, button(words.saveFile, save, 'button-primary')),
    h('hr'),
    h('p', {}, words.cannotSave),
    area,
    h(
      'p',
      { class: 'composer-acts' },
      button(words.copy, () => void copy()),
      button(words.close, () => dialog.close(), 'button-quiet'),
    ),
    said,
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function loadField(page: Frame, said: HTMLElement): HTMLElement {
  const { words, store } = page.desk;
  const input = h('input', { type: 'file', id: 'load-file', accept: '.json,application/json,text/plain', class: 'visually-hidden' });
  const load = async (file: File) => {
    const answer = store.load(await file.text());
    input.value = '';
    const sentence = answer === 'notComments' ? words.notLoaded : answer === 'otherProject' ? words.otherPack : words.loaded(answer);
    page.redraw();
    page.say(sentence);
  };
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void load(file);
  });
  said.textContent = store.isUnsaved ? words.unsaved(store.comments.length) : store.comments.length > 0 ? words.allSaved : '';
  return h('label', { class: 'button button-file', for: 'load-file' }, input, words.loadFile);
}

function placed(page: Frame, thread: PageThread): HTMLElement {
  const { words, study } = page.desk;
  const spot = spotFor(study, thread.place);
  return h(
    'article',
    { class: 'placed' },
    h('h3', {}, thread.place.label || study.title),
    thread.place.quote === ''
      ? null
      : paragraphs(thread.place.quote.length > 300 ? `${thread.place.quote.slice(0, 300)}…` : thread.place.quote, 'quote-text'),
    spot ? h('p', {}, h('a', { href: addressOf(spot), class: 'go' }, words.go)) : h('p', { class: 'quiet' }, words.gone),
    threadView(page.desk, thread, () => page.redraw()),
  );
}

export function commentsView(page: Frame): HTMLElement {
  const { words, threads, store } = page.desk;
  const said = h('span', { class: 'quiet', role: 'status' });
  const hasMine = (thread: PageThread): boolean => thread.comments.some(({ isMine }) => isMine);
  const groups = [
    [words.mine, threads.filter(hasMine)],
    [words.others, threads.filter((thread) => !hasMine(thread))],
  ] as const;
  const shown = groups.flatMap(([title, list]) => {
    if (list.length === 0) return [];
    const byKind = REVIEW_TARGETS.flatMap((kind) => list.filter(({ place }) => place.kind === kind));
    return [h('h2', {}, title), ...byKind.map((thread) => placed(page, thread))];
  });
  const load = loadField(page, said);
  return h(
    'section',
    { class: 'view' },
    h('h1', {}, words.views.comments),
    h(
      'div',
      { class: 'save-line' },
      store.comments.length > 0 ? button(words.saveComments, () => saveDialog(page), 'button-primary') : null,
      load,
      store.name === '' ? null : button(`${words.you(store.name)} · ${words.changeName}`, () => page.askName(), 'button-quiet'),
      said,
    ),
    ...(shown.length > 0 ? shown : [h('p', {}, h('strong', {}, words.noComments)), h('p', { class: 'quiet' }, words.noCommentsHow)]),
  );
}
