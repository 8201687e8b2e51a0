// Where coders differ, side by side in the text: each place to be talked over, settled one way or another, or kept; those decided stay listed.
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { DISAGREEMENT_KINDS } from '../../../shared/domain/agreement.ts';
import type { AgreementScope, Disagreement, DisagreementScope } from '../../../shared/domain/agreement.ts';
import type { DecisionInput } from '../../../shared/domain/disagreement-decision.ts';
import type { CategoryId, CoderId, SourceId } from '../../../shared/domain/ids.ts';
import { disagreementsText } from '../../../shared/i18n/disagreements.ts';
import { reasonText } from '../../../shared/i18n/undefined.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { useNavigation } from '../../navigation.tsx';
import { useProject } from '../../project.tsx';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { SectionTitle } from '../../ui/section-title.tsx';
import { Select } from '../../ui/select.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import { DecidedList } from './decided-list.tsx';
import { actOfKey } from './decision-keys.ts';
import type { Deciding } from './decision-keys.ts';
import { DisagreementItem } from './disagreement-item.tsx';
import './disagreements.css';

const AT_ONCE = 40;
const MOST = 500;
const EVERY = 'every';

export interface Named {
  readonly id: string;
  readonly name: string;
}

interface ListProps {
  /** Coders in their order; none: the two who have most in common. */
  scope: AgreementScope;
  coders: readonly Named[];
  categories: readonly Named[];
  sources: readonly Named[];
}

export function DisagreementList({ scope, coders, categories, sources }: ListProps) {
  const words = useText(disagreementsText);
  const { language } = useLanguage();
  const [about, setAbout] = useState<DisagreementScope['about']>('all');
  const [category, setCategory] = useState(EVERY);
  const [source, setSource] = useState(EVERY);
  const [coder, setCoder] = useState(EVERY);
  const [most, setMost] = useState(AT_ONCE);
  const chosen = <T extends string>(id: string, of: readonly Named[]): T | null => (of.some((one) => one.id === id) ? (id as T) : null);
  const narrowed = {
    categoryId: chosen<CategoryId>(category, categories),
    sourceId: chosen<SourceId>(source, sources),
    coderId: chosen<CoderId>(coder, coders),
  };
  const { coderIds, gridIds } = scope;
  const { data } = useQuery('agreement.disagreements', { coderIds, gridIds, ...narrowed, about, most });
  if (data === undefined) return null;
  if (isUndefined(data)) return <p className="disagreements">{reasonText[language][data.because]}</p>;
  const { shown, total, decided } = data;
  const options = (every: string, of: readonly Named[]) => [{ id: EVERY, label: every }, ...of.map(({ id, name }) => ({ id, label: name }))];
  const missing = coders.map(({ id, name }) => ({ id, name: words.missingBy(name) }));
  return (
    <section className="disagreements" aria-label={words.title}>
      <SectionTitle
        end={
          <span className="quiet" role="status">
            {words.shownOf(shown.length, total)}
            {decided > 0 ? `, ${words.alreadyDecided(decided)}` : ''}
          </span>
        }
      >
        {words.title}
      </SectionTitle>
      <div className="disagreements-filters">
        <Select<DisagreementScope['about']>
          label={words.filterKind}
          hidesLabel
          isQuiet
          options={[{ id: 'all', label: words.everyKind }, ...DISAGREEMENT_KINDS.map((id) => ({ id, label: words.kinds[id] }))]}
          value={about}
          onChange={setAbout}
        />
        <Select
          label={words.filterCategory}
          hidesLabel
          isQuiet
          options={options(words.everyCategory, categories)}
          value={category}
          onChange={setCategory}
        />
        <Select label={words.filterSource} hidesLabel isQuiet options={options(words.everySource, sources)} value={source} onChange={setSource} />
        <Select label={words.filterCoder} hidesLabel isQuiet options={options(words.everyCoder, missing)} value={coder} onChange={setCoder} />
      </div>
      {total === 0 ? <p className="quiet">{words.noDisagreement}</p> : <p className="quiet">{words.measureFirst}</p>}
      <Places shown={shown} />
      {shown.length < total && most < MOST ? (
        <Button variant="quiet" onPress={() => setMost(Math.min(MOST, most + AT_ONCE))}>
          {words.more}
        </Button>
      ) : null}
      <DecidedList />
    </section>
  );
}

/** One after the other, gone through with the keys. */
function Places({ shown }: { shown: readonly Disagreement[] }) {
  const words = useText(disagreementsText);
  const run = useRun();
  const { go } = useNavigation();
  const { project } = useProject();
  const list = useRef<HTMLOListElement>(null);
  const isDecided = useRef(false);
  const [at, setAt] = useState(0);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const current = Math.min(at, shown.length - 1);
  const isReadOnly = project?.isReadOnly ?? true;

  const focusOn = (next: number) => {
    const to = Math.max(0, Math.min(shown.length - 1, next));
    setAt(to);
    list.current?.querySelectorAll<HTMLElement>('.disagreement')[to]?.focus();
  };
  const decide = async (place: Disagreement, what: Pick<DecisionInput, 'decision' | 'adoptedId' | 'otherCategoryId' | 'why'>) => {
    const { sourceId, categoryId, start, end, coders } = place;
    const input = { sourceId, categoryId, start, end, coderIds: coders.map(({ id }) => id), ...what };
    if ((await run('disagreement.decide', input)) === undefined) return;
    setDeciding(null);
    isDecided.current = true;
  };
  // one that is settled goes, and the next one takes its place
  useEffect(() => {
    if (isDecided.current) list.current?.querySelectorAll<HTMLElement>('.disagreement')[current]?.focus();
    isDecided.current = false;
  }, [shown, current]);
  const onKeyDown = (event: KeyboardEvent) => {
    const place = shown[current];
    if (!place || !(event.target instanceof HTMLElement) || !event.target.classList.contains('disagreement')) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') focusOn(current + (event.key === 'ArrowDown' ? 1 : -1));
    else if (event.key === 'Enter') go({ screen: 'coding', sourceId: place.sourceId, passageId: place.passageId });
    else {
      const act = isReadOnly ? null : actOfKey(event.key, place);
      if (!act) return;
      setDeciding(act);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  if (shown.length === 0) return null;
  return (
    <>
      <p className="quiet disagreements-keys">{words.keys}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the place that has the focus */}
      <ol ref={list} className="disagreements-list" onKeyDown={onKeyDown}>
        {shown.map((place, index) => (
          <DisagreementItem
            key={`${place.categoryId} ${place.sourceId} ${place.start}`}
            place={place}
            isCurrent={index === current}
            isReadOnly={isReadOnly}
            deciding={index === current ? deciding : null}
            onFocus={() => {
              if (index !== current) setDeciding(null);
              setAt(index);
            }}
            onDeciding={(act) => {
              setAt(index);
              setDeciding(act);
            }}
            onDecide={(what) => void decide(place, what)}
          />
        ))}
      </ol>
    </>
  );
}
