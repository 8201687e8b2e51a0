// The corpus: cases and sources as an outline, and everything known of them as sheets; sources come in by drop or by button.
import { FolderOpen, Import, Plus, Table, TableProperties } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { DragEvent } from 'react';
import { DialogTrigger, FileTrigger } from 'react-aria-components';
import type { AttributeScope } from '../../shared/domain/corpus.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { READABLE_EXTENSIONS } from '../../shared/domain/readable-formats.ts';
import { attributeTableText } from '../../shared/i18n/attribute-table.ts';
import { corpusTableText } from '../../shared/i18n/corpus-table.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import type { Corpus } from '../../shared/contract/corpus.ts';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { Workspace } from '../ui/workspace.tsx';
import { AttributeTableDialog } from './attribute-table-dialog.tsx';
import { CasesSheet } from './cases-sheet.tsx';
import { filesChosen, filesDropped } from './chosen-files.ts';
import type { ChosenFile } from './chosen-files.ts';
import { CorpusTableDialog } from './corpus-table-dialog.tsx';
import './corpus.css';
import { FilePickers } from './file-pickers.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { NameForm } from './name-form.tsx';
import { Outline } from './outline.tsx';
import { ParticipantsSheet } from './participants-sheet.tsx';
import { SourcesSheet } from './sources-sheet.tsx';
import { useImport } from './use-import.ts';

const TABS = ['sources', 'participants', 'cases'] as const;
type Tab = (typeof TABS)[number];
const SCOPE: Record<Tab, AttributeScope> = { sources: 'source', participants: 'participant', cases: 'case' };

export function CorpusScreen() {
  const text = useText(corpusText);
  const { project } = useProject();
  const { data: corpus } = useQuery('corpus.read', {});
  const [tab, setTab] = useState<Tab>('sources');
  const [onlyCase, setOnlyCase] = useState<CaseId | null>(null);
  const work = useImport();
  const drop = useDrop((files) => work.choose(files));
  if (!corpus) return null;

  const isReadOnly = project?.isReadOnly ?? false;
  const showCase = (caseId: CaseId) => {
    setTab('sources');
    setOnlyCase(caseId);
  };
  return (
    <div className="corpus" {...(isReadOnly ? {} : drop.handlers)}>
      <Workspace
        name="corpus"
        left={<Outline corpus={corpus} isReadOnly={isReadOnly} onShowCase={showCase} />}
        leftLabel={text.outline}
        contentLabel={text.corpus}
      >
        <Content corpus={corpus} isReadOnly={isReadOnly} tab={tab} onTab={setTab} onlyCase={onlyCase} onOnlyCase={setOnlyCase} work={work} />
      </Workspace>
      {drop.isOver ? <div className="corpus-drop">{text.dropHere}</div> : null}
      <ImportDialog cases={corpus.cases} suggestedCase={onlyCase} work={work} />
    </div>
  );
}

interface ContentProps {
  corpus: Corpus;
  isReadOnly: boolean;
  tab: Tab;
  onTab: (tab: Tab) => void;
  onlyCase: CaseId | null;
  onOnlyCase: (caseId: CaseId | null) => void;
  work: ReturnType<typeof useImport>;
}

