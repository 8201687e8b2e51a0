// Correspondence analysis: the map of a cross table, with supplementary points, contributions and qualities.
import { useMemo } from 'react';
import { Plus, X } from 'lucide-react';
import { MOST_NAMES, correspondenceView } from '../../../shared/domain/correspondence.ts';
import type { CorrespondenceMap, CorrespondenceSetting, CorrespondenceView, MapPoint } from '../../../shared/domain/correspondence.ts';
import type { AxisSpec } from '../../../shared/domain/matrix.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { correspondenceFigure } from '../../../shared/figure/correspondence-map-figure.ts';
import type { PointSide } from '../../../shared/figure/correspondence-map-figure.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import { paletteOf } from '../../../shared/figure/palette.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import { tablesText } from '../../../shared/i18n/tables.ts';
import type { TablesWords } from '../../../shared/i18n/tables.ts';
import { formatFixed } from '../../../shared/i18n/text.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import type { ProjectFrame } from '../../matrices/frame.ts';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { ChoiceWord, NumberWord, Said } from '../sentence.tsx';
import { useSavedSetting } from '../saved-setting.ts';
import { AxisWord } from './axis-word.tsx';
import { CodedWords, CrossedWords, SideTable, WhenKnown } from './tables-screen.tsx';
import type { SentenceProps, TableScreenProps } from './tables-screen.tsx';

export function CorrespondenceScreen() {
  return <WhenKnown Screen={MapOf} />;
}

const PAIRS = ['0-1', '0-2', '1-2'] as const;
type Pair = (typeof PAIRS)[number];

