// What can be done with the turns in hand, beside them: a menu, and its small forms for speaker, time and case.
import { Clock, Combine, Network, PencilLine, Scissors, UserRound } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { Menu as AriaMenu, Popover as AriaPopover } from 'react-aria-components';
import { correctionText } from '../../shared/i18n/correction.ts';
import type { Reader, TurnActsOpening } from '../reader/reader-context.tsx';
import { rectOf } from '../reader/text-dom.ts';
import type { TextElements } from '../reader/use-text-handle.ts';
import { useItemKeys } from '../frame/use-keymap.ts';
import { useText } from '../ui/language.tsx';
import { MenuItem, MenuSection } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import { afterFocusReturns } from './focus-return.ts';
import { CaseForm, SpeakerForm, TimeForm } from './turn-forms.tsx';
import { turnsInHand } from './turns-in-hand.ts';
import type { TurnsInHand } from './turns-in-hand.ts';
import './correction.css';

interface TurnActsProps {
  reader: Reader;
  elements: TextElements;
  /** The sheet that the text stands on. */
  sheet: RefObject<HTMLElement | null>;
  opening: TurnActsOpening;
}

/** Found when the acts open: the selection is the browser's, and leaves the text with the focus. */
export function TurnActs({ reader, elements, sheet, opening }: TurnActsProps) {
  const [held] = useState(() => turnsInHand(reader.transcript, reader.text.current?.caret() ?? null, reader.selection));
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const first = held && reader.transcript.indexOf.get(held.turns[0]?.id ?? ('' as never));
  useLayoutEffect(() => {
    const page = sheet.current?.getBoundingClientRect();
    const offset = held?.caret?.offset ?? 0;
    const words = typeof first === 'number' ? rectOf(elements.paragraphs.current, first, offset, offset + 1) : null;
    const paragraph = typeof first === 'number' ? elements.paragraphs.current.get(first)?.getBoundingClientRect() : null;
    if (page && words && paragraph) setPlace({ top: words.bottom - page.top, left: paragraph.left - page.left + 24 });
  }, [first, held, sheet, elements]);

  if (!held) return null;
  return (
    <>
      <span ref={anchor} className="correction-anchor" style={place ?? {}} />
      {place ? <Opened reader={reader} held={held} opening={opening} anchor={anchor} /> : null}
    </>
  );
}

interface OpenedProps {
  reader: Reader;
  held: TurnsInHand;
  opening: TurnActsOpening;
  anchor: RefObject<HTMLElement | null>;
}

function Opened({ reader, held, opening, anchor }: OpenedProps) {
  const text = useText(correctionText);
  const onOpenChange = (isOpen: boolean) => {
    if (!isOpen) reader.openTurnActs(null);
  };
  if (opening === 'menu') {
    return (
      <AriaPopover
        className="popover"
        aria-label={text.turns(held.turns.length)}
        isOpen
        triggerRef={anchor}
        placement="bottom start"
        onOpenChange={onOpenChange}
      >
        <TurnMenu reader={reader} held={held} />
      </AriaPopover>
    );
  }
  const titles = { speaker: text.speakerTitle, time: text.timeTitle, part: text.partTitle } as const;
  const Form = { speaker: SpeakerForm, time: TimeForm, part: CaseForm }[opening];
  return (
    <Popover label={titles[opening]} isOpen triggerRef={anchor} placement="bottom start" onOpenChange={onOpenChange}>
      <div className="correction-form">
        <h3>{titles[opening]}</h3>
        {held.turns.length > 1 ? <p className="quiet">{text.turns(held.turns.length)}</p> : null}
        <Form reader={reader} held={held} onDone={() => onOpenChange(false)} />
      </div>
    </Popover>
  );
}

function TurnMenu({ reader, held }: { reader: Reader; held: TurnsInHand }) {
  const text = useText(correctionText);
  const keysOf = useItemKeys();
  const { correction, isReadOnly, openTurnActs, transcript } = reader;
  const { caret } = held;
  const isOne = held.turns.length === 1;
  const [turn] = held.turns;
  const isInside = caret !== null && turn !== undefined && caret.offset > 0 && caret.offset < turn.bodyEnd - turn.bodyStart;
  const isFirst = turn !== undefined && (transcript.indexOf.get(turn.id) ?? 0) === 0;
  const later = (act: () => void) => () => {
    openTurnActs(null);
    afterFocusReturns(act);
  };
  return (
    <AriaMenu className="list" aria-label={text.turns(held.turns.length)} autoFocus="first" onClose={() => openTurnActs(null)}>
      <MenuSection title={text.turns(held.turns.length)}>
        <MenuItem
          icon={PencilLine}
          label={text.edit}
          {...keysOf('edit')}
          isDisabled={isReadOnly || !isOne}
          onAction={later(() => turn && correction.begin(caret ?? { turn: transcript.indexOf.get(turn.id) ?? 0, offset: 0 }))}
        />
        <MenuItem
          icon={Scissors}
          label={text.split}
          isDisabled={isReadOnly || !isInside}
          onAction={later(() => {
            if (turn && caret)
              void correction.restructure((run) => run('source.splitTurn', { turnId: turn.id, offsetUtf16: turn.bodyStart + caret.offset }));
          })}
        />
        <MenuItem
          icon={Combine}
          label={text.join}
          isDisabled={isReadOnly || !isOne || isFirst}
          onAction={later(() => {
            if (turn) void correction.restructure((run) => run('source.joinTurn', { turnId: turn.id }));
          })}
        />
        <MenuItem
          icon={UserRound}
          label={text.speaker}
          {...keysOf('speaker')}
          isDisabled={isReadOnly}
          onAction={later(() => openTurnActs('speaker'))}
        />
        <MenuItem icon={Clock} label={text.time} isDisabled={isReadOnly || !isOne} onAction={later(() => openTurnActs('time'))} />
        <MenuItem icon={Network} label={text.part} isDisabled={isReadOnly} onAction={later(() => openTurnActs('part'))} />
      </MenuSection>
    </AriaMenu>
  );
}
