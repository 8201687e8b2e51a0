// One place where coders differ: the words in their context, one column per coder, and what can be decided.
import { useState } from 'react';
import type { Disagreement } from '../../../shared/domain/agreement.ts';
import type { DecisionInput } from '../../../shared/domain/disagreement-decision.ts';
import { fullPath } from '../../../shared/domain/category-path.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import { formatWhen } from '../../../shared/i18n/date.ts';
import { disagreementsText } from '../../../shared/i18n/disagreements.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useQuery } from '../../ui/use-query.ts';
import type { Deciding } from './decision-keys.ts';
import { piecesOf } from './marked-pieces.ts';

type Decided = Pick<DecisionInput, 'decision' | 'adoptedId' | 'otherCategoryId' | 'why'>;

interface ItemProps {
  place: Disagreement;
  /** The one that the keys act on. */
  isCurrent: boolean;
  isReadOnly: boolean;
  deciding: Deciding | null;
  onFocus: () => void;
  onDeciding: (act: Deciding | null) => void;
  onDecide: (what: Decided) => void;
}

export function DisagreementItem({ place, isCurrent, isReadOnly, deciding, onFocus, onDeciding, onDecide }: ItemProps) {
  const words = useText(disagreementsText);
  const { sourceId, source, passageId, category, about, coders } = place;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- focus goes from place to place, one of them at a time
    <li className={classes('disagreement', isCurrent && 'disagreement-current')} tabIndex={isCurrent ? 0 : -1} onFocus={onFocus}>
      <p className="disagreement-what">
        <strong>{category}</strong>
        <span className="quiet">{words.kinds[about]}</span>
        <PlaceLink place={{ screen: 'coding', sourceId, passageId }} title={words.open(source)}>
          {source}
        </PlaceLink>
      </p>
      <div className="disagreement-sides">
        {coders.map((coder) => (
          <div key={coder.id}>
            <p className="disagreement-coder">
              {coder.name}
              {coder.marked.length === 0 ? <em> — {coder.instead.length > 0 ? words.instead(coder.instead) : words.notApplied}</em> : null}
            </p>
            <p className="disagreement-words">
              <span className="disagreement-context">{place.before}</span>
              {piecesOf(place.text, coder.marked).map(({ at, piece, isMarked }) =>
                isMarked ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>,
              )}
              {place.isCut ? '…' : <span className="disagreement-context">{place.after}</span>}
            </p>
          </div>
        ))}
      </div>
      <Talk place={place} />
      {isReadOnly ? null : deciding ? (
        <DecisionForm key={deciding.decision} place={place} deciding={deciding} onCancel={() => onDeciding(null)} onDecide={onDecide} />
      ) : (
        <div className="disagreement-acts" role="group" aria-label={words.acts}>
          {coders.map(({ id, name }) => (
            <Button key={id} size="small" onPress={() => onDeciding({ decision: 'adopted', adoptedId: id })}>
              {words.adopt(name)}
            </Button>
          ))}
          {(
            [
              ['merged', words.merge],
              ['withdrawn', words.withdraw],
              ['recoded', words.recode],
              ['kept', words.keep],
              ['discussed', words.discuss],
            ] as const
          ).map(([decision, label]) => (
            <Button key={decision} size="small" variant="quiet" onPress={() => onDeciding({ decision, adoptedId: null })}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

/** What was said of it, and that it was kept. */
function Talk({ place: { decision } }: { place: Disagreement }) {
  const words = useText(disagreementsText);
  const { language } = useLanguage();
  if (!decision) return null;
  return (
    <ul className="disagreement-talk">
      {decision.thread.map(({ by, at, text }) => (
        <li key={`${at} ${text}`}>
          <span className="quiet">{words.by(by, formatWhen(language, at))}</span> {text}
        </li>
      ))}
      {decision.decision === 'kept' ? (
        <li>
          <span className="quiet">
            {words.by(decision.by, formatWhen(language, decision.decidedAt))} : {words.decided.kept}
          </span>{' '}
          {decision.why}
        </li>
      ) : null}
    </ul>
  );
}

interface FormProps {
  place: Disagreement;
  deciding: Deciding;
  onCancel: () => void;
  onDecide: (what: Decided) => void;
}

function DecisionForm({ place, deciding: { decision, adoptedId }, onCancel, onDecide }: FormProps) {
  const words = useText(disagreementsText);
  const { data: codebook = [] } = useQuery('codebook.read', decision === 'recoded' ? {} : null);
  const [why, setWhy] = useState('');
  const [other, setOther] = useState<CategoryId | null>(null);
  const isTalk = decision === 'discussed';
  const isComplete = (decision !== 'recoded' || other !== null) && (!isTalk || why.trim() !== '');
  const adopted = place.coders.find(({ id }) => id === adoptedId)?.name ?? '';
  const own = codebook.find(({ categories }) => categories.some(({ id }) => id === place.categoryId));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="form disagreement-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) onDecide({ decision, adoptedId, otherCategoryId: other, why });
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <p>{decision === 'adopted' ? words.confirmAdopt(adopted) : words.confirm[decision]}</p>
      {decision === 'recoded' ? (
        <Select<CategoryId>
          label={words.chooseCategory}
          options={(own?.categories ?? [])
            .filter(({ id }) => id !== place.categoryId)
            .map((category) => ({ id: category.id, label: own ? fullPath(own, category) : category.name }))}
          value={other}
          onChange={setOther}
        />
      ) : null}
      <TextField label={isTalk ? words.whatToSay : words.why} value={why} onChange={setWhy} autoFocus={decision !== 'recoded'} maxLength={10_000} />
      <div className="disagreement-acts">
        <Button size="small" onPress={onCancel}>
          {words.cancel}
        </Button>
        <Button size="small" variant="primary" type="submit" isDisabled={!isComplete}>
          {isTalk ? words.say : words.decide}
        </Button>
      </div>
    </form>
  );
}
