// The weight of a coding: a slider on its category's scale, any number where there is none. Kept when the hand lets go.
import { Scale } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { DialogTrigger, Input, Label, NumberField, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import type { SourceCoding } from '../../shared/domain/source.ts';
import type { WeightScale } from '../../shared/domain/weight-scale.ts';
import { waysText } from '../../shared/i18n/coding-ways.ts';
import { Button } from '../ui/button.tsx';
import { useKeysOf } from '../frame/use-keymap.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import type { CategoryEntry } from './category-index.ts';
import { useReader } from './reader-context.tsx';

interface WeightProps {
  coding: SourceCoding;
  entry: CategoryEntry;
  /** Grows with each request to weigh this very coding; 0 before the first. */
  asked: number;
}

export function WeightControl({ coding, entry, asked }: WeightProps) {
  const text = useText(waysText);
  const keys = useKeysOf('weight');
  const { isReadOnly, me, text: handle } = useReader();
  const [isOpen, setOpen] = useState(false);
  const answered = useRef(asked);
  /** Opened by the key that is pressed in the text: there the hand goes on. */
  const isFromText = useRef(false);
  useEffect(() => {
    if (asked !== answered.current) {
      isFromText.current = true;
      setOpen(true);
    }
    answered.current = asked;
  }, [asked]);
  useEffect(() => {
    if (isOpen || !isFromText.current) return;
    isFromText.current = false;
    handle.current?.focus();
  }, [isOpen, handle]);
  const { name, scale } = entry.category;
  const shown = coding.weight === null ? null : text.signed(coding.weight);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Tooltip text={text.weightOf(name, shown)} keys={keys}>
        <Button
          variant="quiet"
          size="small"
          className="reader-weight"
          aria-label={text.weightOf(name, shown)}
          isDisabled={isReadOnly || coding.coderId !== me}
        >
          {shown ?? <Scale size={14} strokeWidth={1.75} aria-hidden />}
        </Button>
      </Tooltip>
      <Popover label={text.weightOf(name, shown)} placement="bottom end">
        {(close) => (
          <div className="reader-weight-form">
            {scale ? <OnScale coding={coding} scale={scale} /> : <Free coding={coding} onKept={close} />}
            {coding.weight === null ? null : <Unweighed coding={coding} onDone={close} />}
          </div>
        )}
      </Popover>
    </DialogTrigger>
  );
}

function OnScale({ coding, scale }: { coding: SourceCoding; scale: WeightScale }) {
  const text = useText(waysText);
  const { acts } = useReader();
  const { min, max, step } = scale;
  const [value, setValue] = useState(coding.weight ?? Math.max(min, Math.min(0, max)));
  return (
    <>
      <Slider
        className="weight-slider"
        minValue={min}
        maxValue={max}
        step={step}
        value={value}
        onChange={setValue}
        onChangeEnd={(kept) => void acts.setWeight(coding, kept)}
      >
        <Label className="field-label">{text.weight}</Label>
        <SliderOutput className="number">{text.signed(value)}</SliderOutput>
        <SliderTrack className="weight-track">
          <SliderThumb className="weight-thumb" autoFocus />
        </SliderTrack>
        <span className="weight-ends" aria-hidden>
          <span>{text.signed(min)}</span>
          <span>{text.signed(max)}</span>
        </span>
      </Slider>
      {coding.weight === null ? (
        <Button size="small" onPress={() => void acts.setWeight(coding, value)}>
          {text.keepWeight(text.signed(value))}
        </Button>
      ) : null}
    </>
  );
}

function Free({ coding, onKept }: { coding: SourceCoding; onKept: () => void }) {
  const text = useText(waysText);
  const { language } = useLanguage();
  const { acts } = useReader();
  const keep = (weight: number): void => {
    if (!Number.isFinite(weight) || weight === coding.weight) return;
    void acts.setWeight(coding, weight);
    onKept();
  };
  return (
    <NumberField
      className="weight-free"
      {...(coding.weight === null ? {} : { defaultValue: coding.weight })}
      formatOptions={{ maximumFractionDigits: 6 }}
      onChange={keep}
      data-language={language}
    >
      <Label className="field-label">{text.weight}</Label>
      <Input className="field-input" autoFocus />
      <span className="quiet">{text.freeWeight}</span>
    </NumberField>
  );
}

function Unweighed({ coding, onDone }: { coding: SourceCoding; onDone: () => void }) {
  const text = useText(waysText);
  const { acts } = useReader();
  return (
    <Button
      size="small"
      variant="quiet"
      onPress={() => {
        void acts.setWeight(coding, null);
        onDone();
      }}
    >
      {text.noWeight}
    </Button>
  );
}
