// Builds a filter by choosing: conditions, joined by « all », « any » or « none » of them, in groups inside groups.
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { DragEvent } from 'react';
import { DialogTrigger, Button as AriaButton } from 'react-aria-components';
import type { Operator } from '../../shared/domain/expression.ts';
import { matrixFiltersText } from '../../shared/i18n/matrix-filters.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Checklist } from './checklist.tsx';
import { droppedCondition, holdsCondition } from './filter-drag.ts';
import { EMPTY_FILTER, EMPTY_RELATION, EMPTY_ROW, ROW_FIELDS, isNegative, operatorFor, withAdded, withNode, withoutNode } from './filter-model.ts';
import type { FilterGroup, FilterNode, FilterRow } from './filter-model.ts';
import { RelationFields } from './filter-relation.tsx';
import { valuesOffered } from './filter-words.ts';
import type { ProjectFrame } from './frame.ts';

interface GroupProps {
  group: FilterGroup;
  frame: ProjectFrame;
  onChange: (group: FilterGroup) => void;
  /** Null for the outermost one. */
  onRemove: (() => void) | null;
}

const JOINS = ['all', 'any', 'none', 'notAll'] as const;

/** « none of A, B » is NOT (A OR B); « not all at once » is NOT (A AND B). */
function joinOf({ joins, isNot, nodes }: FilterGroup): (typeof JOINS)[number] {
  if (!isNot) return joins === 'and' ? 'all' : 'any';
  return joins === 'or' || nodes.length === 1 ? 'none' : 'notAll';
}

export function FilterGroupFields({ group, frame, onChange, onRemove }: GroupProps) {
  const words = useText(matrixFiltersText);
  const join = joinOf(group);
  const setJoin = (next: (typeof JOINS)[number]) =>
    onChange({ ...group, joins: next === 'all' || next === 'notAll' ? 'and' : 'or', isNot: next === 'none' || next === 'notAll' });
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!holdsCondition(event)) return;
    event.preventDefault();
    event.stopPropagation();
    setIsOver(event.type === 'dragover');
  };
  const drop = (event: DragEvent) => {
    over(event);
    const row = droppedCondition(event);
    if (row) onChange(withAdded(group, row));
  };
  return (
    // what is dragged here can be added by its own button too
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={classes('matrices-filter-group', isOver && 'matrices-filter-over')}
      role="group"
      aria-label={words[join]}
      onDragOver={over}
      onDragLeave={over}
      onDrop={drop}
    >
      <div className="matrices-filter-row">
        <Select
          className="matrices-filter-join"
          label={words.joins}
          hidesLabel
          isQuiet
          options={JOINS.map((id) => ({ id, label: words[id] }))}
          value={join}
          onChange={setJoin}
        />
        {onRemove ? <IconButton icon={X} size="small" label={words.removeGroup} onPress={onRemove} /> : null}
      </div>
      {group.nodes.map((node, at) => (
        <NodeFields
          key={at}
          node={node}
          frame={frame}
          onChange={(next) => onChange(withNode(group, at, next))}
          onRemove={node.kind !== 'row' || group.nodes.length > 1 || onRemove ? () => onChange(withoutNode(group, at)) : null}
        />
      ))}
      <div className="matrices-filter-row">
        <Button size="small" variant="quiet" onPress={() => onChange({ ...group, nodes: [...group.nodes, EMPTY_ROW] })}>
          <Plus size={14} aria-hidden />
          {words.addCondition}
        </Button>
        <Button size="small" variant="quiet" onPress={() => onChange({ ...group, nodes: [...group.nodes, { ...EMPTY_FILTER, joins: 'or' }] })}>
          <Plus size={14} aria-hidden />
          {words.addGroup}
        </Button>
        <Button size="small" variant="quiet" onPress={() => onChange(withAdded(group, EMPTY_RELATION))}>
          <Plus size={14} aria-hidden />
          {words.addRelation}
        </Button>
      </div>
    </div>
  );
}

interface NodeProps {
  node: FilterNode;
  frame: ProjectFrame;
  onChange: (node: FilterNode) => void;
  onRemove: (() => void) | null;
}

