// The memos that the student chose.
import type { PackMemo } from '../../shared/domain/review-pack.ts';
import { reviewQuote } from '../../shared/domain/review.ts';
import type { SentPlace } from '../../shared/domain/review-file.ts';
import { formatDay } from '../../shared/i18n/date.ts';
import { placeKey } from './desk.ts';
import { commentButton, h, paragraphs } from './dom.ts';
import type { Frame } from './frame.ts';

const LABEL_LENGTH = 80;

function placeOf({ id, title, text }: PackMemo): SentPlace {
  const name = title || text.replace(/\s+/gu, ' ').trim();
  return { kind: 'memo', id, label: name.length > LABEL_LENGTH ? `${name.slice(0, LABEL_LENGTH)}…` : name, quote: reviewQuote(text) };
}

export function memosView(page: Frame, show: string | null): HTMLElement {
  const { study, words, language } = page.desk;
  const memos = study.memos.map((memo) => {
    const place = placeOf(memo);
    const comment = commentButton(words.commentShort, words.commentOn(place.label), placeKey(place), () =>
      page.panel.open({ title: place.label, places: [place], facts: () => [] }),
    );
    const facts = [words.memoKinds[memo.kind], memo.on === '' ? '' : words.about(memo.on), memo.by, formatDay(language, memo.updatedAt)];
    const article = h(
      'article',
      { class: 'memo' },
      h('div', { class: 'view-head' }, h('h2', {}, memo.title || place.label), comment),
      h('p', { class: 'facts' }, facts.filter((fact) => fact !== '').join(' · ')),
      paragraphs(memo.text, 'reading'),
    );
    if (show === placeKey(place))
      queueMicrotask(() => {
        article.scrollIntoView();
        comment.click();
      });
    return article;
  });
  return h(
    'section',
    { class: 'view' },
    h('h1', {}, words.views.memos),
    ...(memos.length === 0 ? [h('p', { class: 'quiet' }, words.noPart)] : memos),
  );
}
