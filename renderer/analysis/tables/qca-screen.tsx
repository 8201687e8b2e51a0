// Qualitative comparative analysis: the truth table, necessary conditions, the three solutions, and the cases that contradict.
import { useMemo } from 'react';
import { qcaSetting } from '../../../shared/domain/qca.ts';
import type { Qca, QcaSetting, QcaSets, QcaTable } from '../../../shared/domain/qca.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import { paletteOf } from '../../../shared/figure/palette.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import { truthRowKey, truthTableFigure } from '../../../shared/figure/truth-table-figure.ts';
import type { PassageId } from '../../../shared/domain/ids.ts';
import type { AxisSpec } from '../../../shared/domain/matrix.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { qcaText } from '../../../shared/i18n/qca.ts';
import type { QcaWords } from '../../../shared/i18n/qca.ts';
import { COLON, SEMICOLON, formatFixed } from '../../../shared/i18n/text.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import type { ProjectFrame } from '../../matrices/frame.ts';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { ChoiceWord, NumberWord, Said } from '../sentence.tsx';
import { useSavedSetting } from '../saved-setting.ts';
import { AxisWord } from './axis-word.tsx';
import { categoriesBehind, termWords } from './qca-set.ts';
import { SetWord } from './qca-set-word.tsx';
import { QcaTables } from './qca-tables.tsx';
import { CodedWords, WhenKnown } from './tables-screen.tsx';
import type { TableScreenProps } from './tables-screen.tsx';

export function QcaScreen() {
  return <WhenKnown Screen={Comparing} />;
}

const INITIAL: Omit<QcaSetting, 'cases'> = {
  conditions: [],
  outcome: null,
  negates: false,
  consistency: 0.8,
  pri: 0,
  leastCases: 1,
  coderIds: null,
  where: [],
};

