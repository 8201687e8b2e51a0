// The passages of a category ticked one by one, in rows or all, to be moved to another category or coded with it as well.
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Category, Codebook, Grid } from '../../shared/domain/category.ts';
import type { CategoryPassage } from '../../shared/domain/category-passage.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { codebookWorkText } from '../../shared/i18n/codebook-work.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Popover } from '../ui/popover.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { CategoryPicker } from './category-picker.tsx';
import { otherCategories } from './merge-candidates.ts';
import type { Candidate } from './merge-candidates.ts';
import { NOTHING, allOrNone, toggled } from './passage-selection.ts';

interface SelectedPassagesProps {
  codebook: Codebook;
  grid: Grid;
  category: Category;
  onClose: () => void;
}

const SHOWN_AT_ONCE = 100;

export function SelectedPassages({ codebook, grid, category, onClose }: SelectedPassagesProps) {
  const work = useText(codebookWorkText);
  const run = useRun();
  const notify = useNotify();
  const { data: passages = [] } = useQuery('category.passages', { categoryId: category.id });
  const [selection, setSelection] = useState(NOTHING);
  const [asked, setAsked] = useState<'move' | 'copy' | null>(null);
  const foot = useRef<HTMLDivElement>(null);
  const order = passages.map(({ passageId }) => passageId as string);
  const chosen = order.filter((id) => selection.ids.has(id)) as PassageId[];
  const send = async ({ category: into }: Candidate) => {
    const copies = asked === 'copy';
    const done = await run('coding.moveMany', { from: category.id, into: into.id, passageIds: chosen, copies });
    setAsked(null);
    if (!done) return;
    setSelection(NOTHING);
    const said = copies ? work.copied(done.moved, into.name) : work.moved(done.moved, into.name);
    notify({ text: `${said}${done.known > 0 ? work.known(done.known) : ''}`, kind: 'done' });
  };
  const title = asked === 'copy' ? work.copyTitle(chosen.length) : work.moveTitle(chosen.length);
  return (
    <div className="codebook-passages">
      <div className="codebook-select-head" ref={foot}>
        <Checkbox
          isSelected={chosen.length > 0 && chosen.length === order.length}
          isIndeterminate={chosen.length > 0 && chosen.length < order.length}
          onChange={() => setSelection(allOrNone(selection, order))}
        >
          {work.selectAll}
        </Checkbox>
        <span className="quiet" role="status">
          {work.selected(chosen.length)}
        </span>
        <Button size="small" variant="quiet" onPress={onClose}>
          {work.endSelect}
        </Button>
        <div className="codebook-card-acts">
          <Button size="small" isDisabled={chosen.length === 0} onPress={() => setAsked('move')}>
            {work.moveTo}
          </Button>
          <Button size="small" isDisabled={chosen.length === 0} onPress={() => setAsked('copy')}>
            {work.copyTo}
          </Button>
        </div>
      </div>
      <p className="quiet codebook-select-note">{work.ownOnly}</p>
      <TickedList passages={passages} ticked={selection.ids} onTick={(id, withRange) => setSelection(toggled(selection, order, id, withRange))} />
      <Popover
        label={title}
        className="codebook-examples"
        triggerRef={foot}
        isOpen={asked !== null}
        onOpenChange={() => setAsked(null)}
        placement="bottom start"
      >
        {asked ? (
          <>
            <p className="codebook-removal-question">{title}</p>
            <CategoryPicker
              label={title}
              candidates={otherCategories(codebook, grid, category)}
              chosenId={null}
              onChoose={(into) => void send(into)}
            />
          </>
        ) : null}
      </Popover>
    </div>
  );
}

interface TickedListProps {
  passages: readonly CategoryPassage[];
  ticked: ReadonlySet<string>;
  onTick: (id: string, withRange: boolean) => void;
}

/** Ticking tells nothing of the Shift key: it is looked at as it goes down. */
function TickedList({ passages, ticked, onTick }: TickedListProps) {
  const words = useText(codebookText);
  const work = useText(codebookWorkText);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const isShiftDown = useShiftKey();
  const hidden = passages.length - shown;
  return (
    <>
      <ol className="codebook-quotes">
        {passages.slice(0, shown).map(({ passageId, quote, ref }) => (
          <li key={passageId} className="codebook-select-item">
            <Checkbox label={work.choosePassage(ref)} isSelected={ticked.has(passageId)} onChange={() => onTick(passageId, isShiftDown.current)}>
              <span className="codebook-select-words">
                <span className="codebook-linked">{quote.trim()}</span>
                <span className="codebook-quote-ref quiet">{ref}</span>
              </span>
            </Checkbox>
          </li>
        ))}
      </ol>
      {hidden > 0 ? (
        <Button className="codebook-more" variant="quiet" onPress={() => setShown(shown + SHOWN_AT_ONCE)}>
          {words.more(Math.min(hidden, SHOWN_AT_ONCE))}
        </Button>
      ) : null}
    </>
  );
}

function useShiftKey(): RefObject<boolean> {
  const isDown = useRef(false);
  useEffect(() => {
    const look = (event: MouseEvent | KeyboardEvent) => {
      isDown.current = event.shiftKey;
    };
    for (const type of ['pointerdown', 'keydown', 'keyup'] as const) addEventListener(type, look, true);
    return () => {
      for (const type of ['pointerdown', 'keydown', 'keyup'] as const) removeEventListener(type, look, true);
    };
  }, []);
  return isDown;
}
