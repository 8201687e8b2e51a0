// The corpus: cases and sources as an outline, and everything known of them as sheets; sources come in by drop or by button.
import { FolderOpen } from 'lucide-react';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { AttributeScope, Participant } from '../../shared/domain/corpus.ts';
import { READABLE_EXTENSIONS } from '../../shared/domain/readable-formats.ts';
import { corpusLinksText } from '../../shared/i18n/corpus-links.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import type { Corpus } from '../../shared/contract/corpus.ts';
import { isGuidePlace, placeOfGuide } from '../guide/guide-place.ts';
import { GuideScreen } from '../guide/guide-screen.tsx';
import { filesChosen } from '../import/chosen-files.ts';
import type { ChosenFile } from '../import/chosen-files.ts';
import { FilePickers } from '../import/file-pickers.tsx';
import { IMPORT_PLACE, useAddFiles, useSuggestedCase } from '../import/import-context.tsx';
import { ImportScreen } from '../import/import-screen.tsx';
import { OpenImport } from '../import/open-import.tsx';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Chip } from '../ui/chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useKeyWords } from '../ui/kbd.tsx';
import { useText } from '../ui/language.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useQuery } from '../ui/use-query.ts';
import { Workspace } from '../ui/workspace.tsx';
import { useLatest } from '../reader/use-latest.ts';
import { AttributeTableDialog } from './attribute-table-dialog.tsx';
import { AddAttribute, TableTools } from './table-tools.tsx';
import { CasesSheet } from './cases-sheet.tsx';
import { casesIn } from './corpus-model.ts';
import type { Scope } from './corpus-model.ts';
import { CorpusTableDialog } from './corpus-table-dialog.tsx';
import './corpus.css';
import { Outline } from './outline.tsx';
import type { OutlineProps } from './outline.tsx';
import { ParticipantsSheet } from './participants-sheet.tsx';
import { SourcesSheet } from './sources-sheet.tsx';

const TABS = ['sources', 'participants', 'cases'] as const;
type Tab = (typeof TABS)[number];
const SCOPE: Record<Tab, AttributeScope> = { sources: 'source', participants: 'participant', cases: 'case' };

export function CorpusScreen() {
  const text = useText(corpusText);
  const { project } = useProject();
  const { data: corpus } = useQuery('corpus.read', {});
  const [tab, setTab] = useState<Tab>('sources');
  const [scope, setScope] = useState<Scope | null>(null);
  // each sheet keeps its own filter
  const [queries, setQueries] = useState<Readonly<Record<Tab, string>>>({ sources: '', participants: '', cases: '' });
  const { place, adjust } = useNavigation();
  useSuggestedCase(scope?.kind === 'case' ? scope.id : null);
  if (!corpus) return null;

  const isReadOnly = project?.isReadOnly ?? false;
  if (place.view === IMPORT_PLACE.view) return <ImportScreen corpus={corpus} isReadOnly={isReadOnly} />;
  const isGuide = isGuidePlace(place);
  const showTab = (next: Tab) => {
    setTab(next);
    if (isGuide) adjust({ screen: 'corpus' });
  };
  const setQuery = (of: Tab, query: string) => setQueries((before) => ({ ...before, [of]: query }));
  const narrow = (next: Scope | null) => {
    setScope(next);
    if (next?.kind === 'case') showTab('sources');
  };
  const showParticipant = ({ name }: Participant) => {
    setScope(null);
    showTab('participants');
    setQuery('participants', name);
  };
  const present = casesIn(corpus, scope) === null ? null : scope;
  return (
    <div className="corpus">
      <Workspace
        name="corpus"
        left={
          isGuide ? undefined : (
            <QuietOutline corpus={corpus} isReadOnly={isReadOnly} scope={present} onScope={narrow} onShowParticipant={showParticipant} />
          )
        }
        leftLabel={text.outline}
        contentLabel={text.corpus}
      >
        {isGuide ? (
          <>
            <h1 className="visually-hidden">{text.corpus}</h1>
            <header className="corpus-head">
              <CorpusTabs tab="guide" onTab={showTab} />
            </header>
            <GuideScreen />
          </>
        ) : (
          <Content
            corpus={corpus}
            isReadOnly={isReadOnly}
            tab={tab}
            onTab={showTab}
            query={queries[tab]}
            onQuery={(query) => setQuery(tab, query)}
            scope={present}
            onScope={narrow}
          />
        )}
      </Workspace>
    </div>
  );
}

const OutlineWhenChanged = memo(Outline);

/** The corpus as it was, for as long as the outline would show the same of it: values of attributes are not in it. */
function useOutlined(corpus: Corpus): Corpus {
  const [known, setKnown] = useState(corpus);
  const isSame = useMemo(() => outlined(known) === outlined(corpus), [known, corpus]);
  if (!isSame) setKnown(corpus);
  return isSame ? known : corpus;
}

