// The labels somebody speaks under, source by source: each can turn out to be another person, and other labels to be this one.
import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { ParticipantId, SpeakerId } from '../../shared/domain/ids.ts';
import { citationCode } from '../../shared/domain/source.ts';
import { corpusLinksText } from '../../shared/i18n/corpus-links.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Popover } from '../ui/popover.tsx';
import { useRun } from '../ui/use-run.ts';
import { othersToMergeWith } from './corpus-model.ts';
import type { ParticipantRow, Voice } from './corpus-model.ts';
import { PickList } from './pick-list.tsx';
import { voicesOfOthers } from './voices.ts';
import './voices-panel.css';

interface VoicesPanelProps {
  corpus: Corpus;
  person: ParticipantRow;
  isReadOnly: boolean;
}

export function VoicesPanel({ corpus, person, isReadOnly }: VoicesPanelProps) {
  const text = useText(corpusLinksText);
  const { go } = useNavigation();
  return (
    <div className="voices">
      <h2 className="voices-title">{text.voicesOf(person.name)}</h2>
      {person.voices.length === 0 ? <p className="quiet">{text.noVoice}</p> : null}
      <ul className="voices-list">
        {person.voices.map((voice) => (
          <li key={voice.id}>
            <span className="voices-label">{voice.label}</span>
            <Button size="small" variant="quiet" onPress={() => go({ screen: 'coding', sourceId: voice.sourceId })}>
              {citationCode(voice.source.name)}
            </Button>
            <span className="quiet number">{text.turns(voice.turns)}</span>
            {isReadOnly ? null : <OtherPerson corpus={corpus} person={person} voice={voice} />}
          </li>
        ))}
      </ul>
      {isReadOnly ? null : <AddVoices corpus={corpus} person={person} />}
    </div>
  );
}

const NEW_PERSON = 'new';

/** « C’est une autre personne… »: one that is there, or a new one under the label. */
function OtherPerson({ corpus, person, voice }: { corpus: Corpus; person: ParticipantRow; voice: Voice }) {
  const text = useText(corpusLinksText);
  const run = useRun();
  const notify = useNotify();
  const others = othersToMergeWith(corpus, person);
  const isAlone = person.voices.length === 1 && person.name === voice.label;

  const link = async (id: string) => {
    const other = others.find((one) => one.id === id);
    if ((await run('speaker.link', { speakerId: voice.id, participantId: other?.id ?? null })) === undefined) return;
    notify({
      text: other ? text.linked(voice.label, other.label) : text.unlinked(voice.label),
      kind: 'done',
      action: { label: text.undo, onPress: () => void run('history.undo', {}) },
    });
  };
  return (
    <DialogTrigger>
      <Button size="small">{text.otherPerson}</Button>
      <Popover label={text.whoIsIt(voice.label)} className="sheet-tight">
        {(close) => (
          <PickList
            label={text.whoIsIt(voice.label)}
            // somebody who speaks as nothing else would only be made anew
            options={[...(isAlone ? [] : [{ id: NEW_PERSON, label: text.newPerson(voice.label) }]), ...others]}
            chosen={[]}
            onChoose={([id]) => void link(id ?? NEW_PERSON)}
            onClose={close}
          />
        )}
      </Popover>
    </DialogTrigger>
  );
}

/** Several labels become this person's. */
function AddVoices({ corpus, person }: { corpus: Corpus; person: ParticipantRow }) {
  const text = useText(corpusLinksText);
  const others = voicesOfOthers(corpus, person.id);
  if (others.length === 0) return null;
  return (
    <DialogTrigger>
      <Button size="small">
        <UserRoundPlus size={13} aria-hidden />
        {text.addVoices}
      </Button>
      <Popover label={text.addVoicesOf(person.name)} className="sheet-tight">
        {(close) => <VoiceChoice corpus={corpus} participantId={person.id} name={person.name} onClose={close} />}
      </Popover>
    </DialogTrigger>
  );
}

interface VoiceChoiceProps {
  corpus: Corpus;
  participantId: ParticipantId;
  name: string;
  onClose: () => void;
}

function VoiceChoice({ corpus, participantId, name, onClose }: VoiceChoiceProps) {
  const text = useText(corpusLinksText);
  const linkVoices = useLinkVoices();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const options = voicesOfOthers(corpus, participantId).map(({ id, label, code, name: other }) => ({
    id,
    label: text.voiceOption(label, code, other),
  }));
  return (
    <div className="voices-choice">
      <p className="voices-choice-text">{text.addVoicesText}</p>
      <PickList label={text.addVoicesOf(name)} options={options} chosen={ticked} isMultiple onChoose={setTicked} onClose={onClose} />
      <div className="voices-choice-end">
        <Button
          variant="primary"
          isDisabled={ticked.length === 0}
          onPress={() => {
            onClose();
            void linkVoices(ticked as readonly SpeakerId[], participantId, name);
          }}
        >
          {ticked.length === 0 ? text.link : text.linkVoices(ticked.length)}
        </Button>
      </div>
    </div>
  );
}

function useLinkVoices() {
  const text = useText(corpusLinksText);
  const run = useRun();
  const notify = useNotify();
  return async ([speakerId, ...others]: readonly SpeakerId[], participantId: ParticipantId, name: string) => {
    if (speakerId === undefined || (await run('speaker.link', { speakerId, others, participantId })) === undefined) return;
    notify({
      text: text.voicesLinked(others.length + 1, name),
      kind: 'done',
      action: { label: text.undo, onPress: () => void run('history.undo', {}) },
    });
  };
}
