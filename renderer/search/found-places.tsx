// Where it was found: how often in each interview and each case, and elsewhere in the project; each count leads to its passages.
import { Button } from 'react-aria-components';
import { WRITTEN_PLACES } from '../../shared/domain/search.ts';
import type { SearchSummary } from '../../shared/domain/search.ts';
import { searchText } from '../../shared/i18n/search.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import { classes } from '../ui/classes.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import type { SearchInHand, SearchSession } from './search-session.ts';

interface LineProps {
  name: string;
  hits: number;
  /** More may be found. */
  isAtLeast?: boolean;
  /** Of the longest bar. */
  most: number;
  isHere: boolean;
  onPress: () => void;
}

function Line({ name, hits, isAtLeast = false, most, isHere, onPress }: LineProps) {
  const text = useText(searchText);
  const { language } = useLanguage();
  const number = formatNumber(language, hits);
  return (
    <Button
      className={classes('search-place', isHere && 'search-place-here')}
      aria-current={isHere ? 'true' : 'false'}
      isDisabled={hits === 0}
      onPress={onPress}
    >
      <span className="search-place-name" title={name}>
        {name}
      </span>
      <span className="search-place-hits number">{isAtLeast ? text.atLeastNumber(number) : number}</span>
      <span className="search-place-bar" aria-hidden style={{ width: `${most === 0 ? 0 : (100 * hits) / most}%` }} />
    </Button>
  );
}

/** Very many sources are not all listed: those with most hits are. */
const MOST_LISTED = 200;

interface FoundPlacesProps {
  summary: SearchSummary;
  search: SearchInHand;
  onChoose: SearchSession['change'];
}

export function FoundPlaces({ summary, search, onChoose }: FoundPlacesProps) {
  const text = useText(searchText);
  const { sources, cases, total, written, isWhole } = summary;
  const listed = sources.length > MOST_LISTED ? sources.toSorted((a, b) => b.hits - a.hits).slice(0, MOST_LISTED) : sources;
  const [mostInSource, mostInCase] = [Math.max(0, ...sources.map(({ hits }) => hits)), Math.max(0, ...cases.map(({ hits }) => hits))];
  const isAll = search.sourceId === null && search.caseId === null && search.written === null;
  return (
    <nav className="search-places" aria-label={text.screen}>
      <Line
        name={text.everywhere}
        hits={total}
        isAtLeast={!isWhole}
        most={0}
        isHere={isAll}
        onPress={() => onChoose({ sourceId: null, caseId: null, written: null })}
      />
      <SectionTitle>{text.elsewhere}</SectionTitle>
      {WRITTEN_PLACES.map((place) => (
        <Line
          key={place}
          name={text.written[place]}
          hits={written[place]}
          most={0}
          isHere={search.written === place}
          onPress={() => onChoose({ sourceId: null, caseId: null, written: place })}
        />
      ))}
      {cases.length === 0 ? null : <SectionTitle>{text.byCase}</SectionTitle>}
      {cases.map(({ caseId, name, hits }) => (
        <Line
          key={caseId}
          name={name}
          hits={hits}
          isAtLeast={!isWhole}
          most={mostInCase}
          isHere={search.caseId === caseId}
          onPress={() => onChoose({ sourceId: null, caseId, written: null })}
        />
      ))}
      {listed.length === 0 ? null : <SectionTitle>{text.bySource}</SectionTitle>}
      {listed.map(({ sourceId, name, hits }) => (
        <Line
          key={sourceId}
          name={name}
          hits={hits}
          isAtLeast={!isWhole}
          most={mostInSource}
          isHere={search.sourceId === sourceId}
          onPress={() => onChoose({ sourceId, caseId: null, written: null })}
        />
      ))}
    </nav>
  );
}
