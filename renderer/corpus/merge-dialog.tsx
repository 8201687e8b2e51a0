// Two participants who are one person: which other one, and what will come of it.
import { useState } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Select } from '../ui/select.tsx';
import { useRun } from '../ui/use-run.ts';
import { othersToMergeWith } from './corpus-model.ts';
import type { ParticipantRow } from './corpus-model.ts';

interface MergeDialogProps {
  person: ParticipantRow;
  corpus: Corpus;
  onClose: () => void;
}

export function MergeDialog({ person, corpus, onClose }: MergeDialogProps) {
  const text = useText(corpusText);
  const run = useRun();
  const notify = useNotify();
  const [intoId, setIntoId] = useState<ParticipantId | null>(null);
  const into = corpus.participants.find(({ id }) => id === intoId);

  const merge = async () => {
    if (!into || (await run('participant.merge', { from: person.id, into: into.id })) === undefined) return;
    onClose();
    notify({ text: text.merged(person.name, into.name), kind: 'done', action: { label: text.undo, onPress: () => void run('history.undo', {}) } });
  };
  return (
    <Dialog
      isOpen
      title={text.mergeTitle(person.name)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.cancel}</Button>
          <Button variant="primary" isDisabled={!into} onPress={() => void merge()}>
            {text.mergeAction}
          </Button>
        </>
      }
    >
      <div className="merge-form">
        <Select
          label={text.mergeWith}
          placeholder={text.mergeChoose}
          value={intoId}
          onChange={setIntoId}
          options={othersToMergeWith(corpus, person)}
        />
        <p>{into ? text.mergeText(person.name, into.name) : null}</p>
      </div>
    </Dialog>
  );
}
