// The first page: whose study it is, what the student says of it, what it holds, how to go about it.
import type { SentPlace } from '../../shared/domain/review-file.ts';
import { formatDay } from '../../shared/i18n/date.ts';
import { placeKey } from './desk.ts';
import { commentButton, h, paragraphs } from './dom.ts';
import type { Frame } from './frame.ts';

export function homeView(page: Frame, show: string | null): HTMLElement {
  const { study, words, language } = page.desk;
  const place: SentPlace = { kind: 'project', id: study.projectId, label: study.title, quote: '' };
  const comment = commentButton(words.overall, words.overall, placeKey(place), () =>
    page.panel.open({ title: study.title, places: [place], facts: () => [] }),
  );
  if (show === placeKey(place)) queueMicrotask(() => comment.click());
  const parts = page
    .parts()
    .map(({ view, label, count }) =>
      h('li', {}, h('a', { href: `#/${view}`, class: 'list-link' }, label), h('span', { class: 'quiet' }, String(count))),
    );
  return h(
    'section',
    { class: 'view home' },
    h('p', { class: 'eyebrow' }, words.pack),
    h('h1', {}, study.title),
    h('p', { class: 'quiet' }, words.sentBy(study.sentBy, formatDay(language, study.createdAt))),
    study.question === '' ? null : h('div', { class: 'question' }, h('h2', {}, words.question), paragraphs(study.question, 'reading')),
    study.message === '' ? null : h('div', { class: 'message' }, h('h2', {}, words.message), paragraphs(study.message, 'reading')),
    h('h2', {}, words.contains),
    h('ul', { class: 'list' }, ...parts),
    study.threads.length > 0 ? h('p', {}, h('a', { href: '#/comments' }, words.earlier(study.threads.length))) : null,
    study.isPseudonymised ? h('p', { class: 'notes' }, words.pseudonymised) : null,
    h('h2', {}, words.howTitle),
    h('ol', { class: 'how' }, ...words.how.map((step) => h('li', {}, step))),
    h('p', { class: 'quiet' }, words.works),
    h('p', {}, comment),
  );
}
