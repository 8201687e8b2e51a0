// The synthesis of the open cell and its state; every matrix that shows this crossing shows it.
import type { Ref } from 'react';
import { CELL_STATUSES } from '../../shared/domain/matrix.ts';
import type { CellStatus } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useRun } from '../ui/use-run.ts';
import { SynthesisEditor } from './synthesis-editor.tsx';
import type { SynthesisHandle } from './synthesis-editor.tsx';

interface CellSynthesisProps {
  ref: Ref<SynthesisHandle>;
  title: string;
  entityKeys: readonly string[];
  text: string;
  status: CellStatus | null;
  onLeave: () => void;
}

export function CellSynthesis({ ref, title, entityKeys, text, status, onLeave }: CellSynthesisProps) {
  const words = useText(matricesText);
  const run = useRun();
  const write = (written: string, state: CellStatus) =>
    void run('cell.writeSynthesis', { entityKeys: [...entityKeys], text: written, status: state });
  return (
    <>
      <SectionTitle
        end={
          <Segmented
            label={words.statusLabel}
            size="small"
            isDisabled={text === ''}
            options={CELL_STATUSES.map((id) => ({ id, label: words.statuses[id] }))}
            value={status ?? 'draft'}
            onChange={(next) => next && write(text, next)}
          />
        }
      >
        {words.synthesis}
      </SectionTitle>
      <SynthesisEditor
        ref={ref}
        label={words.synthesisLabel(title)}
        placeholder={words.synthesisPlaceholder}
        text={text}
        onKeep={(written) => write(written, status ?? 'draft')}
        onLeave={onLeave}
      />
    </>
  );
}
