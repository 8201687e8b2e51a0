// Passages proposed for a category, learned from the project's own codings; what such proposals are worth is said before one starts.
import { useState } from 'react';
import type { Category, Codebook } from '../../../shared/domain/category.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import type { Likeness, Suggestions } from '../../../shared/domain/suggestion.ts';
import { suggestionsText } from '../../../shared/i18n/suggestions.ts';
import { COLON, formatNumber } from '../../../shared/i18n/text.ts';
import { reasonText } from '../../../shared/i18n/undefined.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { useNavigation } from '../../navigation.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useLongAnswer } from '../words/use-long-answer.ts';
import '../words/words.css';
import { Working } from '../words/working.tsx';
import { CategoryWord } from './category-word.tsx';
import { LikenessWord, ModelLine } from './likeness-word.tsx';
import { useDecisions } from './decisions.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useLikeness } from './use-likeness.ts';
import './suggestions.css';

/** Decisions and codings of one's own do not ask again by themselves: what is in view stays until one says so. */
const NO_TABLES: ReadonlySet<string> = new Set(['turn', 'source', 'stop_word']);

export function useCategories(): { codebook: Codebook; byId: ReadonlyMap<string, Category> } {
  const { data: codebook = [] } = useQuery('codebook.read', {});
  return { codebook, byId: new Map(codebook.flatMap(({ categories }) => categories.map((category) => [category.id as string, category]))) };
}

export function SuggestionsScreen() {
  const words = useText(suggestionsText);
  const { place, adjust } = useNavigation();
  const { codebook, byId } = useCategories();
  const likeness = useLikeness();
  const categoryId = byId.has(place.categoryId ?? '') ? (place.categoryId as CategoryId) : null;
  return (
    <div className="analysis">
      <div className="analysis-main">
        <div className="analysis-sentence">
          {words.before}{' '}
          <CategoryWord
            codebook={codebook}
            value={categoryId}
            none={words.chooseCategory}
            onChange={(id) => adjust({ screen: 'analysis', view: 'suggestions', categoryId: id })}
          />
          {words.accordingTo} <LikenessWord likeness={likeness} />.
        </div>
        <ModelLine likeness={likeness} />
        {categoryId === null ? <EmptyState title={words.choose} /> : null}
        {categoryId !== null && likeness.isReady ? (
          <ForCategory key={`${categoryId} ${likeness.by}`} categoryId={categoryId} by={likeness.by} byId={byId} />
        ) : null}
      </div>
    </div>
  );
}

interface ForCategoryProps {
  categoryId: CategoryId;
  by: Likeness;
  byId: ReadonlyMap<string, Category>;
}

function ForCategory({ categoryId, by, byId }: ForCategoryProps) {
  const words = useText(suggestionsText);
  const { language } = useLanguage();
  const answer = useLongAnswer('suggestion.list', { categoryId, by }, NO_TABLES);
  const { data } = answer;
  const known = data && !isUndefined(data) ? data : null;
  const decisions = useDecisions(categoryId, by === 'meaning' ? 'embedding' : (known?.method ?? 'centroid'), categoryId);
  const again = () => {
    decisions.forget();
    answer.refresh();
  };
  return (
    <>
      <Working answer={answer} label={by === 'meaning' ? words.reading : words.learning} />
      {data && isUndefined(data) ? (
        <EmptyState title={data.because === 'noExamples' ? words.noExamples : reasonText[language][data.because]} />
      ) : null}
      {known ? (
        <>
          <Learned known={known} />
          <Precision categoryId={categoryId} by={by} />
          <div className="suggestions-bar">
            <span>{words.count(known.suggestions.length)}</span>
            {decisions.count > 0 ? (
              <Button size="small" variant="primary" onPress={again}>
                {words.again(decisions.count)}
              </Button>
            ) : null}
          </div>
          {known.suggestions.length === 0 ? <EmptyState title={words.none} /> : null}
          <SuggestionList suggestions={known.suggestions} method={known.method} categories={byId} decisions={decisions} canDecide />
        </>
      ) : null}
    </>
  );
}

function Learned({ known }: { known: Suggestions }) {
  const words = useText(suggestionsText);
  const { language } = useLanguage();
  return (
    <section className="suggestions-learned">
      <p>
        {words.learned(known.examples, known.others)} {words.methodHint[known.method]}
      </p>
      {known.model === null ? (
        <p>
          <span className="quiet">{words.learnedWords + COLON[language]}</span>
          {known.words.map(({ words: said }) => said).join(', ')}
        </p>
      ) : null}
    </section>
  );
}

/** Asked for by hand: it learns as many times as there are sources to hide. */
function Precision({ categoryId, by }: Pick<ForCategoryProps, 'categoryId' | 'by'>) {
  const words = useText(suggestionsText);
  const { language } = useLanguage();
  const [isAsked, setIsAsked] = useState(true);
  const answer = useLongAnswer('suggestion.precision', isAsked ? { categoryId, by } : null, NO_TABLES);
  const { data: tally } = useQuery('suggestion.tally', { categoryId });
  const { data } = answer;
  return (
    <section className="suggestions-learned" aria-label={words.precision}>
      <Working answer={answer} label={words.trying} />
      {answer.failure ? (
        <Button size="small" onPress={() => (setIsAsked(true), answer.refresh())}>
          {words.precisionAsk}
        </Button>
      ) : null}
      {data && isUndefined(data) ? <p>{data.because === 'oneUnit' ? words.precisionNone : reasonText[language][data.because]}</p> : null}
      {data && !isUndefined(data) ? (
        <p>
          <strong>{words.precisionText(data.right, data.proposed, data.sources)}</strong>{' '}
          {words.precisionChance(formatNumber(language, Math.round(data.chance * 1000) / 10))}{' '}
          {data.ofSources > data.sources ? words.triedOf(data.sources, data.ofSources) : null}
        </p>
      ) : null}
      {tally && tally.last > 0 ? (
        <p className="quiet">
          {words.tally(tally.accepted, tally.refused)} {words.tallyLast(tally.lastAccepted, tally.last)}
        </p>
      ) : null}
    </section>
  );
}
