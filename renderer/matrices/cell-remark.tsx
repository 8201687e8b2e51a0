// A remark on the cell: the researcher's own voice, which looks like nobody else's.
import { PenLine } from 'lucide-react';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { useText } from '../ui/language.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { useRun } from '../ui/use-run.ts';
import type { OpenCell } from './cell-place.ts';

/** To be keyed by the cell. */
export function CellRemark({ place, card, isReadOnly }: OpenCell) {
  const words = useText(matrixCellsText);
  const run = useRun();
  return (
    <section className="cell-part cell-remark">
      <SectionTitle>
        <PenLine size={12} aria-hidden /> {words.remark}
      </SectionTitle>
      <SavedField
        label={words.remark}
        hidesLabel
        value={card.remark ?? ''}
        placeholder={words.remarkPlaceholder}
        isReadOnly={isReadOnly}
        onKeep={async (text) => (await run('cell.remark', { entityKeys: [...place.entityKeys], text })) !== undefined}
      />
      <p className="cell-remark-voice">{words.remarkVoice}</p>
    </section>
  );
}
