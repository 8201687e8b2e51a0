// All of the help: searched by words, or listed.
import { useState } from 'react';
import { articlesText } from '../../shared/i18n/help/articles.ts';
import type { ArticleId } from '../../shared/i18n/help/articles.ts';
import { helpText } from '../../shared/i18n/help/panel.ts';
import { runsNow } from '../frame/offered-actions.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { ELSEWHERE_ARTICLES, SCREEN_ARTICLES } from './contents.ts';
import { Terms } from './glossary-view.tsx';
import { useHelp } from './help-context.tsx';
import { searchHelp } from './search-help.ts';

export function ContentsView() {
  const { language } = useLanguage();
  const text = helpText[language];
  const [query, setQuery] = useState('');
  const found = searchHelp(query, language);
  const isSearching = query.trim() !== '';
  const count = found.articles.length + found.terms.length;
  return (
    <>
      <SearchField label={text.find} value={query} onChange={setQuery} />
      <p className="quiet" role="status">
        {isSearching ? (count === 0 ? text.nothing(query.trim()) : text.found(count)) : ''}
      </p>
      {isSearching ? (
        <>
          <ArticleList ids={found.articles} />
          <Terms ids={found.terms} />
        </>
      ) : (
        <Listed />
      )}
    </>
  );
}

function Listed() {
  const text = useText(helpText);
  const { open, beginFirstHour } = useHelp();
  // known where a project is open
  const { keys } = runsNow();
  return (
    <>
      <ul className="help-list">
        <li>
          <button type="button" className="help-link" onClick={beginFirstHour}>
            {text.firstHour}
          </button>
        </li>
        <li>
          <button type="button" className="help-link" onClick={() => open({ kind: 'here' })}>
            {text.helpHere}
          </button>
        </li>
        <li>
          <button type="button" className="help-link" onClick={() => open({ kind: 'glossary' })}>
            {text.glossary}
          </button>
        </li>
        {keys ? (
          <li>
            <button type="button" className="help-link" onClick={keys}>
              {text.keySheet}
            </button>
          </li>
        ) : null}
      </ul>
      <h3>{text.screens}</h3>
      <ArticleList ids={SCREEN_ARTICLES} />
      <h3>{text.elsewhere}</h3>
      <ArticleList ids={ELSEWHERE_ARTICLES} />
    </>
  );
}

function ArticleList({ ids }: { ids: readonly ArticleId[] }) {
  const words = useText(articlesText);
  const { open } = useHelp();
  return (
    <ul className="help-list">
      {ids.map((id) => (
        <li key={id}>
          <button type="button" className="help-link" onClick={() => open({ kind: 'article', id })}>
            {words[id].title}
          </button>
        </li>
      ))}
    </ul>
  );
}
