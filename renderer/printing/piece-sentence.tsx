// How a piece is set, as a sentence: each underlined word is a button that opens its picker in place.
import { Button as AriaButton, DialogTrigger, Label, Radio, RadioGroup } from 'react-aria-components';
import type { PrintPiece } from '../../shared/domain/print.ts';
import type { Language } from '../../shared/domain/project.ts';
import { pieceSentence } from '../../shared/i18n/piece-sentence.ts';
import type { PieceSlot } from '../../shared/i18n/piece-sentence.ts';
import { printingText } from '../../shared/i18n/printing.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { withMarks } from '../ui/sentence-marks.ts';
import { TextField } from '../ui/text-field.tsx';
import { namesOf } from './frame.ts';
import type { PrintingFrame } from './frame.ts';
import { afterTick, choiceOf } from './slots.ts';
import type { SlotChoice, WrittenField } from './slots.ts';

interface SentenceProps {
  piece: PrintPiece;
  frame: PrintingFrame;
  onChange: (piece: PrintPiece) => void;
}

export function PieceSentence({ piece, frame, onChange }: SentenceProps) {
  const { language } = useLanguage();
  return (
    <p className="printing-sentence">
      {withMarks(pieceSentence(piece, namesOf(frame), language)).map(({ part, mark }, at) => {
        const choice = part.kind === 'slot' ? choiceOf(piece, part.slot, frame, language) : null;
        if (part.kind === 'words' || choice === null) return <span key={`words-${at}`}>{part.text + mark}</span>;
        return (
          <span key={part.slot} className="printing-slot-place">
            <Slot slot={part.slot} text={part.text} choice={choice} language={language} onChange={onChange} />
            {mark}
          </span>
        );
      })}
    </p>
  );
}

interface SlotProps {
  slot: PieceSlot;
  text: string;
  choice: SlotChoice;
  language: Language;
  onChange: (piece: PrintPiece) => void;
}

function Slot({ text, choice, language, onChange }: SlotProps) {
  const label = printingText[language].change(text);
  return (
    <DialogTrigger>
      <AriaButton className="printing-slot" aria-label={label}>
        {text}
      </AriaButton>
      <Popover label={label} placement="bottom start" className="printing-popover">
        {(close) => <Picker label={label} choice={choice} onChange={onChange} close={close} />}
      </Popover>
    </DialogTrigger>
  );
}

interface PickerProps {
  label: string;
  choice: SlotChoice;
  onChange: (piece: PrintPiece) => void;
  close: () => void;
}

function Picker({ label, choice, onChange, close }: PickerProps) {
  const words = useText(printingText);
  if (choice.kind === 'field') return <Field field={choice.field} onChange={onChange} close={close} />;
  const { options } = choice;
  if (options.length === 0) return <p className="printing-picker">{words.noneToChoose}</p>;
  if (choice.kind === 'one')
    return (
      <div className="printing-picker">
        {choice.field ? <Field field={choice.field} onChange={onChange} close={close} /> : null}
        <RadioGroup className="printing-options" value={choice.value} onChange={(id) => onChange(choice.choose(id))}>
          <Label className="visually-hidden">{label}</Label>
          {options.map((option) => (
            <Radio key={option.id} value={option.id} className="printing-option">
              <span className="printing-option-mark" />
              {option.label}
            </Radio>
          ))}
        </RadioGroup>
      </div>
    );
  return (
    <div className="printing-picker printing-options" role="group" aria-label={label}>
      {choice.needsOne ? null : (
        <Checkbox className="printing-option" isSelected={choice.chosen === null} onChange={() => onChange(choice.choose(null))}>
          {words.allOfThem}
        </Checkbox>
      )}
      {options.map((option) => (
        <Checkbox
          key={option.id}
          className="printing-option"
          isSelected={choice.chosen === null || choice.chosen.includes(option.id)}
          onChange={() => onChange(choice.choose(afterTick(choice, option.id)))}
        >
          {option.label}
        </Checkbox>
      ))}
    </div>
  );
}

function Field({ field, onChange, close }: { field: WrittenField; onChange: (piece: PrintPiece) => void; close: () => void }) {
  return (
    <TextField
      className="printing-field"
      label={field.label}
      hint={field.hint}
      value={field.value}
      maxLength={300}
      onChange={(text) => onChange(field.write(text))}
      onKeyDown={(event) => event.key === 'Enter' && close()}
    />
  );
}
