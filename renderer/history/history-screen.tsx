// The project's audit trail as people read it: who did what, when, day by day; and the way back to any moment of it.
import { History as HistoryIcon, Redo2, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import type { HistoryEntry } from '../../shared/domain/project.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { formatDay } from '../../shared/i18n/date.ts';
import { historyText } from '../../shared/i18n/history.ts';
import { useHistory } from '../frame/use-history.ts';
import { useKeysOf } from '../frame/use-keymap.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useLanguage } from '../ui/language.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { useNow } from '../ui/use-now.ts';
import { byDay } from './by-day.ts';
import { CategoryStatesDialog } from './category-states-dialog.tsx';
import { FilterLine } from './filter-line.tsx';
import { GoBackDialog } from './go-back-dialog.tsx';
import type { Going } from './go-back-dialog.tsx';
import { EVERYTHING, queryOf } from './history-filter.ts';
import { HistoryLine } from './history-line.tsx';
import { useHistoryPages } from './use-history-pages.ts';
import { useObjectName } from './use-object-name.ts';
import './history.css';

export function HistoryScreen() {
  const { language } = useLanguage();
  const text = historyText[language];
  const { place, go } = useNavigation();
  const { project } = useProject();
  const [asked, ask] = useState(EVERYTHING);
  const [going, setGoing] = useState<Going | null>(null);
  const [showsStates, showStates] = useState(false);
  const { objectId } = place;
  const now = useNow();
  const object = useObjectName(objectId);
  const pages = useHistoryPages(queryOf(asked, objectId, language, now));
  const { entries } = pages;
  const isNarrowed = objectId !== undefined || JSON.stringify(asked) !== JSON.stringify(EVERYTHING);
  const step = (direction: Going['direction'], entry: HistoryEntry) => setGoing({ direction, entry });
  return (
    <section className="history" data-panel aria-label={text.title}>
      <Head />
      <FilterLine asked={asked} onAsk={ask} />
      {objectId === undefined ? null : (
        <p className="history-object">
          <span>{text.ofObject(object.name ?? text.goneObject)}</span>
          {object.isCategory ? (
            <Button size="small" onPress={() => showStates(true)}>
              {text.categoryTitle(object.name ?? '')}
            </Button>
          ) : null}
          <Button size="small" variant="quiet" onPress={() => go({ screen: 'history' })}>
            <X size={13} aria-hidden />
            {text.allObjects}
          </Button>
        </p>
      )}
      {byDay(entries ?? []).map((day) => (
        <section key={day.at} className="history-day">
          <h2>
            <span>{formatDay(language, day.at)}</span>
            <small>{text.changes(day.entries.length)}</small>
          </h2>
          <ol>
            {day.entries.map((entry) => (
              <HistoryLine key={entry.id} entry={entry} isReadOnly={project?.isReadOnly === true} onStep={step} />
            ))}
          </ol>
        </section>
      ))}
      <div role="status">{pages.isSearching && entries !== undefined ? <p className="quiet">{text.searching}</p> : null}</div>
      {entries?.length === 0 && !pages.isSearching ? (
        <EmptyState icon={HistoryIcon} title={isNarrowed ? text.emptyFound : text.empty} text={isNarrowed ? text.emptyFoundText : text.emptyText} />
      ) : null}
      {pages.hasMore ? <Button onPress={pages.more}>{text.more}</Button> : null}
      {going ? <GoBackDialog going={going} onClose={() => setGoing(null)} /> : null}
      {showsStates && objectId !== undefined ? (
        <CategoryStatesDialog categoryId={objectId as CategoryId} name={object.name ?? ''} onClose={() => showStates(false)} />
      ) : null}
    </section>
  );
}

function Head() {
  const { language } = useLanguage();
  const text = historyText[language];
  const { undo, redo, undoWords, redoWords } = useHistory();
  const undoKeys = useKeysOf('undo');
  const redoKeys = useKeysOf('redo');
  return (
    <header className="history-head">
      <div>
        <h1>{text.title}</h1>
        <p className="quiet">{text.what}</p>
      </div>
      <Tooltip text={undoWords === null ? text.undo : text.undoes(undoWords)} keys={undoKeys}>
        <Button onPress={undo} isDisabled={undoWords === null}>
          <Undo2 size={15} aria-hidden />
          {text.undo}
        </Button>
      </Tooltip>
      <Tooltip text={redoWords === null ? text.redo : text.redoes(redoWords)} keys={redoKeys}>
        <Button onPress={redo} isDisabled={redoWords === null}>
          <Redo2 size={15} aria-hidden />
          {text.redo}
        </Button>
      </Tooltip>
    </header>
  );
}
