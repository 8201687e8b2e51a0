// The words of a source: one paragraph with one text node per turn, drawn once and never again while the source is open.
import { memo } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { Chunk } from './chunks.ts';
import type { Transcript } from './transcript.ts';
import { bodyAt, speakerAt } from './transcript.ts';
import { gutterRef } from './turn-words.ts';
import { classes } from '../ui/classes.ts';

/** What fits on one line of the gutter: narrow, and at its full width. */
const NARROW_UTF16 = 12;
const WIDE_UTF16 = 17;

function labelClass(label: string): string | null {
  if (label.length > WIDE_UTF16) return 'reader-turn-longer';
  return label.length > NARROW_UTF16 ? 'reader-turn-long' : null;
}

interface ReaderTextProps {
  transcript: Transcript;
  chunks: readonly Chunk[];
  label: string;
  root: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocusChange: (hasFocus: boolean) => void;
}

/** Editable only to have a native caret: nothing that is typed here changes the text. */
export const ReaderText = memo(function ReaderText({ transcript, chunks, label, root, onKeyDown, onFocusChange }: ReaderTextProps) {
  return (
    <div
      ref={root}
      className="reader-text"
      role="textbox"
      aria-label={label}
      aria-multiline
      aria-readonly
      tabIndex={0}
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      translate="no"
      onKeyDown={onKeyDown}
      onFocus={() => onFocusChange(true)}
      onBlur={() => onFocusChange(false)}
    >
      {chunks.map((chunk) => (
        <section key={chunk.turns[0]} className="reader-chunk" style={{ containIntrinsicSize: `auto ${chunk.heightPx}px` }}>
          {chunk.turns.map((turn) => {
            const speaker = speakerAt(transcript, turn);
            return (
              <p
                key={turn}
                className={classes('reader-turn', speaker?.isInterviewer && 'reader-turn-asked', labelClass(speaker?.label ?? ''))}
                data-t={turn}
                data-who={speaker?.label ?? ''}
                data-ref={gutterRef(transcript, turn)}
              >
                {bodyAt(transcript, turn)}
              </p>
            );
          })}
        </section>
      ))}
    </div>
  );
});
