// What a document would become: its name, what is to be known of it, how its turns are found, and its text with them.
import { FileWarning } from 'lucide-react';
import { useMemo } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { IncomingDocument } from '../../shared/domain/incoming.ts';
import { importText } from '../../shared/i18n/import.ts';
import { useLanguage } from '../ui/language.tsx';
import { TextField } from '../ui/text-field.tsx';
import { AnnotationOffer } from './annotation-offer.tsx';
import { encodingName, isGuessed, reasonWords } from './file-words.ts';
import { finalNames } from './import-choices.ts';
import { useImportSession } from './import-context.tsx';
import { changed, nameOf } from './import-state.ts';
import type { ImportFile, ImportState } from './import-state.ts';
import { PatternChoice } from './pattern-choice.tsx';
import { speakerHues } from './preview-rows.ts';
import { pageRanges } from './page-ranges.ts';
import './preview.css';
import { TurnList } from './turn-list.tsx';

interface DocumentPreviewProps {
  corpus: Corpus;
  state: ImportState;
  file: ImportFile;
  incoming: IncomingDocument;
}

export function DocumentPreview({ corpus, state, file, incoming }: DocumentPreviewProps) {
  const { language } = useLanguage();
  const text = importText[language];
  const session = useImportSession();
  const { speakers } = file;
  // By the labels alone: typing a name must not draw the whole text again.
  const hues = useMemo(
    () => speakerHues(incoming.speakers, (speaker) => (speakers.get(speaker.label) ?? speaker).isInterviewer),
    [incoming, speakers],
  );
  return (
    <div className="preview">
      <header className="preview-head">
        <div className="preview-title">
          <TextField
            label={text.sourceName}
            value={nameOf(file)}
            onChange={(name) => session.settle((before) => changed(before, file.key, () => ({ name })))}
            maxLength={300}
          />
          {/* Read aloud anew when the turns are found otherwise. */}
          <p className="preview-measures number" role="status">
            {measuresWords(incoming, text)}
          </p>
        </div>
        <Warnings corpus={corpus} state={state} file={file} incoming={incoming} />
        <PatternChoice state={state} file={file} incoming={incoming} />
        {incoming.annotations ? <AnnotationOffer state={state} file={file} offer={incoming.annotations} /> : null}
      </header>
      <TurnList fileKey={file.key} incoming={incoming} hues={hues} />
    </div>
  );
}

function measuresWords({ turns, timedTurns, words, speakers }: IncomingDocument, text: (typeof importText)['fr']): string {
  const spoken =
    timedTurns === 0 ? text.turns(turns) : timedTurns === turns ? text.timedTurns(turns) : `${text.turns(turns)}, ${text.timed(timedTurns)}`;
  return [text.words(words), spoken, text.speakers(speakers.length)].join(' · ');
}

function Warnings({ corpus, state, file, incoming }: DocumentPreviewProps) {
  const { language } = useLanguage();
  const text = importText[language];
  const { encoding, pagesWithoutText: pages } = incoming;
  const reason = reasonWords(file, language);
  const finalName = finalNames(
    state,
    corpus.sources.map(({ name }) => name),
  ).get(file.key);
  const warnings = [
    ...(reason === null ? [] : [reason]),
    ...(pages.length > 0 ? [text.pagesWithoutText(pageRanges(pages), pages.length)] : []),
    ...(encoding !== null && isGuessed(encoding) ? [text.encodingGuessed(encodingName(encoding))] : []),
    ...(finalName === undefined || finalName === nameOf(file).trim() ? [] : [text.renamed(finalName)]),
  ];
  if (warnings.length === 0) return null;
  return (
    <ul className="preview-warnings">
      {warnings.map((warning) => (
        <li key={warning}>
          <FileWarning size={14} aria-hidden />
          {warning}
        </li>
      ))}
    </ul>
  );
}
