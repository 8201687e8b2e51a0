// The people who speak, where they belong, under which names they speak, and what is known of them.
import { MoreHorizontal, Square, SquareCheck } from 'lucide-react';
import { useState } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { citationCode } from '../../shared/domain/source.ts';
import { corpusLinksText } from '../../shared/i18n/corpus-links.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { useNavigation } from '../navigation.tsx';
import { CaseChip } from '../ui/case-chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { useRun } from '../ui/use-run.ts';
import { participantRows, voiceWords } from './corpus-model.ts';
import type { ParticipantRow } from './corpus-model.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { Sheet } from './sheet.tsx';
import type { SheetColumn } from './sheet-model.ts';
import type { SheetViewProps } from './sources-sheet.tsx';
import { useAttempt } from './use-attempt.ts';
import { useAttributeColumns } from './use-attribute-columns.tsx';
import { useMemoColumn } from './use-memo-column.tsx';
import { VoicesPanel } from './voices-panel.tsx';

const NO_CASE = 'none';

export function ParticipantsSheet({ corpus, scope, ...sheet }: SheetViewProps) {
  const text = useText(corpusText);
  const attributes = useAttributeColumns<ParticipantRow>(corpus, 'participant', sheet.isReadOnly);
  const [merging, setMerging] = useState<ParticipantRow | null>(null);
  const columns = [
    ...useParticipantActions(corpus, sheet.isReadOnly, setMerging),
    ...usePersonColumns(corpus),
    ...useVoiceColumns(corpus, sheet.isReadOnly),
    useMemoColumn<ParticipantRow>('participant'),
    ...attributes,
  ];
  if (corpus.participants.length === 0) return <EmptyState title={text.tabs.participants} text={text.noParticipants} />;
  return (
    <>
      <Sheet label={text.tabs.participants} rows={participantRows(corpus, scope)} columns={columns} {...sheet} />
      {merging ? <MergeDialog person={merging} corpus={corpus} onClose={() => setMerging(null)} /> : null}
    </>
  );
}

function useParticipantActions(corpus: Corpus, isReadOnly: boolean, onMerge: (row: ParticipantRow) => void): SheetColumn<ParticipantRow>[] {
  const text = useText(corpusText);
  const { otherPerson } = useText(corpusLinksText);
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
        ...(corpus.participants.length > 1 ? [{ label: text.merge, go: () => onMerge(row) }] : []),
        ...(row.voices.length > 0 ? [{ label: otherPerson, edits: 'voices' }] : []),
      ],
    },
  ];
}

/** Name, case, and whether they ask. */
function usePersonColumns(corpus: Corpus): SheetColumn<ParticipantRow>[] {
  const text = useText(corpusText);
  const { interviewerHint } = useText(corpusLinksText);
  const run = useRun();
  const attempt = useAttempt();
  const caseOf = (row: ParticipantRow) => corpus.cases.find((one) => one.id === row.caseId);
  const { columns: titles } = text;

  return [
    {
      id: 'name',
      isPinned: true,
      title: titles.name,
      width: 200,
      value: (row) => row.name,
      edit: { kind: 'text', isRequired: true, commit: (row, name) => attempt('participant.update', { participantId: row.id, name }) },
    },
    {
      id: 'case',
      title: titles.cases,
      width: 120,
      value: (row) => caseOf(row)?.name ?? null,
      shows: (row) => {
        const owner = caseOf(row);
        return owner ? <CaseChip name={owner.name} position={owner.position} /> : null;
      },
      edit: {
        kind: 'pick',
        isMultiple: false,
        options: [...corpus.cases.map((one) => ({ id: one.id as string, label: one.name })), { id: NO_CASE, label: text.noCase }],
        chosen: (row) => [row.caseId ?? NO_CASE],
        commit: (row, [id]) => void run('participant.update', { participantId: row.id, caseId: id === NO_CASE ? null : (id as CaseId) }),
      },
    },
    {
      id: 'interviewer',
      title: titles.interviewer,
      hint: interviewerHint,
      width: 84,
      value: (row) => row.isInterviewer,
      shows: (row) =>
        row.isInterviewer ? <SquareCheck size={15} aria-label={text.yes} /> : <Square size={15} className="sheet-unchecked" aria-label={text.no} />,
      edit: { kind: 'check', commit: (row, isInterviewer) => void run('participant.update', { participantId: row.id, isInterviewer }) },
    },
  ];
}

function labelsOf({ voices }: ParticipantRow): string[] {
  return [...new Set(voices.map(({ label }) => label))];
}

/** The labels they speak under, and the sources where they do. */
function useVoiceColumns(corpus: Corpus, isReadOnly: boolean): SheetColumn<ParticipantRow>[] {
  const text = useText(corpusText);
  const links = useText(corpusLinksText);
  const { go } = useNavigation();
  return [
    {
      id: 'voices',
      title: links.voices,
      width: 170,
      value: (row) => voiceWords(row.voices) || null,
      // a label that is the name says nothing new
      shows: (row) => <span className={labelsOf(row).join() === row.name ? 'quiet' : undefined}>{labelsOf(row).join(', ')}</span>,
      edit: {
        kind: 'panel',
        label: (row) => links.voicesOf(row.name),
        shows: (row) => <VoicesPanel corpus={corpus} person={row} isReadOnly={isReadOnly} />,
      },
    },
    {
      id: 'sources',
      title: text.columns.sources,
      width: 120,
      value: (row) => row.sources.map((source) => citationCode(source.name)).join(', ') || null,
      links: (row) => row.sources.map((source) => ({ label: source.name, go: () => go({ screen: 'coding', sourceId: source.id }) })),
    },
  ];
}
