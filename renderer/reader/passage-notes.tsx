// What is said of the passage as a whole: that it is a good quote, what it says in other words, and where it was put to use.
import { Star } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Button as AriaButton, ToggleButton } from 'react-aria-components';
import type { PassageId } from '../../shared/domain/ids.ts';
import { countUses } from '../../shared/domain/passage-use.ts';
import type { PassageUses } from '../../shared/domain/passage-use.ts';
import { waysText } from '../../shared/i18n/coding-ways.ts';
import { useKeysOf } from '../frame/use-keymap.ts';
import { useOpenTarget } from '../memos/use-open-target.ts';
import { useText } from '../ui/language.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { useReader } from './reader-context.tsx';

/** Kept by itself when the hand rests. */
const RESTS_MS = 800;

export function PassageNotes({ passageId }: { passageId: PassageId }) {
  const { data } = useQuery('passage.read', { passageId });
  const { data: uses } = useQuery('passage.uses', { passageId });
  if (data?.passageId !== passageId) return null;
  return (
    <section className="reader-notes">
      <div className="reader-notes-head">
        <StarButton isStarred={data.starredAt !== null} />
        {uses ? <Uses uses={uses} /> : null}
      </div>
      <Paraphrase key={passageId} passageId={passageId} value={data.paraphrase} />
    </section>
  );
}

function StarButton({ isStarred }: { isStarred: boolean }) {
  const keys = useKeysOf('star');
  const text = useText(waysText);
  const { acts, isReadOnly } = useReader();
  return (
    <Tooltip text={isStarred ? text.unstar : text.star} keys={keys}>
      <ToggleButton
        className="reader-star"
        isSelected={isStarred}
        isDisabled={isReadOnly}
        aria-label={text.star}
        onChange={() => void acts.toggleStar()}
      >
        <Star size={15} strokeWidth={1.75} fill={isStarred ? 'currentColor' : 'none'} aria-hidden />
      </ToggleButton>
    </Tooltip>
  );
}

function Uses({ uses }: { uses: PassageUses }) {
  const text = useText(waysText);
  const open = useOpenTarget();
  const count = countUses(uses);
  if (count === 0)
    return (
      <span className="quiet" title={text.usedHow}>
        {text.usedIn(0)}
      </span>
    );
  const lines = [
    ...uses.cells.map((target) => ({ target, what: text.inCell })),
    ...uses.memos.map((target) => ({ target, what: text.inMemo })),
    ...uses.examples.map((target) => ({ target, what: text.asExample })),
  ];
  return (
    <details className="reader-uses">
      <summary title={text.usedHow}>{text.usedIn(count)}</summary>
      <ul>
        {lines.map(({ target, what }) => (
          <li key={`${target.kind} ${target.id}`}>
            <AriaButton className="reader-use" onPress={() => void open(target)}>
              <span className="quiet">{what}</span> {target.label}
            </AriaButton>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Paraphrase({ passageId, value }: { passageId: PassageId; value: string }) {
  const text = useText(waysText);
  const { isReadOnly, ways, text: handle } = useReader();
  const run = useRun();
  const store = async (words: string) => (await run('passage.paraphrase', { passageId, text: words })) !== undefined;
  const draft = useDraft(value, store, { restMs: RESTS_MS, clean: (typed: string) => (typed.trim() === '' ? '' : typed) });
  const asked = ways.asked?.what === 'paraphrase' ? ways.asked.n : 0;
  const answered = useRef(asked);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked !== answered.current) place.current?.querySelector('textarea')?.focus();
    answered.current = asked;
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopPropagation();
    handle.current?.focus();
  };
  return (
    <div ref={place} className="reader-paraphrase">
      <TextArea
        label={text.paraphrase}
        placeholder={text.paraphrasePlaceholder}
        value={draft.value}
        rows={2}
        isReadOnly={isReadOnly}
        onChange={draft.change}
        onBlur={draft.keep}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
