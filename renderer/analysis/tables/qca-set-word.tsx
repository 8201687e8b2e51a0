// A condition or the outcome as an underlined word: what it is read from, how it is calibrated, what is expected of it.
import { useState } from 'react';
import { EXPECTATIONS } from '../../../shared/domain/qca.ts';
import type { Calibration, Measure, QcaCondition } from '../../../shared/domain/qca.ts';
import type { AxisSpec } from '../../../shared/domain/matrix.ts';
import { qcaText } from '../../../shared/i18n/qca.ts';
import { valuesOf } from '../../matrices/frame.ts';
import type { ProjectFrame } from '../../matrices/frame.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { useText } from '../../ui/language.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SentenceWord } from '../sentence.tsx';
import { attributesFor, draftOf, setOf, withObject } from './qca-set.ts';
import type { SetDraft } from './qca-set.ts';

interface SetWordProps {
  label: string;
  text: string;
  set: (Omit<QcaCondition, 'expects'> & { expects?: QcaCondition['expects'] }) | null;
  cases: AxisSpec;
  frame: ProjectFrame;
  /** The outcome expects nothing of itself. */
  isOutcome?: boolean;
  onChange: (set: QcaCondition) => void;
  onRemove?: () => void;
}

export function SetWord({ label, text, ...rest }: SetWordProps) {
  return (
    <SentenceWord text={text} label={label}>
      {(close) => <SetForm {...rest} close={close} />}
    </SentenceWord>
  );
}

function SetForm({ set, cases, frame, isOutcome = false, onChange, onRemove, close }: Omit<SetWordProps, 'label' | 'text'> & { close: () => void }) {
  const words = useText(qcaText);
  const [draft, setDraft] = useState(() => draftOf(set));
  const made = setOf(draft);
  const change = (changes: Partial<SetDraft>) => setDraft({ ...draft, ...changes });
  const kinds: readonly Measure['kind'][] = attributesFor(cases, frame).length > 0 ? ['category', 'rating', 'attribute'] : ['category', 'rating'];
  return (
    <div className="tables-sets">
      <Select
        label={words.from}
        options={kinds.map((id) => ({ id, label: words.measures[id] }))}
        value={draft.kind}
        onChange={(kind) => change({ kind, attributeId: null, categoryId: null })}
      />
      <ObjectField draft={draft} cases={cases} frame={frame} onChange={setDraft} />
      <TextField label={words.setName} value={draft.name} onChange={(name) => change({ name })} maxLength={60} />
      <CalibrationFields draft={draft} frame={frame} onChange={change} />
      {isOutcome ? null : (
        <Select
          label={words.expects}
          options={EXPECTATIONS.map((id) => ({ id, label: words.expectations[id] }))}
          value={draft.expects}
          onChange={(expects) => change({ expects })}
        />
      )}
      {made ? null : <p className="quiet">{words.incomplete}</p>}
      <div className="tables-set-row">
        {onRemove ? (
          <Button
            size="small"
            variant="quiet"
            onPress={() => {
              onRemove();
              close();
            }}
          >
            {words.remove}
          </Button>
        ) : null}
        <Button
          size="small"
          variant="primary"
          isDisabled={!made}
          onPress={() => {
            if (made) onChange(made);
            close();
          }}
        >
          {words.apply}
        </Button>
      </div>
    </div>
  );
}

interface FieldsProps {
  draft: SetDraft;
  frame: ProjectFrame;
}

function ObjectField({ draft, cases, frame, onChange }: FieldsProps & { cases: AxisSpec; onChange: (draft: SetDraft) => void }) {
  const words = useText(qcaText);
  if (draft.kind === 'attribute')
    return (
      <Select
        label={words.attribute}
        options={attributesFor(cases, frame).map(({ id, name }) => ({ id: id as string, label: name }))}
        value={draft.attributeId}
        onChange={(attributeId) => onChange(withObject(draft, { attributeId, categoryId: null }, frame))}
      />
    );
  const options = frame.codebook.flatMap(({ title, categories }) =>
    categories.map(({ id, name }) => ({ id: id as string, label: name, detail: title })),
  );
  return (
    <ComboBox
      label={words.category}
      options={options}
      picked={draft.categoryId}
      text={options.find(({ id }) => id === draft.categoryId)?.label ?? ''}
      onPick={(categoryId) => onChange(withObject(draft, { attributeId: null, categoryId }, frame))}
      onText={() => undefined}
    />
  );
}

function CalibrationFields({ draft, frame, onChange }: FieldsProps & { onChange: (changes: Partial<SetDraft>) => void }) {
  const words = useText(qcaText);
  const kinds: readonly Calibration['kind'][] = draft.kind === 'attribute' ? ['threshold', 'anchors', 'oneOf'] : ['threshold', 'anchors'];
  const values = draft.attributeId === null ? [] : valuesOf(draft.attributeId, frame);
  return (
    <>
      <Select
        label={words.calibration}
        options={kinds.map((id) => ({ id, label: words.calibrations[id] }))}
        value={draft.calibration}
        onChange={(calibration) => onChange({ calibration })}
      />
      {draft.calibration === 'threshold' ? (
        <TextField label={words.threshold} inputMode="decimal" value={draft.from} onChange={(from) => onChange({ from })} />
      ) : null}
      {draft.calibration === 'anchors'
        ? (['out', 'crossover', 'in'] as const).map((anchor) => (
            <TextField
              key={anchor}
              label={words[anchor]}
              inputMode="decimal"
              value={draft[anchor]}
              onChange={(value) => onChange({ [anchor]: value })}
            />
          ))
        : null}
      {draft.calibration === 'oneOf' ? (
        <div role="group" aria-label={words.values}>
          <span className="field-label">{values.length === 0 ? words.noValues : words.values}</span>
          {values.map((value) => (
            <Checkbox
              key={value}
              isSelected={draft.values.includes(value)}
              onChange={(isIn) => onChange({ values: values.filter((each) => (each === value ? isIn : draft.values.includes(each))) })}
            >
              {value}
            </Checkbox>
          ))}
        </div>
      ) : null}
    </>
  );
}
