// The matrix as a sentence: each underlined word is a button that opens its picker in place.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import type { AxisSpec, MatrixDefinition } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { AxisPicker } from './axis-picker.tsx';
import { MAX_AXES, withAxis, withAxisMoved, withContents, withoutAxis } from './definition.ts';
import type { Side } from './definition.ts';
import { axisChoices, choiceKey } from './frame.ts';
import type { ProjectFrame } from './frame.ts';
import { CodersPicker, ContentsPicker, JoinPicker } from './rule-pickers.tsx';
import { sentenceOf } from './sentence.ts';
import type { Slot } from './sentence.ts';

interface SentenceProps {
  definition: MatrixDefinition;
  frame: ProjectFrame;
  onChange: (definition: MatrixDefinition) => void;
}

export function SentenceBar({ definition, frame, onChange }: SentenceProps) {
  const words = useText(matricesText);
  const parts = sentenceOf(definition, frame, words);
  return (
    <p className="matrices-sentence" role="group" aria-label={words.sentenceLabel}>
      {parts.map((part, at) => {
        if (part.kind === 'words') return <span key={`words-${at}`}>{part.text}</span>;
        const { slot } = part;
        const key = slot.kind === 'axis' ? `${slot.side}-${slot.index}` : slot.kind;
        const isLastOfSide = slot.kind === 'axis' && slot.index === definition[slot.side].length - 1;
        return (
          <span key={key}>
            <SlotButton slot={slot} text={part.text} definition={definition} frame={frame} onChange={onChange} />
            {slot.kind === 'axis' && isLastOfSide && definition[slot.side].length < MAX_AXES[slot.side] ? (
              <AddAxis side={slot.side} definition={definition} frame={frame} onChange={onChange} />
            ) : null}
          </span>
        );
      })}
    </p>
  );
}

function SlotButton({ slot, text, ...rest }: SentenceProps & { slot: Slot; text: string }) {
  const words = useText(matricesText);
  const name =
    slot.kind === 'axis'
      ? (slot.side === 'rows' ? words.slotRow : words.slotColumn)(text)
      : { join: words.slotJoin, contents: words.slotContents, coders: words.slotCoders }[slot.kind](text);
  return (
    <DialogTrigger>
      <AriaButton className="matrices-slot" aria-label={name}>
        {text}
      </AriaButton>
      <Popover label={name} placement="bottom start" className="matrices-popover">
        {(close) => <SlotPicker slot={slot} close={close} {...rest} />}
      </Popover>
    </DialogTrigger>
  );
}

function SlotPicker({ slot, close, definition, frame, onChange }: SentenceProps & { slot: Slot; close: () => void }) {
  if (slot.kind === 'join') return <JoinPicker join={definition.join} onChange={(join) => onChange({ ...definition, join })} />;
  if (slot.kind === 'contents')
    return <ContentsPicker contents={definition.contents} onChange={(contents) => onChange(withContents(definition, contents))} />;
  if (slot.kind === 'coders')
    return <CodersPicker coders={frame.coders} chosen={definition.coderIds} onChange={(coderIds) => onChange({ ...definition, coderIds })} />;
  return <AxisSlotPicker side={slot.side} index={slot.index} close={close} definition={definition} frame={frame} onChange={onChange} />;
}

function AxisSlotPicker({ side, index, close, definition, frame, onChange }: SentenceProps & { side: Side; index: number; close: () => void }) {
  const words = useText(matricesText);
  const axes = definition[side];
  const change = (next: MatrixDefinition) => {
    onChange(next);
    close();
  };
  const isAlone = axes.length < 2;
  return (
    <AxisPicker
      label={side === 'rows' ? words.chooseRow : words.chooseColumn}
      choices={axisChoices(frame, words)}
      current={axes[index] ? choiceKey(axes[index], frame) : null}
      used={usedKeys(definition, frame)}
      onChoose={(spec) => change(withAxis(definition, side, index, spec))}
      onMove={isAlone || !axes[index] ? undefined : (by) => change(withAxisMoved(definition, side, index, by))}
      canMove={{ earlier: index > 0, later: index < axes.length - 1 }}
      onRemove={isAlone || !axes[index] ? undefined : () => change(withoutAxis(definition, side, index))}
    />
  );
}

function usedKeys(definition: MatrixDefinition, frame: ProjectFrame): Set<string> {
  return new Set([...definition.rows, ...definition.columns].map((spec) => choiceKey(spec, frame)));
}

/** « puis + »: one more axis nested inside the last one. */
function AddAxis({ side, definition, frame, onChange }: SentenceProps & { side: Side }) {
  const words = useText(matricesText);
  const [isOpen, setIsOpen] = useState(false);
  const label = side === 'rows' ? words.addRow : words.addColumn;
  const add = (spec: AxisSpec) => {
    onChange(withAxis(definition, side, definition[side].length, spec));
    setIsOpen(false);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <IconButton icon={Plus} label={label} size="small" className="matrices-add" />
      <Popover label={label} placement="bottom start" className="matrices-popover">
        <AxisPicker label={label} choices={axisChoices(frame, words)} current={null} used={usedKeys(definition, frame)} onChoose={add} />
      </Popover>
    </DialogTrigger>
  );
}
