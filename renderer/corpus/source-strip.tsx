// The picture of a source: its turns from left to right, in the colours of the cases that its parts and its speakers belong to.
import { useRef } from 'react';
import type { PointerEvent } from 'react';
import type { Case } from '../../shared/domain/corpus.ts';
import { corpusLinksText } from '../../shared/i18n/corpus-links.ts';
import { caseHue } from '../ui/case-chip.tsx';
import { useText } from '../ui/language.tsx';
import './source-strip.css';
import { extentOf, numberAt } from './strip-bands.ts';
import type { Band, Stretch } from './strip-bands.ts';

interface SourceStripProps {
  cases: readonly Case[];
  /** How many turns have words. */
  count: number;
  parts: readonly Band[];
  speaking: readonly Band[];
  chosen: Stretch | null;
  onChoose: (stretch: Stretch) => void;
}

export function SourceStrip({ cases, count, parts, speaking, chosen, onChoose }: SourceStripProps) {
  const text = useText(corpusLinksText);
  const start = useRef<number | null>(null);
  const numberUnder = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return numberAt((event.clientX - left) / Math.max(1, width), count);
  };
  return (
    <div className="strip-rows">
      <span className="strip-name">{text.assigned}</span>
      <span className="strip-name strip-name-second">{text.speaking}</span>
      <div
        className="strip"
        role="img"
        aria-label={text.stripLabel(count)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          start.current = numberUnder(event);
          onChoose({ from: start.current, to: start.current });
        }}
        onPointerMove={(event) => {
          if (start.current === null) return;
          const here = numberUnder(event);
          onChoose({ from: Math.min(start.current, here), to: Math.max(start.current, here) });
        }}
        onPointerUp={() => {
          start.current = null;
        }}
      >
        <Lane bands={parts} count={count} cases={cases} />
        <Lane bands={speaking} count={count} cases={cases} isThin />
        {chosen ? <span className="strip-chosen" style={percent(extentOf(chosen, count))} /> : null}
      </div>
      <span className="strip-scale" aria-hidden>
        <span>§1</span>
        <span>§{count}</span>
      </span>
    </div>
  );
}

interface LaneProps {
  bands: readonly Band[];
  count: number;
  cases: readonly Case[];
  isThin?: boolean;
}

function Lane({ bands, count, cases, isThin = false }: LaneProps) {
  const text = useText(corpusLinksText);
  return (
    <span className={isThin ? 'strip-lane strip-lane-thin' : 'strip-lane'}>
      {bands.map((band) => {
        const owner = cases.find(({ id }) => id === band.caseId);
        return (
          <span
            key={`${band.from} ${band.to} ${band.caseId ?? ''}`}
            className={owner ? 'strip-band' : 'strip-band strip-band-none'}
            title={text.bandTitle(band.from, band.to, owner?.name ?? text.others)}
            style={{ ...percent(extentOf(band, count)), ...(owner ? { background: `var(--case-${caseHue(owner.position)})` } : {}) }}
          />
        );
      })}
    </span>
  );
}

function percent({ left, width }: { left: number; width: number }) {
  return { left: `${left}%`, width: `${width}%` };
}

/** The parts alone, small, for a cell of a table; its words stand beside it. */
export function SmallStrip({ bands, count, cases }: LaneProps) {
  return (
    <span className="strip-small" aria-hidden>
      <Lane bands={bands} count={count} cases={cases} />
    </span>
  );
}