function Content({ corpus, isReadOnly, tab, onTab, onlyCase, onOnlyCase, work }: ContentProps) {
  const text = useText(corpusText);
  const [query, setQuery] = useState('');
  const { corpusTable } = useText(corpusTableText);
  const [table, setTable] = useState<ChosenFile | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const closeTable = useCallback(() => setTable(null), []);
  const filtered = corpus.cases.find((one) => one.id === onlyCase);
  const isEmpty = corpus[tab].length === 0;
  const view = { corpus, query, isReadOnly };
  return (
    <>
      <h1 className="visually-hidden">{text.corpus}</h1>
      <header className="corpus-head">
        <Segmented
          label={text.corpus}
          value={tab}
          onChange={(next) => next && onTab(next)}
          options={TABS.map((id) => ({ id, label: text.tabs[id] }))}
        />
        {tab === 'sources' && filtered ? (
          <Chip onRemove={() => onOnlyCase(null)} removeLabel={text.showAllCases}>
            {text.onlyCase(filtered.name)}
          </Chip>
        ) : null}
        <span className="corpus-tools">
          {isEmpty ? null : <SearchField label={text.filter} value={query} onChange={setQuery} className="corpus-filter" />}
          {corpus.sources.length === 0 ? null : (
            <Button onPress={() => setPrinting(true)}>
              <TableProperties size={14} aria-hidden />
              {corpusTable}
            </Button>
          )}
          {isEmpty || isReadOnly ? null : <AddAttribute scope={SCOPE[tab]} onTable={setTable} />}
          {isReadOnly ? null : (
            <Button variant="primary" onPress={() => work.choose([])}>
              <Import size={15} aria-hidden />
              {text.import}
            </Button>
          )}
        </span>
      </header>
      {tab === 'sources' && isEmpty ? (
        <EmptyState
          icon={FolderOpen}
          title={text.emptyTitle}
          text={text.emptyText(READABLE_EXTENSIONS.map((extension) => extension.slice(1)).join(', '))}
          actions={isReadOnly ? null : <FilePickers isPrimary onChosen={work.choose} />}
        />
      ) : null}
      {tab === 'sources' && !isEmpty ? <SourcesSheet {...view} onlyCase={filtered?.id ?? null} /> : null}
      {tab === 'participants' ? <ParticipantsSheet {...view} /> : null}
      {tab === 'cases' ? (
        <CasesSheet
          {...view}
          onShowSources={(caseId) => {
            onTab('sources');
            onOnlyCase(caseId);
          }}
        />
      ) : null}
      {isPrinting ? <CorpusTableDialog onClose={() => setPrinting(false)} /> : null}
      {table ? <AttributeTableDialog corpus={corpus} chosen={table} onClose={closeTable} /> : null}
      {isEmpty || isReadOnly ? null : <p className="corpus-foot">{text.howToEdit}</p>}
    </>
  );
}

/** The tables that are read as tables (the core says why another one is not). */
const TABLES = ['.csv', '.tsv', '.xlsx', '.ods'];

/** One attribute by its name, or several out of a table. */
function AddAttribute({ scope, onTable }: { scope: AttributeScope; onTable: (table: ChosenFile) => void }) {
  const text = useText(corpusText);
  const { importTable } = useText(attributeTableText);
  const run = useRun();
  return (
    <DialogTrigger>
      <Button aria-label={text.addColumnTitle}>
        <Plus size={14} aria-hidden />
        {text.addColumn}
      </Button>
      <Popover label={text.addColumnTitle}>
        {(close) => (
          <div className="add-attribute">
            <NameForm
              label={text.attributeName}
              placeholder={text.attributePlaceholder}
              action={text.add}
              onSubmit={async (name) => {
                const made = await run('attribute.create', { scope, name });
                if (made !== undefined) close();
                return made;
              }}
            />
            <FileTrigger
              acceptedFileTypes={TABLES}
              onSelect={(list) => {
                const [table] = filesChosen(list);
                if (!table) return;
                close();
                onTable(table);
              }}
            >
              <Button>
                <Table size={14} aria-hidden />
                {importTable}
              </Button>
            </FileTrigger>
          </div>
        )}
      </Popover>
    </DialogTrigger>
  );
}

/** Files dragged over the screen; a drag of anything else is none of its business. */
function useDrop(onFiles: (files: Awaited<ReturnType<typeof filesDropped>>) => void) {
  const [isOver, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const onDragOver = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(true);
  };
  const onDragLeave = (event: DragEvent) => {
    if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(false);
  };
  const onDrop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    void filesDropped(event.dataTransfer).then((files) => files.length > 0 && onFiles(files));
  };
  return { isOver, handlers: { onDragOver, onDragLeave, onDrop } };
}
