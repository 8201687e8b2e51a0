// Stage, status, scale of weights and key of a category, each changed where it is read.
import { useRef, useState } from 'react';
import type { Category } from '../../shared/domain/category.ts';
import { STAGES, STATUSES } from '../../shared/domain/category.ts';
import { USUAL_SCALES, isSameScale } from '../../shared/domain/weight-scale.ts';
import type { WeightScale } from '../../shared/domain/weight-scale.ts';
import type { Input } from '../../shared/contract/contract.ts';
import { codebookWorkText } from '../../shared/i18n/codebook-work.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CategoryKey } from './category-key.tsx';

interface CategoryTraitsProps {
  category: Category;
  isReadOnly: boolean;
  onUpdate: (change: Omit<Input<'category.update'>, 'categoryId'>) => Promise<boolean>;
}

const NONE = 'none';
const OWN = 'own';

export function CategoryTraits({ category, isReadOnly, onUpdate }: CategoryTraitsProps) {
  const words = useText(codebookWorkText);
  return (
    <>
      <Select
        className="codebook-origin"
        label={words.stage}
        hidesLabel
        isQuiet
        isDisabled={isReadOnly}
        options={[{ id: NONE, label: words.noStage }, ...STAGES.map((id) => ({ id, label: words.stages[id] }))]}
        value={category.stage ?? NONE}
        onChange={(stage) => void onUpdate({ stage: stage === NONE ? null : stage })}
      />
      <Select
        className="codebook-origin"
        label={words.status}
        hidesLabel
        isQuiet
        isDisabled={isReadOnly}
        options={[{ id: NONE, label: words.noStatus }, ...STATUSES.map((id) => ({ id, label: words.statuses[id] }))]}
        value={category.status ?? NONE}
        onChange={(status) => void onUpdate({ status: status === NONE ? null : status })}
      />
      <ScaleChoice category={category} isReadOnly={isReadOnly} onUpdate={onUpdate} />
      <CategoryKey category={category} isReadOnly={isReadOnly} />
    </>
  );
}

const keyOf = ({ min, max, step }: WeightScale): string => `${min}/${max}/${step}`;

function ScaleChoice({ category: { scale }, isReadOnly, onUpdate }: CategoryTraitsProps) {
  const words = useText(codebookWorkText);
  const anchor = useRef<HTMLDivElement>(null);
  const [isOwn, setIsOwn] = useState(false);
  const scales = [...USUAL_SCALES, ...(scale && !USUAL_SCALES.some((usual) => isSameScale(usual, scale)) ? [scale] : [])];
  const choose = (key: string) => {
    if (key === OWN) setIsOwn(true);
    else void onUpdate({ scale: scales.find((each) => keyOf(each) === key) ?? null });
  };
  return (
    <div ref={anchor}>
      <Select
        className="codebook-origin"
        label={words.scale}
        hidesLabel
        isQuiet
        isDisabled={isReadOnly}
        options={[
          { id: NONE, label: words.noScale },
          ...scales.map((each) => ({ id: keyOf(each), label: words.scaleIs(each) })),
          { id: OWN, label: words.ownScale },
        ]}
        value={scale ? keyOf(scale) : NONE}
        onChange={choose}
      />
      <Popover label={words.scale} className="codebook-scale" triggerRef={anchor} isOpen={isOwn} onOpenChange={setIsOwn} placement="bottom start">
        {isOwn ? <OwnScale scale={scale} onKeep={(own) => onUpdate({ scale: own })} onClose={() => setIsOwn(false)} /> : null}
      </Popover>
    </div>
  );
}

const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.').replace('−', '-')));

interface OwnScaleProps {
  scale: WeightScale | null;
  onKeep: (scale: WeightScale) => Promise<boolean>;
  onClose: () => void;
}

function OwnScale({ scale, onKeep, onClose }: OwnScaleProps) {
  const words = useText(codebookWorkText);
  const [typed, setTyped] = useState({ min: String(scale?.min ?? 0), max: String(scale?.max ?? 10), step: String(scale?.step ?? 1) });
  const own = { min: numberIn(typed.min), max: numberIn(typed.max), step: numberIn(typed.step) };
  const isWhole = Object.values(own).every(Number.isFinite);
  const keep = async () => {
    if (isWhole && (await onKeep(own))) onClose();
  };
  return (
    <form
      className="codebook-scale-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <div className="codebook-scale-fields">
        {(['min', 'max', 'step'] as const).map((field) => (
          <TextField
            key={field}
            label={words[field]}
            value={typed[field]}
            onChange={(value) => setTyped({ ...typed, [field]: value })}
            autoFocus={field === 'min'}
          />
        ))}
      </div>
      <p className="quiet">{words.scaleHint}</p>
      <div className="codebook-removal-acts">
        <Button size="small" onPress={onClose}>
          {words.cancel}
        </Button>
        <Button size="small" variant="primary" type="submit" isDisabled={!isWhole}>
          {words.keepScale}
        </Button>
      </div>
    </form>
  );
}
