// The same matrix as a picture: a gallery of three, one shown large; every mark leads to its cell.
import { useMemo } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { FIGURES } from '../../shared/contract/matrix.ts';
import type { FigureKind } from '../../shared/contract/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useTheme } from '../ui/theme.tsx';
import type { CellChoice } from './cell-choice.ts';
import { figureScene } from './figure-scenes.ts';
import type { CellLinks } from './found-list.tsx';
import { SceneSvg } from './scene-svg.tsx';
import { findCell, findCellByKey } from './table-reading.ts';

interface FigureViewProps {
  links: CellLinks;
  figure: FigureKind;
  /** Keys of the compared cases; null: all. */
  compared: readonly string[] | null;
  chosen: CellChoice | null;
  onFigure: (figure: FigureKind) => void;
  onAddCases: () => void;
}

export function FigureView({ links, figure, compared, chosen, onFigure, onAddCases }: FigureViewProps) {
  const words = useText(matricesText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const { table, onOpen } = links;
  const scenes = useMemo(
    () => FIGURES.map((kind) => ({ kind, scene: figureScene(kind, { table, compared, language, theme }) })),
    [table, compared, language, theme],
  );
  const scene = scenes.find(({ kind }) => kind === figure)?.scene ?? null;
  const chosenKey = chosen && (findCell(table, chosen.rowKey, chosen.columnKey)?.cell.key ?? null);
  const open = (key: string, byKeyboard: boolean) => {
    const found = findCellByKey(table, key);
    if (found) onOpen({ rowKey: found.rowHeader.key, columnKey: found.columnHeader.key }, byKeyboard);
  };

  return (
    <div className="matrices-figures">
      <div className="matrices-gallery" role="group" aria-label={words.gallery}>
        {scenes.map(({ kind, scene: small }) => (
          <AriaButton key={kind} className={classes('matrices-figure-card', kind === figure && 'matrices-figure-chosen')} aria-pressed={kind === figure} onPress={() => onFigure(kind)}>
            <span className="matrices-figure-thumb" aria-hidden>
              {small ? <SceneSvg scene={small} isThumbnail /> : null}
            </span>
            <span className="matrices-figure-name">{words.figures[kind].name}</span>
            <span className="matrices-figure-when">{words.figures[kind].when}</span>
          </AriaButton>
        ))}
      </div>
      {scene ? (
        <figure className="matrices-figure" aria-label={words.figureLabel(words.figures[figure].name)} onClick={(event) => openMark(event, open)} onKeyDown={(event) => openMark(event, open)}>
          <SceneSvg scene={scene} chosenKey={chosenKey} />
        </figure>
      ) : (
        <EmptyState title={words.figureNeedsCases} actions={<Button onPress={onAddCases}>{words.compareAddCase}</Button>} />
      )}
    </div>
  );
}

function openMark(event: MouseEvent | KeyboardEvent, open: (key: string, byKeyboard: boolean) => void): void {
  const isKey = 'key' in event;
  if (isKey && event.key !== 'Enter' && event.key !== ' ') return;
  const key = (event.target as Element).closest<SVGElement>('[data-mark]')?.dataset['mark'];
  if (key === undefined) return;
  event.preventDefault();
  open(key, isKey);
}
