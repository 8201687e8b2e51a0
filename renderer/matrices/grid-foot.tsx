// Below the table: how far the writing has come and the way to what comes next, what is hidden, and what the table counts.
import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { MatrixDefinition, MatrixTable } from '../../shared/domain/matrix.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { useActionKeys } from '../frame/use-keymap.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { progressOf } from './grid-progress.ts';
import type { Next } from './grid-progress.ts';

interface GridFootProps {
  table: MatrixTable;
  definition: MatrixDefinition;
  onNext: (next: Next) => void;
  onDefinition: (definition: MatrixDefinition) => void;
  children: ReactNode;
}

export function GridFoot({ table, definition, onNext, onDefinition, children }: GridFootProps) {
  const words = useText(gridText);
  const keysOf = useActionKeys();
  const { written, all, outdated, drafts } = useMemo(() => progressOf(table), [table]);
  const { hiddenRows = [], hiddenColumns = [], ...shown } = definition;
  return (
    <div className="matrices-progress">
      <span className="matrices-progress-bar" aria-hidden>
        <i style={{ width: `${all === 0 ? 0 : (100 * written) / all}%` }} />
      </span>
      <span title={words.progressHint}>{words.progress(written, all)}</span>
      <NextButton
        label={words.nextShort.empty}
        hint={words.nexts.empty}
        keys={keysOf('nextCellToWrite')}
        isDone={written >= all}
        onPress={() => onNext('empty')}
      />
      {outdated > 0 ? (
        <NextButton
          label={words.nextShort.outdated(outdated)}
          hint={words.nexts.outdated}
          keys={keysOf('nextCellToReview')}
          onPress={() => onNext('outdated')}
        />
      ) : null}
      {drafts > 0 ? (
        <NextButton label={words.nextShort.draft(drafts)} hint={words.nexts.draft} keys={keysOf('nextDraft')} onPress={() => onNext('draft')} />
      ) : null}
      {hiddenRows.length + hiddenColumns.length > 0 ? (
        <span className="matrices-hidden-lines">
          {words.hidden(hiddenRows.length, hiddenColumns.length)}
          <Button variant="quiet" size="small" onPress={() => onDefinition(shown)}>
            {words.showAll}
          </Button>
        </span>
      ) : null}
      {children}
    </div>
  );
}

interface NextButtonProps {
  label: string;
  hint: string;
  keys: string | undefined;
  isDone?: boolean;
  onPress: () => void;
}

function NextButton({ label, hint, keys, isDone = false, onPress }: NextButtonProps) {
  return (
    <Tooltip text={hint} keys={keys}>
      <Button variant="quiet" size="small" isDisabled={isDone} onPress={onPress} aria-label={hint}>
        {label}
        <ChevronRight size={13} aria-hidden />
      </Button>
    </Tooltip>
  );
}
