// The recording from end to end: how loud it is, where the text has its times, where one is; a slider.
import { memo, useMemo, useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { mediaText } from '../../shared/i18n/media.ts';
import { useText } from '../ui/language.tsx';
import { shortClock } from './clock.ts';
import type { SpokenPiece } from './spoken-pieces.ts';

const WIDTH = 1000;
const HEIGHT = 24;
const PAGE_MS = 30_000;
const ARROW_MS = 3000;
const PERCENT = 100;

interface TimelineProps {
  ms: number;
  durationMs: number;
  pieces: readonly SpokenPiece[];
  /** Loudness from 0 to 1, evenly from end to end; null while it is not known. */
  peaks: readonly number[] | null;
  onSeek: (ms: number) => void;
}

export function Timeline({ ms, durationMs, pieces, peaks, onSeek }: TimelineProps) {
  const text = useText(mediaText);
  const track = useRef<HTMLDivElement>(null);
  const isHeld = useRef(false);
  const seekTo = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box && box.width > 0) onSeek(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * durationMs);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Partial<Record<string, number>> = {
      ArrowLeft: ms - ARROW_MS,
      ArrowDown: ms - ARROW_MS,
      ArrowRight: ms + ARROW_MS,
      ArrowUp: ms + ARROW_MS,
      PageDown: ms - PAGE_MS,
      PageUp: ms + PAGE_MS,
      Home: 0,
      End: durationMs,
    };
    const to = moves[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onSeek(to);
  };
  return (
    <div
      ref={track}
      className="media-timeline"
      role="slider"
      tabIndex={0}
      aria-label={text.position}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-valuenow={Math.round(ms / 1000)}
      aria-valuetext={text.positionIs(shortClock(ms), shortClock(durationMs))}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        isHeld.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => isHeld.current && seekTo(event)}
      onPointerUp={() => (isHeld.current = false)}
      onPointerCancel={() => (isHeld.current = false)}
    >
      <Picture durationMs={durationMs} pieces={pieces} peaks={peaks} />
      <div className="media-timeline-place" style={{ left: `${durationMs > 0 ? Math.min(PERCENT, (ms / durationMs) * PERCENT) : 0}%` }} />
    </div>
  );
}

/** Does not change while the recording plays. */
const Picture = memo(function Picture({ durationMs, pieces, peaks }: Pick<TimelineProps, 'durationMs' | 'pieces' | 'peaks'>) {
  const ticks = useMemo(() => ticksOf(pieces, durationMs), [pieces, durationMs]);
  const wave = useMemo(() => waveOf(peaks), [peaks]);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      {wave === null ? (
        <line className="media-timeline-line" x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      ) : (
        <path className="media-timeline-wave" d={wave} />
      )}
      <path className="media-timeline-ticks" d={ticks} />
    </svg>
  );
});

/** Times closer together than the picture can show are one tick. */
function ticksOf(pieces: readonly SpokenPiece[], durationMs: number): string {
  if (durationMs <= 0) return '';
  const places = new Set(pieces.map(({ atMs }) => Math.round((atMs / durationMs) * WIDTH)).filter((x) => x <= WIDTH));
  return [...places].map((x) => `M${x} ${HEIGHT - 4}V${HEIGHT}`).join('');
}

const WAVE_HEIGHT = 18;

function waveOf(peaks: readonly number[] | null): string | null {
  if (peaks === null || peaks.length === 0) return null;
  const step = WIDTH / peaks.length;
  return peaks
    .map((peak, index) => {
      const half = Math.max(0.5, (peak * WAVE_HEIGHT) / 2);
      return `M${(index * step).toFixed(1)} ${(WAVE_HEIGHT / 2 + 1 - half).toFixed(1)}v${(2 * half).toFixed(1)}`;
    })
    .join('');
}
