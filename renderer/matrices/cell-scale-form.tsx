// One scale being made or changed: its name, its steps from the least to the most, and the rule of each.
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';
import { numberTyped, stepsTyped, withStep } from './cell-scale-templates.ts';
import type { ScaleDraft, StepDraft } from './cell-scale-templates.ts';

const FEWEST_STEPS = 2;

interface CellScaleFormProps {
  draft: ScaleDraft;
  onKept: (scaleId: string) => void;
  onCancel: () => void;
}

export function CellScaleForm({ draft: begun, onKept, onCancel }: CellScaleFormProps) {
  const words = useText(matrixCellsText);
  const run = useRun();
  const [draft, setDraft] = useState(begun);
  /** What is missing is said once somebody wanted to keep it. */
  const [wasTried, setTried] = useState(false);
  const change = (id: number, changes: Partial<StepDraft>) =>
    setDraft({ ...draft, steps: draft.steps.map((step) => (step.id === id ? { ...step, ...changes } : step)) });
  const keep = async () => {
    setTried(true);
    const steps = stepsTyped(draft.steps);
    const name = draft.name.trim();
    if (!steps || name === '') return;
    const scaleId = await run('scale.save', { scaleId: draft.scaleId, name, steps });
    if (scaleId !== undefined) onKept(scaleId);
  };
  return (
    <form
      className="cell-scale-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextField
        label={words.scaleName}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        maxLength={200}
        autoFocus
        {...(wasTried && draft.name.trim() === '' ? { error: words.labelMissing } : {})}
      />
      <div className="cell-scale-heads" aria-hidden>
        <span>{words.value}</span>
        <span>{words.name}</span>
        <span>{words.rule}</span>
      </div>
      {draft.steps.map((step, at) => (
        <StepFields
          key={step.id}
          step={step}
          at={at + 1}
          saysMissing={wasTried}
          canGo={draft.steps.length > FEWEST_STEPS}
          onChange={(changes) => change(step.id, changes)}
          onRemove={() => setDraft({ ...draft, steps: draft.steps.filter(({ id }) => id !== step.id) })}
        />
      ))}
      <div className="cell-scale-acts">
        <Button size="small" variant="quiet" onPress={() => setDraft(withStep(draft))}>
          <Plus size={14} aria-hidden />
          {words.addStep}
        </Button>
        <span className="cell-scale-end">
          <Button onPress={onCancel}>{words.cancel}</Button>
          <Button type="submit" variant="primary">
            {words.keepScale}
          </Button>
        </span>
      </div>
    </form>
  );
}

interface StepFieldsProps {
  step: StepDraft;
  /** From 1. */
  at: number;
  saysMissing: boolean;
  canGo: boolean;
  onChange: (changes: Partial<StepDraft>) => void;
  onRemove: () => void;
}

function StepFields({ step, at, saysMissing, canGo, onChange, onRemove }: StepFieldsProps) {
  const words = useText(matrixCellsText);
  return (
    <div className="cell-scale-step">
      <TextField
        label={words.stepValue(at)}
        hidesLabel
        value={step.value}
        onChange={(value) => onChange({ value })}
        inputMode="decimal"
        maxLength={9}
        {...(saysMissing && numberTyped(step.value) === null ? { error: words.valueMissing } : {})}
      />
      <TextField
        label={words.stepLabel(at)}
        hidesLabel
        value={step.label}
        onChange={(label) => onChange({ label })}
        maxLength={60}
        {...(saysMissing && step.label.trim() === '' ? { error: words.labelMissing } : {})}
      />
      <TextArea
        label={words.stepRule(at)}
        hidesLabel
        rows={2}
        placeholder={words.rulePlaceholder}
        value={step.rule}
        onChange={(rule) => onChange({ rule })}
        maxLength={2000}
      />
      <IconButton icon={X} size="small" label={words.removeStep(step.label)} isDisabled={!canGo} onPress={onRemove} />
    </div>
  );
}
