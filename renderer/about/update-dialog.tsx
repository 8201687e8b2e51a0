// The search for an update: says which address will be asked before anything is, asks it when the user confirms, and shows the answer.
import { useState } from 'react';
import type { UpdateAnswer } from '../../shared/domain/update.ts';
import { aboutText } from '../../shared/i18n/about.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import './about.css';

type Words = (typeof aboutText)['fr'];

export function UpdateDialog({ onClose }: { onClose: () => void }) {
  const text = useText(aboutText);
  const { data: card } = useQuery('program.card', {});
  const run = useRun();
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<UpdateAnswer | null>(null);
  const ask = async () => {
    setAsking(true);
    setAnswer((await run('program.checkForUpdate', {})) ?? null);
    setAsking(false);
  };
  if (card === undefined) return null;
  const canAsk = card.updateFeed !== null && (answer === null || answer.kind === 'unreachable' || answer.kind === 'rubbish');

  return (
    <Dialog
      isOpen
      title={text.update}
      onClose={onClose}
      className="about-update"
      actions={
        <>
          <Button onPress={onClose}>{canAsk && answer === null ? text.cancel : text.close}</Button>
          {canAsk ? (
            <Button variant="primary" onPress={() => void ask()} isPending={isAsking}>
              {isAsking ? text.asking : answer === null ? text.ask : text.again}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{text.installed(card.version)}</p>
      {card.updateFeed === null ? <p>{text.notConfigured}</p> : answer === null ? <BeforeAsking address={card.updateFeed} text={text} /> : null}
      <div role="status">{answer === null ? null : <Answer answer={answer} text={text} />}</div>
    </Dialog>
  );
}

function BeforeAsking({ address, text }: { address: string; text: Words }) {
  return (
    <>
      <p>{text.willAsk}</p>
      <p className="about-address">{address}</p>
      <p>{text.whatIsSent}</p>
    </>
  );
}

function Answer({ answer, text }: { answer: UpdateAnswer; text: Words }) {
  const { language } = useLanguage();
  switch (answer.kind) {
    case 'notConfigured':
      return <p>{text.notConfigured}</p>;
    case 'unreachable':
      return <p>{text.unreachable[answer.because]}</p>;
    case 'rubbish':
      return <p>{text.rubbish}</p>;
    case 'same':
      return <p className="about-answer">{text.same}</p>;
    case 'older':
      return <p className="about-answer">{text.older(answer.version)}</p>;
    case 'newer':
      return (
        <>
          <p className="about-answer">
            {text.newer(answer.version)} {answer.date === null ? '' : text.published(formatDate(language, answer.date))}
          </p>
          <p>{answer.page === null ? text.noPage : text.whereToGet}</p>
          {answer.page === null ? null : (
            <a className="about-address" href={answer.page} target="_blank" rel="noreferrer">
              {answer.page}
            </a>
          )}
        </>
      );
  }
}
