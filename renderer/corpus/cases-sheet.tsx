// What the study compares, with what each case holds.
import { MoreHorizontal } from 'lucide-react';
import type { CaseId } from '../../shared/domain/ids.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { CaseChip } from '../ui/case-chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { useRun } from '../ui/use-run.ts';
import { NameForm } from './name-form.tsx';
import { caseRows } from './corpus-model.ts';
import type { CaseRow } from './corpus-model.ts';
import { Sheet } from './sheet.tsx';
import type { SheetColumn } from './sheet-model.ts';
import type { SheetViewProps } from './sources-sheet.tsx';
import { useAttributeColumns } from './use-attribute-columns.ts';
import { useRemovals } from './use-removals.ts';

interface CasesSheetProps extends SheetViewProps {
  onShowSources: (caseId: CaseId) => void;
}

export function CasesSheet({ corpus, onShowSources, ...sheet }: CasesSheetProps) {
  const text = useText(corpusText);
  const run = useRun();
  const attributes = useAttributeColumns<CaseRow>(corpus, 'case');
  const columns = [...useCaseActions(sheet.isReadOnly), ...useCaseColumns(onShowSources), ...attributes];
  if (corpus.cases.length === 0) {
    return (
      <EmptyState
        title={text.tabs.cases}
        text={text.noCases}
        actions={sheet.isReadOnly ? null : <NameForm label={text.caseName} action={text.addCase} onSubmit={(name) => run('case.create', { name })} />}
      />
    );
  }
  return <Sheet label={text.tabs.cases} rows={caseRows(corpus)} columns={columns} {...sheet} />;
}

function useCaseActions(isReadOnly: boolean): SheetColumn<CaseRow>[] {
  const text = useText(corpusText);
  const { removeCase } = useRemovals();
  if (isReadOnly) return [];
  return [
    {
      id: 'actions',
      title: text.columns.actions,
      width: 30,
      value: () => null,
      shows: (row) => <MoreHorizontal size={14} aria-label={text.moreFor(row.name)} />,
      isMenu: true,
      links: (row) => [
        { label: text.rename, edits: 'name' },
        { label: text.removeCase, go: () => void removeCase(row), isDanger: true },
      ],
    },
  ];
}

function useCaseColumns(onShowSources: (caseId: CaseId) => void): SheetColumn<CaseRow>[] {
  const text = useText(corpusText);
  const run = useRun();
  const { columns: titles } = text;
  const toSources = (row: CaseRow) => (row.sources.length > 0 ? [{ label: text.open, go: () => onShowSources(row.id) }] : []);

  return [
    {
      id: 'name',
      title: titles.name,
      width: 220,
      value: (row) => row.name,
      shows: (row) => <CaseChip name={row.name} position={row.position} />,
      edit: { kind: 'text', isRequired: true, commit: (row, name) => void run('case.rename', { caseId: row.id, name }) },
    },
    { id: 'sources', title: titles.sources, width: 80, isNumber: true, value: (row) => row.sources.length, links: toSources },
    { id: 'participants', title: titles.participants, width: 100, isNumber: true, value: (row) => row.participants },
    { id: 'words', title: titles.words, width: 80, isNumber: true, value: (row) => row.words },
    {
      id: 'codings',
      title: titles.codings,
      width: 84,
      isNumber: true,
      value: (row) => row.codings,
      links: (row) => (row.codings > 0 ? toSources(row) : []),
    },
  ];
}
