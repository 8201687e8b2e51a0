// A document as it would come in, turn by turn: the margin says who and when, the line what was taken for its head and what for words.
import type { CSSProperties } from 'react';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { IncomingDocument, PreviewTurn } from '../../shared/domain/incoming.ts';
import { importText } from '../../shared/i18n/import.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { previewRows } from './preview-rows.ts';
import type { PreviewRow } from './preview-rows.ts';
import './turn-list.css';
import { useShownTurns } from './use-shown-turns.ts';

/** Pixels before its end at which more of the text is asked for. */
const AHEAD = '1200px';

interface TurnListProps {
  fileKey: string;
  incoming: IncomingDocument;
  hues: ReadonlyMap<string, number>;
}

export function TurnList({ fileKey, incoming, hues }: TurnListProps) {
  const text = useText(importText);
  const { chunks, isComplete, loadMore } = useShownTurns(fileKey, incoming);
  const scroller = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
  }, [incoming]);
  useEffect(() => {
    if (isComplete || !end.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void loadMore(), { root: scroller.current, rootMargin: AHEAD });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isComplete, loadMore]);

  return (
    <div
      ref={scroller}
      className={classes('turn-list', incoming.speakers.length > 0 && 'turn-list-spoken')}
      // The arrows scroll it; there is nothing in it to go to.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={text.text}
    >
      {incoming.sample.length === 0 ? <p className="turn-list-none">{text.noTurns}</p> : null}
      <div role="table" aria-label={text.text} style={marginOf(incoming)}>
        {chunks.map((turns, at) => (
          <Chunk key={at} turns={turns} before={chunks[at - 1]?.at(-1) ?? null} hues={hues} />
        ))}
      </div>
      {isComplete ? null : (
        <div ref={end} className="turn-list-more">
          {text.moreTurns}
        </div>
      )}
    </div>
  );
}

/** Longest label that has the whole of its line in the margin, in letters. */
const MOST_LETTERS = 17;
const FEWEST_LETTERS = 8;

/** The margin is as wide as this document's labels and times need: the words have the rest. */
function marginOf({ speakers, timedTurns }: IncomingDocument): CSSProperties {
  const letters = Math.max(FEWEST_LETTERS, ...speakers.map(({ label }) => label.length));
  return { '--who-width': `${Math.min(letters, MOST_LETTERS)}ch`, '--time-width': timedTurns > 0 ? '52px' : '0' } as CSSProperties;
}

interface ChunkProps {
  turns: readonly PreviewTurn[];
  before: PreviewTurn | null;
  hues: ReadonlyMap<string, number>;
}

const Chunk = memo(function Chunk({ turns, before, hues }: ChunkProps) {
  const rows = useMemo(() => previewRows(turns, before), [turns, before]);
  return (
    <div className="turn-list-chunk" role="rowgroup">
      {rows.map((row, at) => (
        <Row key={at} row={row} hue={row.speaker === null ? undefined : hues.get(row.speaker)} />
      ))}
    </div>
  );
});

function Row({ row, hue }: { row: PreviewRow; hue: number | undefined }) {
  const text = useText(importText);
  const { speaker, isContinued } = row;
  return (
    <div role="row" className={classes('turn-row', hue !== undefined && `turn-hue-${hue}`, speaker === null && 'turn-row-nobody')}>
      <span role="cell" className="turn-row-number number">
        {row.number === null ? '' : `§${row.number}`}
      </span>
      <span role="cell" className="turn-row-who" title={isContinued && speaker !== null ? text.continues(speaker) : (speaker ?? text.nobodyHint)}>
        {isContinued ? <span aria-hidden>↳</span> : null}
        {isContinued && speaker !== null ? <span className="visually-hidden">{text.continues(speaker)}</span> : speaker}
        {speaker === null ? <span className="visually-hidden">{text.nobody}</span> : null}
      </span>
      <span role="cell" className="turn-row-time number">
        {row.time}
      </span>
      <span role="cell" className="turn-row-line">
        {row.head === '' ? null : <span className="turn-row-head">{row.head}</span>}
        {row.words}
      </span>
    </div>
  );
}
