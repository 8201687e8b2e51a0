// The import in the corpus's place: files on the left, what each would become beside them, nothing written before the button below says so.
import { FileDown } from 'lucide-react';
import { useEffect } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import { READABLE_EXTENSIONS, TABLE_EXTENSIONS } from '../../shared/domain/readable-formats.ts';
import { importText } from '../../shared/i18n/import.ts';
import { useNavigation } from '../navigation.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Workspace } from '../ui/workspace.tsx';
import { DocumentPreview } from './document-preview.tsx';
import { FileList } from './file-list.tsx';
import { FilePickers } from './file-pickers.tsx';
import { useAddFiles, useImportSession, useImportState } from './import-context.tsx';
import { ImportFoot } from './import-foot.tsx';
import { ImportHead } from './import-head.tsx';
import { ImportReport } from './import-report.tsx';
import { documentOf, plainImport, surveyOf } from './import-state.ts';
import type { ImportFile, ImportState } from './import-state.ts';
import './import.css';
import { SpeakersPanel } from './speakers-panel.tsx';
import { SurveyPreview } from './survey-preview.tsx';
import { UnreadFile } from './unread-file.tsx';

/** Other spellings of formats that are named already. */
const UNNAMED: ReadonlySet<string> = new Set(['.markdown', '.text', '.htm']);
const FORMATS = [...READABLE_EXTENSIONS, ...TABLE_EXTENSIONS]
  .filter((extension) => !UNNAMED.has(extension))
  .map((extension) => extension.slice(1))
  .join(', ');

export function ImportScreen({ corpus, isReadOnly }: { corpus: Corpus; isReadOnly: boolean }) {
  const text = useText(importText);
  const state = useImportState();
  const add = useAddFiles();
  if (useBackWhenPlain(state)) return null;
  if (state?.phase === 'reported' && state.report) return <ImportReport corpus={corpus} state={state} report={state.report} />;
  if (state) return <Preview corpus={corpus} state={state} />;
  return (
    <section className="import" aria-label={text.title} data-panel>
      <ImportHead state={null} />
      <EmptyState
        icon={FileDown}
        title={isReadOnly ? text.readOnly : text.emptyTitle}
        text={isReadOnly ? null : text.emptyText(FORMATS)}
        actions={isReadOnly ? null : <FilePickers isPrimary onChosen={add} />}
      />
    </section>
  );
}

function Preview({ corpus, state }: { corpus: Corpus; state: ImportState }) {
  const text = useText(importText);
  const shown = state.files.find(({ key }) => key === state.shownKey);
  const document = shown ? documentOf(shown) : null;
  const isWriting = state.phase === 'writing';
  return (
    <section className="import" aria-label={text.title}>
      <ImportHead state={state} />
      <div className="import-body" inert={isWriting}>
        <Workspace
          name="import"
          left={<FileList state={state} />}
          leftLabel={text.files}
          contentLabel={shown ? text.preview(shown.chosen.path) : text.text}
          {...(shown && document
            ? { right: <SpeakersPanel key={shown.key} corpus={corpus} state={state} file={shown} />, rightLabel: text.speakersTitle }
            : {})}
          defaults={{ leftWidth: 300, rightWidth: 280 }}
        >
          {shown ? <ShownFile key={shown.key} corpus={corpus} state={state} file={shown} /> : null}
        </Workspace>
      </div>
      <ImportFoot corpus={corpus} state={state} />
    </section>
  );
}

function ShownFile({ corpus, state, file }: { corpus: Corpus; state: ImportState; file: ImportFile }) {
  const document = documentOf(file);
  const survey = surveyOf(file);
  if (document) return <DocumentPreview corpus={corpus} state={state} file={file} incoming={document} />;
  if (survey) return <SurveyPreview corpus={corpus} file={file} incoming={survey} />;
  return <UnreadFile file={file} />;
}

/** One source that came in without anything to tell about it needs no page: back in the corpus, in two acts. */
function useBackWhenPlain(state: ImportState | null): boolean {
  const text = useText(importText);
  const session = useImportSession();
  const notify = useNotify();
  const { adjust, go } = useNavigation();
  const only = state === null ? null : plainImport(state);
  useEffect(() => {
    if (!only) return;
    session.discard();
    adjust({ screen: 'corpus' });
    const read = () => go({ screen: 'coding', sourceId: only.sourceId });
    notify({ text: text.oneImported(only.name), kind: 'done', action: { label: text.read, onPress: read } });
  }, [only, session, adjust, go, notify, text]);
  return only !== null;
}
