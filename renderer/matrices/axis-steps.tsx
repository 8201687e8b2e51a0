// What an axis needs to be told before it lists anything: how dates are gathered, what is picked by hand and in which order.
import { ArrowDown, ArrowLeft, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { AttributeId } from '../../shared/domain/ids.ts';
import { axisSpec } from '../../shared/domain/matrix.ts';
import type { AxisSpec, PeriodRule } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Checklist } from './checklist.tsx';
import { pickables } from './frame.ts';
import type { PickedKind, ProjectFrame } from './frame.ts';

interface StepFrameProps {
  title: string;
  onBack: () => void;
  /** Null while it cannot be applied yet. */
  onApply: (() => void) | null;
  applies?: string;
  children: ReactNode;
}

export function StepFrame({ title, onBack, onApply, applies, children }: StepFrameProps) {
  const words = useText(matricesText).axes;
  return (
    <div className="matrices-picker matrices-step">
      <p className="matrices-options-title">{title}</p>
      {children}
      <div className="matrices-picker-foot">
        <Button size="small" variant="quiet" onPress={onBack}>
          <ArrowLeft size={14} aria-hidden />
          {words.back}
        </Button>
        <Button size="small" variant="primary" className="matrices-picker-remove" isDisabled={onApply === null} onPress={() => onApply?.()}>
          {applies ?? words.apply}
        </Button>
      </div>
    </div>
  );
}

const RULES = ['day', 'month', 'quarter', 'year', 'phases'] as const;

interface PeriodStepProps {
  attributeId: AttributeId | null;
  /** The rule of the axis that stands there; null for a new one. */
  rule: PeriodRule | null;
  onBack: () => void;
  onApply: (spec: AxisSpec) => void;
}

export function PeriodStep({ attributeId, rule, onBack, onApply }: PeriodStepProps) {
  const words = useText(matricesText).axes;
  const [by, setBy] = useState<PeriodRule['by']>(rule?.by ?? 'month');
  const [phases, setPhases] = useState(rule?.by === 'phases' ? rule.phases : [{ name: '', from: '' }]);
  const spec = axisSpec.safeParse({ kind: 'period', attributeId, rule: by === 'phases' ? { by, phases } : { by } });
  const change = (at: number, next: Partial<{ name: string; from: string }>) =>
    setPhases(phases.map((phase, index) => (index === at ? { ...phase, ...next } : phase)));
  return (
    <StepFrame title={words.periodTitle} onBack={onBack} onApply={spec.success ? () => onApply(spec.data) : null}>
      <RadioGroup className="matrices-step-options" value={by} onChange={(next) => setBy(RULES.find((each) => each === next) ?? by)}>
        <Label className="visually-hidden">{words.periodTitle}</Label>
        {RULES.map((each) => (
          <Radio key={each} value={each} className="matrices-option">
            <span className="matrices-option-mark" />
            <span>{words.by[each]}</span>
          </Radio>
        ))}
      </RadioGroup>
      {by === 'phases' ? (
        <div className="matrices-phases">
          <p className="matrices-picker-hint">{words.phasesHint}</p>
          {phases.map((phase, at) => (
            <div key={at} className="matrices-phase">
              <TextField
                label={words.phaseName(at + 1)}
                hidesLabel
                placeholder={words.phaseName(at + 1)}
                value={phase.name}
                onChange={(name) => change(at, { name })}
                maxLength={200}
              />
              <TextField label={words.phaseFrom(at + 1)} hidesLabel type="date" value={phase.from} onChange={(from) => change(at, { from })} />
              <IconButton
                icon={X}
                size="small"
                label={words.removePhase(phase.name || words.unnamedPhase)}
                isDisabled={phases.length === 1}
                onPress={() => setPhases(phases.filter((_, index) => index !== at))}
              />
            </div>
          ))}
          <Button size="small" variant="quiet" onPress={() => setPhases([...phases, { name: '', from: '' }])}>
            <Plus size={14} aria-hidden />
            {words.addPhase}
          </Button>
        </div>
      ) : null}
    </StepFrame>
  );
}

interface PickedStepProps {
  of: PickedKind;
  /** The axis that stands there, where it is such a list. */
  current: (AxisSpec & { kind: 'picked' }) | null;
  frame: ProjectFrame;
  onBack: () => void;
  onApply: (spec: AxisSpec) => void;
}

export function PickedStep({ of, current, frame, onBack, onApply }: PickedStepProps) {
  const words = useText(matricesText).axes;
  const items = pickables(of, frame);
  const known = new Set(items.map(({ id }) => id));
  const [ids, setIds] = useState<string[]>(() => (current?.of.ids ?? []).filter((id) => known.has(id)));
  const [name, setName] = useState(current?.name ?? '');
  const spec = axisSpec.safeParse({ kind: 'picked', name, of: { kind: of, ids } });
  return (
    <StepFrame title={words.pickTitle} onBack={onBack} onApply={spec.success ? () => onApply(spec.data) : null}>
      <Checklist label={words.pickTitle} placeholder={words.pickSearch} nothing={words.pickSearch} items={items} chosen={ids} onChange={setIds} />
      {ids.length > 1 ? <Order ids={ids} nameOf={(id) => items.find((item) => item.id === id)?.name ?? ''} onChange={setIds} /> : null}
      <TextField
        className="matrices-step-name"
        label={words.pickName}
        placeholder={words.picked[of]}
        value={name}
        onChange={setName}
        maxLength={200}
      />
    </StepFrame>
  );
}

function Order({ ids, nameOf, onChange }: { ids: readonly string[]; nameOf: (id: string) => string; onChange: (ids: string[]) => void }) {
  const words = useText(matricesText).axes;
  const move = (at: number, by: -1 | 1) => {
    const next = [...ids];
    const [moved] = next.splice(at, 1);
    if (moved !== undefined) next.splice(at + by, 0, moved);
    onChange(next);
  };
  return (
    <section className="matrices-order" aria-label={words.pickOrder}>
      <p className="matrices-picker-hint">{words.pickOrder}</p>
      <ol>
        {ids.map((id, at) => (
          <li key={id}>
            <span>{nameOf(id)}</span>
            <IconButton icon={ArrowUp} size="small" label={words.up(nameOf(id))} isDisabled={at === 0} onPress={() => move(at, -1)} />
            <IconButton icon={ArrowDown} size="small" label={words.down(nameOf(id))} isDisabled={at === ids.length - 1} onPress={() => move(at, 1)} />
            <IconButton icon={X} size="small" label={words.drop(nameOf(id))} onPress={() => onChange(ids.filter((each) => each !== id))} />
          </li>
        ))}
      </ol>
    </section>
  );
}
