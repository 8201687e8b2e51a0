// Finding words everywhere: one field, where it looks as a sentence, how often it finds where, and every place in its context.
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import type { ProjectInfo } from '../../shared/domain/project.ts';
import type { NoSearch, SearchHit, SearchSummary } from '../../shared/domain/search.ts';
import { plainSearch } from '../../shared/domain/search.ts';
import { searchText } from '../../shared/i18n/search.ts';
import { keepDraft } from '../autocode/rule-in-hand.ts';
import { useActions } from '../frame/offered-actions.ts';
import { useNavigation } from '../navigation.tsx';
import { wordsAddress } from '../reader/words-address.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { useQuery } from '../ui/use-query.ts';
import { sentenceOf } from '../ui/use-run.ts';
import { Workspace } from '../ui/workspace.tsx';
import { hasOtherFilters, ruleOfSearch } from './as-rule.ts';
import { FilterSentence } from './filter-sentence.tsx';
import { FoundPlaces } from './found-places.tsx';
import { HitTable } from './hit-table.tsx';
import { QueryField } from './query-field.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { SearchHelp } from './search-help.tsx';
import { useSearchSession } from './search-session.ts';
import type { SearchSession } from './search-session.ts';
import { useSearch } from './use-search.ts';
import type { Search } from './use-search.ts';
import { WrittenList } from './written-list.tsx';

const NO_CORPUS: Output<'corpus.read'> = {
  sources: [],
  cases: [],
  participants: [],
  attributes: [],
  values: [],
  groups: [],
  parts: [],
  speakers: [],
};

function useWordsOfPlace(change: SearchSession['change']): void {
  const { place, adjust } = useNavigation();
  const { words } = place;
  useEffect(() => {
    if (words === undefined) return;
    // once taken up, the address says it no longer: coming back from the reader finds the search as it was left
    adjust({ screen: 'search' });
    change({ setting: plainSearch(words), savedId: null, written: null });
  }, [words, adjust, change]);
}

export function WordsView({ project }: { project: ProjectInfo }) {
  const text = useText(searchText);
  const { go } = useNavigation();
  const session = useSearchSession(project.id);
  const { search, change } = session;
  const found = useSearch(search.setting);
  const { data: corpus = NO_CORPUS } = useQuery('corpus.read', {});
  const field = useRef<{ focus: () => void }>(null);
  useWordsOfPlace(change);
  // who comes back to a line goes on among the lines
  const [isNew] = useState(search.active === 0);
  useEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);
  useActions(() => ({ searchAll: () => field.current?.focus() }));
  const summary = found.found?.kind === 'found' ? found.found : null;
  const codeAll = () => {
    const draft = ruleOfSearch(search.setting);
    if (!draft) return;
    keepDraft(project.id, draft);
    go({ screen: 'autocode' });
  };
  return (
    <Workspace
      name="search"
      leftLabel={text.bySource}
      contentLabel={text.screen}
      defaults={{ leftWidth: 250 }}
      left={summary ? <FoundPlaces summary={summary} search={search} onChoose={change} /> : undefined}
    >
      <div className="search">
        <h1 className="visually-hidden">{text.screen}</h1>
        <header className="search-head">
          <div className="search-bar">
            <QueryField
              ref={field}
              setting={search.setting}
              onChange={(setting) => change({ setting })}
              onEnter={() => document.querySelector<HTMLElement>('.search-rows')?.focus()}
            />
            <SavedSearches search={search} change={change} isReadOnly={project.isReadOnly} />
          </div>
          <FilterSentence filter={search.setting.filter} corpus={corpus} onChange={(filter) => change({ setting: { ...search.setting, filter } })} />
        </header>
        <Result found={found} session={session} />
        {summary && summary.total > 0 && !project.isReadOnly ? (
          <footer className="search-foot">
            <Tooltip text={hasOtherFilters(search.setting) ? text.codeAllHint : ''}>
              <Button onPress={codeAll}>{text.codeAll}</Button>
            </Tooltip>
          </footer>
        ) : null}
      </div>
    </Workspace>
  );
}

function Result({ found, session }: { found: Search; session: SearchSession }) {
  const text = useText(searchText);
  const { language } = useLanguage();
  const { failure, progress, found: answer, key, version } = found;
  const isFirst = found.isFresh && answer?.kind === 'found' && !answer.isWhole;
  return (
    <>
      <div className="search-state" role="status">
        {failure && !progress ? (
          failure.code === 'job.cancelled' ? null : (
            <p className="search-problem">{sentenceOf(failure, language)}</p>
          )
        ) : answer && (!progress || isFirst) ? (
          <Answer answer={answer} session={session} />
        ) : null}
        {progress ? (
          <div className="search-progress">
            <ProgressBar label={text.searching} done={progress.done} total={progress.total} />
            <Button size="small" onPress={found.cancel}>
              {text.stop}
            </Button>
          </div>
        ) : null}
      </div>
      {answer?.kind === 'found' ? <Lines summary={answer} settingKey={key} version={version} session={session} /> : null}
    </>
  );
}

const MOST_FORMS = 12;

function Answer({ answer, session }: { answer: SearchSummary | NoSearch; session: SearchSession }) {
  const text = useText(searchText);
  if (answer.kind === 'undefined' && answer.because === 'nothing') {
    return (
      <section className="search-start" aria-label={text.help}>
        <p className="search-problem">{text.problems.nothing}</p>
        <SearchHelp />
      </section>
    );
  }
  if (answer.kind === 'undefined') {
    return (
      <p className="search-problem">
        {text.problems[answer.because]}
        {answer.because === 'gone' ? (
          <Button size="small" onPress={() => session.change({ setting: plainSearch(session.search.setting.query) })}>
            {text.clearFilter}
          </Button>
        ) : null}
      </p>
    );
  }
  const { total, turns, sources, forms, isWhole } = answer;
  const told = text.total(total, turns, sources.length);
  if (total === 0) {
    return (
      <p className="search-problem">
        {text.nothingFound} {text.nothingFoundHint}
      </p>
    );
  }
  return (
    <p className="search-total">
      <strong>{isWhole ? told : text.atLeast(told)}</strong>
      {forms.length > 1 ? (
        <span className="search-forms">{text.forms(forms.slice(0, MOST_FORMS), Math.max(0, forms.length - MOST_FORMS))}</span>
      ) : null}
    </p>
  );
}

interface LinesProps {
  summary: SearchSummary;
  settingKey: string;
  version: number;
  session: SearchSession;
}

function Lines({ summary, settingKey, version, session: { search, change } }: LinesProps) {
  const { go } = useNavigation();
  const { sourceId, caseId, written, order, active } = search;
  if (written !== null) return <WrittenList settingKey={settingKey} version={version} place={written} />;
  const expected =
    sourceId !== null
      ? (summary.sources.find((each) => each.sourceId === sourceId)?.hits ?? 0)
      : caseId !== null
        ? (summary.cases.find((each) => each.caseId === caseId)?.hits ?? 0)
        : summary.total;
  if (expected === 0) return null;
  const open = (hit: SearchHit) => go({ screen: 'coding', sourceId: hit.sourceId, wordsAt: wordsAddress(hit) });
  return (
    <HitTable
      settingKey={settingKey}
      version={version}
      listed={{ sourceId, caseId, order }}
      expected={expected}
      active={active}
      onActive={(index) => change({ active: index })}
      onOrder={(next) => change({ order: next })}
      onOpen={open}
    />
  );
}
