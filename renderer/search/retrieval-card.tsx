// The chosen passage, whole: its words and those around it, everybody's codings on it, its memos, whether it is a good quote.
import { ArrowUpRight, Star } from 'lucide-react';
import type { RetrievedPassage } from '../../shared/domain/retrieval.ts';
import { retrievalText } from '../../shared/i18n/retrieval.ts';
import type { ProjectFrame } from '../matrices/frame.ts';
import { IconToggle } from '../ui/icon-toggle.tsx';
import { useText } from '../ui/language.tsx';
import { PlaceLink } from '../ui/place-link.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';

interface PassageCardProps {
  row: RetrievedPassage | null;
  frame: ProjectFrame;
  isReadOnly: boolean;
}

export function PassageCard({ row, frame, isReadOnly }: PassageCardProps) {
  const words = useText(retrievalText);
  return (
    <div className="retrieval-card">
      <SectionTitle level={2}>{words.card}</SectionTitle>
      {row ? <Card row={row} frame={frame} isReadOnly={isReadOnly} /> : <p className="quiet">{words.noCard}</p>}
    </div>
  );
}

function Card({ row, frame, isReadOnly }: { row: RetrievedPassage; frame: ProjectFrame; isReadOnly: boolean }) {
  const words = useText(retrievalText);
  const run = useRun();
  const { passageId, sourceId } = row;
  const { data } = useQuery('passage.read', { passageId });
  const categories = new Map(frame.codebook.flatMap((grid) => grid.categories).map((category) => [category.id, category]));
  const coders = new Map(frame.coders.map((coder) => [coder.id, coder.name]));
  const card = data?.passageId === passageId ? data : undefined;
  const isStarred = card ? card.starredAt !== null : row.isStarred;
  return (
    <>
      <p className="retrieval-card-head">
        <PlaceLink place={{ screen: 'coding', sourceId, passageId }} className="retrieval-ref number" title={words.open(row.ref)}>
          {row.ref}
          <ArrowUpRight size={12} aria-hidden />
        </PlaceLink>
        {row.speaker === null ? null : <span>{row.speaker}</span>}
        <IconToggle
          icon={Star}
          label={isStarred ? words.unstar : words.star}
          isOn={isStarred}
          isDisabled={isReadOnly}
          onChange={(isOn) => void run('passage.star', { passageId, isStarred: isOn })}
        />
      </p>
      <blockquote className="retrieval-quote">
        <span className="retrieval-around">{row.before}</span>
        <mark>{row.quote}</mark>
        <span className="retrieval-around">{row.after}</span>
      </blockquote>
      <SectionTitle>{words.codings}</SectionTitle>
      <ul className="retrieval-codings">
        {card?.codings.map(({ id, categoryId, coderId, weight, stance }) => (
          <li key={id}>
            <Swatch color={categories.get(categoryId)?.color ?? 'transparent'} />
            <span>{categories.get(categoryId)?.name}</span>
            <span className="quiet">
              {[coders.get(coderId), stance && words.stances[stance], weight === null ? null : words.weightOf(weight)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {card && card.memos.length > 0 ? (
        <>
          <SectionTitle>{words.memos}</SectionTitle>
          <ul className="retrieval-memos">
            {card.memos.map(({ id, title, text }) => (
              <li key={id}>
                <PlaceLink place={{ screen: 'memos', memoId: id }} className="retrieval-memo" title={title || text}>
                  {title || text}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
