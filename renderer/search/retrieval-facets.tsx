// What can be added to the query, with how often it occurs among what is found: categories, cases, speakers, attributes, coders.
import { useMemo, useState } from 'react';
import { shownValue } from '../../shared/domain/attribute-value.ts';
import { folded, lineage } from '../../shared/domain/category.ts';
import { fullPath } from '../../shared/domain/category-path.ts';
import type { RetrievalFacets as Facets } from '../../shared/domain/retrieval.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import { retrievalText } from '../../shared/i18n/retrieval.ts';
import type { RetrievalWords } from '../../shared/i18n/retrieval.ts';
import { dragCondition } from '../matrices/filter-drag.ts';
import type { FilterRow } from '../matrices/filter-model.ts';
import { valuesOf } from '../matrices/frame.ts';
import type { ProjectFrame } from '../matrices/frame.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useQuery } from '../ui/use-query.ts';
import type { Retrieval } from './use-retrieval.ts';

interface Facet {
  readonly row: FilterRow;
  readonly name: string;
  readonly count: number;
  /** Levels above it. */
  readonly depth: number;
  readonly color: string | null;
}

interface Section {
  readonly key: string;
  readonly title: string;
  readonly facets: readonly Facet[];
}

const rowFor = (field: FilterRow['field'], value: string, name: string | null = null): FilterRow => ({
  kind: 'row',
  field,
  name,
  operator: '=',
  values: [value],
});

/** Of everything of the project, also what occurs nowhere among the results. */
function sectionsOf(frame: ProjectFrame, counts: Facets | undefined, words: RetrievalWords, language: 'fr' | 'en'): Section[] {
  const { codebook, corpus, coders } = frame;
  const plain = (row: FilterRow, name: string, count: number | undefined): Facet => ({ row, name, count: count ?? 0, depth: 0, color: null });
  const grids = codebook.map((grid): Section => {
    const byId = new Map(grid.categories.map((category) => [category.id as string, category]));
    const facets = grid.categories.map((category) => ({
      ...plain(rowFor('category', fullPath(grid, category)), category.name, counts?.categories[category.id]),
      depth: lineage(byId, category.id).length - 1,
      color: category.color,
    }));
    return { key: grid.id, title: grid.title, facets };
  });
  const cases = corpus.cases.map(({ id, name }) => plain(rowFor('case', name), name, counts?.cases[id]));
  const labels = [...new Set(corpus.speakers.map(({ label }) => label))];
  const speakers = labels.map((label) => plain(rowFor('speaker', label), label, counts?.speakers[label]));
  const attributes = corpus.attributes.map((attribute): Section => {
    const { id, name, type } = attribute;
    const facets = valuesOf(id, frame).map((value) =>
      plain(rowFor('attribute', value, name), shownValue(value, type, language), counts?.attributes[id]?.[value]),
    );
    return { key: id, title: words.attributeOf(name), facets };
  });
  const people = coders.map(({ id, name }) => plain(rowFor('coder', name), name, counts?.coders[id]));
  return [
    ...grids,
    { key: 'cases', title: words.facetKinds.cases, facets: cases },
    { key: 'speakers', title: words.facetKinds.speakers, facets: speakers },
    ...attributes,
    { key: 'coders', title: words.facetKinds.coders, facets: people },
  ].filter(({ facets }) => facets.length > 0);
}

/** Those whose name holds the words; a section whose title does shows all of its own. */
function saying(sections: readonly Section[], text: string): readonly Section[] {
  const asked = folded(text.trim());
  if (asked === '') return sections;
  return sections.flatMap((section) => {
    if (folded(section.title).includes(asked)) return [section];
    const facets = section.facets.filter(({ name }) => folded(name).includes(asked));
    return facets.length > 0 ? [{ ...section, facets }] : [];
  });
}

export function RetrievalFacets({ frame, retrieval }: { frame: ProjectFrame; retrieval: Retrieval }) {
  const words = useText(retrievalText);
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const { data } = useQuery('retrieval.facets', { expression: retrieval.query.expression });
  const sections = useMemo(() => sectionsOf(frame, data, words, language), [frame, data, words, language]);
  return (
    <div className="retrieval-facets">
      <SectionTitle level={2}>{words.facets}</SectionTitle>
      <SearchField label={words.facetFilter} value={text} onChange={setText} />
      <p className="quiet retrieval-facets-hint">{words.facetsHint}</p>
      {saying(sections, text).map(({ key, title, facets }) => (
        <section key={key} aria-label={title}>
          <h3 className="retrieval-facets-title">{title}</h3>
          <ul>
            {facets.map((facet) => (
              <li key={facet.row.values[0]}>
                <FacetButton facet={facet} onAdd={retrieval.add} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** A button of the page's own: it is dragged as well as pressed. */
function FacetButton({ facet: { row, name, count, depth, color }, onAdd }: { facet: Facet; onAdd: (row: FilterRow) => void }) {
  const words = useText(retrievalText);
  const { language } = useLanguage();
  return (
    <button
      type="button"
      className="retrieval-facet"
      style={{ paddingInlineStart: 8 + depth * 12 }}
      draggable
      aria-label={words.addFacet(name, count)}
      title={name}
      onDragStart={(event) => dragCondition(event, row)}
      onClick={(event) => onAdd(event.shiftKey ? { ...row, operator: '!=' } : row)}
    >
      {color === null ? null : <Swatch color={color} />}
      <span className="retrieval-facet-name">{name}</span>
      <span className="number quiet">{formatNumber(language, count)}</span>
    </button>
  );
}
