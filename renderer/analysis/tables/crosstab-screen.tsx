// The cross table: two axes crossed, what departs from independence, the tests and what they are worth here.
import { useMemo } from 'react';
import { CELL_FACES, CROSSTAB_PICTURES, LEAST_DRAWS, crosstabView } from '../../../shared/domain/crosstab.ts';
import type { CellFace, Crosstab, CrosstabPicture, CrosstabView } from '../../../shared/domain/crosstab.ts';
import { crosstabFigure } from '../../../shared/figure/crosstab-figure.ts';
import { mosaicFigure } from '../../../shared/figure/mosaic-figure.ts';
import type { FigureTable, FigureValue } from '../../../shared/figure/figure-table.ts';
import { paletteOf } from '../../../shared/figure/palette.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { crosstabText, probability } from '../../../shared/i18n/crosstab.ts';
import { tablesText } from '../../../shared/i18n/tables.ts';
import type { TablesWords } from '../../../shared/i18n/tables.ts';
import { formatFixed, formatNumber, withMinus } from '../../../shared/i18n/text.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { ChoiceWord, Said } from '../sentence.tsx';
import { useSavedSetting } from '../saved-setting.ts';
import { CodedWords, CrossedWords, SideTable, WhenKnown } from './tables-screen.tsx';
import type { SentenceProps, TableScreenProps } from './tables-screen.tsx';

const WIDTH = 860;

export function CrosstabScreen() {
  return <WhenKnown Screen={Crossing} />;
}

/** What a cell says in each face. */
function written(table: Crosstab, face: CellFace, language: Language): (row: number, column: number) => string {
  const share = (part: number, whole: number): string =>
    whole === 0 ? '–' : `${formatFixed(language, (part / whole) * 100, 1)}${language === 'fr' ? '\u00a0%' : '%'}`;
  const fixed = (value: number | null | undefined, digits: number): string =>
    value === null || value === undefined ? '–' : formatFixed(language, value, digits);
  return (row, column) => {
    const count = table.counts[row]?.[column] ?? 0;
    switch (face) {
      case 'counts':
        return formatNumber(language, count);
      case 'rowShare':
        return share(count, table.totals.rows[row] ?? 0);
      case 'columnShare':
        return share(count, table.totals.columns[column] ?? 0);
      case 'expected':
        return fixed(table.expected[row]?.[column], 1);
      case 'residuals':
        return fixed(table.residuals[row]?.[column], 2);
    }
  };
}

