// The matrix as a sentence: each underlined word is a button that opens its picker in place.
import { Filter, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import type { AxisSpec, MatrixDefinition } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { matrixFiltersText } from '../../shared/i18n/matrix-filters.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { withMarks } from '../ui/sentence-marks.ts';
import { AxisPicker } from './axis-picker.tsx';
import { PeriodStep, PickedStep } from './axis-steps.tsx';
import { MAX_AXES, withAxis, withAxisMoved, withContents, withoutAxis } from './definition.ts';
import type { Side } from './definition.ts';
import { FilterPicker } from './filter-picker.tsx';
import { axisChoices, choiceKey } from './frame.ts';
import type { AxisChoice, AxisStep, ProjectFrame } from './frame.ts';
import './pickers.css';
import { QuestionsStep } from './research-questions.tsx';
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
  const filters = useText(matrixFiltersText);
  const parts = withMarks(sentenceOf(definition, frame, words, filters));
  return (
    <p className="matrices-sentence" role="group" aria-label={words.sentenceLabel}>
      {parts.map(({ part, mark }, at) => {
        if (part.kind === 'words') return <span key={`words-${at}`}>{part.text}</span>;
        const { slot } = part;
        const key = slot.kind === 'axis' ? `${slot.side}-${slot.index}` : slot.kind === 'where' ? `where-${slot.index}` : slot.kind;
        const isLastOfSide = slot.kind === 'axis' && slot.index === definition[slot.side].length - 1;
        return (
          <span key={key} className="matrices-slot-place">
            <SlotButton slot={slot} text={part.text} definition={definition} frame={frame} onChange={onChange} />
            {slot.kind === 'axis' && isLastOfSide && definition[slot.side].length < MAX_AXES[slot.side] ? (
              <AddAxis side={slot.side} definition={definition} frame={frame} onChange={onChange} />
            ) : null}
            {mark}
          </span>
        );
      })}
      {(definition.where?.length ?? 0) < MOST_FILTERS ? <AddFilter definition={definition} frame={frame} onChange={onChange} /> : null}
    </p>
  );
}

/** As many as a matrix keeps. */
const MOST_FILTERS = 20;

function SlotButton({ slot, text, ...rest }: SentenceProps & { slot: Slot; text: string }) {
  const words = useText(matricesText);
  const filters = useText(matrixFiltersText);
  const name =
    slot.kind === 'axis'
      ? (slot.side === 'rows' ? words.slotRow : words.slotColumn)(text)
      : { join: words.slotJoin, contents: words.slotContents, coders: words.slotCoders, where: filters.slot }[slot.kind](text);
  return (
    <DialogTrigger>
      <AriaButton className={slot.kind === 'where' ? 'matrices-slot matrices-slot-where' : 'matrices-slot'} aria-label={name}>
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
  if (slot.kind === 'where') return <FilterPicker definition={definition} index={slot.index} frame={frame} onChange={onChange} close={close} />;
  return <AxisSlotPicker side={slot.side} index={slot.index} close={close} definition={definition} frame={frame} onChange={onChange} />;
}

/** What the axis that stands there asks to be told, where it is one that does. */
function stepOf(spec: AxisSpec | undefined): AxisStep | null {
  if (spec?.kind === 'period') return { kind: 'period', attributeId: spec.attributeId };
  if (spec?.kind === 'picked') return { kind: 'picked', of: spec.of.kind };
  return spec?.kind === 'researchQuestion' ? { kind: 'questions' } : null;
}

interface AxisSlotProps extends SentenceProps {
  side: Side;
  /** Beyond the last one: an axis to add. */
  index: number;
  close: () => void;
}

export function AxisSlotPicker({ side, index, close, definition, frame, onChange }: AxisSlotProps) {
  const words = useText(matricesText);
  const axes = definition[side];
  const current = axes[index];
  const [step, setStep] = useState(() => stepOf(current));
  const change = (next: MatrixDefinition) => {
    onChange(next);
    close();
  };
  const take = (spec: AxisSpec) => change(withAxis(definition, side, index, spec));
  const choose = ({ to }: AxisChoice) => ('spec' in to ? take(to.spec) : setStep(to.step));
  if (step) return <Step step={step} current={current} frame={frame} onBack={() => setStep(null)} onApply={take} />;
  const isAlone = axes.length < 2;
  return (
    <AxisPicker
      label={current ? (side === 'rows' ? words.chooseRow : words.chooseColumn) : side === 'rows' ? words.addRow : words.addColumn}
      choices={axisChoices(frame, words)}
      current={current ? choiceKey(current, frame) : null}
      used={usedKeys(definition, frame)}
      onChoose={choose}
      onMove={isAlone || !current ? undefined : (by) => change(withAxisMoved(definition, side, index, by))}
      canMove={{ earlier: index > 0, later: index < axes.length - 1 }}
      onRemove={isAlone || !current ? undefined : () => change(withoutAxis(definition, side, index))}
    />
  );
}

interface StepProps {
  step: AxisStep;
  current: AxisSpec | undefined;
  frame: ProjectFrame;
  onBack: () => void;
  onApply: (spec: AxisSpec) => void;
}

function Step({ step, current, frame, onBack, onApply }: StepProps) {
  switch (step.kind) {
    case 'period': {
      const rule = current?.kind === 'period' && current.attributeId === step.attributeId ? current.rule : null;
      return <PeriodStep attributeId={step.attributeId} rule={rule} onBack={onBack} onApply={onApply} />;
    }
    case 'picked': {
      const list = current?.kind === 'picked' && current.of.kind === step.of ? current : null;
      return <PickedStep of={step.of} current={list} frame={frame} onBack={onBack} onApply={onApply} />;
    }
    case 'questions':
      return <QuestionsStep questions={frame.researchQuestions} onBack={onBack} onApply={() => onApply({ kind: 'researchQuestion' })} />;
  }
}

/** Lists picked by hand may stand in a sentence several times. */
function usedKeys(definition: MatrixDefinition, frame: ProjectFrame): Set<string> {
  return new Set([...definition.rows, ...definition.columns].filter(({ kind }) => kind !== 'picked').map((spec) => choiceKey(spec, frame)));
}

/** « puis + »: one more axis nested inside the last one. */
function AddAxis({ side, ...rest }: SentenceProps & { side: Side }) {
  const words = useText(matricesText);
  const label = side === 'rows' ? words.addRow : words.addColumn;
  return (
    <DialogTrigger>
      <IconButton icon={Plus} label={label} size="small" className="matrices-add" />
      <Popover label={label} placement="bottom start" className="matrices-popover">
        {(close) => <AxisSlotPicker side={side} index={rest.definition[side].length} close={close} {...rest} />}
      </Popover>
    </DialogTrigger>
  );
}

/** « là où … »: one more filter. */
function AddFilter(props: SentenceProps) {
  const words = useText(matrixFiltersText);
  return (
    <DialogTrigger>
      <IconButton icon={Filter} label={words.add} size="small" className="matrices-add" />
      <Popover label={words.add} placement="bottom start" className="matrices-popover">
        {(close) => <FilterPicker index={props.definition.where?.length ?? 0} close={close} {...props} />}
      </Popover>
    </DialogTrigger>
  );
}
