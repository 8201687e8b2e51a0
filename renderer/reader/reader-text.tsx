// The words of a source: one paragraph per turn (in one text node, where nothing is set apart), drawn once and again only when the
// turn itself is another.
import { Fragment, memo } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import type { Speaker, Turn } from '../../shared/domain/source.ts';
import type { Chunk } from './chunks.ts';
import { blockStyleOf, piecesOfTurn } from './set-words.ts';
import type { Transcript } from './transcript.ts';
import { speakerAt } from './transcript.ts';
import { clock } from '../../shared/domain/clock.ts';
import { gutterRef } from './turn-words.ts';
import { classes } from '../ui/classes.ts';

/** What fits on one line of the gutter: narrow, and at its full width. */
const NARROW_UTF16 = 12;
const WIDE_UTF16 = 17;

function labelClass(label: string): string | null {
  if (label.length > WIDE_UTF16) return 'reader-turn-longer';
  return label.length > NARROW_UTF16 ? 'reader-turn-long' : null;
}

const MARK_WORDS = {
  page: (value: number) => `p. ${value}`,
  time: (value: number) => clock(value),
} as const;

/** The words in the setting they came in. What is said of them without being one of them is written by the style sheet. */
function SetWords({ turn }: { turn: Turn }) {
  const pieces = piecesOfTurn(turn);
  if (!pieces) return turn.text.slice(turn.bodyStart, turn.bodyEnd);
  return pieces.map(({ start, text, isBold, isItalic, isCell, marks }) => (
    <Fragment key={`${start}-${text.length}`}>
      {marks.map(({ kind, value }) => (
        <span key={`${kind}${value}`} className="reader-mark" data-mark={MARK_WORDS[kind](value)} />
      ))}
      {isBold || isItalic || isCell ? (
        <span className={classes(isBold && 'reader-bold', isItalic && 'reader-italic', isCell && 'reader-cell')}>{text}</span>
      ) : (
        text
      )}
    </Fragment>
  ));
}

interface ParagraphProps {
  /** Its index. */
  at: number;
  turn: Turn;
  speaker: Speaker | null;
  reference: string;
  /** In the place of the words while they are corrected. */
  editor: ReactNode;
}

const Paragraph = memo(function Paragraph({ at, turn, speaker, reference, editor }: ParagraphProps) {
  const block = blockStyleOf(turn);
  return (
    <p
      className={classes(
        'reader-turn',
        speaker?.isInterviewer && 'reader-turn-asked',
        labelClass(speaker?.label ?? ''),
        block && `reader-${block}`,
        turn.number !== null && turn.number % 5 === 0 && 'reader-turn-fifth',
        editor !== null && 'reader-turn-edited',
      )}
      data-t={at}
      data-who={speaker?.label ?? ''}
      data-ref={reference}
      {...(turn.startMs === null ? {} : { 'data-time': clock(turn.startMs) })}
      {...(editor === null ? {} : { contentEditable: false })}
    >
      {editor ?? <SetWords turn={turn} />}
    </p>
  );
});

interface SectionProps {
  transcript: Transcript;
  chunk: Chunk;
  /** Index of the turn that is corrected, when it is one of these. */
  edited: number | null;
  editor: ReactNode;
}

/** Drawn anew only when one of its turns is another one. */
const Section = memo(
  function Section({ transcript, chunk, edited, editor }: SectionProps) {
    return (
      <section className="reader-chunk" style={{ containIntrinsicSize: `auto ${chunk.heightPx}px` }}>
        {chunk.turns.map((at) => {
          const turn = transcript.turns[at];
          return turn ? (
            <Paragraph
              key={turn.id}
              at={at}
              turn={turn}
              speaker={speakerAt(transcript, at)}
              reference={gutterRef(transcript, at)}
              editor={at === edited ? editor : null}
            />
          ) : null;
        })}
      </section>
    );
  },
  (before, after) =>
    before.chunk === after.chunk &&
    before.edited === after.edited &&
    before.editor === after.editor &&
    before.transcript.speakers === after.transcript.speakers &&
    after.chunk.turns.every((at) => before.transcript.turns[at] === after.transcript.turns[at]),
);

interface ReaderTextProps {
  transcript: Transcript;
  chunks: readonly Chunk[];
  label: string;
  /** Said after it: an editable text is not told to be read only by its attribute alone. */
  description: string;
  root: RefObject<HTMLDivElement | null>;
  /** Index of the turn that is corrected. */
  edited: number | null;
  editor: ReactNode;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocusChange: (hasFocus: boolean) => void;
}

/** Editable only to have a native caret: nothing that is typed here changes the text, outside the turn that is corrected. */
export const ReaderText = memo(function ReaderText({
  transcript,
  chunks,
  label,
  description,
  root,
  edited,
  editor,
  onKeyDown,
  onFocusChange,
}: ReaderTextProps) {
  return (
    <div
      ref={root}
      className="reader-text"
      role="textbox"
      aria-label={label}
      aria-description={description}
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
      {chunks.map((chunk) => {
        const isHere = edited !== null && chunk.turns.includes(edited);
        return (
          <Section
            key={transcript.turns[chunk.turns[0] ?? -1]?.id}
            transcript={transcript}
            chunk={chunk}
            edited={isHere ? edited : null}
            editor={isHere ? editor : null}
          />
        );
      })}
    </div>
  );
});