function Crossing({ frame, first }: TableScreenProps) {
  const words = useText(tablesText);
  const own = useText(crosstabText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const run = useRun();
  const saved = useSavedSetting('crosstab', crosstabView, {
    ...first,
    join: { kind: 'overlap' },
    coderIds: null,
    where: [],
    unit: 'passages',
    draws: null,
    seed: 1,
    face: 'counts',
    picture: 'table',
  });
  const { setting, change } = saved;
  const { face, picture, ...asked } = setting;
  const { data } = useQuery('crosstab.read', { setting: asked });
  const table = data && !isUndefined(data) ? data : undefined;
  const draw = (look: FigureTheme) => (data && !isUndefined(data) ? pictureOf(data, { look, face, picture, language, words }) : data);
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const scene = useMemo(() => draw(theme), [data, theme, language, face, picture]);
  const behind = (row: string | null, column: string | null) => {
    const name = (lines: Crosstab['rows'], key: string | null) => lines.find((line) => line.key === key)?.label;
    const title = table ? [name(table.rows, row), name(table.columns, column)].filter(Boolean).join(' × ') : '';
    return { title: title || words.total, ask: () => run('crosstab.passages', { crossing: asked, rowKey: row, columnKey: column }) };
  };
  return (
    <AnalysisFrame
      name={words.crosstab}
      saved={saved}
      sentence={<Sentence frame={frame} setting={setting} change={change} />}
      caption={table ? words.counted(table.unit, table.units, table.totals.total) : ''}
      notes={table?.warnings.map(({ kind, count }) => own.warnings[kind](count)) ?? []}
      scene={scene}
      printScene={() => draw('light') ?? { kind: 'undefined', because: 'empty' }}
      table={table ? tableOf(table, written(table, face, language), words) : undefined}
      behindMark={(key) => {
        const [row, column] = JSON.parse(key) as [string, string];
        return behind(row, column);
      }}
      behindCell={(row, column) => {
        if (!table || column === 0) return null;
        return behind(table.rows[row]?.key ?? null, table.columns[column - 1]?.key ?? null);
      }}
      tools={
        table && isUndefined(table.fisher) && table.fisher.because === 'tooLarge' ? (
          <Button size="small" onPress={() => change({ draws: LEAST_DRAWS })}>
            {words.drawNow}
          </Button>
        ) : null
      }
    >
      {table ? <Tests table={table} /> : null}
    </AnalysisFrame>
  );
}

function Sentence({ frame, setting, change }: SentenceProps<CrosstabView>) {
  const words = useText(tablesText);
  const { face } = setting;
  return (
    <>
      <CrossedWords frame={frame} setting={setting} change={change} />
      <CodedWords setting={setting} onChange={change}>
        <Said>{words.showing}</Said>
        <ChoiceWord
          label={words.face}
          options={CELL_FACES.map((id) => ({ id, label: words.faces[id] }))}
          value={face}
          onChange={(next) => change({ face: next })}
        />
        <span>{`${words.drawnAs} `}</span>
        <ChoiceWord
          label={words.picture}
          options={CROSSTAB_PICTURES.map((id) => ({ id, label: words.pictures[id] }))}
          value={setting.picture}
          onChange={(picture) => change({ picture })}
        />
      </CodedWords>
    </>
  );
}

interface PictureOptions {
  look: FigureTheme;
  face: CellFace;
  picture: CrosstabPicture;
  language: Language;
  words: TablesWords;
}

function pictureOf(table: Crosstab, { look, face, picture, language, words }: PictureOptions) {
  const number = (value: number | null | undefined, digits: number) =>
    value === null || value === undefined ? '–' : formatFixed(language, value, digits);
  const inCell = written(table, face, language);
  const isMosaic = picture === 'mosaic';
  return (isMosaic ? mosaicFigure : crosstabFigure)(table, {
    palette: paletteOf(look),
    language,
    title: `${table.rowTitle} × ${table.columnTitle}`,
    width: WIDTH,
    value: (row, column) => withMinus(inCell(row, column)),
    residual: (value) => withMinus(number(value, 1)),
    cellTitle: (row, column) =>
      words.cell(
        table.rows[row]?.label ?? '',
        table.columns[column]?.label ?? '',
        table.counts[row]?.[column] ?? 0,
        number(table.expected[row]?.[column], 1),
        number(table.residuals[row]?.[column], 2),
      ),
    labels: { legend: words.legend, steps: words.steps, note: isMosaic ? words.mosaicNote : words.residualNote },
  });
}

/** The counts with their totals, or what is shown instead of them. */
function tableOf(table: Crosstab, value: (row: number, column: number) => string, words: TablesWords): FigureTable {
  const { rows, columns, totals } = table;
  const shown = (row: number, column: number): FigureValue => {
    const text = value(row, column);
    const count = table.counts[row]?.[column] ?? 0;
    return text.replace(/\D/gu, '') === String(count) ? count : text;
  };
  return {
    columns: [`${table.rowTitle} × ${table.columnTitle}`, ...columns.map(({ label }) => label), words.total],
    rows: [
      ...rows.map(({ label }, row) => [label, ...columns.map((_, column) => shown(row, column)), totals.rows[row] ?? 0]),
      [words.total, ...totals.columns, totals.total],
    ],
  };
}

function Tests({ table }: { table: Crosstab }) {
  const words = useText(tablesText);
  const own = useText(crosstabText);
  const { language } = useLanguage();
  const lines = (table.presence?.rows ?? []).map(({ chiSquare, fisher, cramerV }, row) => [
    table.rows[row]?.label ?? '',
    isUndefined(chiSquare) ? '–' : formatFixed(language, chiSquare.value, 2),
    isUndefined(chiSquare) ? '–' : probability(chiSquare.p, language),
    fisher === null ? '–' : probability(fisher, language),
    isUndefined(cramerV) ? '–' : formatFixed(language, cramerV, 2),
  ]);
  return (
    <>
      <SideTable title={words.tests} heads={own.testHeads} lines={own.testLines(table)} />
      {lines.length > 0 ? <SideTable title={words.presence} note={words.presenceNote} heads={words.presenceHeads} lines={lines} /> : null}
    </>
  );
}
