// The sources as a sheet: their cards, and how far each is coded.
import { MoreHorizontal } from 'lucide-react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { SOURCE_KINDS } from '../../shared/domain/source.ts';
import type { SourceKind, SourceSummary } from '../../shared/domain/source.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { useNavigation } from '../navigation.tsx';
import { CaseChip } from '../ui/case-chip.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useRun } from '../ui/use-run.ts';
import { caseNamesOf, sourcesOfCase } from './corpus-model.ts';
import { Share } from './share.tsx';
import { Sheet } from './sheet.tsx';
import type { SheetColumn } from './sheet-model.ts';
import { useAttributeColumns } from './use-attribute-columns.ts';
import { useRemovals } from './use-removals.ts';

export interface SheetViewProps {
  corpus: Corpus;
  query: string;
  isReadOnly: boolean;
}

export function SourcesSheet({ corpus, onlyCase, ...sheet }: SheetViewProps & { onlyCase: CaseId | null }) {
  const text = useText(corpusText);
  const attributes = useAttributeColumns<SourceSummary>(corpus, 'source');
  const columns = [...useSourceActions(sheet.isReadOnly), ...useCardColumns(corpus), ...useCountColumns(), ...attributes];
  return <Sheet label={text.tabs.sources} rows={sourcesOfCase(corpus.sources, onlyCase)} columns={columns} {...sheet} />;
}

function useSourceActions(isReadOnly: boolean): SheetColumn<SourceSummary>[] {
  const text = useText(corpusText);
  const { go } = useNavigation();
  const { removeSource } = useRemovals();
  if (isReadOnly) return [];
  return [
    {
      id: 'actions',
      title: text.columns.actions,
      width: 30,
      value: () => null,
      shows: (source) => <MoreHorizontal size={14} aria-label={text.moreFor(source.name)} />,
      isMenu: true,
      links: (source) => [
        { label: text.open, go: () => go({ screen: 'coding', sourceId: source.id }) },
        { label: text.rename, edits: 'name' },
        { label: text.remove, go: () => void removeSource(source), isDanger: true },
      ],
    },
  ];
}

/** What is written on a source's card. */
function useCardColumns(corpus: Corpus): SheetColumn<SourceSummary>[] {
  const { language } = useLanguage();
  const text = corpusText[language];
  const { go } = useNavigation();
  const run = useRun();
  const { columns: titles } = text;

  return [
    {
      id: 'name',
      title: titles.name,
      width: 210,
      value: (source) => source.name,
      edit: { kind: 'text', isRequired: true, commit: (source, name) => void run('source.update', { sourceId: source.id, name }) },
      links: (source) => [{ label: text.open, go: () => go({ screen: 'coding', sourceId: source.id }) }],
    },
    {
      id: 'cases',
      title: titles.cases,
      width: 104,
      value: (source) => caseNamesOf(corpus, source.caseIds) || null,
      shows: (source) =>
        corpus.cases.filter((one) => source.caseIds.includes(one.id)).map((one) => <CaseChip key={one.id} name={one.name} position={one.position} />),
      edit: {
        kind: 'choices',
        options: corpus.cases.map((one) => ({ id: one.id, label: one.name })),
        chosen: (source) => source.caseIds,
        commit: (source, ids) => void run('source.update', { sourceId: source.id, caseIds: ids as CaseId[] }),
      },
    },
    {
      id: 'kind',
      title: titles.kind,
      width: 94,
      value: (source) => text.kinds[source.kind],
      edit: {
        kind: 'choice',
        options: SOURCE_KINDS.map((kind) => ({ id: kind, label: text.kinds[kind] })),
        commit: (source, kind) => void run('source.update', { sourceId: source.id, kind: kind as SourceKind }),
      },
    },
    {
      id: 'date',
      title: titles.date,
      width: 118,
      value: (source) => source.date,
      shows: (source) => (source.date === null ? null : formatDate(language, source.date)),
      edit: { kind: 'date', commit: (source, date) => void run('source.update', { sourceId: source.id, date: date === '' ? null : date }) },
    },
  ];
}

/** How long a source is, and how far it is coded. */
function useCountColumns(): SheetColumn<SourceSummary>[] {
  const text = useText(corpusText);
  const { go } = useNavigation();
  const { columns: titles } = text;
  return [
    { id: 'words', title: titles.words, width: 62, isNumber: true, value: (source) => source.words },
    { id: 'turns', title: titles.turns, width: 58, isNumber: true, value: (source) => source.turns },
    {
      id: 'coded',
      title: titles.coded,
      width: 92,
      isNumber: true,
      value: (source) => (source.turns === 0 ? null : source.codedTurns / source.turns),
      shows: (source) => <Share part={source.codedTurns} whole={source.turns} />,
    },
    {
      id: 'codings',
      title: titles.codings,
      width: 76,
      isNumber: true,
      value: (source) => source.codings,
      links: (source) => (source.codings > 0 ? [{ label: text.open, go: () => go({ screen: 'coding', sourceId: source.id }) }] : []),
    },
  ];
}
