// Memos and comments on the open cell: what was thought about this crossing, beside what is claimed of it.
import { memosText } from '../../shared/i18n/memos.ts';
import { MemosOn } from '../memos/memos-on.tsx';
import { ReviewOn } from '../review/review-on.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';

/** To be keyed by the cell. */
export function CellMemos({ cellKey, onLeave }: { cellKey: string; onLeave: () => void }) {
  const words = useText(memosText);
  return (
    <>
      <ReviewOn
        targets={[
          { kind: 'cell', id: cellKey },
          { kind: 'synthesis', id: cellKey },
        ]}
      />
      <section className="matrices-panel-memos">
        <SectionTitle>{words.memos}</SectionTitle>
        <MemosOn kind="cell" id={cellKey} onLeave={onLeave} />
      </section>
    </>
  );
}
