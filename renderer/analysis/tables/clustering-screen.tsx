// Hierarchical clustering: what is alike joined into a tree, cut into groups where one wants.
import { useMemo } from 'react';
import { DISTANCES, clusteringSetting } from '../../../shared/domain/clustering.ts';
import type { ClusteringSetting, Clusters } from '../../../shared/domain/clustering.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { dendrogramFigure, itemsUnder } from '../../../shared/figure/dendrogram-figure.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import { paletteOf } from '../../../shared/figure/palette.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import { tablesText } from '../../../shared/i18n/tables.ts';
import type { TablesWords } from '../../../shared/i18n/tables.ts';
import { formatFixed, formatNumber } from '../../../shared/i18n/text.ts';
import { LINKAGES } from '../../../shared/statistics/clustering.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { ChoiceWord, NumberWord, Said } from '../sentence.tsx';
import { useSavedSetting } from '../saved-setting.ts';
import { AxisWord } from './axis-word.tsx';
import { CodedWords, SideTable, UnitWord, WhenKnown } from './tables-screen.tsx';
import type { SentenceProps, TableScreenProps } from './tables-screen.tsx';

export function ClusteringScreen() {
  return <WhenKnown Screen={Tree} />;
}

/** Names of a joining that its title still says. */
const NAMES_SAID = 4;
const MOST_GROUPS = 20;
const BY_KINDS = ['passages', 'turns', 'axis'] as const;

