// The slim bar above the text in which one finds words, and the marks beside the scroll bar that show where they are.
import { ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { readingText } from '../../shared/i18n/reading.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { IconToggle } from '../ui/icon-toggle.tsx';
import { useActionKeys } from '../frame/use-keymap.ts';
import { useText } from '../ui/language.tsx';
import type { Chunk } from './chunks.ts';
import { tickShares } from './find-in-text.ts';
import type { Transcript } from './transcript.ts';
import type { Find } from './use-find.ts';
import { useLatest } from './use-latest.ts';

export function FindBar({ find }: { find: Find }) {
  const text = useText(readingText);
  const keysOf = useActionKeys();
  const field = useRef<HTMLInputElement>(null);
  const { query, wholeWords, found, at, asked, seek, setWholeWords, step, close } = find;
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  const bar = useRef<HTMLDivElement>(null);
  const latest = useLatest(find);
  // Heard on the bar as a whole: Escape leaves from its buttons too.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { close: leave, step: go } = latest.current;
      if (event.key === 'Escape') leave();
      else if (event.key === 'Enter' && event.target === field.current) go(event.shiftKey ? -1 : 1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const here = bar.current;
    here?.addEventListener('keydown', onKeyDown);
    return () => here?.removeEventListener('keydown', onKeyDown);
  }, [latest]);
  return (
    <div ref={bar} className="reader-find" role="search" aria-label={text.find}>
      <input
        ref={field}
        className="field-input reader-find-field"
        aria-label={text.find}
        placeholder={text.findPlaceholder}
        value={query}
        onChange={(event) => seek(event.target.value)}
        spellCheck={false}
      />
      <IconToggle icon={WholeWord} label={text.wholeWords} isOn={wholeWords} onChange={setWholeWords} />
      <span className="reader-find-count" role="status">
        {query.trim() === '' ? '' : text.found(at === null ? null : at + 1, found.length)}
      </span>
      <IconButton
        icon={ChevronUp}
        size="small"
        label={text.previous}
        keys={keysOf('findPrevious')}
        isDisabled={found.length === 0}
        onPress={() => step(-1)}
      />
      <IconButton
        icon={ChevronDown}
        size="small"
        label={text.next}
        keys={keysOf('findNext')}
        isDisabled={found.length === 0}
        onPress={() => step(1)}
      />
      <IconButton icon={X} size="small" label={text.closeFind} keys="Escape" onPress={close} />
    </div>
  );
}

/** Marks closer than this would lie on each other. */
const TICK_PX = 3;

interface FoundTicksProps {
  transcript: Transcript;
  find: Find;
  chunks: readonly Chunk[];
  root: RefObject<HTMLElement | null>;
  /** Another number whenever the sections may have other heights. */
  revision: number;
}

/** For the eye alone: the bar says how many there are. */
export const FoundTicks = memo(function FoundTicks({ transcript, find, chunks, root, revision }: FoundTicksProps) {
  const { found, at } = find;
  const current = at === null ? undefined : found[at];
  const [shares, setShares] = useState<{ all: readonly number[]; current: readonly number[] }>({ all: [], current: [] });
  useLayoutEffect(() => {
    const view = root.current?.closest('.reader-scroller');
    if (!root.current || !view) return;
    const top = root.current.offsetTop;
    const sections = Array.from(root.current.children, (section, index) => {
      const { offsetTop, offsetHeight } = section as HTMLElement;
      return { turns: chunks[index]?.turns ?? [], topPx: top + offsetTop, heightPx: offsetHeight };
    });
    const whole = view.scrollHeight;
    const step = (TICK_PX * whole) / Math.max(1, view.clientHeight);
    setShares({
      all: tickShares(transcript, found, sections, whole, step),
      current: current ? tickShares(transcript, [current], sections, whole, step) : [],
    });
  }, [transcript, found, current, chunks, root, revision]);
  return (
    <div className="reader-ticks" aria-hidden>
      {shares.all.map((share) => (
        <i key={share} style={{ top: `${share * 100}%` }} />
      ))}
      {shares.current.map((share) => (
        <i key={`at ${share}`} className="reader-tick-now" style={{ top: `${share * 100}%` }} />
      ))}
    </div>
  );
});
