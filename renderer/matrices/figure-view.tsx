// The same matrix as a picture: a gallery of three, one shown large; every mark leads to its cell.
import { useCallback, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { FIGURES } from '../../shared/contract/matrix.ts';
import type { FigureKind } from '../../shared/contract/matrix.ts';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import type { Scene } from '../../shared/figure/scene.ts';
import { sceneToSvg } from '../../shared/figure/scene-to-svg.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useTheme } from '../ui/theme.tsx';
import type { CellChoice } from './cell-choice.ts';
import { markAfterKey } from './figure-keys.ts';
import { figureScene, markKeys } from './figure-scenes.ts';
import type { CellLinks } from './found-list.tsx';
import { SceneSvg } from './scene-svg.tsx';
import { cellBehindMark, findCell } from './table-cells.ts';

interface FigureViewProps {
  links: CellLinks;
  figure: FigureKind;
  /** Keys of the compared cases; null: all. */
  compared: readonly string[] | null;
  chosen: CellChoice | null;
  onFigure: (figure: FigureKind) => void;
  /** Given where the cases are not among the axes. */
  onAddCases: (() => void) | null;
  onClose: () => void;
}

export function FigureView({ links, figure, compared, chosen, onFigure, onAddCases, onClose }: FigureViewProps) {
  const words = useText(matricesText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const { table } = links;
  const scenes = useMemo(
    () => FIGURES.map((kind) => ({ kind, scene: figureScene(kind, { table, compared, language, theme }) })),
    [table, compared, language, theme],
  );
  const scene = scenes.find(({ kind }) => kind === figure)?.scene ?? null;

  return (
    <div className="matrices-figures">
      <div className="matrices-gallery" role="group" aria-label={words.gallery}>
        {scenes.map(({ kind, scene: small }) => (
          <AriaButton
            key={kind}
            className={classes('matrices-figure-card', kind === figure && 'matrices-figure-chosen')}
            aria-pressed={kind === figure}
            onPress={() => onFigure(kind)}
          >
            <span className="matrices-figure-thumb">{small ? <img src={pictureOf(small)} alt="" /> : null}</span>
            <span className="matrices-figure-name">{words.figures[kind].name}</span>
            <span className="matrices-figure-when">{words.figures[kind].when}</span>
          </AriaButton>
        ))}
      </div>
      {scene ? (
        <LargeFigure
          key={figure}
          scene={scene}
          label={words.figureLabel(words.figures[figure].name)}
          links={links}
          chosen={chosen}
          onClose={onClose}
        />
      ) : (
        <EmptyState title={words.figureNeedsCases} actions={onAddCases ? <Button onPress={onAddCases}>{words.compareAddCase}</Button> : null} />
      )}
    </div>
  );
}

/** One image, however many marks it has. */
function pictureOf(scene: Scene): string {
  return `data:image/svg+xml,${encodeURIComponent(sceneToSvg(scene, null))}`;
}

interface LargeFigureProps {
  scene: Scene;
  label: string;
  links: CellLinks;
  chosen: CellChoice | null;
  onClose: () => void;
}

function LargeFigure({ scene, label, links, chosen, onClose }: LargeFigureProps) {
  const { table, onOpen } = links;
  const root = useRef<HTMLElement>(null);
  const keys = useMemo(() => markKeys(scene), [scene]);
  const [current, setCurrent] = useState<string | null>(null);
  const chosenKey = useMemo(() => chosen && markOf(table, keys, chosen), [table, keys, chosen]);
  const reached = current !== null && keys.includes(current) ? current : (chosenKey ?? keys[0] ?? null);

  // One handler for all the marks, however many: it reads which from the element.
  const latest = useRef({ table, onOpen, onClose });
  latest.current = { table, onOpen, onClose };
  const onMark = useCallback((event: MouseEvent<SVGElement> | KeyboardEvent<SVGElement>) => {
    const mark = event.currentTarget;
    const key = mark.dataset['mark'] ?? '';
    const pressed = 'key' in event ? event.key : null;
    if (pressed === 'Escape') latest.current.onClose();
    if (pressed === null || pressed === 'Enter' || pressed === ' ') {
      event.preventDefault();
      setCurrent(key);
      const choice = cellBehindMark(latest.current.table, key);
      if (choice) latest.current.onOpen(choice, pressed !== null);
      return;
    }
    const marks = [...(root.current?.querySelectorAll<SVGElement>('[data-mark]') ?? [])];
    const next = event.altKey || event.ctrlKey || event.metaKey ? null : markAfterKey(centreOf(mark), marks.map(centreOf), pressed);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    marks.find((other) => other.dataset['mark'] === next)?.focus();
  }, []);

  return (
    <figure ref={root} className="matrices-figure">
      <SceneSvg scene={scene} label={label} currentKey={reached} chosenKey={chosenKey} onMark={onMark} />
    </figure>
  );
}

/** The mark of the open cell, or of the category looked at in it; null where the figure has none. */
function markOf(table: MatrixTable, keys: readonly string[], { rowKey, columnKey, categoryId }: CellChoice): string | null {
  const whole = findCell(table, rowKey, columnKey)?.cell.key;
  if (whole !== undefined && keys.includes(whole)) return whole;
  const isBehind = (key: string) => {
    const behind = cellBehindMark(table, key);
    return behind?.rowKey === rowKey && behind.columnKey === columnKey && behind.categoryId === categoryId;
  };
  return categoryId === undefined ? null : (keys.find(isBehind) ?? null);
}

function centreOf(mark: SVGElement): { key: string; x: number; y: number } {
  const { left, top, width, height } = mark.getBoundingClientRect();
  return { key: mark.dataset['mark'] ?? '', x: left + width / 2, y: top + height / 2 };
}
