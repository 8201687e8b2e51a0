// From what is found to a memo of it, to a matrix of it, to a question of the study that it answers.
import { ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { DialogTrigger, Form } from 'react-aria-components';
import type { AxisSpec } from '../../shared/domain/matrix.ts';
import type { RetrievalQuery } from '../../shared/domain/retrieval.ts';
import { matrixFiltersText } from '../../shared/i18n/matrix-filters.ts';
import { retrievalText } from '../../shared/i18n/retrieval.ts';
import { definitionOf } from '../matrices/definition.ts';
import { filterText } from '../matrices/filter-words.ts';
import type { ProjectFrame } from '../matrices/frame.ts';
import { NEW_SESSION, keepSession } from '../matrices/session.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Popover } from '../ui/popover.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';

/** As titles can be. */
const LONGEST_NAME = 300;

/** The query as a name to begin with: in the words of the builder. */
function useQueryName({ expression }: RetrievalQuery): string {
  const words = useText(retrievalText);
  const filters = useText(matrixFiltersText);
  return expression === '' ? words.everything : filterText(expression, filters).slice(0, LONGEST_NAME);
}

interface NameFormProps {
  label: string;
  hint: string;
  does: string;
  name: string;
  onName: (name: string) => void;
}

function NameForm({ label, hint, does, name, onName }: NameFormProps) {
  const [value, setValue] = useState(name);
  return (
    <Form
      className="retrieval-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() !== '') onName(value.trim());
      }}
    >
      <TextField
        label={label}
        hint={hint}
        value={value}
        onChange={setValue}
        autoFocus
        onFocus={(event) => (event.target as HTMLInputElement).select()}
        maxLength={LONGEST_NAME}
      />
      <Button variant="primary" type="submit" isDisabled={value.trim() === ''}>
        {does}
      </Button>
    </Form>
  );
}

export function ToMemo({ query, isDisabled }: { query: RetrievalQuery; isDisabled: boolean }) {
  const words = useText(retrievalText);
  const { language } = useLanguage();
  const { go } = useNavigation();
  const run = useRun();
  const notify = useNotify();
  const name = useQueryName(query);
  const write = async (title: string) => {
    const memo = await run('retrieval.toMemo', { query, title, language });
    if (!memo) return;
    if (memo.left > 0) notify({ text: words.memoLeft(memo.left), stays: true });
    go({ screen: 'memos', memoId: memo.memoId });
  };
  return (
    <DialogTrigger>
      <Button size="small" isDisabled={isDisabled}>
        {words.toMemo}
      </Button>
      <Popover label={words.writeMemo} placement="bottom end">
        {(close) => (
          <NameForm
            label={words.memoTitle}
            hint={words.memoHint}
            does={words.writeMemo}
            name={name}
            onName={(title) => {
              close();
              void write(title);
            }}
          />
        )}
      </Popover>
    </DialogTrigger>
  );
}

interface ToMatrixProps {
  query: RetrievalQuery;
  frame: ProjectFrame;
  isReadOnly: boolean;
  isDisabled: boolean;
}

export function ToMatrix({ query, frame, isReadOnly, isDisabled }: ToMatrixProps) {
  const words = useText(retrievalText);
  const { project } = useProject();
  const { go } = useNavigation();
  const run = useRun();
  const trigger = useRef<HTMLDivElement>(null);
  const [isAsking, setIsAsking] = useState(false);
  const name = useQueryName(query);
  const [grid] = frame.codebook;
  const cases: AxisSpec = frame.corpus.cases.length > 0 ? { kind: 'case' } : { kind: 'source' };
  const openMatrix = (rows: AxisSpec, where: readonly string[]) => {
    if (!project) return;
    keepSession(project.id, { ...NEW_SESSION, definition: { ...definitionOf([rows], [cases]), where: [...where] } });
    go({ screen: 'matrices' });
  };
  const ask = async (text: string) => {
    const question = await run('researchQuestion.save', { questionId: null, text, expression: query.expression || null, position: null });
    if (question !== undefined) openMatrix({ kind: 'researchQuestion' }, []);
  };
  return (
    <div ref={trigger}>
      <Menu
        label={words.toMatrix}
        placement="bottom end"
        trigger={
          <Button size="small" isDisabled={isDisabled || !grid}>
            {words.toMatrix}
            <ChevronDown size={14} aria-hidden />
          </Button>
        }
      >
        <MenuItem
          label={words.asFilter}
          onAction={() => grid && openMatrix({ kind: 'grid', gridId: grid.id, level: 1 }, query.expression === '' ? [] : [query.expression])}
        />
        {isReadOnly ? null : <MenuItem label={words.asQuestion} isDisabled={query.expression === ''} onAction={() => setIsAsking(true)} />}
      </Menu>
      <Popover label={words.asQuestion} triggerRef={trigger} isOpen={isAsking} onOpenChange={setIsAsking} placement="bottom end">
        <NameForm
          label={words.questionLabel}
          hint={words.questionHint}
          does={words.makeQuestion}
          name={name}
          onName={(text) => {
            setIsAsking(false);
            void ask(text);
          }}
        />
      </Popover>
    </div>
  );
}
