// Who speaks in the file that is shown: which person each label is, and whether they ask the questions.
import { useMemo } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';
import type { PreviewSpeaker } from '../../shared/domain/incoming.ts';
import { citationCode } from '../../shared/domain/source.ts';
import { importText } from '../../shared/i18n/import.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { classes } from '../ui/classes.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import type { ComboOption } from '../ui/combo-box.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { countOthersWithLabel, speakerEverywhere } from './import-choices.ts';
import { useImportSession } from './import-context.tsx';
import { documentOf, newPersonName, speakerChoice, withSpeaker } from './import-state.ts';
import type { ImportFile, ImportState, SpeakerChoice } from './import-state.ts';
import { speakerHues } from './preview-rows.ts';

/** So many sources say where somebody is known from. */
const PLACES_SHOWN = 3;

interface SpeakersPanelProps {
  corpus: Corpus;
  state: ImportState;
  file: ImportFile;
}

/** Everybody of the project, each with the sources that they speak in. */
function usePeople(corpus: Corpus): readonly ComboOption[] {
  return useMemo(() => {
    const names = new Map(corpus.sources.map(({ id, name }) => [id, citationCode(name)]));
    return corpus.participants.map(({ id, name, sourceIds }) => {
      const places = sourceIds.flatMap((sourceId) => names.get(sourceId) ?? []);
      const detail = places.slice(0, PLACES_SHOWN).join(', ') + (places.length > PLACES_SHOWN ? '…' : '');
      return { id, label: name, detail };
    });
  }, [corpus]);
}

export function SpeakersPanel({ corpus, state, file }: SpeakersPanelProps) {
  const text = useText(importText);
  const people = usePeople(corpus);
  const speakers = documentOf(file)?.speakers ?? [];
  const hues = speakerHues(speakers, (speaker) => speakerChoice(file, speaker).isInterviewer);
  return (
    <div className="speakers">
      <SectionTitle level={2} end={speakers.length}>
        {text.speakersTitle}
      </SectionTitle>
      {speakers.length === 0 ? <p className="speakers-none">{text.noSpeakers}</p> : null}
      <ul className="speakers-list">
        {speakers.map((speaker) => (
          <SpeakerCard
            key={speaker.label}
            corpus={corpus}
            state={state}
            file={file}
            speaker={speaker}
            people={people}
            hue={hues.get(speaker.label) ?? 0}
          />
        ))}
      </ul>
      {speakers.length > 0 ? <p className="speakers-hint">{text.interviewerHint}</p> : null}
    </div>
  );
}

interface SpeakerCardProps extends SpeakersPanelProps {
  speaker: PreviewSpeaker;
  people: readonly ComboOption[];
  hue: number;
}

function SpeakerCard({ corpus, state, file, speaker, people, hue }: SpeakerCardProps) {
  const text = useText(importText);
  const session = useImportSession();
  const choice = speakerChoice(file, speaker);
  const known = people.find(({ id }) => id === choice.participantId);
  const name = known?.label ?? newPersonName(file, speaker);
  const others = countOthersWithLabel(state, file.key, speaker.label);
  const choose = (next: Partial<SpeakerChoice>) => session.settle((before) => withSpeaker(before, file.key, speaker.label, { ...choice, ...next }));
  const link = (id: string) => {
    const person = corpus.participants.find((one) => one.id === id);
    if (person) choose({ participantId: person.id, name: null, isInterviewer: person.isInterviewer });
  };
  const nameNew = (typed: string) => {
    const same = people.filter(({ label }) => label.toLowerCase() === typed.trim().toLowerCase());
    if (same.length === 1 && same[0]) link(same[0].id);
    else choose({ participantId: null as ParticipantId | null, name: typed.trim() === '' ? null : typed.trim() });
  };
  return (
    <li className={classes('speaker', `turn-hue-${hue}`)}>
      <div className="speaker-head">
        <span className="speaker-label">{speaker.label}</span>
        <span className="speaker-measures number">{`${text.turns(speaker.turns)} · ${text.words(speaker.words)}`}</span>
      </div>
      <ComboBox
        label={text.who(speaker.label)}
        hidesLabel
        options={people}
        picked={known?.id ?? null}
        text={name}
        hint={known ? text.knownPerson(known.detail ?? '') : text.newPerson}
        onPick={link}
        onText={nameNew}
      />
      <div className="speaker-acts">
        <Checkbox isSelected={choice.isInterviewer} onChange={(isInterviewer) => choose({ isInterviewer })}>
          {text.interviewer}
        </Checkbox>
        {others > 0 ? (
          <Button size="small" onPress={() => session.settle((before) => speakerEverywhere(before, file.key, speaker.label))}>
            {text.applySpeaker(others)}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
