// How to write in the search field, example by example.
import { searchText } from '../../shared/i18n/search.ts';
import { useText } from '../ui/language.tsx';

export function SearchHelp() {
  const text = useText(searchText);
  return (
    <>
      <dl className="search-help-lines">
        {text.helpLines.map(([example, meaning]) => (
          <div key={example}>
            <dt>{example}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="search-help-note">{text.helpNote}</p>
    </>
  );
}
