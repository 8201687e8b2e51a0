// What came of an import, file by file: what is in, what stayed outside and why, and one act to take it all back.
import { FileWarning, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { ImportReport as Report } from '../../shared/contract/import.ts';
import type { Language } from '../../shared/domain/project.ts';
import { annotationsText } from '../../shared/i18n/annotations.ts';
import { importText } from '../../shared/i18n/import.ts';
import { useKeysOf } from '../frame/use-keymap.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { encodingName, isGuessed, reasonWords, refusalWords } from './file-words.ts';
import { FilePickers } from './file-pickers.tsx';
import { useAddFiles, useImportSession } from './import-context.tsx';
import { isTaken, refusedFiles } from './import-state.ts';
import type { ImportFile, ImportState } from './import-state.ts';
import { pageRanges } from './page-ranges.ts';
import './report.css';

interface ImportReportProps {
  corpus: Corpus;
  state: ImportState;
  report: Report;
}

export function ImportReport({ corpus, state, report }: ImportReportProps) {
  const text = useText(importText);
  const session = useImportSession();
  const add = useAddFiles();
  const { adjust } = useNavigation();
  const { imported } = report;
  const here = new Set<string>(corpus.sources.map(({ id }) => id));
  const isUndone = imported.length > 0 && !imported.some(({ sourceId }) => here.has(sourceId));
  const close = () => {
    session.discard();
    adjust({ screen: 'corpus' });
  };
  const title = imported.length === 0 ? text.reportNothing : isUndone ? text.reportUndone : text.reportTitle;
  return (
    <section className="import" aria-label={title} data-panel>
      <header className="import-head">
        <h1 className="import-title">{title}</h1>
        <span className="import-head-end">
          <FilePickers onChosen={add} isQuiet />
          {imported.length > 0 && !isUndone ? <UndoImport /> : null}
          <Button variant="primary" onPress={close} autoFocus>
            {text.close}
          </Button>
        </span>
      </header>
      <div className="report">
        <LeftOutside state={state} report={report} />
        {imported.length > 0 && !isUndone ? (
          <Part title={text.imported(imported.length)}>
            {imported.map((source) => (
              <ImportedSource key={source.sourceId} source={source} isHere={here.has(source.sourceId)} />
            ))}
          </Part>
        ) : null}
      </div>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="report-part">
      <SectionTitle level={2}>{title}</SectionTitle>
      <ul className="report-list">{children}</ul>
    </section>
  );
}

/** Only while the import is the latest act: undo takes back the latest one. */
function UndoImport() {
  const text = useText(importText);
  const undoKeys = useKeysOf('undo');
  const run = useRun();
  const notify = useNotify();
  const { data: status } = useQuery('project.status', {});
  if (status?.undo?.command !== 'source.import') return null;
  const undo = async () => {
    if (await run('history.undo', {})) notify({ text: text.undone, kind: 'done' });
  };
  return (
    <Button onPress={() => void undo()}>
      <Undo2 size={14} aria-hidden />
      {text.undoImport}
      {undoKeys === undefined ? null : <Kbd keys={undoKeys} />}
    </Button>
  );
}

function ImportedSource({ source, isHere }: { source: Report['imported'][number]; isHere: boolean }) {
  const text = useText(importText);
  const { go } = useNavigation();
  const annotationWords = useText(annotationsText);
  const { name, turns, words, speakers, encoding, pagesWithoutText: pages, annotations } = source;
  const measures = [
    text.turns(turns),
    text.words(words),
    speakers.length === 0 ? text.noneRecognised : text.speakerNames(speakers),
    ...(encoding !== null && isGuessed(encoding) ? [text.encoding(encodingName(encoding))] : []),
    ...(annotations && annotations.codings + annotations.memos > 0 ? [annotationWords.taken(annotations)] : []),
  ];
  const toCheck = annotations
    ? [
        ...(annotations.onParagraph > 0 ? [annotationWords.onParagraph(annotations.onParagraph)] : []),
        ...(annotations.unplaced.length > 0 ? [annotationWords.notTaken(annotations.unplaced)] : []),
      ]
    : [];
  return (
    <li className="report-row">
      <span className="report-words">
        <b>{name}</b>
        <span className="number">{measures.join(' · ')}</span>
        {pages.length > 0 ? <span className="report-warning">{text.pagesWithoutText(pageRanges(pages), pages.length)}</span> : null}
        {toCheck.map((warning) => (
          <span key={warning} className="report-warning">
            {warning}
          </span>
        ))}
      </span>
      {isHere ? (
        <Button size="small" aria-label={text.readSource(name)} onPress={() => go({ screen: 'coding', sourceId: source.sourceId })}>
          {text.read}
        </Button>
      ) : null}
    </li>
  );
}

/** What was refused, when it was read or when it was written, and what nobody wanted. */
function LeftOutside({ state, report }: { state: ImportState; report: Report }) {
  const { language } = useLanguage();
  const text = importText[language];
  const refused = refusedFiles(state, report).map((file) => ({ ...file, why: refusalWords(file, language) }));
  const left = state.files.filter((file) => file.reading.status !== 'refused' && !isTaken(file));
  return (
    <>
      {refused.length > 0 ? (
        <Part title={text.refused(refused.length)}>
          {refused.map(({ path, why }) => (
            <li key={path} className="report-row report-refused">
              <FileWarning size={15} aria-hidden />
              <span className="report-words">
                <b>{path}</b>
                <span>{why}</span>
              </span>
            </li>
          ))}
        </Part>
      ) : null}
      {left.length > 0 ? (
        <Part title={text.leftOut(left.length)}>
          {left.map((file) => (
            <li key={file.key} className="report-row">
              <span className="report-words">
                <b>{file.chosen.path}</b>
                <span>{whyLeft(file, language)}</span>
              </span>
            </li>
          ))}
        </Part>
      ) : null}
    </>
  );
}

function whyLeft(file: ImportFile, language: Language): string {
  const text = importText[language];
  if (file.reading.status === 'waiting') return text.leftUnread;
  return reasonWords(file, language) ?? text.leftByHand;
}
