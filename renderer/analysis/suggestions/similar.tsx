// « More like this »: passages that share a passage's rare words, or that a local model takes to mean the same; what is accepted may be coded with a category.
import { useState } from 'react';
import type { CategoryId, PassageId } from '../../../shared/domain/ids.ts';
import { suggestionsText } from '../../../shared/i18n/suggestions.ts';
import { COLON } from '../../../shared/i18n/text.ts';
import { reasonText } from '../../../shared/i18n/undefined.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { useNavigation } from '../../navigation.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useLongAnswer } from '../words/use-long-answer.ts';
import '../words/words.css';
import { Working } from '../words/working.tsx';
import { CategoryWord } from './category-word.tsx';
import { LikenessWord, ModelLine } from './likeness-word.tsx';
import { useDecisions } from './decisions.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useCategories } from './suggestions.tsx';
import { useLikeness } from './use-likeness.ts';
import './suggestions.css';

const NO_TABLES: ReadonlySet<string> = new Set(['turn', 'source', 'stop_word']);

export function SimilarScreen() {
  const words = useText(suggestionsText);
  const { place } = useNavigation();
  if (place.passageId === undefined)
    return (
      <div className="analysis">
        <div className="analysis-main">
          <EmptyState title={words.similarChoose} />
        </div>
      </div>
    );
  return <LikePassage key={place.passageId} passageId={place.passageId as PassageId} sourceId={place.sourceId} />;
}

function LikePassage({ passageId, sourceId }: { passageId: PassageId; sourceId: string | undefined }) {
  const words = useText(suggestionsText);
  const { language } = useLanguage();
  const { codebook, byId } = useCategories();
  const [categoryId, setCategoryId] = useState<CategoryId | null>(null);
  const likeness = useLikeness();
  const { by } = likeness;
  const answer = useLongAnswer('suggestion.similar', likeness.isReady ? { passageId, categoryId, by } : null, NO_TABLES);
  const { data } = answer;
  const known = data && !isUndefined(data) ? data : null;
  const method = by === 'words' ? 'similar' : 'embedding';
  const decisions = useDecisions(categoryId, method, `${passageId} ${categoryId} ${by}`);
  const there = { screen: 'coding', passageId, ...(sourceId === undefined ? {} : { sourceId }) } as const;
  const again = () => {
    decisions.forget();
    answer.refresh();
  };
  return (
    <div className="analysis">
      <div className="analysis-main">
        <div className="analysis-sentence">
          {words.similarBefore}{' '}
          <PlaceLink className="suggestions-passage" place={there} title={words.thisPassage}>
            {known ? words.quoted(known.words.trim()) : words.thisPassage}
          </PlaceLink>
          {words.accordingTo} <LikenessWord likeness={likeness} />
          {words.codeWith} <CategoryWord codebook={codebook} value={categoryId} none={words.noCategory} onChange={setCategoryId} />.
        </div>
        <ModelLine likeness={likeness} />
        <Working answer={answer} {...(by === 'meaning' ? { label: words.reading } : {})} />
        {data && isUndefined(data) ? <EmptyState title={reasonText[language][data.because]} /> : null}
        {known ? (
          <>
            {known.model === null ? (
              <section className="suggestions-learned">
                <p>
                  <span className="quiet">{words.terms + COLON[language]}</span>
                  {known.terms.map(({ words: term }) => term).join(', ')}
                </p>
                <p className="quiet">{words.similarHint}</p>
              </section>
            ) : null}
            <div className="suggestions-bar">
              <span>{words.count(known.suggestions.length)}</span>
              {decisions.count > 0 ? (
                <Button size="small" variant="primary" onPress={again}>
                  {words.again(decisions.count)}
                </Button>
              ) : null}
            </div>
            <SuggestionList
              suggestions={known.suggestions}
              method={known.model === null ? 'similar' : 'embedding'}
              categories={byId}
              decisions={decisions}
              canDecide={categoryId !== null}
            />
          </>
        ) : null}
      </div>
    </div>
  );
}
