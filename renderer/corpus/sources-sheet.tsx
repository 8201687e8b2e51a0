// The sources as a sheet: their cards, the parts that belong to cases, and how far each is coded.
import { AudioLines, FileDown, MoreHorizontal } from 'lucide-react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { SOURCE_KINDS } from '../../shared/domain/source.ts';
import type { SourceKind, SourceSummary } from '../../shared/domain/source.ts';
import { attributesText } from '../../shared/i18n/attributes.ts';
import { corpusLinksText } from '../../shared/i18n/corpus-links.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { useNavigation } from '../navigation.tsx';
import { CaseChip } from '../ui/case-chip.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useRun } from '../ui/use-run.ts';
import { caseNamesOf, sourceRows } from './corpus-model.ts';
import type { Scope, SourceRow } from './corpus-model.ts';
import { PartsPanel } from './parts-panel.tsx';
import { Share } from './share.tsx';
import { Sheet } from './sheet.tsx';
import type { SheetColumn } from './sheet-model.ts';
import { SmallStrip } from './source-strip.tsx';
import { bandsByNumber } from './strip-bands.ts';
import { readDay } from './typed-values.ts';
import { useAttempt } from './use-attempt.ts';
import { useAttributeColumns } from './use-attribute-columns.tsx';
import { useMemoColumn } from './use-memo-column.tsx';
import { useRemovals } from './use-removals.ts';

export interface SheetViewProps {
  corpus: Corpus;
  scope: Scope | null;
  query: string;
  isReadOnly: boolean;
}

export function SourcesSheet({ corpus, scope, ...sheet }: SheetViewProps) {
  const text = useText(corpusText);
  const attributes = useAttributeColumns<SourceRow>(corpus, 'source', sheet.isReadOnly);
  const columns = [
    ...useSourceActions(sheet.isReadOnly),
    ...useCardColumns(corpus),
    ...usePartColumns(corpus, sheet.isReadOnly),
    ...useCountColumns(),
    ...useFileColumns(),
    useMemoColumn<SourceRow>('source'),
    ...attributes,
  ];
  return <Sheet label={text.tabs.sources} rows={sourceRows(corpus, scope)} columns={columns} {...sheet} />;
}

/** « Fichier d’origine »: the file as it was imported, to be saved. */
function useSaveOriginal() {
  const run = useRun();
  return async (source: SourceSummary) => {
    const file = await run('source.original', { sourceId: source.id });
    if (file) saveFile(file);
  };
}

function useSourceActions(isReadOnly: boolean): SheetColumn<SourceRow>[] {
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
      isPinned: true,
      links: (source) => [
        { label: text.open, go: () => go({ screen: 'coding', sourceId: source.id }) },
        { label: text.rename, edits: 'name' },
        { label: text.remove, go: () => void removeSource(source), isDanger: true },
      ],
    },
  ];
}

/** What is written on a source's card. */
function useCardColumns(corpus: Corpus): SheetColumn<SourceRow>[] {
  const { language } = useLanguage();
  const text = corpusText[language];
  const { go } = useNavigation();
  const run = useRun();
  const attempt = useAttempt();
  const { columns: titles } = text;

  return [
    {
      id: 'name',
      isPinned: true,
      title: titles.name,
      width: 190,
      value: (source) => source.name,
      edit: { kind: 'text', isRequired: true, commit: (source, name) => attempt('source.update', { sourceId: source.id, name }) },
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
        kind: 'pick',
        isMultiple: true,
        options: corpus.cases.map((one) => ({ id: one.id, label: one.name })),
        chosen: (source) => source.caseIds,
        commit: (source, ids) => void run('source.update', { sourceId: source.id, caseIds: ids as CaseId[] }),
      },
    },
    {
      id: 'kind',
      title: titles.kind,
      width: 88,
      value: (source) => text.kinds[source.kind],
      edit: {
        kind: 'pick',
        isMultiple: false,
        options: SOURCE_KINDS.map((kind) => ({ id: kind, label: text.kinds[kind] })),
        chosen: (source) => [source.kind],
        commit: (source, [kind]) => void run('source.update', { sourceId: source.id, kind: kind as SourceKind }),
      },
    },
    {
      id: 'date',
      title: titles.date,
      width: 112,
      value: (source) => source.date,
      words: (source) => (source.date === null ? '' : formatDate(language, source.date)),
      copied: (source) => source.date ?? '',
      edit: {
        kind: 'text',
        reads: (typed) => readDay(typed, language),
        example: attributesText[language].dateExample,
        commit: (source, date) => attempt('source.update', { sourceId: source.id, date: date === '' ? null : date }),
      },
    },
  ];
}

/** How long a source is, and how far it is coded. */
function useCountColumns(): SheetColumn<SourceRow>[] {
  const text = useText(corpusText);
  const links = useText(corpusLinksText);
  const { go } = useNavigation();
  const { columns: titles } = text;
  const answered = (source: SourceRow) => source.turns - source.interviewerTurns;
  return [
    { id: 'words', title: titles.words, width: 58, isNumber: true, value: (source) => source.words },
    { id: 'turns', title: titles.turns, width: 54, isNumber: true, value: (source) => source.turns },
    {
      id: 'coded',
      title: titles.coded,
      hint: links.codedHint,
      width: 92,
      isNumber: true,
      value: (source) => (answered(source) === 0 ? null : source.codedTurns / answered(source)),
      shows: (source) => (answered(source) === 0 ? null : <Share part={source.codedTurns} whole={answered(source)} />),
    },
    {
      id: 'codings',
      title: titles.codings,
      width: 72,
      isNumber: true,
      value: (source) => source.codings,
      links: (source) => (source.codings > 0 ? [{ label: text.open, go: () => go({ screen: 'coding', sourceId: source.id }) }] : []),
    },
  ];
}

/** The parts that belong to cases. */
function usePartColumns(corpus: Corpus, isReadOnly: boolean): SheetColumn<SourceRow>[] {
  const text = useText(corpusLinksText);
  return [
    {
      id: 'parts',
      title: text.parts,
      width: 92,
      value: (source) => source.parts.length || null,
      words: (source) => (source.parts.length === 0 ? '' : text.partsCount(source.parts.length)),
      shows: (source) =>
        source.parts.length === 0 ? null : (
          <span className="sheet-strip">
            <SmallStrip bands={bandsByNumber(source.parts)} count={source.turns} cases={corpus.cases} />
            {source.parts.length}
          </span>
        ),
      edit: {
        kind: 'panel',
        label: (source) => text.partsOf(source.name),
        shows: (source) => <PartsPanel corpus={corpus} source={source} isReadOnly={isReadOnly} />,
      },
    },
  ];
}

/** The file and the recording behind the text. */
function useFileColumns(): SheetColumn<SourceRow>[] {
  const text = useText(corpusLinksText);
  const saveOriginal = useSaveOriginal();
  return [
    {
      id: 'original',
      title: text.original,
      hint: text.originalHint,
      width: 58,
      value: (source) => source.originalName || null,
      shows: (source) => (source.hasOriginal ? <FileDown size={14} aria-label={text.saveOriginal(source.originalName)} /> : null),
      links: (source) => (source.hasOriginal ? [{ label: text.saveOriginal(source.originalName), go: () => void saveOriginal(source) }] : []),
    },
    {
      id: 'recording',
      title: text.recording,
      hint: text.recordingHint,
      width: 46,
      value: (source) => source.hasMedia,
      words: (source) => (source.hasMedia ? text.hasRecording : ''),
      shows: (source) => (source.hasMedia ? <AudioLines size={14} aria-label={text.hasRecording} /> : null),
    },
  ];
}