function MapOf({ frame, first }: TableScreenProps) {
  const words = useText(tablesText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const run = useRun();
  const byCases: AxisSpec = frame.corpus.cases.length > 2 ? { kind: 'case' } : { kind: 'source' };
  const saved = useSavedSetting('correspondence', correspondenceView, {
    rows: first.rows,
    columns: byCases,
    join: { kind: 'overlap' },
    coderIds: null,
    where: [],
    unit: 'passages',
    also: [],
    across: 0,
    up: 1,
    names: 80,
  });
  const { setting, change } = saved;
  const { across, up, names, ...asked } = setting;
  const { data } = useQuery('correspondence.read', { setting: asked });
  const map = data && !isUndefined(data) ? data : undefined;
  const look = { across, up, names, language, words };
  const draw = (theme: FigureTheme) => (data && !isUndefined(data) ? pictureOf(data, { ...look, theme }) : data);
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const scene = useMemo(() => draw(theme), [data, theme, language, across, up, names]);
  const behind = (side: PointSide, key: string, axis: number, title: string) => ({
    title,
    ask: () => {
      const crossing = side === 'also' ? { ...asked, columns: asked.also[axis] ?? asked.columns } : asked;
      return run('crosstab.passages', { crossing, rowKey: side === 'row' ? key : null, columnKey: side === 'row' ? null : key });
    },
  });
  const lines = map ? linesOf(map) : [];
  return (
    <AnalysisFrame
      name={words.correspondence}
      saved={saved}
      sentence={<Sentence frame={frame} setting={setting} change={change} />}
      tools={<Tools map={map} setting={setting} change={change} />}
      caption={map ? words.mapCaption(map.unit, map.total, map.totalInertia, map.axes.length) : ''}
      notes={map ? notesOf(map, words) : []}
      scene={scene}
      printScene={() => draw('light') ?? { kind: 'undefined', because: 'empty' }}
      table={map ? tableOf(map, lines, words, language) : undefined}
      behindMark={(key) => {
        const [side, point, axis] = JSON.parse(key) as [PointSide, string, number];
        return behind(side, point, axis, lines.find((each) => each.side === side && each.point.key === point)?.point.label ?? '');
      }}
      behindCell={(row, column) => {
        const line = lines[row];
        return line && column === COUNT_COLUMN ? behind(line.side, line.point.key, line.axis, line.point.label) : null;
      }}
    >
      {map ? <Inertias map={map} /> : null}
    </AnalysisFrame>
  );
}

function Sentence({ frame, setting, change }: SentenceProps<CorrespondenceView>) {
  return (
    <>
      <CrossedWords frame={frame} setting={setting} change={change} />
      <CodedWords setting={setting} onChange={change} />
      <Also frame={frame} also={setting.also} onChange={(also) => change({ also })} />
    </>
  );
}

function Tools({ map, setting, change }: Omit<SentenceProps<CorrespondenceView>, 'frame'> & { map: CorrespondenceMap | undefined }) {
  const words = useText(tablesText);
  const { across, up, names } = setting;
  return (
    <>
      <ChoiceWord<Pair>
        label={words.axes}
        options={PAIRS.filter((pair) => map === undefined || Number(pair.slice(2)) < Math.max(2, map.axes.length)).map((id) => ({
          id,
          label: words.axesOf(Number(id.slice(0, 1)) + 1, Number(id.slice(2)) + 1),
        }))}
        value={PAIRS.find((pair) => pair === `${across}-${up}`) ?? '0-1'}
        onChange={(pair) => change({ across: Number(pair.slice(0, 1)), up: Number(pair.slice(2)) })}
      />
      <NumberWord
        label={words.names}
        text={words.namesShown(names)}
        value={names}
        least={1}
        most={MOST_NAMES}
        onChange={(next) => change({ names: next })}
      />
    </>
  );
}

function Inertias({ map }: { map: CorrespondenceMap }) {
  const words = useText(tablesText);
  const { language } = useLanguage();
  return (
    <SideTable
      title={words.inertias}
      heads={words.inertiaHeads}
      lines={map.axes.map(({ inertia, share, cumulated }, axis) => [
        String(axis + 1),
        formatFixed(language, inertia, 5),
        percent(share, language),
        percent(cumulated, language),
      ])}
    />
  );
}

const COUNT_COLUMN = 2;
const percent = (share: number, language: Language): string => `${formatFixed(language, share * 100, 1)}${language === 'fr' ? '\u00a0%' : '%'}`;

function notesOf(map: CorrespondenceMap, words: TablesWords): string[] {
  return [
    ...(map.axes.length === 1 ? [words.oneAxis] : []),
    ...(map.emptyRows + map.emptyColumns > 0 ? [words.left(map.emptyRows, map.emptyColumns)] : []),
  ];
}

interface AlsoProps {
  frame: ProjectFrame;
  also: CorrespondenceSetting['also'];
  onChange: (also: CorrespondenceSetting['also']) => void;
}

function Also({ frame, also, onChange }: AlsoProps) {
  const words = useText(tablesText);
  const next: AxisSpec = frame.corpus.attributes[0] ? { kind: 'attribute', attributeId: frame.corpus.attributes[0].id } : { kind: 'sourceKind' };
  return (
    <>
      {also.length > 0 ? <Said>{words.mapWith}</Said> : null}
      {also.map((axis, at) => (
        <span key={`${at} ${axis.kind}`}>
          <AxisWord label={words.also} axis={axis} frame={frame} onChange={(changed) => onChange(also.with(at, changed))} />
          <IconButton icon={X} size="small" label={words.removeAlso} onPress={() => onChange(also.toSpliced(at, 1))} />
        </span>
      ))}
      {also.length < 4 ? <IconButton icon={Plus} size="small" label={words.addAlso} onPress={() => onChange([...also, next])} /> : null}
    </>
  );
}

interface Look {
  readonly across: number;
  readonly up: number;
  readonly names: number;
  readonly language: Language;
  readonly words: TablesWords;
  readonly theme: FigureTheme;
}

function pictureOf(map: CorrespondenceMap, { across, up, names, language, words, theme }: Look) {
  const figures = (values: readonly number[]): string => [across, up].map((axis) => percent(values[axis] ?? 0, language)).join(', ');
  return correspondenceFigure(map, {
    palette: paletteOf(theme),
    language,
    title: `${map.rowTitle} × ${map.columnTitle}`,
    axes: [across, up],
    mostNames: names,
    axisLabel: (axis) => words.axis(axis, map.axes[axis]?.share ?? 0),
    pointTitle: (point: MapPoint) =>
      words.point(point.label, point.count, point.contributions.length > 0 ? figures(point.contributions) : '–', figures(point.cos2)),
    unnamed: words.unnamed,
  });
}

interface Line {
  readonly side: PointSide;
  readonly point: MapPoint;
  readonly axis: number;
}

function linesOf(map: CorrespondenceMap): Line[] {
  return [
    ...map.rows.map((point) => ({ side: 'row' as const, point, axis: 0 })),
    ...map.columns.map((point) => ({ side: 'column' as const, point, axis: 0 })),
    ...map.also.map((point) => ({ side: 'also' as const, point, axis: point.axis })),
  ];
}

const SHOWN_AXES = 3;

function tableOf(map: CorrespondenceMap, lines: readonly Line[], words: TablesWords, language: Language): FigureTable {
  const { mapHeads: heads } = words;
  const axes = map.axes.slice(0, SHOWN_AXES).map((_, axis) => axis);
  const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
  return {
    columns: [
      heads.kind,
      heads.name,
      heads.count,
      heads.mass,
      heads.inertia,
      ...axes.flatMap((axis) => [heads.coordinate(axis + 1), heads.contribution(axis + 1), heads.cos2(axis + 1)]),
    ],
    rows: lines.map(({ side, point }) => [
      words.sides[side],
      point.label,
      point.count,
      point.mass === null ? '–' : percent(point.mass, language),
      point.inertia === null ? '–' : percent(point.inertia, language),
      ...axes.flatMap((axis) => [
        rounded(point.coordinates[axis] ?? 0, 4),
        point.contributions.length === 0 ? '–' : percent(point.contributions[axis] ?? 0, language),
        percent(point.cos2[axis] ?? 0, language),
      ]),
    ]),
  };
}
