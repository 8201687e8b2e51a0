// Where coders differ: what each of them marked, side by side, and the way into the text.
import { useState } from 'react';
import type { Agreement, AgreementSetting, Disagreement, DisagreementScope } from '../../../shared/domain/agreement.ts';
import type { agreementText } from '../../../shared/i18n/agreement.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { Button } from '../../ui/button.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { SectionTitle } from '../../ui/section-title.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { useQuery } from '../../ui/use-query.ts';

type Words = (typeof agreementText)['fr'];

const AT_ONCE = 40;
const MOST = 500;
const EVERY = 'every';

interface ListProps {
  setting: AgreementSetting;
  found: Agreement;
  words: Words;
}

export function DisagreementList({ setting, found, words }: ListProps) {
  const [about, setAbout] = useState<DisagreementScope['about']>('all');
  const [category, setCategory] = useState<string>(EVERY);
  const [most, setMost] = useState(AT_ONCE);
  const categoryId = found.categories.find(({ id }) => id === category)?.id ?? null;
  const { coderIds, gridIds } = setting;
  const { data } = useQuery('agreement.disagreements', { coderIds, gridIds, categoryId, sourceId: null, about, most });
  if (data === undefined || isUndefined(data)) return null;
  const { shown, total } = data;
  return (
    <section className="agreement-disagreements">
      <SectionTitle end={<span className="quiet">{words.shownOf(shown.length, total)}</span>}>{words.disagreements}</SectionTitle>
      <div className="agreement-choices">
        <Segmented<DisagreementScope['about']>
          label={words.aboutLabel}
          options={(['all', 'applied', 'ends'] as const).map((id) => ({ id, label: words.about[id] }))}
          value={about}
          onChange={(next) => next && setAbout(next)}
          size="small"
        />
        <Select
          label={words.ofCategory}
          hidesLabel
          isQuiet
          options={[{ id: EVERY, label: words.everyCategory }, ...found.categories.map(({ id, name }) => ({ id: id as string, label: name }))]}
          value={categoryId ?? EVERY}
          onChange={setCategory}
        />
      </div>
      {total === 0 ? <p className="quiet">{words.noDisagreement}</p> : null}
      <ol>
        {shown.map((each) => (
          <DisagreementLine key={`${each.categoryId} ${each.sourceId} ${each.start}`} disagreement={each} words={words} />
        ))}
      </ol>
      {shown.length < total && most < MOST ? (
        <Button variant="quiet" onPress={() => setMost(Math.min(MOST, most + AT_ONCE))}>
          {words.more}
        </Button>
      ) : null}
    </section>
  );
}

/** One column per coder: the same words, those that this coder marked standing out. */
function DisagreementLine({ disagreement, words }: { disagreement: Disagreement; words: Words }) {
  const { sourceId, source, passageId, category, text, isCut, coders, about } = disagreement;
  return (
    <li>
      <p className="agreement-what">
        <PlaceLink place={{ screen: 'coding', sourceId, passageId }} title={words.open(source)}>
          {source}
        </PlaceLink>
        <strong>{category}</strong>
        {about === 'ends' ? <span className="quiet">{words.endsDiffer}</span> : null}
      </p>
      <div className="agreement-sides">
        {coders.map(({ name, marked }) => (
          <div key={name} className="agreement-side">
            <p className="agreement-coder">{name}</p>
            {marked.length === 0 ? (
              <p className="quiet">{words.notApplied}</p>
            ) : (
              <p className="agreement-words">
                {pieces(text, marked).map(({ at, piece, isMarked }) => (isMarked ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>))}
                {isCut ? '…' : ''}
              </p>
            )}
          </div>
        ))}
      </div>
    </li>
  );
}

function pieces(text: string, marked: Disagreement['coders'][number]['marked']): { at: number; piece: string; isMarked: boolean }[] {
  const ends = [...new Set([0, text.length, ...marked.flatMap(({ start, end }) => [Math.min(start, text.length), Math.min(end, text.length)])])].sort(
    (a, b) => a - b,
  );
  return ends.slice(0, -1).map((at, index) => ({
    at,
    piece: text.slice(at, ends[index + 1]),
    isMarked: marked.some(({ start, end }) => start <= at && at < end),
  }));
}
