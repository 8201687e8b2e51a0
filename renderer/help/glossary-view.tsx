// The glossary of method, narrowed by what is typed; a link into it shows its term first.
import { useEffect, useRef, useState } from 'react';
import { helpText } from '../../shared/i18n/help/panel.ts';
import { termsText } from '../../shared/i18n/help/terms.ts';
import type { TermId } from '../../shared/i18n/help/terms.ts';
import { useLanguage } from '../ui/language.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { termsInOrder, termsThatSay } from './search-help.ts';
import { Written } from './written.tsx';

export function GlossaryView({ term }: { term: TermId | undefined }) {
  const { language } = useLanguage();
  const text = helpText[language];
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDListElement>(null);
  const shown = query.trim() === '' ? termsInOrder(language) : termsThatSay(query, language);
  useEffect(() => {
    setQuery('');
    if (term !== undefined) list.current?.querySelector(`[data-term="${term}"]`)?.scrollIntoView({ block: 'start' });
  }, [term]);
  return (
    <>
      <p className="help-what">{text.glossaryWhat}</p>
      <SearchField label={text.findTerm} value={query} onChange={setQuery} />
      {shown.length === 0 ? <p className="quiet">{text.noTerm}</p> : null}
      <Terms ids={shown} chosen={term} listRef={list} />
    </>
  );
}

interface TermsProps {
  ids: readonly TermId[];
  chosen?: TermId | undefined;
  listRef?: React.Ref<HTMLDListElement>;
}

export function Terms({ ids, chosen, listRef }: TermsProps) {
  const words = termsText[useLanguage().language];
  return (
    <dl className="help-terms" ref={listRef}>
      {ids.map((id) => (
        <div key={id} data-term={id} className={id === chosen ? 'help-term help-term-chosen' : 'help-term'}>
          <dt>{words[id].term}</dt>
          <dd>
            <Written text={words[id].meaning} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
