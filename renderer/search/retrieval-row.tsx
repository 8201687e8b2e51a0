// One passage among the results: its words in their context, who says them, what they are coded with, and the way to its text.
import { ArrowUpRight, Star } from 'lucide-react';
import { contextOf } from '../../shared/domain/passage-context.ts';
import type { RetrievedPassage } from '../../shared/domain/retrieval.ts';
import { retrievalText } from '../../shared/i18n/retrieval.ts';
import { placeToHash } from '../navigation.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import type { CodingInHand } from './retrieval-coding.tsx';

interface ResultRowProps {
  id: string;
  /** Counted from 0. */
  at: number;
  row: RetrievedPassage | undefined;
  top: number;
  isInHand: boolean;
  coding: CodingInHand | null;
  onChoose: () => void;
  onTick: (row: RetrievedPassage) => void;
  onOpen: (row: RetrievedPassage) => void;
}

/** So many UTF-16 units, so that the passage itself begins in the first line; the whole context stands in its card. */
const SHORT = 60;

const shortBefore = (before: string): string => contextOf(before, before.length, before.length, SHORT).before;

export function ResultRow({ id, at, row, top, isInHand, coding, onChoose, onTick, onOpen }: ResultRowProps) {
  const words = useText(retrievalText);
  const isTicked = coding !== null && row !== undefined && !coding.excluded.has(row.passageId);
  return (
    // the list itself hears the keys
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="row"
      className={classes('retrieval-row', isInHand && 'retrieval-row-in-hand', coding && !isTicked && 'retrieval-row-left')}
      style={{ top }}
      aria-rowindex={at + 1}
      aria-selected={isInHand}
      onClick={onChoose}
      onDoubleClick={() => row && onOpen(row)}
    >
      {row ? (
        <>
          <div role="gridcell" className="retrieval-row-head">
            {coding ? <input type="checkbox" tabIndex={-1} aria-label={words.tick(row.ref)} checked={isTicked} onChange={() => onTick(row)} /> : null}
            <a
              className="retrieval-ref number"
              tabIndex={-1}
              href={placeToHash({ screen: 'coding', sourceId: row.sourceId, passageId: row.passageId })}
              title={words.open(row.ref)}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                onOpen(row);
              }}
            >
              {row.ref}
              <ArrowUpRight size={12} aria-hidden />
            </a>
            {row.speaker === null ? null : <span className="retrieval-speaker">{row.speaker}</span>}
            {row.isStarred ? <Star size={12} fill="currentColor" aria-label={words.starred} /> : null}
            {row.stance === null ? null : <span className="quiet">{words.stances[row.stance]}</span>}
            {row.weight === null ? null : <span className="quiet number">{words.weightOf(row.weight)}</span>}
            <span className="retrieval-categories">
              {row.categories.map(({ id: categoryId, name, color }) => (
                <span key={categoryId} className="retrieval-category" title={name}>
                  <Swatch color={color} size={8} />
                  {name}
                </span>
              ))}
            </span>
          </div>
          <div role="gridcell" className="retrieval-words">
            <span className="retrieval-around">{shortBefore(row.before)}</span>
            <mark>{row.quote}</mark>
            <span className="retrieval-around">{row.after}</span>
          </div>
        </>
      ) : (
        <div role="gridcell" aria-label={words.counting} />
      )}
    </div>
  );
}
