// The other underlined words of the sentence: when categories meet, what cells show, whose codings count.
import type { ReactNode } from 'react';
import { Input, Label, NumberField, Radio, RadioGroup } from 'react-aria-components';
import type { CoderId } from '../../shared/domain/ids.ts';
import { CELL_CONTENTS } from '../../shared/domain/matrix.ts';
import type { CellContent, JoinRule } from '../../shared/domain/matrix.ts';
import type { Coder } from '../../shared/domain/corpus.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { useText } from '../ui/language.tsx';

const RULES = ['passage', 'overlap', 'turn', 'near'] as const;
const NEAR_AT_FIRST = 500;
const NEAR_MOST = 1_000_000;

export function JoinPicker({ join, onChange }: { join: JoinRule; onChange: (join: JoinRule) => void }) {
  const words = useText(matricesText);
  const choose = (kind: string) => {
    const rule = RULES.find((each) => each === kind);
    if (rule) onChange(rule === 'near' ? { kind: 'near', withinUtf16: NEAR_AT_FIRST } : { kind: rule });
  };
  return (
    <div className="matrices-picker">
      <RadioGroup className="matrices-options" value={join.kind} onChange={choose}>
        <Label className="matrices-options-title">{words.chooseJoin}</Label>
        {RULES.map((rule) => (
          <Radio key={rule} value={rule} className="matrices-option">
            <span className="matrices-option-mark" />
            <span>
              {rule === 'near' ? words.nearShort : words.joins[rule]}
              <span className="matrices-picker-hint">{words.joinHints[rule]}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {join.kind === 'near' ? (
        <NumberField
          className="matrices-near"
          value={join.withinUtf16}
          minValue={0}
          maxValue={NEAR_MOST}
          step={50}
          onChange={(value) => Number.isFinite(value) && onChange({ kind: 'near', withinUtf16: Math.round(value) })}
        >
          <Label className="field-label">{words.nearLabel}</Label>
          <Input className="field-input" />
        </NumberField>
      ) : null}
    </div>
  );
}

function Choices({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="matrices-picker matrices-options" role="group" aria-label={title}>
      <p className="matrices-options-title">{title}</p>
      {children}
    </div>
  );
}

interface ContentsPickerProps {
  contents: readonly CellContent[];
  /** Never empty. */
  onChange: (contents: ReadonlySet<CellContent>) => void;
}

export function ContentsPicker({ contents, onChange }: ContentsPickerProps) {
  const words = useText(matricesText);
  const choose = (content: CellContent, isOn: boolean) =>
    onChange(new Set(CELL_CONTENTS.filter((each) => (each === content ? isOn : contents.includes(each)))));
  return (
    <Choices title={words.chooseContents}>
      {CELL_CONTENTS.map((content) => {
        const isOn = contents.includes(content);
        return (
          <Checkbox
            key={content}
            isSelected={isOn}
            isDisabled={isOn && contents.length === 1}
            onChange={(next) => choose(content, next)}
            className="matrices-option"
          >
            {words.contents[content]}
          </Checkbox>
        );
      })}
    </Choices>
  );
}

interface CodersPickerProps {
  coders: readonly Coder[];
  /** null: everybody. */
  chosen: readonly CoderId[] | null;
  onChange: (chosen: CoderId[] | null) => void;
}

export function CodersPicker({ coders, chosen, onChange }: CodersPickerProps) {
  const words = useText(matricesText);
  const isChosen = (id: CoderId) => chosen === null || chosen.includes(id);
  const count = coders.filter(({ id }) => isChosen(id)).length;
  const choose = (id: CoderId, isOn: boolean) => {
    const next = coders.map((coder) => coder.id).filter((each) => (each === id ? isOn : isChosen(each)));
    onChange(next.length === coders.length ? null : next);
  };
  return (
    <Choices title={words.chooseCoders}>
      {coders.map(({ id, name, codings }) => (
        <Checkbox
          key={id}
          isSelected={isChosen(id)}
          isDisabled={isChosen(id) && count === 1}
          onChange={(next) => choose(id, next)}
          className="matrices-option"
        >
          <span className="matrices-option-name">{name}</span>
          <span className="number quiet">{words.number(codings)}</span>
        </Checkbox>
      ))}
    </Choices>
  );
}