function NodeFields({ node, frame, onChange, onRemove }: NodeProps) {
  if (node.kind === 'row') return <RowFields row={node} frame={frame} onChange={onChange} onRemove={onRemove} />;
  if (node.kind === 'group') return <FilterGroupFields group={node} frame={frame} onChange={onChange} onRemove={onRemove} />;
  const side = (which: 'first' | 'second') => (
    <FilterGroupFields group={node[which]} frame={frame} onChange={(group) => onChange({ ...node, [which]: group })} onRemove={null} />
  );
  return <RelationFields node={node} first={side('first')} second={side('second')} onChange={onChange} onRemove={() => onRemove?.()} />;
}

interface RowProps {
  row: FilterRow;
  frame: ProjectFrame;
  onChange: (row: FilterRow) => void;
  onRemove: (() => void) | null;
}

const SIZED: readonly Operator[] = ['=', '!=', '<', '<=', '>', '>='];

function RowFields({ row, frame, onChange, onRemove }: RowProps) {
  const words = useText(matrixFiltersText);
  const { language } = useLanguage();
  const offered = valuesOffered(row.field, row.name, frame, words, language);
  const attributes = [...new Set(frame.corpus.attributes.map(({ name }) => name))];
  const fields = ROW_FIELDS.filter((field) =>
    field === 'group' ? frame.corpus.groups.length > 0 : field === 'attribute' ? attributes.length > 0 : true,
  );
  const isNot = isNegative(row.operator);
  return (
    <div className="matrices-filter-row">
      <Select
        label={words.field}
        hidesLabel
        options={fields.map((id) => ({ id, label: words.fields[id] }))}
        value={row.field}
        onChange={(field) => onChange({ ...EMPTY_ROW, field, name: field === 'attribute' ? (attributes[0] ?? null) : null })}
      />
      {row.field === 'attribute' ? (
        <Select
          label={words.attributeName}
          hidesLabel
          options={attributes.map((id) => ({ id, label: id }))}
          value={row.name}
          onChange={(name) => onChange({ ...EMPTY_ROW, field: 'attribute', name })}
        />
      ) : null}
      {offered ? (
        <Select
          label={words.operator}
          hidesLabel
          options={(['=', '!='] as const).map((id) => ({ id, label: words.operators[id] }))}
          value={isNot ? '!=' : '='}
          onChange={(operator) => onChange({ ...row, operator: operatorFor(row.values, operator === '!=') })}
        />
      ) : (
        <Select
          label={words.operator}
          hidesLabel
          options={SIZED.map((id) => ({ id, label: words.operators[id] }))}
          value={SIZED.includes(row.operator) ? row.operator : isNot ? '!=' : '='}
          onChange={(operator) => onChange({ ...row, operator })}
        />
      )}
      {offered ? (
        <Values items={offered} chosen={row.values} onChange={(values) => onChange({ ...row, values, operator: operatorFor(values, isNot) })} />
      ) : (
        <TextField
          label={words.value}
          hidesLabel
          className="matrices-filter-value"
          placeholder={row.field === 'date' ? '2024-03' : ''}
          value={row.values.join(', ')}
          onChange={(value) => onChange({ ...row, values: [value.trim()] })}
        />
      )}
      {onRemove ? <IconButton icon={X} size="small" label={words.removeCondition} onPress={onRemove} /> : null}
    </div>
  );
}

interface ValuesProps {
  items: readonly { readonly id: string; readonly name: string; readonly hint: string }[];
  chosen: readonly string[];
  onChange: (values: string[]) => void;
}

function Values({ items, chosen, onChange }: ValuesProps) {
  const words = useText(matrixFiltersText);
  const names = chosen.map((id) => items.find((item) => item.id === id)?.name ?? id);
  const text = names.length > 0 ? names.join(words.or) : words.chooseValues;
  return (
    <DialogTrigger>
      <AriaButton className="field-input matrices-filter-values" aria-label={words.valueOf(text)}>
        {text}
      </AriaButton>
      <Popover label={words.value} placement="bottom start" className="matrices-popover">
        <div className="matrices-picker">
          <Checklist label={words.value} placeholder={words.searchValues} nothing={words.noValue} items={items} chosen={chosen} onChange={onChange} />
        </div>
      </Popover>
    </DialogTrigger>
  );
}
