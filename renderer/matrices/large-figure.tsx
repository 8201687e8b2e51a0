// A figure at full size: every mark is a button. One that stands for a single cell opens it; for several, it lists them.
import { useCallback, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Scene } from '../../shared/figure/scene.ts';
import { figuresText } from '../../shared/i18n/matrix-figures.ts';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import type { CellChoice } from './cell-choice.ts';
import { markAfterKey } from './figure-keys.ts';
import { cellsBehind, markOf, marksOf } from './figure-scenes.ts';
import type { CellBehind } from './figure-scenes.ts';
import type { CellLinks } from './found-list.tsx';
import { SceneSvg } from './scene-svg.tsx';

interface LargeFigureProps {
  scene: Scene;
  label: string;
  links: CellLinks;
  chosen: CellChoice | null;
  onClose: () => void;
}

interface OpenList {
  readonly mark: SVGElement;
  readonly cells: readonly CellBehind[];
  readonly byKeyboard: boolean;
}

export function LargeFigure({ scene, label, links, chosen, onClose }: LargeFigureProps) {
  const words = useText(figuresText);
  const { table, onOpen } = links;
  const root = useRef<HTMLElement>(null);
  const marks = useMemo(() => new Map(marksOf(scene).map((mark) => [mark.key ?? '', mark])), [scene]);
  const [current, setCurrent] = useState<string | null>(null);
  const [list, setList] = useState<OpenList | null>(null);
  const listOf = useRef<SVGElement | null>(null);
  const chosenKey = useMemo(() => chosen && markOf(table, [...marks.values()], chosen), [table, marks, chosen]);
  const reached = current !== null && marks.has(current) ? current : (chosenKey ?? marks.keys().next().value ?? null);

  // One handler for all the marks, however many: it reads which from the element.
  const latest = useRef({ table, marks, onOpen, onClose });
  latest.current = { table, marks, onOpen, onClose };
  const onMark = useCallback((event: MouseEvent<SVGElement> | KeyboardEvent<SVGElement>) => {
    const mark = event.currentTarget;
    const key = mark.dataset['mark'] ?? '';
    const pressed = 'key' in event ? event.key : null;
    if (pressed === 'Escape') latest.current.onClose();
    if (pressed === null || pressed === 'Enter' || pressed === ' ') {
      event.preventDefault();
      setCurrent(key);
      const cells = cellsBehind(latest.current.table, latest.current.marks.get(key)?.behind ?? []);
      const [only] = cells;
      listOf.current = mark;
      if (cells.length > 1) setList({ mark, cells, byKeyboard: pressed !== null });
      else if (only) latest.current.onOpen(only.choice, pressed !== null);
      return;
    }
    const all = [...(root.current?.querySelectorAll<SVGElement>('[data-mark]') ?? [])];
    const next = event.altKey || event.ctrlKey || event.metaKey ? null : markAfterKey(centreOf(mark), all.map(centreOf), pressed);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    all.find((other) => other.dataset['mark'] === next)?.focus();
  }, []);

  return (
    <figure ref={root} className="matrices-figure">
      <SceneSvg scene={scene} label={label} currentKey={reached} chosenKey={chosenKey} onMark={onMark} />
      <Popover
        label={words.cellsBehind(list?.cells.length ?? 0)}
        triggerRef={listOf}
        isOpen={list !== null}
        onOpenChange={(isOpen) => !isOpen && setList(null)}
        className="figures-behind"
      >
        <p className="figures-behind-title">{words.cellsBehind(list?.cells.length ?? 0)}</p>
        <ul>
          {list?.cells.map(({ choice, title, passages }) => (
            <li key={`${choice.rowKey} ${choice.columnKey} ${choice.categoryId ?? ''}`}>
              <AriaButton
                className="figures-behind-cell"
                onPress={() => {
                  setList(null);
                  onOpen(choice, list.byKeyboard);
                }}
              >
                <span>{title}</span>
                <span className="number">{words.passages(passages)}</span>
              </AriaButton>
            </li>
          ))}
        </ul>
      </Popover>
    </figure>
  );
}

function centreOf(mark: SVGElement): { key: string; x: number; y: number } {
  const { left, top, width, height } = mark.getBoundingClientRect();
  return { key: mark.dataset['mark'] ?? '', x: left + width / 2, y: top + height / 2 };
}
