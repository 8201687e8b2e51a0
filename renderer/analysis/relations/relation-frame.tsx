// What co-occurrences and sequences share around their pictures: the tools, the network that a hand arranges, words on what is left out.
import type { ReactNode } from 'react';
import type { FACES } from '../../../shared/domain/relation.ts';
import { networkFigure } from '../../../shared/figure/network-figure.ts';
import type { NetworkFigure } from '../../../shared/figure/network-figure.ts';
import type { Point } from '../../../shared/figure/network-layout.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import type { Scene } from '../../../shared/figure/scene.ts';
import { analysesText } from '../../../shared/i18n/analyses.ts';
import { relationsText } from '../../../shared/i18n/relations.ts';
import { undefinedFor } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { AnalysisFrame } from '../analysis-frame.tsx';
import type { AnalysisBehind } from '../behind.ts';
import type { SavedSetting } from '../saved-setting.ts';
import { MovablePicture } from './movable-picture.tsx';
import { RelationTools } from './relation-tools.tsx';
import type { usePlacement } from './use-placement.ts';

interface RelationSetting<M extends string> {
  readonly face: (typeof FACES)[number];
  readonly measure: M;
  readonly minimum: number;
  readonly pins: Readonly<Record<string, Point>>;
}

interface RelationFrameProps<M extends string, S extends RelationSetting<M>> {
  saved: SavedSetting<S>;
  measures: readonly { readonly id: M; readonly label: string }[];
  sentence: ReactNode;
  caption: string;
  notes: readonly string[];
  /** Undefined while it is being counted; a reason where there is nothing to draw. */
  matrix: ((theme: FigureTheme) => Scene) | Undefined | undefined;
  /** In place of the matrix, where a network is asked for. */
  network: NetworkFigure | null;
  hand: ReturnType<typeof usePlacement>;
  table: FigureTable | undefined;
  behindMark: (key: string) => AnalysisBehind | null;
  behindCell: (row: number, column: number) => AnalysisBehind | null;
}

export function RelationFrame<M extends string, S extends RelationSetting<M>>(props: RelationFrameProps<M, S>) {
  const { saved, measures, matrix, network, hand, ...frame } = props;
  const words = useText(relationsText);
  const { names } = useText(analysesText);
  const { shown: theme } = useTheme();
  const { face, measure, minimum, pins } = saved.setting;
  const change = (changes: Partial<RelationSetting<M>>): void => saved.change(changes as Partial<S>);
  const draw = (on: FigureTheme): Scene | Undefined | undefined => {
    if (typeof matrix !== 'function') return matrix;
    return network ? networkFigure({ ...network, theme: on }) : matrix(on);
  };
  const name = names[saved.kind]?.name ?? '';
  return (
    <AnalysisFrame
      {...frame}
      name={name}
      saved={saved}
      scene={draw(theme)}
      printScene={() => draw('light') ?? undefinedFor('empty')}
      tools={
        <RelationTools
          face={face}
          onFace={(next) => change({ face: next })}
          measure={measure}
          measures={measures}
          onMeasure={(next) => change({ measure: next })}
          minimum={minimum}
          onMinimum={(next) => change({ minimum: next })}
          hasPins={Object.keys(pins).length > 0}
          onUnpin={() => change({ pins: {} })}
        />
      }
      {...(network
        ? {
            drawPicture: (picture) => (
              <MovablePicture
                {...picture}
                label={name}
                hint={words.pinHint}
                onMoving={(id, by) => hand.onMoving(network, id, by)}
                onMoved={(id, by) => hand.onMoved(network, id, by)}
                onLetGo={hand.onLetGo}
              />
            ),
          }
        : {})}
    />
  );
}
