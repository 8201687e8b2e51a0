// The study's own questions, written where an axis asks for them: their words, what may answer them, their order.
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { ResearchQuestion } from '../../shared/domain/research-question.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';
import { StepFrame } from './axis-steps.tsx';
import { ExpressionField, problemOf } from './expression-field.tsx';

interface QuestionsStepProps {
  questions: readonly ResearchQuestion[];
  onBack: () => void;
  onApply: () => void;
}

export function QuestionsStep({ questions, onBack, onApply }: QuestionsStepProps) {
  const words = useText(matricesText).axes;
  const run = useRun();
  const [editedId, setEditedId] = useState<string | null>(null);
  const move = ({ id, text, expression }: ResearchQuestion, position: number) =>
    void run('researchQuestion.save', { questionId: id, text, expression, position });
  return (
    <StepFrame title={words.questionsTitle} onBack={onBack} onApply={questions.length > 0 ? onApply : null} applies={words.useQuestions}>
      <p className="matrices-picker-hint">{words.questionsHint}</p>
      <ol className="matrices-questions">
        {questions.map((question, at) => (
          <li key={question.id}>
            {question.id === editedId ? (
              <QuestionForm question={question} onDone={() => setEditedId(null)} />
            ) : (
              <>
                <span className="matrices-question">
                  {question.text}
                  {question.expression ? <code className="matrices-picker-hint">{question.expression}</code> : null}
                </span>
                <IconButton
                  icon={ArrowUp}
                  size="small"
                  label={words.up(question.text)}
                  isDisabled={at === 0}
                  onPress={() => move(question, at - 1)}
                />
                <IconButton
                  icon={ArrowDown}
                  size="small"
                  label={words.down(question.text)}
                  isDisabled={at === questions.length - 1}
                  onPress={() => move(question, at + 1)}
                />
                <IconButton icon={Pencil} size="small" label={words.questionEdit(question.text)} onPress={() => setEditedId(question.id)} />
                <IconButton
                  icon={Trash2}
                  size="small"
                  label={words.questionRemove(question.text)}
                  onPress={() => void run('researchQuestion.remove', { questionId: question.id })}
                />
              </>
            )}
          </li>
        ))}
      </ol>
      {editedId === null ? <QuestionForm key={questions.length} question={null} onDone={() => undefined} /> : null}
    </StepFrame>
  );
}

function QuestionForm({ question, onDone }: { question: ResearchQuestion | null; onDone: () => void }) {
  const words = useText(matricesText).axes;
  const run = useRun();
  const [text, setText] = useState(question?.text ?? '');
  const [expression, setExpression] = useState(question?.expression ?? '');
  const isReady = text.trim() !== '' && (expression.trim() === '' || problemOf(expression) === null);
  const save = async () => {
    const saved = await run('researchQuestion.save', {
      questionId: question?.id ?? null,
      text: text.trim(),
      expression: expression.trim() || null,
      position: null,
    });
    if (saved === undefined) return;
    setText('');
    setExpression('');
    onDone();
  };
  return (
    <Form
      className="matrices-question-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void save();
      }}
    >
      <TextField label={words.questionText} value={text} onChange={setText} maxLength={2000} />
      <ExpressionField label={words.questionExpression} value={expression} onChange={setExpression} />
      <div className="matrices-form-acts">
        {question ? (
          <Button size="small" onPress={onDone}>
            {words.cancel}
          </Button>
        ) : null}
        <Button size="small" type="submit" isDisabled={!isReady}>
          {question ? words.questionSave : words.questionAdd}
        </Button>
      </div>
    </Form>
  );
}
