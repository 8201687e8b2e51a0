// A category is split: its passages are sorted by hand, by digits or by buttons, into categories new or old.
import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Category, Grid } from '../../shared/domain/category.ts';
import type { CategoryPassage } from '../../shared/domain/category-passage.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { codebookWorkText } from '../../shared/i18n/codebook-work.ts';
import { Button } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useSaidKeys } from '../frame/said-keys.ts';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import type { Choose } from './chosen.ts';
import { MOST_TARGETS, hasNameTwice, sortedTo, splitRequest, targetOfKey, withoutTarget } from './split-plan.ts';
import type { Sorting } from './split-plan.ts';

interface SplitViewProps {
  grid: Grid;
  category: Category;
  onChoose: Choose;
  onClose: () => void;
}

export function SplitView({ grid, category, onChoose, onClose }: SplitViewProps) {
  const words = useText(codebookText);
  const work = useText(codebookWorkText);
  const said = useSaidKeys();
  const run = useRun();
  const notify = useNotify();
  const { data: passages = [] } = useQuery('category.passages', { categoryId: category.id });
  const [names, setNames] = useState<readonly string[]>(['', '']);
  const [isBelow, setIsBelow] = useState(true);
  const [sorting, setSorting] = useState<Sorting>(new Map());
  const request = splitRequest(category, grid.categories, names, isBelow, sorting);
  const split = async () => {
    if (!request) return;
    const made = await run('category.split', request);
    if (made === undefined) return;
    onChoose(grid.id, isBelow ? category.id : (made[0] ?? category.id));
    notify({ text: work.splitDone(category.name), kind: 'done' });
  };
  return (
    <article className="codebook-card codebook-merge" aria-label={work.splitTitle(category.name)}>
      <h2>{work.splitTitle(category.name)}</h2>
      <p className="quiet">{work.splitText}</p>
      <Targets
        grid={grid}
        category={category}
        names={names}
        isBelow={isBelow}
        onNames={setNames}
        onBelow={setIsBelow}
        onRemove={(at) => {
          setNames(names.toSpliced(at, 1));
          setSorting(withoutTarget(sorting, at + 1));
        }}
      />
      <section>
        <SectionTitle end={<span className="quiet">{work.keysHint}</span>}>{work.toSort}</SectionTitle>
        <SortedList
          passages={passages}
          names={names}
          sorting={sorting}
          onSort={(passage, target) => setSorting(sortedTo(sorting, passage.passageId, target))}
        />
      </section>
      <footer className="codebook-merge-foot">
        <p role="status">
          {hasNameTwice(category, names, isBelow) ? work.splitTwice : said(work.splitCount(sorting.size, passages.length - sorting.size))}
        </p>
        <div className="codebook-card-acts">
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={!request} onPress={() => void split()}>
            {work.splitAction}
          </Button>
        </div>
      </footer>
    </article>
  );
}

interface TargetsProps {
  grid: Grid;
  category: Category;
  names: readonly string[];
  isBelow: boolean;
  onNames: (names: readonly string[]) => void;
  onBelow: (isBelow: boolean) => void;
  onRemove: (at: number) => void;
}

function Targets({ grid, category, names, isBelow, onNames, onBelow, onRemove }: TargetsProps) {
  const work = useText(codebookWorkText);
  const parentId = isBelow ? category.id : category.parentId;
  const options = grid.categories
    .filter((item) => item.parentId === parentId && item.id !== category.id)
    .map(({ id, name }) => ({ id, label: name }));
  const rename = (at: number, name: string) => onNames(names.with(at, name));
  return (
    <div className="codebook-targets">
      <Segmented
        label={work.whereNew}
        options={[
          { id: 'below', label: work.below },
          { id: 'beside', label: work.beside },
        ]}
        value={isBelow ? 'below' : 'beside'}
        onChange={(where) => onBelow(where === 'below')}
      />
      {names.map((name, at) => (
        // a target is its place: digits name it
        <div key={at} className="codebook-target">
          <Kbd keys={String(at + 1)} />
          <ComboBox
            label={work.target(at + 1)}
            hidesLabel
            placeholder={work.newTarget}
            options={options}
            picked={options.find(({ label }) => label === name)?.id ?? null}
            text={name}
            onPick={(id) => rename(at, options.find((option) => option.id === id)?.label ?? name)}
            onText={(text) => rename(at, text)}
          />
          {names.length > 1 ? <IconButton icon={X} size="small" label={work.removeTarget(at + 1)} onPress={() => onRemove(at)} /> : null}
        </div>
      ))}
      {names.length < MOST_TARGETS ? (
        <Button size="small" variant="quiet" onPress={() => onNames([...names, ''])}>
          <Plus size={14} aria-hidden />
          {work.addTarget}
        </Button>
      ) : null}
    </div>
  );
}

interface SortedListProps {
  passages: readonly CategoryPassage[];
  names: readonly string[];
  sorting: Sorting;
  onSort: (passage: CategoryPassage, target: number) => void;
}

/** One Tab stop; arrows walk the passages, digits send the one under the focus and go on to the next. */
function SortedList({ passages, names, sorting, onSort }: SortedListProps) {
  const work = useText(codebookWorkText);
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const focus = (index: number) => {
    const next = Math.max(0, Math.min(passages.length - 1, index));
    setAt(next);
    list.current?.querySelectorAll<HTMLElement>('[data-passage]')[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, index: number, passage: CategoryPassage) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = targetOfKey(event.key, names.length);
    if (target !== null) onSort(passage, target);
    const step = target !== null || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    focus(index + step);
  };
  return (
    <div className="codebook-sorted" role="grid" aria-label={work.toSort} ref={list}>
      {passages.map((passage, index) => {
        const to = sorting.get(passage.passageId) ?? 0;
        const targets = [work.stays, ...names.map((name, place) => name.trim() || work.target(place + 1))];
        return (
          <div
            key={passage.passageId}
            data-passage
            className="codebook-sorted-item"
            role="row"
            aria-label={`${passage.quote.trim()} (${passage.ref}) : ${targets[to] ?? ''}`}
            tabIndex={index === at ? 0 : -1}
            onFocus={() => setAt(index)}
            onKeyDown={(event) => onKeyDown(event, index, passage)}
          >
            <div role="gridcell" className="codebook-linked">
              {passage.quote.trim()}
            </div>
            <div role="gridcell" className="codebook-sorted-foot">
              <span className="codebook-quote-ref quiet">{passage.ref}</span>
              <span className="codebook-sorted-targets" role="group" aria-label={work.sortPassage(passage.ref)}>
                {targets.map((name, target) => (
                  <button
                    key={target}
                    type="button"
                    tabIndex={-1}
                    className="codebook-sorted-target"
                    aria-pressed={to === target}
                    onClick={() => onSort(passage, target)}
                  >
                    {target === 0 ? work.staysShort : `${target} ${name}`}
                  </button>
                ))}
              </span>
            </div>
          </div>
        );
      })}
    </div>
  );
}
