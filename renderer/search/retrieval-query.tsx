// The query itself: chosen in a builder or typed, what it means to the letter, and the queries kept by name.
import { ChevronDown, ChevronRight, CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { retrievalText } from '../../shared/i18n/retrieval.ts';
import { ExpressionField } from '../matrices/expression-field.tsx';
import { FilterGroupFields } from '../matrices/filter-builder.tsx';
import type { ProjectFrame } from '../matrices/frame.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { isComplete } from './retrieval-draft.ts';
import { SavedRetrievals } from './retrieval-saved.tsx';
import { UnknownNames } from './unknown-names.tsx';
import type { Retrieval } from './use-retrieval.ts';

interface QueryFormProps {
  retrieval: Retrieval;
  frame: ProjectFrame;
  isReadOnly: boolean;
}

export function RetrievalQueryForm({ retrieval, frame, isReadOnly }: QueryFormProps) {
  const words = useText(retrievalText);
  const { draft, failure } = retrieval;
  const [mode, setMode] = useState<'builder' | 'text'>('builder');
  // a long query leaves its place to what it finds
  const [isFolded, setIsFolded] = useState(false);
  return (
    <section className="retrieval-query" aria-label={words.question}>
      <header className="retrieval-query-head">
        <IconButton
          icon={isFolded ? ChevronRight : ChevronDown}
          size="small"
          label={isFolded ? words.unfold : words.fold}
          onPress={() => setIsFolded(!isFolded)}
        />
        <h2>{words.keep}</h2>
        <Segmented
          label={words.modesLabel}
          size="small"
          options={(['builder', 'text'] as const).map((id) => ({ id, label: words.modes[id] }))}
          value={mode}
          onChange={(next) => next && setMode(next)}
        />
        <Help />
        <span className="retrieval-end">
          {draft.text === '' ? null : (
            <Button size="small" variant="quiet" onPress={() => retrieval.write('')}>
              {words.clear}
            </Button>
          )}
          <SavedRetrievals retrieval={retrieval} isReadOnly={isReadOnly} />
        </span>
      </header>
      {isFolded ? null : <QueryFields mode={mode} retrieval={retrieval} frame={frame} />}
      {(isFolded || mode === 'builder') && draft.text !== '' ? <code className="retrieval-text">{draft.text}</code> : null}
      {mode === 'builder' && !isFolded && draft.group && !isComplete(draft.group) ? <p className="quiet">{words.incomplete}</p> : null}
      {failure?.code === 'expression.unknownNames' ? <UnknownNames retrieval={retrieval} frame={frame} failure={failure} /> : null}
    </section>
  );
}

interface QueryFieldsProps extends Omit<QueryFormProps, 'isReadOnly'> {
  mode: 'builder' | 'text';
}

function QueryFields({ mode, retrieval: { draft, build, write }, frame }: QueryFieldsProps) {
  const words = useText(retrievalText);
  return (
    <div className="retrieval-query-body">
      {mode === 'text' ? <ExpressionField label={words.expression} value={draft.text} onChange={write} /> : null}
      {mode === 'builder' && draft.group ? <FilterGroupFields group={draft.group} frame={frame} onChange={build} onRemove={null} /> : null}
      {mode === 'builder' && !draft.group ? <p className="quiet">{words.onlyText}</p> : null}
    </div>
  );
}

/** What the query means, to the letter. */
function Help() {
  const words = useText(retrievalText);
  return (
    <DialogTrigger>
      <IconButton icon={CircleHelp} size="small" label={words.help} />
      <Popover label={words.help} placement="bottom start">
        <dl className="retrieval-help">
          {words.helpLines.map(([term, meaning]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Popover>
    </DialogTrigger>
  );
}
