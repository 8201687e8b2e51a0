// An expression typed as it is; where it cannot be read, the place is shown.
import { parseExpression } from '../../shared/domain/expression-parse.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { FailureData } from '../../shared/domain/failure.ts';
import { matrixFiltersText } from '../../shared/i18n/matrix-filters.ts';
import { useText } from '../ui/language.tsx';
import { TextArea } from '../ui/text-area.tsx';

/** What keeps it from being read; null where nothing does. */
export function problemOf(expression: string): FailureData | null {
  try {
    parseExpression(expression);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.data;
    throw error;
  }
}

interface ExpressionFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export function ExpressionField({ label, value, onChange }: ExpressionFieldProps) {
  const words = useText(matrixFiltersText);
  const problem = value.trim() === '' ? null : problemOf(value);
  const at = Number(problem?.['at'] ?? 1) - 1;
  return (
    <div className="matrices-expression">
      <TextArea
        label={label}
        hint={words.expressionHint}
        error={problem ? words.unreadable(String(problem['expected'] ?? '')) : undefined}
        value={value}
        onChange={onChange}
        rows={3}
        maxLength={4000}
      />
      {problem ? (
        <p className="matrices-wrong">
          <span className="visually-hidden">{words.wrongAt}</span>
          <code>
            {value.slice(0, at)}
            <mark>{value.slice(at, at + 1) || '\u2038'}</mark>
            {value.slice(at + 1)}
          </code>
        </p>
      ) : null}
    </div>
  );
}