function Comparing({ frame }: TableScreenProps) {
  const words = useText(qcaText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const run = useRun();
  const first: AxisSpec = frame.corpus.cases.length > 4 ? { kind: 'case' } : { kind: 'source' };
  const saved = useSavedSetting<QcaSetting>('qca', qcaSetting, { ...INITIAL, cases: first });
  const { setting, change } = saved;
  const { data } = useQuery('qca.read', { setting });
  const known = data && !isUndefined(data) ? data : undefined;
  const table = known?.table && !isUndefined(known.table) ? known.table : undefined;
  const draw = (look: FigureTheme) => pictureOf(data, { look, language, words });
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const scene = useMemo(() => draw(theme), [data, theme, language]);
  const behind = (row: number) => {
    const columns = categoriesBehind(setting);
    const found = table?.rows[row];
    if (!known || !found || !columns) return null;
    const crossing = { rows: setting.cases, columns, join: { kind: 'overlap' as const }, coderIds: setting.coderIds, where: setting.where };
    const ask = async (): Promise<PassageId[] | undefined> => {
      const all: PassageId[] = [];
      for (const at of found.cases) {
        const own = await run('crosstab.passages', { crossing, rowKey: known.sets.cases[at]?.key ?? null, columnKey: null });
        if (!own) return undefined;
        all.push(...own);
      }
      return [...new Set(all)];
    };
    return { title: found.cases.map((at) => known.sets.cases[at]?.label ?? '').join(', '), ask };
  };
  return (
    <AnalysisFrame
      name={words.name}
      saved={saved}
      sentence={<Sentence frame={frame} setting={setting} onChange={change} />}
      caption={known && table ? words.caption(known.sets.cases.length, known.sets.names.length, table.remainders, table.isCrisp) : ''}
      notes={known ? notesOf(known, words) : []}
      scene={scene}
      printScene={() => draw('light') ?? { kind: 'undefined', because: 'empty' }}
      table={known && table ? tableOf(known.sets, table, words) : undefined}
      behindMark={(key) => behind(table?.rows.findIndex(({ configuration }) => truthRowKey(configuration) === key) ?? -1)}
      behindCell={(row, column) => (column === (known?.sets.names.length ?? 0) + 1 ? behind(row) : null)}
    >
      {known && table ? <QcaTables sets={known.sets} table={table} /> : null}
    </AnalysisFrame>
  );
}

interface SentenceProps {
  frame: ProjectFrame;
  setting: QcaSetting;
  onChange: (changes: Partial<QcaSetting>) => void;
}

function Sentence({ frame, setting, onChange }: SentenceProps) {
  const words = useText(qcaText);
  const { language } = useLanguage();
  const shared = { cases: setting.cases, frame };
  const { conditions, outcome } = setting;
  return (
    <>
      {words.explain}{' '}
      <ChoiceWord
        label={words.which}
        options={[
          { id: 'present', label: words.isThere },
          { id: 'absent', label: words.isNot },
        ]}
        value={setting.negates ? 'absent' : 'present'}
        onChange={(which) => onChange({ negates: which === 'absent' })}
      />
      {COLON[language]}
      <SetWord
        {...shared}
        label={words.outcome}
        text={outcome?.name ?? words.noOutcome}
        set={outcome}
        isOutcome
        onChange={({ expects: _, ...set }) => onChange({ outcome: set })}
      />
      <Said>{words.among}</Said>
      <AxisWord label={words.cases} axis={setting.cases} frame={frame} onChange={(cases) => onChange({ cases })} />
      <Said>{words.by}</Said>
      {conditions.map((condition, at) => (
        <span key={`${at} ${condition.name}`}>
          <SetWord
            {...shared}
            label={words.condition}
            text={condition.name}
            set={condition}
            onChange={(set) => onChange({ conditions: conditions.with(at, set) })}
            onRemove={() => onChange({ conditions: conditions.toSpliced(at, 1) })}
          />
          {', '}
        </span>
      ))}
      <SetWord
        key={`add ${conditions.length}`}
        {...shared}
        label={words.addCondition}
        text={`+ ${words.addCondition.toLowerCase()}`}
        set={null}
        onChange={(set) => onChange({ conditions: [...conditions, set] })}
      />
      <CodedWords setting={setting} onChange={onChange}>
        {SEMICOLON[language]}
        <Cuts setting={setting} onChange={onChange} />
      </CodedWords>
    </>
  );
}

function Cuts({ setting, onChange }: Omit<SentenceProps, 'frame'>) {
  const words = useText(qcaText);
  const { language } = useLanguage();
  const two = (value: number) => formatFixed(language, value, 2);
  return (
    <>
      <NumberWord
        label={words.consistency}
        text={`${words.consistency.toLowerCase()} ≥ ${two(setting.consistency)}`}
        value={setting.consistency}
        least={0}
        most={1}
        step={0.01}
        onChange={(consistency) => onChange({ consistency })}
      />
      {', '}
      <NumberWord
        label={words.pri}
        text={`${words.pri} ≥ ${two(setting.pri)}`}
        value={setting.pri}
        least={0}
        most={1}
        step={0.01}
        onChange={(pri) => onChange({ pri })}
      />
      {', '}
      <NumberWord
        label={words.leastCases}
        text={`${words.leastCases.toLowerCase()} ≥ ${setting.leastCases}`}
        value={setting.leastCases}
        least={1}
        most={100}
        onChange={(leastCases) => onChange({ leastCases })}
      />
    </>
  );
}

function notesOf({ sets, halves }: Qca, words: QcaWords): string[] {
  const dropped = sets.dropped.map(({ label, missing }) => words.lacks(label, missing.join(', ')));
  return [...halves.map(({ caseLabel, set }) => words.half(caseLabel, set)), ...(dropped.length > 0 ? [words.dropped(dropped.join(', '))] : [])];
}

function pictureOf(data: Qca | Undefined | undefined, { look, language, words }: { look: FigureTheme; language: Language; words: QcaWords }) {
  if (!data || isUndefined(data)) return data;
  const { sets, table } = data;
  if (!table || isUndefined(table)) return table;
  const all = 2 ** sets.names.length - 1;
  return truthTableFigure(sets, table, {
    palette: paletteOf(look),
    language,
    title: `${sets.negates ? '~' : ''}${sets.outcome}`,
    share: (value) => (value === null ? '–' : formatFixed(language, value, 3)),
    rowTitle: (row) => {
      const found = table.rows[row];
      const formula = termWords({ care: all, value: found?.configuration ?? 0 }, sets.names, words.always);
      return words.row(
        formula,
        words.outcomes[found?.outcome ?? 'remainder'],
        (found?.cases ?? []).map((at) => sets.cases[at]?.label ?? '').join(', '),
      );
    },
    heads: words.heads,
    outcomes: words.outcomes,
    note: words.note,
  });
}

function tableOf(sets: QcaSets, table: QcaTable, words: QcaWords): FigureTable {
  const rounded = (value: number | null): number | string => (value === null ? '–' : Math.round(value * 1e6) / 1e6);
  return {
    columns: [
      ...sets.names,
      words.heads.outcome,
      words.heads.count,
      words.heads.consistency,
      words.heads.pri,
      words.heads.cases,
      words.contradictions,
    ],
    rows: table.rows.map(({ configuration, outcome, cases, consistency, pri, contradicting }) => {
      const named = (list: readonly number[]): string => list.map((at) => sets.cases[at]?.label ?? '').join(', ');
      const bits = sets.names.map((_, at) => (configuration & (2 ** (sets.names.length - 1 - at)) ? 1 : 0));
      return [...bits, words.outcomes[outcome], cases.length, rounded(consistency), rounded(pri), named(cases), named(contradicting)];
    }),
  };
}