function Tree({ frame, first }: TableScreenProps) {
  const words = useText(tablesText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const run = useRun();
  const saved = useSavedSetting<ClusteringSetting>('clustering', clusteringSetting, {
    of: first.rows,
    by: { kind: 'axis', axis: { kind: 'source' }, unit: 'passages' },
    distance: 'chiSquare',
    linkage: 'ward',
    groups: 3,
    coderIds: null,
    where: [],
  });
  const { setting, change } = saved;
  const { data } = useQuery('clustering.read', { setting });
  const clusters = data && !isUndefined(data) ? data : undefined;
  const draw = (look: FigureTheme) => (data && !isUndefined(data) ? pictureOf(data, { look, language, words }) : data);
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const scene = useMemo(() => draw(theme), [data, theme, language]);
  const behind = (items: readonly number[]) => {
    const chosen = items.flatMap((item) => clusters?.items[item] ?? []);
    return {
      title: said(
        chosen.map(({ label }) => label),
        words,
      ),
      ask: () => run('clustering.passages', { setting, keys: chosen.map(({ key }) => key) }),
    };
  };
  return (
    <AnalysisFrame
      name={words.clustering}
      saved={saved}
      sentence={<Sentence frame={frame} setting={setting} change={change} />}
      caption={
        clusters ? words.clusterCaption(words.distances[clusters.distance].label, words.linkages[clusters.linkage].label, clusters.items.length) : ''
      }
      notes={
        clusters && clusters.without.length > 0
          ? [
              words.without(
                said(
                  clusters.without.map(({ label }) => label),
                  words,
                ),
              ),
            ]
          : []
      }
      scene={scene}
      printScene={() => draw('light') ?? { kind: 'undefined', because: 'empty' }}
      table={clusters ? tableOf(clusters, words) : undefined}
      behindMark={(key) => {
        if (!clusters) return null;
        const [kind, at] = key.split(':');
        return behind(kind === 'item' ? [Number(at)] : itemsUnder(clusters, clusters.items.length + Number(at)));
      }}
      behindCell={(row, column) => (clusters && column === 1 ? behind([clusters.order[row] ?? 0]) : null)}
    >
      {clusters ? <Joinings clusters={clusters} /> : null}
    </AnalysisFrame>
  );
}

function Sentence(props: SentenceProps<ClusteringSetting>) {
  const { frame, setting, change } = props;
  const words = useText(tablesText);
  const { by } = setting;
  const takeBy = (kind: (typeof BY_KINDS)[number]) =>
    change({ by: kind === 'axis' ? { kind, axis: { kind: 'source' }, unit: 'passages' } : { kind } });
  return (
    <>
      {words.group} <AxisWord label={words.row} axis={setting.of} frame={frame} onChange={(of) => change({ of })} />
      <Said>{words.accordingTo}</Said>
      <ChoiceWord label={words.by} options={BY_KINDS.map((id) => ({ id, ...words.byKinds[id] }))} value={by.kind} onChange={takeBy} />{' '}
      {by.kind === 'axis' ? (
        <>
          (<AxisWord label={words.column} axis={by.axis} frame={frame} onChange={(axis) => change({ by: { ...by, axis } })} />,{' '}
          <UnitWord value={by.unit} onChange={(unit) => change({ by: { ...by, unit } })} />)
        </>
      ) : null}
      <CodedWords setting={setting} onChange={change}>
        {', '}
        <HowWords {...props} />
      </CodedWords>
    </>
  );
}

/** « distance du khi-deux, méthode de Ward, coupé en 3 groupes » */
function HowWords({ setting, change }: SentenceProps<ClusteringSetting>) {
  const words = useText(tablesText);
  return (
    <>
      <ChoiceWord
        label={words.distance}
        options={DISTANCES.map((id) => ({ id, ...words.distances[id] }))}
        value={setting.distance}
        onChange={(distance) =>
          change({ distance, ...(distance === 'jaccard' && setting.linkage === 'ward' ? { linkage: 'average' as const } : {}) })
        }
      />
      {', '}
      <ChoiceWord
        label={words.linkage}
        options={LINKAGES.map((id) => ({ id, ...words.linkages[id] }))}
        value={setting.linkage}
        onChange={(linkage) => change({ linkage })}
      />
      {', '}
      {words.cutInto}{' '}
      <NumberWord
        label={words.groups}
        text={words.groupCount(setting.groups ?? 1)}
        value={setting.groups ?? 1}
        least={1}
        most={MOST_GROUPS}
        onChange={(groups) => change({ groups: groups > 1 ? groups : null })}
      />
    </>
  );
}

function Joinings({ clusters }: { clusters: Clusters }) {
  const words = useText(tablesText);
  const { language } = useLanguage();
  return (
    <SideTable
      title={words.mergesTitle}
      heads={words.mergeHeads}
      lines={clusters.merges.map(({ height }, at) => [
        String(at + 1),
        formatFixed(language, height, 4),
        said(
          itemsUnder(clusters, clusters.items.length + at).map((item) => clusters.items[item]?.label ?? ''),
          words,
        ),
      ])}
    />
  );
}

function said(names: readonly string[], words: TablesWords): string {
  const rest = names.length - NAMES_SAID;
  return rest > 1 ? `${names.slice(0, NAMES_SAID).join(', ')} ${words.several(rest)}` : names.join(', ');
}

function pictureOf(clusters: Clusters, { look, language, words }: { look: FigureTheme; language: Language; words: TablesWords }) {
  const distance = (value: number): string => formatFixed(language, value, 2);
  return dendrogramFigure(clusters, {
    palette: paletteOf(look),
    language,
    title: clusters.byTitle === null ? clusters.title : `${clusters.title} × ${clusters.byTitle}`,
    count: (value) => formatNumber(language, value),
    distance,
    itemTitle: (item) => words.item(clusters.items[item]?.label ?? '', clusters.items[item]?.count ?? 0, clusters.items[item]?.group ?? 1),
    mergeTitle: (merge) => words.merge(clusters.merges[merge]?.size ?? 0, distance(clusters.merges[merge]?.height ?? 0)),
    groupLabel: words.groupLabel,
    heightLabel: words.heightLabel,
  });
}

/** As the tree shows them. */
function tableOf({ items, order }: Clusters, words: TablesWords): FigureTable {
  return { columns: words.clusterHeads, rows: order.map((at) => [items[at]?.label ?? '', items[at]?.count ?? 0, items[at]?.group ?? 1]) };
}
