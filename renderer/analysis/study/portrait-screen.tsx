// Portraits: each source as a line, with what is coded where in it.
import { useMemo } from 'react';
import { portraitSetting } from '../../../shared/contract/coverage.ts';
import type { PortraitSetting } from '../../../shared/contract/coverage.ts';
import { lineage } from '../../../shared/domain/category.ts';
import type { Codebook } from '../../../shared/domain/category.ts';
import type { Portrait } from '../../../shared/domain/coverage.ts';
import type { PassageId } from '../../../shared/domain/ids.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import { portraitFigure } from '../../../shared/figure/portrait-figure.ts';
import type { PortraitLane } from '../../../shared/figure/portrait-figure.ts';
import type { Scene } from '../../../shared/figure/scene.ts';
import { coverageText } from '../../../shared/i18n/coverage.ts';
import { undefinedFor } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { AnalysisFrame } from '../analysis-frame.tsx';
import type { AnalysisBehind } from '../behind.ts';
import { useSavedSetting } from '../saved-setting.ts';
import { ChoiceWord, GridsWord, ManyWord } from '../sentence.tsx';

type Words = (typeof coverageText)['fr']['portrait'];

const INITIAL: PortraitSetting = { sourceIds: null, gridIds: null, lanes: 'dimension' };
/** More lines than this are no picture any more. */
const MOST_DRAWN = 60;

export function PortraitScreen() {
  const words = useText(coverageText).portrait;
  const { shown: theme } = useTheme();
  const saved = useSavedSetting('portrait', portraitSetting, INITIAL);
  const { setting } = saved;
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: codebook = [] } = useQuery('codebook.read', {});
  const sources = corpus?.sources ?? [];
  const chosen = sources.filter(({ id }) => setting.sourceIds === null || setting.sourceIds.includes(id));
  const { data: portraits } = useQuery('portrait.read', { sourceIds: chosen.slice(0, MOST_DRAWN).map(({ id }) => id) });
  const lanes = useMemo(() => (portraits ? lanesOf(codebook, setting, portraits) : []), [codebook, setting, portraits]);
  const scene = useMemo(() => portraits && portraitScene(portraits, lanes, words, theme), [portraits, lanes, words, theme]);
  const table = useMemo(() => portraits && portraitTable(portraits, lanes, words), [portraits, lanes, words]);
  const nameOf = (id: string) => lanes.find((lane) => lane.id === id)?.name ?? '';
  const behind = (key: string): AnalysisBehind | null => {
    const [sourceId = '', laneId = '', passageId = ''] = key.split(' ');
    const source = portraits?.find((each) => each.sourceId === sourceId);
    return source ? { title: `${nameOf(laneId)} × ${source.name}`, ask: async () => [passageId as PassageId] } : null;
  };
  const behindRow = (row: number): AnalysisBehind | null => {
    const portrait = portraits?.[Math.floor(row / Math.max(1, lanes.length))];
    const lane = lanes[row % Math.max(1, lanes.length)];
    if (!portrait || !lane) return null;
    return { title: `${lane.name} × ${portrait.name}`, ask: async () => stretchesOf(portrait, lane).map(({ passageId }) => passageId) };
  };
  return (
    <AnalysisFrame
      name={words.name}
      saved={saved}
      sentence={
        <>
          {words.sentence}{' '}
          <ManyWord
            label={words.sourcesLabel}
            text={
              chosen.length === sources.length
                ? words.allSources
                : chosen.length === 1
                  ? (chosen[0]?.name ?? '')
                  : words.severalSources(chosen.length)
            }
            options={sources.map(({ id, name }) => ({ id, label: name }))}
            value={chosen.map(({ id }) => id)}
            onChange={(ids) => saved.change({ sourceIds: ids.length === sources.length ? null : [...ids] })}
          />{' '}
          {words.by}{' '}
          <ChoiceWord
            label={words.laneLabel}
            options={(['dimension', 'category'] as const).map((id) => ({ id, label: words.lanes[id] }))}
            value={setting.lanes}
            onChange={(next) => saved.change({ lanes: next })}
          />{' '}
          {words.of} <GridsWord value={setting.gridIds} onChange={(gridIds) => saved.change({ gridIds: gridIds && [...gridIds] })} />.
        </>
      }
      caption={words.caption}
      notes={chosen.length > MOST_DRAWN ? [words.tooMany(MOST_DRAWN)] : []}
      scene={scene}
      printScene={() => (portraits ? portraitScene(portraits, lanes, words, 'light') : undefinedFor('empty'))}
      table={table}
      behindMark={behind}
      behindCell={(row, column) => (column === 2 ? behindRow(row) : null)}
    />
  );
}

function stretchesOf({ stretches }: Portrait, { holds }: PortraitLane): Portrait['stretches'] {
  return stretches.filter(({ categoryIds }) => categoryIds.some((id) => holds.has(id)));
}

/** The tops of the grids with what is below them; or every category that is applied in these sources. */
function lanesOf(codebook: Codebook, { gridIds, lanes }: PortraitSetting, portraits: readonly Portrait[]): PortraitLane[] {
  const applied = new Set<string>(portraits.flatMap(({ stretches }) => stretches.flatMap(({ categoryIds }) => categoryIds)));
  return codebook
    .filter(({ id }) => gridIds === null || gridIds.includes(id))
    .flatMap(({ categories }) => {
      if (lanes === 'category')
        return categories.filter(({ id }) => applied.has(id)).map(({ id, name, color }) => ({ id, name, color, holds: new Set([id]) }));
      const byId = new Map(categories.map((category) => [category.id as string, category]));
      return categories
        .filter(({ parentId }) => parentId === null)
        .map(({ id, name, color }) => ({
          id,
          name,
          color,
          holds: new Set(categories.filter((other) => lineage(byId, other.id)[0]?.id === id).map((other) => other.id as string)),
        }));
    });
}

function portraitScene(portraits: readonly Portrait[], lanes: readonly PortraitLane[], words: Words, theme: FigureTheme): Scene | Undefined {
  if (portraits.length === 0 || lanes.length === 0) return undefinedFor('empty');
  return portraitFigure({ portraits, lanes, theme, title: words.name, labels: { asking: words.asking, says: words.says } });
}

function portraitTable(portraits: readonly Portrait[], lanes: readonly PortraitLane[], words: Words): FigureTable {
  return {
    columns: words.columns,
    rows: portraits.flatMap((portrait) =>
      lanes.map((lane) => {
        const own = stretchesOf(portrait, lane);
        return [portrait.name, lane.name, own.length, Math.round((coveredUtf16(own) / Math.max(1, portrait.length)) * 1000) / 1000];
      }),
    ),
  };
}

/** Units covered, those of several passages once. */
function coveredUtf16(stretches: Portrait['stretches']): number {
  let covered = 0;
  let reached = 0;
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return covered;
}
