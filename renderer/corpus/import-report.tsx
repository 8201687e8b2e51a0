// What came of an import, file by file: what was recognised in each, and why some stayed outside.
import { FileWarning } from 'lucide-react';
import type { ImportReport } from '../../shared/contract/corpus.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { sentenceOf } from '../ui/use-run.ts';

interface ImportReportDialogProps {
  report: ImportReport;
  isCancelled: boolean;
  onClose: () => void;
}

export function ImportReportDialog({ report, isCancelled, onClose }: ImportReportDialogProps) {
  const { language } = useLanguage();
  const text = corpusText[language];
  const { go } = useNavigation();
  const { imported, refused } = report;
  const first = imported[0];
  const title = isCancelled ? text.reportCancelled : imported.length === 0 ? text.reportNothing : text.reportTitle;

  return (
    <Dialog
      isOpen
      size="wide"
      title={title}
      onClose={onClose}
      actions={
        <>
          {first ? <Button onPress={() => go({ screen: 'coding', sourceId: first.sourceId })}>{`${text.read} ${first.name}`}</Button> : null}
          <Button variant="primary" onPress={onClose} autoFocus>
            {text.done}
          </Button>
        </>
      }
    >
      {isCancelled ? <p>{imported.length > 0 ? `${text.cancelledText} ${text.cancelledAfter(imported.length)}` : text.cancelledText}</p> : null}
      {refused.length > 0 ? (
        <section>
          <SectionTitle>{text.refused(refused.length)}</SectionTitle>
          <ul className="import-report">
            {refused.map((file) => (
              <Refused key={file.file} file={file.file} sentence={sentenceOf({ kind: 'refusal', code: file.code, data: file.data }, language)} />
            ))}
          </ul>
        </section>
      ) : null}
      {imported.length > 0 ? (
        <section>
          <SectionTitle>{text.imported(imported.length)}</SectionTitle>
          <ul className="import-report">
            {imported.map((source) => (
              <li key={source.sourceId}>
                <b>{source.name}</b>
                <span className="number">
                  {[
                    text.turns(source.turns),
                    text.words(source.words),
                    text.speakers(source.speakers),
                    ...(source.encoding === null ? [] : [text.encoding(encodingName(source.encoding))]),
                  ].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Dialog>
  );
}

function Refused({ file, sentence }: { file: string; sentence: string }) {
  return (
    <li className="import-refused">
      <FileWarning size={15} aria-hidden />
      <span>
        {sentence.includes(file) ? null : <b>{file}</b>}
        {sentence}
      </span>
    </li>
  );
}

/** `utf-8` → `UTF-8`, `windows-1252` → `Windows-1252`: as they are usually written. */
function encodingName(label: string): string {
  return /^(utf|iso)/i.test(label) ? label.toUpperCase() : label.charAt(0).toUpperCase() + label.slice(1);
}