function outlined({ cases, sources, parts, speakers, participants, groups }: Corpus): string {
  return JSON.stringify({ cases, sources, parts, speakers, participants, groups });
}

/** Drawn again only when it would show something else, and after the sheet: what is done there does not wait for a thousand cases here. */
function QuietOutline({ corpus, onScope, onShowParticipant, ...given }: OutlineProps) {
  const latest = useLatest({ onScope, onShowParticipant });
  const narrow = useCallback((scope: Scope | null) => latest.current.onScope(scope), [latest]);
  const show = useCallback((participant: Participant) => latest.current.onShowParticipant(participant), [latest]);
  return <OutlineWhenChanged {...given} corpus={useDeferredValue(useOutlined(corpus))} onScope={narrow} onShowParticipant={show} />;
}

/** The sheets, and the interview guide beside them. */
function CorpusTabs({ tab, onTab }: { tab: Tab | 'guide'; onTab: (tab: Tab) => void }) {
  const text = useText(corpusText);
  const { adjust } = useNavigation();
  return (
    <Segmented
      label={text.corpus}
      value={tab}
      onChange={(next) => {
        if (next === 'guide') adjust(placeOfGuide('questions'));
        else if (next) onTab(next);
      }}
      options={[...TABS, 'guide' as const].map((id) => ({ id, label: text.tabs[id] }))}
    />
  );
}

interface ContentProps {
  corpus: Corpus;
  isReadOnly: boolean;
  tab: Tab;
  onTab: (tab: Tab) => void;
  query: string;
  onQuery: (query: string) => void;
  scope: Scope | null;
  onScope: (scope: Scope | null) => void;
}

function Content({ corpus, isReadOnly, tab, onTab, query, onQuery, scope, onScope }: ContentProps) {
  const text = useText(corpusText);
  const keyWords = useKeyWords('+');
  const addFiles = useAddFiles();
  const [table, setTable] = useState<ChosenFile | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const closeTable = useCallback(() => setTable(null), []);
  const isEmpty = corpus[tab].length === 0;
  const view = { corpus, scope, query, isReadOnly };
  return (
    <>
      <h1 className="visually-hidden">{text.corpus}</h1>
      <header className="corpus-head">
        <CorpusTabs tab={tab} onTab={onTab} />
        <ScopeChip corpus={corpus} scope={scope} onScope={onScope} />
        <span className="corpus-tools">
          {isEmpty ? null : <SearchField label={text.filter} value={query} onChange={onQuery} className="corpus-filter" />}
          <TableTools
            scope={SCOPE[tab]}
            isEmpty={isEmpty}
            isReadOnly={isReadOnly}
            onCorpusTable={() => setPrinting(true)}
            onTable={(list) => setTable(filesChosen(list)[0] ?? null)}
          />
          {isEmpty || isReadOnly ? null : <AddAttribute scope={SCOPE[tab]} />}
          {isReadOnly ? null : <OpenImport />}
        </span>
      </header>
      {tab === 'sources' && isEmpty ? (
        <EmptyState
          icon={FolderOpen}
          title={text.emptyTitle}
          text={text.emptyText(READABLE_EXTENSIONS.map((extension) => extension.slice(1)).join(', '))}
          actions={isReadOnly ? null : <FilePickers isPrimary onChosen={addFiles} />}
        />
      ) : null}
      {tab === 'sources' && !isEmpty ? <SourcesSheet {...view} /> : null}
      {tab === 'participants' ? <ParticipantsSheet {...view} /> : null}
      {tab === 'cases' ? <CasesSheet {...view} onShowSources={(id) => onScope({ kind: 'case', id })} /> : null}
      {isPrinting ? <CorpusTableDialog onClose={() => setPrinting(false)} /> : null}
      {table ? <AttributeTableDialog corpus={corpus} chosen={table} onClose={closeTable} /> : null}
      {isEmpty || isReadOnly ? null : <p className="corpus-foot">{text.howToEdit(keyWords)}</p>}
    </>
  );
}

/** What the sheets are narrowed to, and the way out of it. */
function ScopeChip({ corpus, scope, onScope }: Pick<ContentProps, 'corpus' | 'scope' | 'onScope'>) {
  const text = useText(corpusText);
  const links = useText(corpusLinksText);
  const owner = scope?.kind === 'case' ? corpus.cases.find(({ id }) => id === scope.id) : undefined;
  const group = scope?.kind === 'group' ? corpus.groups.find(({ id }) => id === scope.id) : undefined;
  const words = owner ? text.onlyCase(owner.name) : group ? links.onlyGroup(group.name) : null;
  if (words === null) return null;
  return (
    <Chip onRemove={() => onScope(null)} removeLabel={links.showAll}>
      {words}
    </Chip>
  );
}
