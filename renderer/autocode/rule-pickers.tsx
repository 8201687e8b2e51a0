// The other underlined words of a rule: where it looks, how much it codes, with which categories.
import { useState } from 'react';
import { lineage } from '../../shared/domain/category.ts';
import type { CategoryId, CaseId, SourceId } from '../../shared/domain/ids.ts';
import { autocodeText } from '../../shared/i18n/autocode.ts';
import { useText } from '../ui/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { Choice } from './choice.tsx';
import { PickerList } from './picker-list.tsx';
import { extentsFor, foundKindOf } from './rule-in-hand.ts';
import type { RuleDraft } from './rule-in-hand.ts';
import type { Frame } from './sentence.ts';
import { ALL_TICKED } from './ticks.ts';

interface PickerProps {
  draft: RuleDraft;
  frame: Frame;
  onChange: (draft: RuleDraft) => void;
}

type Where = 'all' | 'cases' | 'sources';

export function ScopePicker({ draft, frame, onChange }: PickerProps) {
  const text = useText(autocodeText);
  const { scope } = draft;
  const [where, setWhere] = useState<Where>(scope.caseIds !== null ? 'cases' : scope.sourceIds !== null ? 'sources' : 'all');
  // nothing chosen yet is everything: a rule never looks nowhere
  const change = (next: Partial<RuleDraft['scope']>) =>
    onChange({ ...draft, scope: { ...scope, sourceIds: null, caseIds: null, ...next }, ticks: ALL_TICKED });
  const { cases, sources } = frame.corpus;
  const kinds = (['all', 'cases', 'sources'] as const).filter((kind) => kind !== 'cases' || cases.length > 0);
  return (
    <div className="autocode-picker">
      <div className="autocode-picker-head">
        <Segmented
          size="small"
          label={text.where}
          value={where}
          onChange={(next) => {
            if (!next) return;
            setWhere(next);
            change({});
          }}
          options={kinds.map((id) => ({ id, label: text.whereKinds[id] }))}
        />
      </div>
      {where === 'cases' ? (
        <PickerList
          label={text.cases}
          options={cases.map(({ id, name }) => ({ id, label: name }))}
          chosen={scope.caseIds ?? []}
          onChange={(ids) => change({ caseIds: ids.length === 0 ? null : (ids as CaseId[]) })}
        />
      ) : null}
      {where === 'sources' ? (
        <PickerList
          label={text.sources}
          options={sources.map(({ id, name }) => ({ id, label: name }))}
          chosen={scope.sourceIds ?? []}
          onChange={(ids) => change({ sourceIds: ids.length === 0 ? null : (ids as SourceId[]) })}
        />
      ) : null}
    </div>
  );
}

export function ExtendPicker({ draft, onChange }: Omit<PickerProps, 'frame'>) {
  const text = useText(autocodeText);
  if (!draft.find) return null;
  const labels = text.extents[foundKindOf(draft.find)];
  return (
    <div className="autocode-picker autocode-picker-body">
      <Choice
        title={text.chooseExtend}
        value={draft.extend}
        onChange={(extend) => onChange({ ...draft, extend, ticks: ALL_TICKED })}
        options={extentsFor(draft.find).map((id) => ({ id, label: labels[id], ...(id === 'turn' ? { hint: text.turnHint } : {}) }))}
      />
    </div>
  );
}

export function CategoryPicker({ draft, frame, onChange }: PickerProps) {
  const text = useText(autocodeText);
  const options = frame.codebook.flatMap((grid) => {
    const byId = new Map(grid.categories.map((category) => [category.id as string, category]));
    return grid.categories.map(({ id, name, color }) => {
      const above = lineage(byId, id)
        .slice(0, -1)
        .map((parent) => parent.name);
      return { id, label: name, detail: [grid.title, ...above].join(' › '), before: <Swatch color={color} /> };
    });
  });
  return (
    <div className="autocode-picker">
      {options.length === 0 ? (
        <p className="autocode-picker-note">{text.noCodebook}</p>
      ) : (
        <PickerList
          label={text.chooseCategories}
          options={options}
          chosen={draft.categoryIds}
          onChange={(ids) => onChange({ ...draft, categoryIds: ids as CategoryId[] })}
        />
      )}
    </div>
  );
}
