// Chooses what one axis of the sentence lists, out of everything the project has; also moves the axis and takes it away.
import { ArrowLeft, ArrowRight, Check, Trash2 } from 'lucide-react';
import { Autocomplete, Collection, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField } from 'react-aria-components';
import { folded } from '../../shared/domain/category.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { AXIS_GROUPS } from './frame.ts';
import type { AxisChoice, AxisGroup } from './frame.ts';
import { ScrolledByKeys } from './scrolled-by-keys.tsx';

interface AxisPickerProps {
  label: string;
  choices: readonly AxisChoice[];
  /** Key of the axis that stands there now; null for one to add. */
  current: string | null;
  /** Keys of all the axes in the sentence. */
  used: ReadonlySet<string>;
  onChoose: (choice: AxisChoice) => void;
  onMove?: ((by: -1 | 1) => void) | undefined;
  canMove?: { readonly earlier: boolean; readonly later: boolean } | undefined;
  onRemove?: (() => void) | undefined;
}

export function AxisPicker({ label, choices, current, used, onChoose, onMove, canMove, onRemove }: AxisPickerProps) {
  const words = useText(matricesText);
  const nameOf = (group: AxisGroup): string =>
    group in words.groups ? words.groups[group as keyof typeof words.groups] : words.axes.groups[group as keyof typeof words.axes.groups];
  const groups = AXIS_GROUPS.map((group) => ({ group, choices: choices.filter((choice) => choice.group === group) })).filter(
    (each) => each.choices.length > 0,
  );
  const disabled = choices.filter(({ key, size }) => (used.has(key) && key !== current) || size === 0).map(({ key }) => key);
  const choose = (key: string) => {
    const choice = choices.find((each) => each.key === key);
    if (choice) onChoose(choice);
  };

  return (
    <div className="matrices-picker">
      <Autocomplete filter={(text, typed) => folded(text).includes(folded(typed))}>
        <SearchField autoFocus aria-label={label} className="matrices-picker-search">
          <Input className="field-input" placeholder={words.filterAxes} />
        </SearchField>
        <ScrolledByKeys label={label}>
          <ListBox
            aria-label={label}
            className="list matrices-picker-list"
            items={groups}
            disabledKeys={disabled}
            onAction={(key) => choose(String(key))}
            renderEmptyState={() => <p className="matrices-picker-empty">{words.noAxis}</p>}
          >
            {(section) => (
              <ListBoxSection id={section.group}>
                <Header className="list-header">{nameOf(section.group)}</Header>
                <Collection items={section.choices.map((choice) => ({ ...choice, id: choice.key }))}>
                  {(choice) => (
                    <ListBoxItem id={choice.key} className="list-item" textValue={`${choice.name} ${choice.hint}`}>
                      <span className="list-item-label">
                        {choice.name}
                        <AxisHint choice={choice} isTaken={used.has(choice.key) && choice.key !== current} />
                      </span>
                      {choice.key === current ? <Check size={14} className="list-item-check" aria-label="✓" /> : null}
                      <span className="number quiet">{words.number(choice.size)}</span>
                    </ListBoxItem>
                  )}
                </Collection>
              </ListBoxSection>
            )}
          </ListBox>
        </ScrolledByKeys>
      </Autocomplete>
      {onMove || onRemove ? <PickerFoot onMove={onMove} canMove={canMove} onRemove={onRemove} /> : null}
    </div>
  );
}

function PickerFoot({ onMove, canMove, onRemove }: Pick<AxisPickerProps, 'onMove' | 'canMove' | 'onRemove'>) {
  const words = useText(matricesText);
  return (
    <div className="matrices-picker-foot">
      {onMove ? (
        <>
          <Button size="small" variant="quiet" isDisabled={!canMove?.earlier} onPress={() => onMove(-1)}>
            <ArrowLeft size={14} aria-hidden />
            {words.earlier}
          </Button>
          <Button size="small" variant="quiet" isDisabled={!canMove?.later} onPress={() => onMove(1)}>
            {words.later}
            <ArrowRight size={14} aria-hidden />
          </Button>
        </>
      ) : null}
      {onRemove ? (
        <Button size="small" variant="quiet" className="matrices-picker-remove" onPress={onRemove}>
          <Trash2 size={14} aria-hidden />
          {words.removeAxis}
        </Button>
      ) : null}
    </div>
  );
}

function AxisHint({ choice, isTaken }: { choice: AxisChoice; isTaken: boolean }) {
  const words = useText(matricesText);
  const hint = [choice.hint, isTaken ? words.takenAxis : ''].filter(Boolean).join(' · ');
  return hint === '' ? null : <span className="matrices-picker-hint">{hint}</span>;
}
