// The way in for those who come from another program: its project is chosen, read, and what came is told before it is opened.
import { Import } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { Output } from '../../shared/contract/contract.ts';
import { arrivalText } from '../../shared/i18n/arrival.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { base64Of } from '../import/chosen-files.ts';
import { useRun } from '../ui/use-run.ts';
import { ArrivalReport } from './arrival-report.tsx';
import './leaving.css';

const KINDS = ['.qdpx', '.qda', '.sqlite3', '.sqlite', '.rqda'];
const MOST_BYTES = 100_000_000;

export function ArrivalCard({ onEnter }: { onEnter: () => void }) {
  const { language } = useLanguage();
  const text = arrivalText[language];
  const run = useRun();
  const notify = useNotify();
  const [isReading, setIsReading] = useState(false);
  const [came, setCame] = useState<Output<'project.createFrom'> | null>(null);

  const take = async (files: FileList | null) => {
    const [file] = files ?? [];
    if (!file) return;
    if (file.size > MOST_BYTES) {
      notify({ text: text.tooLarge, kind: 'failure' });
      return;
    }
    setIsReading(true);
    const arrived = await run('project.createFrom', { file: { name: file.name, base64: await base64Of(file) }, language });
    setIsReading(false);
    if (arrived) setCame(arrived);
  };
  const open = async (ref: string) => {
    if (await run('project.open', { ref })) onEnter();
  };
  return (
    <div className="home-card">
      <h3>{text.card}</h3>
      <p className="quiet">{text.cardText}</p>
      <FileTrigger acceptedFileTypes={KINDS} onSelect={(files) => void take(files)}>
        <Button isPending={isReading}>
          <Import size={15} aria-hidden />
          {isReading ? text.reading : text.choose}
        </Button>
      </FileTrigger>
      <details className="arrival-how">
        <summary>{text.how}</summary>
        <dl>
          {Object.entries(text.steps).map(([program, step]) => (
            <div key={program}>
              <dt>{program}</dt>
              <dd>{step}</dd>
            </div>
          ))}
        </dl>
      </details>
      {came ? <ArrivalReport read={came.read} onOpen={() => void open(came.ref)} onClose={() => setCame(null)} /> : null}
    </div>
  );
}
