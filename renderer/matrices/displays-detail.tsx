// One display: when it is used, what it is filled with in one sentence, what the project lacks for it, where it comes from.
import { ArrowRight } from 'lucide-react';
import type { ChoiceId } from '../../shared/domain/display.ts';
import type { FilledChoice, FilledDisplay } from '../../shared/domain/matrix-displays.ts';
import type { Gap } from '../../shared/domain/display-choices.ts';
import { matrixDisplaysText } from '../../shared/i18n/matrix-displays.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Select } from '../ui/select.tsx';
import { useRun } from '../ui/use-run.ts';
import { optionText, piecesOf, placeOfGap } from './displays-options.ts';
import { DisplayThumbnail } from './displays-thumbnail.tsx';

interface DetailProps {
  filled: FilledDisplay;
  onPick: (choice: ChoiceId, key: string) => void;
  onOpen: () => void;
}

export function DisplayDetail({ filled, onPick, onOpen }: DetailProps) {
  const words = useText(matrixDisplaysText);
  const { display, choices, gaps, advice, definition } = filled;
  const own = words.displays[display.id];
  return (
    <div className="displays-detail">
      <DisplayThumbnail shape={display.shape} />
      <h2 className="displays-detail-name">{own.name}</h2>
      <SectionTitle>{words.whenTitle}</SectionTitle>
      <p>{own.when}</p>
      {gaps.length > 0 ? (
        <>
          <SectionTitle>{words.lackTitle}</SectionTitle>
          <Gaps gaps={gaps} />
        </>
      ) : (
        <>
          <SectionTitle>{words.fillTitle}</SectionTitle>
          <p className="displays-sentence">
            {piecesOf(own.sentence).map((piece, at) => {
              if ('words' in piece) return <span key={at}>{piece.words}</span>;
              const choice = choices.find(({ id }) => id === piece.choice);
              return choice ? <Choice key={at} choice={choice} onPick={onPick} /> : null;
            })}
          </p>
          <Button variant="primary" isDisabled={definition === null} onPress={onOpen} className="displays-open">
            {words.openNamed}
            <ArrowRight size={15} aria-hidden />
          </Button>
          {advice.length > 0 ? <Gaps gaps={advice} /> : null}
        </>
      )}
      <SectionTitle>{words.sourceTitle}</SectionTitle>
      {display.references.map((reference) => (
        <p key={reference} className="displays-reference">
          {words.references[reference]}
        </p>
      ))}
    </div>
  );
}

function Choice({ choice, onPick }: { choice: FilledChoice; onPick: (choice: ChoiceId, key: string) => void }) {
  const words = useText(matrixDisplaysText);
  return (
    <Select
      className="displays-choice"
      label={words.choices[choice.id]}
      hidesLabel
      isQuiet
      placeholder={words.toChoose}
      options={choice.options.map((option) => ({ id: option.key, label: optionText(option, choice.options, words) }))}
      value={choice.chosen?.key ?? null}
      onChange={(key) => onPick(choice.id, key)}
    />
  );
}

function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const words = useText(matrixDisplaysText);
  const { go } = useNavigation();
  const run = useRun();
  const mend = (gap: Gap) => {
    const place = placeOfGap(gap);
    if (place) go(place);
    else void run('scale.save', { scaleId: null, name: words.usualScale.name, steps: words.usualScale.steps });
  };
  return (
    <ul className="displays-gaps">
      {gaps.map((gap) => (
        <li key={gap}>
          <p>{words.gaps[gap].lacks}</p>
          <Button size="small" onPress={() => mend(gap)}>
            {words.gaps[gap].act}
          </Button>
        </li>
      ))}
    </ul>
  );
}
