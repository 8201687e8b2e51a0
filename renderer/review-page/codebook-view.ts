// The grids: each category with its definition and rules, under those above it.
import type { PackCategory } from '../../shared/domain/review-pack.ts';
import { reviewQuote } from '../../shared/domain/review.ts';
import type { SentPlace } from '../../shared/domain/review-file.ts';
import { placeKey } from './desk.ts';
import { commentButton, h, paragraphs, swatch } from './dom.ts';
import type { Frame } from './frame.ts';
import type { Opened } from './panel.ts';

/** As the workbench calls it: from the top of its grid. */
function pathOf(categories: readonly PackCategory[], category: PackCategory): string {
  const path = [category.name];
  let { depth } = category;
  for (let at = categories.indexOf(category) - 1; at >= 0 && depth > 0; at -= 1) {
    const above = categories[at];
    if (!above || above.depth >= depth) continue;
    path.unshift(above.name);
    ({ depth } = above);
  }
  return path.join(' › ');
}

function rules(page: Frame, { definition, inclusion, exclusion, example }: PackCategory): (HTMLElement | null)[] {
  const { words } = page.desk;
  const named = [
    [words.inclusion, inclusion],
    [words.exclusion, exclusion],
    [words.example, example],
  ] as const;
  return [
    definition === '' ? null : paragraphs(definition, 'reading'),
    ...named.map(([label, text]) => (text === '' ? null : h('div', { class: 'rule' }, h('h4', {}, label), paragraphs(text, 'reading')))),
  ];
}

/** Folded: where a coding is judged, its category's rule is one touch away. */
export function categoryFacts(page: Frame, category: PackCategory): HTMLElement[] {
  const said = rules(page, category);
  const name = h('span', { class: 'with-swatch' }, swatch(category.color), h('strong', {}, category.name));
  return said.every((part) => part === null) ? [h('p', {}, name)] : [h('details', {}, h('summary', {}, name), ...said)];
}

export function openedCategory(page: Frame, category: PackCategory): Opened {
  const label = pathOf(page.desk.study.categories, category);
  const place: SentPlace = { kind: 'category', id: category.id, label, quote: reviewQuote(category.definition) };
  return { title: label, places: [place], facts: () => rules(page, category) };
}

function card(page: Frame, category: PackCategory): HTMLElement {
  const { words } = page.desk;
  const opened = openedCategory(page, category);
  const comment = commentButton(words.commentShort, words.commentOn(category.name), placeKey(opened.places[0] as SentPlace), () =>
    page.panel.open(opened),
  );
  const item = h(
    'li',
    { class: `category depth-${Math.min(category.depth, 4)}` },
    h(
      'div',
      { class: 'category-head' },
      h('h3', { class: 'with-swatch' }, swatch(category.color), category.name),
      h('span', { class: 'quiet' }, words.codings(category.codings)),
      comment,
    ),
    ...rules(page, category),
  );
  item.dataset.key = `category ${category.id}`;
  return item;
}

export function codebookView(page: Frame, show: string | null): HTMLElement {
  const { study, words } = page.desk;
  const grids = study.grids.map((grid, at) =>
    h(
      'section',
      { class: 'grid' },
      h('h2', {}, grid.title),
      grid.source === '' ? null : h('p', { class: 'quiet' }, grid.source),
      grid.description === '' ? null : paragraphs(grid.description, 'notes'),
      h('ul', { class: 'categories' }, ...study.categories.filter((category) => category.grid === at).map((category) => card(page, category))),
    ),
  );
  const view = h('section', { class: 'view' }, h('h1', {}, words.views.codebook), ...grids);
  const shown = study.categories.find(({ id }) => show === `category ${id}`);
  if (shown)
    queueMicrotask(() => {
      const item = [...view.querySelectorAll<HTMLElement>('.category')].find(({ dataset }) => dataset.key === show);
      item?.scrollIntoView({ block: 'center' });
      page.panel.open(openedCategory(page, shown));
    });
  return view;
}
