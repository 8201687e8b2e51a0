// What both copies changed, with both sides beside each other and a choice; what is proposed loses nothing.
import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { MergeChoice, MergeConflict } from '../../shared/domain/merge.ts';
import { mergeText } from '../../shared/i18n/merge.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';

/** Shown at first; hundreds are looked through a few at a time. */
const AT_ONCE = 50;

interface MergeConflictsProps {
  conflicts: readonly MergeConflict[];
  choices: Readonly<Record<string, MergeChoice>>;
  onChoose: (conflictId: string, choice: MergeChoice) => void;
}

export function MergeConflicts({ conflicts, choices, onChoose }: MergeConflictsProps) {
  const text = useText(mergeText);
  const [shown, setShown] = useState(AT_ONCE);
  if (conflicts.length === 0) return <p>{text.noConflicts}</p>;
  return (
    <section>
      <SectionTitle>{text.conflicts(conflicts.length)}</SectionTitle>
      <p>{text.conflictsIntro}</p>
      <ul className="merge-conflicts">
        {conflicts.slice(0, shown).map((conflict) => (
          <Conflict
            key={conflict.id}
            conflict={conflict}
            choice={choices[conflict.id] ?? conflict.proposed}
            onChoose={(choice) => onChoose(conflict.id, choice)}
          />
        ))}
      </ul>
      {conflicts.length > shown ? <Button onPress={() => setShown(shown + AT_ONCE)}>{text.moreConflicts(conflicts.length - shown)}</Button> : null}
    </section>
  );
}

function Conflict({ conflict, choice, onChoose }: { conflict: MergeConflict; choice: MergeChoice; onChoose: (choice: MergeChoice) => void }) {
  const text = useText(mergeText);
  return (
    <li className="merge-conflict">
      <div className="merge-conflict-head">
        <b>{text.thing(conflict)}</b>
        <span className="quiet">{text.kinds[conflict.kind]}</span>
      </div>
      <div className="merge-sides">
        <Side label={text.ours} words={conflict.ours} />
        <Side label={text.theirs} words={conflict.theirs} />
      </div>
      {conflict.choices.length > 1 ? (
        <RadioGroup
          className="merge-choices"
          orientation="horizontal"
          aria-label={text.conflict(conflict)}
          value={choice}
          onChange={(value) => onChoose(value as MergeChoice)}
        >
          {conflict.choices.map((each) => (
            <Radio key={each} value={each} className="merge-choice">
              {text.keep(conflict, each)}
            </Radio>
          ))}
        </RadioGroup>
      ) : (
        <span className="quiet">{text.keep(conflict, choice)}</span>
      )}
    </li>
  );
}

function Side({ label, words }: { label: string; words: string | null }) {
  const text = useText(mergeText);
  return (
    <div className="merge-side">
      <span className="merge-side-label">{label}</span>
      {words === null || words === '' ? (
        <i className="quiet">{words === null ? text.gone : text.empty}</i>
      ) : (
        <span className="merge-words">{text.value(words)}</span>
      )}
    </div>
  );
}
