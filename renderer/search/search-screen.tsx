// Finding in the whole project: words in texts, or coded passages by a query.
import { searchText } from '../../shared/i18n/search.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { useText } from '../ui/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { RetrievalView } from './retrieval-view.tsx';
import './search.css';
import { WordsView } from './words-view.tsx';

export function SearchScreen() {
  const text = useText(searchText);
  const { place, go } = useNavigation();
  const { project } = useProject();
  const isRetrieval = place.view === 'retrieval';
  return (
    <div className="search-screen">
      <div className="search-faces">
        <Segmented
          label={text.faces}
          size="small"
          options={[
            { id: 'words', label: text.words },
            { id: 'retrieval', label: text.codings },
          ]}
          value={isRetrieval ? 'retrieval' : 'words'}
          onChange={(face) => go(face === 'retrieval' ? { screen: 'search', view: 'retrieval' } : { screen: 'search' })}
        />
      </div>
      {isRetrieval ? <RetrievalView /> : project ? <WordsView key={project.id} project={project} /> : null}
    </div>
  );
}
