// « là où … »: one filter of the sentence, built by choosing or typed as it is, with how many passages it keeps.
import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { parseExpression } from '../../shared/domain/expression-parse.ts';
import { printExpression } from '../../shared/domain/expression.ts';
import type { MatrixDefinition } from '../../shared/domain/matrix.ts';
import { matrixFiltersText } from '../../shared/i18n/matrix-filters.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useQuery } from '../ui/use-query.ts';
import { sentenceOf as failureSentence } from '../ui/use-run.ts';
import { withFilter } from './definition.ts';
import { ExpressionField, problemOf } from './expression-field.tsx';
import { FilterGroupFields } from './filter-builder.tsx';
import { EMPTY_FILTER, expressionOfNode, filterOf } from './filter-model.ts';
import type { FilterGroup } from './filter-model.ts';
import type { ProjectFrame } from './frame.ts';

interface FilterPickerProps {
  definition: MatrixDefinition;
  /** Among the matrix' filters; beyond the last one: a new one. */
  index: number;
  frame: ProjectFrame;
  onChange: (definition: MatrixDefinition) => void;
  close: () => void;
}

/** What the builder shows for words; null where they cannot be read. */
function shownFor(text: string): FilterGroup | null {
  if (text.trim() === '') return EMPTY_FILTER;
  return problemOf(text) === null ? filterOf(parseExpression(text)) : null;
}

export function FilterPicker({ definition, index, frame, onChange, close }: FilterPickerProps) {
  const words = useText(matrixFiltersText);
  const before = definition.where?.[index] ?? '';
  const [text, setText] = useState(before);
  const [group, setGroup] = useState(() => shownFor(before));
  const [mode, setMode] = useState<'builder' | 'text'>(group === null ? 'text' : 'builder');
  const isReadable = text.trim() !== '' && problemOf(text) === null;
  const build = (next: FilterGroup) => {
    setGroup(next);
    const expression = expressionOfNode(next);
    setText(expression ? printExpression(expression) : '');
  };
  const write = (next: string) => {
    setText(next);
    setGroup(shownFor(next));
  };
  const apply = (expression: string) => {
    onChange(withFilter(definition, index, expression));
    close();
  };
  return (
    <div className="matrices-picker matrices-filter">
      <div className="matrices-filter-top">
        <p className="matrices-options-title">{words.title}</p>
        <Segmented
          label={words.modesLabel}
          size="small"
          options={(['builder', 'text'] as const).map((id) => ({ id, label: words.modes[id] }))}
          value={mode}
          onChange={(next) => next && setMode(next)}
        />
      </div>
      {mode === 'text' ? <ExpressionField label={words.expression} value={text} onChange={write} /> : null}
      {mode === 'builder' && group ? <FilterGroupFields group={group} frame={frame} onChange={build} onRemove={null} /> : null}
      {mode === 'builder' && !group ? <p className="quiet">{words.onlyText}</p> : null}
      <Kept definition={definition} index={index} expression={isReadable ? text : null} />
      <div className="matrices-picker-foot">
        {before === '' ? null : (
          <Button size="small" variant="quiet" onPress={() => apply('')}>
            <Trash2 size={14} aria-hidden />
            {words.remove}
          </Button>
        )}
        <Button size="small" variant="primary" className="matrices-picker-remove" isDisabled={!isReadable} onPress={() => apply(text)}>
          {words.apply}
        </Button>
      </div>
    </div>
  );
}

/** How long a hand rests before the core is asked. */
const RESTS_MS = 250;

/** What the matrix would keep with this filter, out of what it keeps without it. */
function Kept({ definition, index, expression }: { definition: MatrixDefinition; index: number; expression: string | null }) {
  const words = useText(matrixFiltersText);
  const { language } = useLanguage();
  const [asked, setAsked] = useState(expression);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(expression), RESTS_MS);
    return () => clearTimeout(timer);
  }, [expression]);
  const { data: all } = useQuery('matrix.compute', { definition: withFilter(definition, index, '') });
  const { data: kept, failure } = useQuery('matrix.compute', asked === null ? null : { definition: withFilter(definition, index, asked) });
  const isAnswered = expression !== null && asked === expression;
  return (
    <p className="matrices-kept" role="status">
      {expression === null ? words.incomplete : null}
      {isAnswered && failure ? <span className="matrices-warning">{failureSentence(failure, language)}</span> : null}
      {isAnswered && !failure && kept && all ? words.kept(kept.totals.passages, all.totals.passages) : null}
    </p>
  );
}
