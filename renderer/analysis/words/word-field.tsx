// The word that a tree starts from: an underlined word of the sentence that is typed.
import { useState } from 'react';
import { wordsText } from '../../../shared/i18n/words.ts';
import { useText } from '../../ui/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SentenceWord } from '../sentence.tsx';

export function WordField({ value, onChange }: { value: string; onChange: (words: string) => void }) {
  const words = useText(wordsText);
  return (
    <SentenceWord text={value.trim() === '' ? words.noWord : words.quoted(value.trim())} label={words.treeWord}>
      {(close) => (
        <WordForm
          initial={value}
          onTaken={(typed) => {
            onChange(typed);
            close();
          }}
        />
      )}
    </SentenceWord>
  );
}

function WordForm({ initial, onTaken }: { initial: string; onTaken: (words: string) => void }) {
  const words = useText(wordsText);
  const [typed, setTyped] = useState(initial);
  return (
    <form
      className="words-stops-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onTaken(typed.trim());
      }}
    >
      <TextField label={words.treeWord} value={typed} onChange={setTyped} autoFocus />
      <Button size="small" type="submit" isDisabled={typed.trim() === ''}>
        OK
      </Button>
    </form>
  );
}
