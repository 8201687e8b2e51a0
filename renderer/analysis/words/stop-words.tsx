// The words that counts leave out, changed in place: what was added, what is counted in spite of the list, and the lists themselves.
import { X } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import type { StopWords } from '../../../shared/domain/words.ts';
import { wordsText } from '../../../shared/i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useText } from '../../ui/language.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';

export function StopWordsButton() {
  const words = useText(wordsText);
  const { data } = useQuery('stopWord.list', {});
  return (
    <DialogTrigger>
      <Button size="small">{words.stopWords}</Button>
      <Popover label={words.stopTitle} className="words-stops" placement="bottom end">
        {data ? <StopWordsForm list={data} /> : null}
      </Popover>
    </DialogTrigger>
  );
}

function StopWordsForm({ list }: { list: StopWords }) {
  const words = useText(wordsText);
  const run = useRun();
  const { shipped, fillers, differences } = list;
  const decided = (isStopped: boolean) => differences.filter((each) => each.isStopped === isStopped).map(({ word }) => word);
  return (
    <div className="words-stops-form">
      <h3>{words.stopTitle}</h3>
      <p className="quiet">{words.stopWhat(shipped.length, fillers.length)}</p>
      <Decided label={words.stopAdded} field={words.addStop} words={decided(true)} isStopped />
      <Decided label={words.stopKept} field={words.addKept} words={decided(false)} isStopped={false} />
      {differences.length > 0 ? (
        <Button size="small" onPress={() => void run('stopWord.reset', {})}>
          {words.reset}
        </Button>
      ) : null}
      <details>
        <summary>{words.shippedWords}</summary>
        <p className="quiet">{shipped.join(', ')}</p>
      </details>
      <details>
        <summary>{words.shippedFillers}</summary>
        <p className="quiet">{fillers.join(', ')}</p>
      </details>
    </div>
  );
}

function Decided({ label, field, words: list, isStopped }: { label: string; field: string; words: readonly string[]; isStopped: boolean }) {
  const words = useText(wordsText);
  const run = useRun();
  const [typed, setTyped] = useState('');
  const add = async () => {
    if (typed.trim() === '') return;
    if ((await run('stopWord.set', { words: typed, isStopped })) !== undefined) setTyped('');
  };
  return (
    <section aria-label={label}>
      <form
        className="words-stops-add"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField label={field} value={typed} onChange={setTyped} />
        <Button size="small" type="submit" isDisabled={typed.trim() === ''}>
          {words.add}
        </Button>
      </form>
      <p className="words-stops-list">
        <span className="quiet">{label} : </span>
        {list.length === 0 ? <span className="quiet">{words.none}</span> : null}
        {list.map((word) => (
          <span key={word} className="words-stops-word">
            {word}
            <IconButton
              icon={X}
              size="small"
              label={words.takeBack(word)}
              onPress={() => void run('stopWord.set', { words: word, isStopped: !isStopped })}
            />
          </span>
        ))}
      </p>
    </section>
  );
}
