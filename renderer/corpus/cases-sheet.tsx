// What the study compares, with the groups each case is in and what it holds.
import { MoreHorizontal } from 'lucide-react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { CaseGroupId, CaseId } from '../../shared/domain/ids.ts';
import { corpusLinksText } from '../../shared/i18n/corpus-links.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { CaseChip } from '../ui/case-chip.tsx';
import { Chip } from '../ui/chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { useRun } from '../ui/use-run.ts';
import { caseRows } from './corpus-model.ts';
import type { CaseRow } from './corpus-model.ts';
import { NameForm } from './name-form.tsx';
import { Sheet } from './sheet.tsx';
import type { SheetColumn } from './sheet-model.ts';
import type { SheetViewProps } from './sources-sheet.tsx';
import { useAttempt } from './use-attempt.ts';
import { useAttributeColumns } from './use-attribute-columns.tsx';
import { useMemoColumn } from './use-memo-column.tsx';
import { useRemovals } from './use-removals.ts';

interface CasesSheetProps extends SheetViewProps {
  onShowSources: (caseId: CaseId) => void;
}

export function CasesSheet({ corpus, scope, onShowSources, ...sheet }: CasesSheetProps) {
  const text = useText(corpusText);
  const run = useRun();
  const attributes = useAttributeColumns<CaseRow>(corpus, 'case', sheet.isReadOnly);
  const columns = [
    ...useCaseActions(sheet.isReadOnly),
    ...useNameColumns(corpus),
    ...useCaseCounts(onShowSources),
    useMemoColumn<CaseRow>('case'),
    ...attributes,
  ];
  if (corpus.cases.length === 0) {
    return (
      <EmptyState
        title={text.tabs.cases}
        text={text.noCases}
        actions={sheet.isReadOnly ? null : <NameForm label={text.caseName} action={text.addCase} onSubmit={(name) => run('case.create', { name })} />}
      />
    );
  }
  return <Sheet label={text.tabs.cases} rows={caseRows(corpus, scope)} columns={columns} {...sheet} />;
}

function useCaseActions(isReadOnly: boolean): SheetColumn<CaseRow>[] {
  const text = useText(corpusText);
  const { groups } = useText(corpusLinksText);
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
      isPinned: true,
      links: (row) => [
        { label: text.rename, edits: 'name' },
        { label: `${groups}…`, edits: 'groups' },
        { label: text.removeCase, go: () => void removeCase(row), isDanger: true },
      ],
    },
  ];
}

function useNameColumns(corpus: Corpus): SheetColumn<CaseRow>[] {
  const text = useText(corpusText);
  const links = useText(corpusLinksText);
  const run = useRun();
  const attempt = useAttempt();
  return [
    {
      id: 'name',
      isPinned: true,
      title: text.columns.name,
      width: 190,
      value: (row) => row.name,
      shows: (row) => <CaseChip name={row.name} position={row.position} />,
      edit: { kind: 'text', isRequired: true, commit: (row, name) => attempt('case.rename', { caseId: row.id, name }) },
    },
    {
      id: 'groups',
      title: links.groups,
      width: 190,
      value: (row) => row.groups.map(({ name }) => name).join(', ') || null,
      shows: (row) => row.groups.map(({ id, name }) => <Chip key={id}>{name}</Chip>),
      edit: {
        kind: 'pick',
        isMultiple: true,
        options: corpus.groups.map(({ id, name }) => ({ id, label: name })),
        chosen: (row) => row.groups.map(({ id }) => id),
        commit: (row, ids) => void run('case.setGroups', { caseId: row.id, groupIds: ids as CaseGroupId[] }),
        create: { label: links.createGroup, run: (row, name) => void run('caseGroup.create', { name, caseIds: [row.id] }) },
      },
    },
  ];
}

function useCaseCounts(onShowSources: (caseId: CaseId) => void): SheetColumn<CaseRow>[] {
  const text = useText(corpusText);
  const { wordsHint } = useText(corpusLinksText);
  const { columns: titles } = text;
  const toSources = (row: CaseRow) => (row.sources.length > 0 ? [{ label: text.open, go: () => onShowSources(row.id) }] : []);
  return [
    { id: 'sources', title: titles.sources, width: 80, isNumber: true, value: (row) => row.sources.length, links: toSources },
    { id: 'participants', title: titles.participants, width: 100, isNumber: true, value: (row) => row.participants },
    { id: 'words', title: titles.words, hint: wordsHint, width: 80, isNumber: true, value: (row) => row.words },
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
