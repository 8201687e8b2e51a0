// Meaning saturation: what each interview adds to each category, filled in by whoever reads them, by mouse or by keyboard.
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { CategoryId, GridId, SourceId } from '../../../shared/domain/ids.ts';
import { MEANING_LEVELS } from '../../../shared/domain/saturation.ts';
import type { MeaningGrid, MeaningLevel } from '../../../shared/domain/saturation.ts';
import { citationCode } from '../../../shared/domain/source.ts';
import { coverageText } from '../../../shared/i18n/coverage.ts';
import { call } from '../../core.ts';
import { useProject } from '../../project.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useText } from '../../ui/language.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import type { AnalysisBehind } from '../behind.ts';
import { PassagesBehind } from '../passages-behind.tsx';
import { ChoiceWord } from '../sentence.tsx';
import './study.css';

/** As keys say them. */
const KEYS: Readonly<Record<string, MeaningLevel | null>> = { '0': 'nothing', '1': 'nuance', '2': 'dimension', Delete: null, Backspace: null };
const SIGNS: Readonly<Record<MeaningLevel, string>> = { nothing: '0', nuance: '+', dimension: '++' };

export function MeaningScreen() {
  const words = useText(coverageText).meaning;
  const order = useText(coverageText).saturation;
  const { data: codebook } = useQuery('codebook.read', {});
  const [asked, setAsked] = useState<GridId | null>(null);
  const [by, setBy] = useState<'date' | 'import'>('date');
  const [behind, setBehind] = useState<AnalysisBehind | null>(null);
  const gridId = codebook?.find(({ id }) => id === asked)?.id ?? codebook?.[0]?.id;
  if (!codebook) return null;
  if (!gridId) return <EmptyState title={words.noGrid} />;
  return (
    <div className="analysis">
      <div className="analysis-main">
        <div className="analysis-sentence">
          {words.read}{' '}
          <ChoiceWord label={words.gridLabel} options={codebook.map(({ id, title }) => ({ id, label: title }))} value={gridId} onChange={setAsked} />
          {words.inOrder}{' '}
          <ChoiceWord
            label={order.orderLabel}
            options={(['date', 'import'] as const).map((id) => ({ id, label: order.orders[id] }))}
            value={by}
            onChange={setBy}
          />
          .
        </div>
        <p className="analysis-caption">{words.caption}</p>
        <p className="analysis-caption">
          <span className="meaning-legend">
            {MEANING_LEVELS.map((level) => (
              <span key={level}>
                <i className={`meaning-${level}`} aria-hidden />
                {SIGNS[level]} {words.levels[level]}
              </span>
            ))}
          </span>
        </p>
        <p className="analysis-caption">{words.keys}</p>
        <Meanings key={gridId} gridId={gridId} order={by} onOpen={setBehind} />
      </div>
      {behind ? <PassagesBehind key={behind.title} behind={behind} onClose={() => setBehind(null)} /> : null}
    </div>
  );
}

interface MeaningsProps {
  gridId: GridId;
  order: 'date' | 'import';
  onOpen: (behind: AnalysisBehind) => void;
}

const keyOf = (categoryId: string, sourceId: string): string => `${categoryId} ${sourceId}`;

function Meanings({ gridId, order, onOpen }: MeaningsProps) {
  const words = useText(coverageText).meaning;
  const { project } = useProject();
  const run = useRun();
  const table = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState({ row: 0, column: 0 });
  const { data } = useQuery('meaning.read', { gridId, order });
  if (!data) return null;
  const { categories, sources } = data;
  const passages = new Map(data.passages.map((each) => [keyOf(each.categoryId, each.sourceId), each.passages]));
  const marks = new Map(data.marks.map((mark) => [keyOf(mark.categoryId, mark.sourceId), mark]));
  const judge = (categoryId: CategoryId, sourceId: SourceId, level: MeaningLevel | null) => {
    if (project?.isReadOnly) return;
    void run('meaning.mark', { categoryId, sourceId, level, note: marks.get(keyOf(categoryId, sourceId))?.note ?? '' });
  };
  const move = (row: number, column: number) => {
    const next = { row: clamped(row, categories.length), column: clamped(column, sources.length) };
    setReached(next);
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row} ${next.column}"]`)?.focus();
  };
  return (
    <div ref={table} className="meaning-grid">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.category}</th>
            {sources.map(({ id, name }) => (
              <th key={id} scope="col" title={name}>
                {citationCode(name)}
              </th>
            ))}
            <th scope="col">{words.lastNew}</th>
          </tr>
        </thead>
        <tbody>
          {categories.map((category, row) => (
            <tr key={category.id}>
              <th scope="row" title={[...category.path, category.name].join(' › ')} style={{ paddingLeft: 10 + category.path.length * 14 }}>
                <Swatch color={category.color} /> {category.name}
              </th>
              {sources.map((source, column) => {
                const key = keyOf(category.id, source.id);
                const title = `${category.name} × ${source.name}`;
                const ask = () => call('category.passageIds', { categoryIds: [category.id], sourceId: source.id, below: false });
                return (
                  <MeaningCell
                    key={source.id}
                    at={{ row, column }}
                    names={[category.name, source.name]}
                    passages={passages.get(key) ?? 0}
                    level={marks.get(key)?.level ?? null}
                    isReached={reached.row === row && reached.column === column}
                    onReach={setReached}
                    onMove={move}
                    onJudge={(level) => judge(category.id, source.id, level)}
                    onOpen={() => onOpen({ title, ask })}
                  />
                );
              })}
              <td className="number">{lastNew(data, category.id) ?? words.never}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellPlace {
  readonly row: number;
  readonly column: number;
}

interface MeaningCellProps {
  at: CellPlace;
  names: readonly [category: string, source: string];
  passages: number;
  level: MeaningLevel | null;
  isReached: boolean;
  onReach: (at: CellPlace) => void;
  onMove: (row: number, column: number) => void;
  onJudge: (level: MeaningLevel | null) => void;
  onOpen: () => void;
}

function MeaningCell({ at: { row, column }, names: [category, source], passages, level, isReached, ...acts }: MeaningCellProps) {
  const words = useText(coverageText).meaning;
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step) acts.onMove(row + step[0], column + step[1]);
    else if (event.key in KEYS) acts.onJudge(KEYS[event.key] ?? null);
    else return;
    event.preventDefault();
  };
  return (
    <td>
      <button
        type="button"
        data-at={`${row} ${column}`}
        className={classes('meaning-cell', level && `meaning-${level}`)}
        tabIndex={isReached ? 0 : -1}
        aria-label={words.cell(category, source, passages, level ? words.levels[level] : words.unjudged)}
        onFocus={() => acts.onReach({ row, column })}
        onClick={acts.onOpen}
        onKeyDown={onKey}
      >
        <span className="number">{passages === 0 ? '' : passages}</span>
        {level ? <strong>{SIGNS[level]}</strong> : null}
      </button>
    </td>
  );
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const clamped = (value: number, length: number): number => Math.min(Math.max(0, value), length - 1);

/** The last interview, in this order, that added a nuance or a dimension. */
function lastNew({ sources, marks }: MeaningGrid, categoryId: CategoryId): string | null {
  const adding = new Set(marks.filter((mark) => mark.categoryId === categoryId && mark.level !== 'nothing').map(({ sourceId }) => sourceId));
  const last = sources.findLast(({ id }) => adding.has(id));
  return last ? citationCode(last.name) : null;
}
