// The people who speak, where they belong, and what is known of them.
import { MoreHorizontal, Square, SquareCheck } from 'lucide-react';
import { useState } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { citationCode } from '../../shared/domain/source.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { useNavigation } from '../navigation.tsx';
import { CaseChip } from '../ui/case-chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { useRun } from '../ui/use-run.ts';
import { participantRows } from './corpus-model.ts';
import type { ParticipantRow } from './corpus-model.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { Sheet } from './sheet.tsx';
import type { SheetColumn } from './sheet-model.ts';
import type { SheetViewProps } from './sources-sheet.tsx';
import { useAttributeColumns } from './use-attribute-columns.ts';

const NO_CASE = 'none';

export function ParticipantsSheet({ corpus, ...sheet }: SheetViewProps) {
  const text = useText(corpusText);
  const attributes = useAttributeColumns<ParticipantRow>(corpus, 'participant');
  const [merging, setMerging] = useState<ParticipantRow | null>(null);
  const columns = [...useParticipantActions(corpus, sheet.isReadOnly, setMerging), ...useParticipantColumns(corpus), ...attributes];
  if (corpus.participants.length === 0) return <EmptyState title={text.tabs.participants} text={text.noParticipants} />;
  return (
    <>
      <Sheet label={text.tabs.participants} rows={participantRows(corpus)} columns={columns} {...sheet} />
      {merging ? <MergeDialog person={merging} corpus={corpus} onClose={() => setMerging(null)} /> : null}
    </>
  );
}

function useParticipantActions(corpus: Corpus, isReadOnly: boolean, onMerge: (row: ParticipantRow) => void): SheetColumn<ParticipantRow>[] {
  const text = useText(corpusText);
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
        ...(corpus.participants.length > 1 ? [{ label: text.merge, go: () => onMerge(row) }] : []),
      ],
    },
  ];
}

function useParticipantColumns(corpus: Corpus): SheetColumn<ParticipantRow>[] {
  const text = useText(corpusText);
  const { go } = useNavigation();
  const run = useRun();
  const caseOf = (row: ParticipantRow) => corpus.cases.find((one) => one.id === row.caseId);
  const { columns: titles } = text;

  return [
    {
      id: 'name',
      title: titles.name,
      width: 220,
      value: (row) => row.name,
      edit: { kind: 'text', isRequired: true, commit: (row, name) => void run('participant.update', { participantId: row.id, name }) },
    },
    {
      id: 'case',
      title: titles.cases,
      width: 130,
      value: (row) => caseOf(row)?.name ?? null,
      shows: (row) => {
        const owner = caseOf(row);
        return owner ? <CaseChip name={owner.name} position={owner.position} /> : null;
      },
      edit: {
        kind: 'choice',
        options: [{ id: NO_CASE, label: text.noCase }, ...corpus.cases.map((one) => ({ id: one.id as string, label: one.name }))],
        commit: (row, id) => void run('participant.update', { participantId: row.id, caseId: id === NO_CASE ? null : (id as CaseId) }),
      },
    },
    {
      id: 'interviewer',
      title: titles.interviewer,
      width: 100,
      value: (row) => row.isInterviewer,
      shows: (row) =>
        row.isInterviewer ? <SquareCheck size={15} aria-label={text.yes} /> : <Square size={15} className="sheet-unchecked" aria-label={text.no} />,
      edit: { kind: 'check', commit: (row, isInterviewer) => void run('participant.update', { participantId: row.id, isInterviewer }) },
    },
    {
      id: 'sources',
      title: titles.sources,
      width: 200,
      value: (row) => row.sources.map((source) => citationCode(source.name)).join(', ') || null,
      links: (row) => row.sources.map((source) => ({ label: source.name, go: () => go({ screen: 'coding', sourceId: source.id }) })),
    },
  ];
}
