// What a category was before: every state of its card, who left it so and when, and what changed in it.
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { CARD_FACTS, CARD_TEXTS } from '../../shared/domain/history.ts';
import type { CardChange, CardFact, CategoryState } from '../../shared/domain/history.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { commandWords } from '../../shared/i18n/command-words.ts';
import { formatDay, formatTime } from '../../shared/i18n/date.ts';
import { historyText } from '../../shared/i18n/history.ts';
import { DiffWords } from '../correction/words-diff.tsx';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useQuery } from '../ui/use-query.ts';
import '../correction/correction.css';
import './history.css';

interface CategoryStatesDialogProps {
  categoryId: CategoryId;
  name: string;
  onClose: () => void;
}

export function CategoryStatesDialog({ categoryId, name, onClose }: CategoryStatesDialogProps) {
  const { language } = useLanguage();
  const text = historyText[language];
  const { data } = useQuery('category.history', { categoryId });
  const [chosen, choose] = useState<string | null>(null);
  const states = data?.states ?? [];
  const shown = states.find(({ entryId }) => entryId === chosen) ?? states[0];
  const { place, go } = useNavigation();
  const showAll = () => {
    onClose();
    go({ screen: 'history', objectId: categoryId });
  };
  const isThere = place.screen === 'history' && place.objectId === categoryId;
  const actions = isThere ? null : <Button onPress={showAll}>{text.allOfCategory}</Button>;
  return (
    <Dialog isOpen size="wide" title={text.categoryTitle(name)} onClose={onClose} className="history-states-dialog" actions={actions}>
      {shown ? (
        <div className="history-states">
          <ListBox
            className="history-state-list"
            aria-label={text.states}
            selectionMode="single"
            disallowEmptySelection
            autoFocus
            selectedKeys={[shown.entryId]}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : [...keys];
              if (key !== undefined) choose(String(key));
            }}
          >
            {states.map((state, index) => {
              const words = `${text.kinds[state.kind]}${commandWords(language, state)}`;
              return (
                <ListBoxItem key={state.entryId} id={state.entryId} className="history-state" textValue={words}>
                  <b>
                    {formatDay(language, state.at)} {formatTime(language, state.at)}
                  </b>
                  <span>{words}</span>
                  <span className="quiet">{[state.coderName, index === 0 ? text.presentState : ''].filter(Boolean).join(' · ')}</span>
                </ListBoxItem>
              );
            })}
          </ListBox>
          <StateCard key={shown.entryId} state={shown} />
        </div>
      ) : null}
    </Dialog>
  );
}

function StateCard({ state: { card, changes } }: { state: CategoryState }) {
  const text = useText(historyText);
  if (card === null) return <p>{text.gone}</p>;
  return (
    <div className="history-state-card">
      {changes.length > 0 ? (
        <section>
          <h3>{text.changed}</h3>
          <dl>
            {changes.map((change) => (
              <Field key={change.field} label={text.fields[change.field]}>
                <Change change={change} />
              </Field>
            ))}
          </dl>
        </section>
      ) : null}
      <section>
        <h3>{text.whole}</h3>
        <dl>
          {CARD_TEXTS.filter((field) => card[field] !== '').map((field) => (
            <Field key={field} label={text.fields[field]}>
              {card[field]}
            </Field>
          ))}
          {CARD_FACTS.filter((field) => card[field] !== null || field === 'parent').map((field) => (
            <Field key={field} label={text.fields[field]}>
              <Fact field={field} value={card[field]} />
            </Field>
          ))}
        </dl>
      </section>
    </div>
  );
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Change({ change }: { change: CardChange }) {
  if ('pieces' in change) return <DiffWords pieces={change.pieces} />;
  return (
    <>
      <Fact field={change.field} value={change.before} /> → <Fact field={change.field} value={change.after} />
    </>
  );
}

function Fact({ field, value }: { field: CardFact; value: string | null }) {
  const text = useText(historyText);
  if (value === null) return field === 'parent' ? text.topLevel : text.nothing;
  if (field === 'color') {
    return (
      <span className="history-color">
        <Swatch color={value} /> {value}
      </span>
    );
  }
  const words: Readonly<Record<string, string>> = { ...text.origins, ...text.stages, ...text.statuses };
  return field === 'grid' || field === 'parent' ? value : (words[value] ?? value);
}
