// How the passages of categories lie to each other, two by two: equal, within, overlapping, touching, apart; and what they share.
import { EVERYTHING, scopeOf, scopeSetting } from '../../../shared/domain/relation.ts';
import type { OverlapAnswer, OverlapPair } from '../../../shared/domain/relation.ts';
import { meetingInKey, overlapFigure } from '../../../shared/figure/overlap-figure.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import type { Scene } from '../../../shared/figure/scene.ts';
import { analysesText } from '../../../shared/i18n/analyses.ts';
import { relationsText } from '../../../shared/i18n/relations.ts';
import type { RelationsWords } from '../../../shared/i18n/relations.ts';
import { MEETINGS } from '../../../shared/statistics/overlap.ts';
import type { Meeting } from '../../../shared/statistics/overlap.ts';
import { isUndefined, undefinedFor } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import { AnalysisFrame } from '../analysis-frame.tsx';
import type { AnalysisBehind } from '../behind.ts';
import { useSavedSetting } from '../saved-setting.ts';
import { CategoryWords, CodingWords } from './scope-words.tsx';
import './relations.css';

const KIND = 'overlap';
/** More bars would be a list: the table is one. */
const MOST_BARS = 30;

const meetingsIn = (pair: OverlapPair): number => MEETINGS.reduce((sum, meeting) => sum + pair[meeting], 0);

function tableOf({ categories }: OverlapAnswer, pairs: readonly OverlapPair[], { overlapColumns: words }: RelationsWords): FigureTable {
  const name = (number: number): string => categories[number]?.path.join(' › ') ?? '';
  const share = (units: number, of: number): number | string => {
    const covered = categories[of]?.coveredUtf16 ?? 0;
    return covered === 0 ? '–' : Math.round((1000 * units) / covered) / 10;
  };
  const { a, b, apartA, apartB, shared, shareA, shareB } = words;
  return {
    columns: [a, b, ...MEETINGS.map((meeting) => words[meeting]), apartA, apartB, shared, shareA, shareB],
    rows: pairs.map((pair) => [
      name(pair.a),
      name(pair.b),
      ...MEETINGS.map((meeting) => pair[meeting]),
      pair.apartA,
      pair.apartB,
      pair.sharedUtf16,
      share(pair.sharedUtf16, pair.a),
      share(pair.sharedUtf16, pair.b),
    ]),
  };
}

const FIRST_MEETING = 2;

export function OverlapScreen() {
  const words = useText(relationsText);
  const { names } = useText(analysesText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const saved = useSavedSetting(KIND, scopeSetting, EVERYTHING);
  const run = useRun();
  const scope = scopeOf(saved.setting);
  const { data } = useQuery('overlap.read', { scope });
  const answer = data && !isUndefined(data) ? data : null;
  const pairs = answer ? answer.pairs.toSorted((x, y) => meetingsIn(y) - meetingsIn(x)) : [];
  const nameOf = (number: number): string => answer?.categories[number]?.name ?? '';
  const titleOf = ({ a, b }: OverlapPair): string => words.pair(nameOf(a), nameOf(b));
  const draw = (on: FigureTheme): Scene | Undefined | undefined => {
    if (!answer) return data && isUndefined(data) ? data : undefined;
    const drawn = pairs.slice(0, MOST_BARS).filter((pair) => meetingsIn(pair) > 0);
    if (drawn.length === 0) return undefinedFor('empty');
    const rows = drawn.map((pair) => ({ key: `${pair.a} ${pair.b}`, name: titleOf(pair), counts: pair }));
    return overlapFigure({
      rows,
      meetings: words.meetings,
      said: (row, meeting) => `${row.name} — ${words.pairsOf(row.counts[meeting])}, ${words.meetings[meeting]}`,
      title: '',
      note: pairs.length > drawn.length ? words.overlapNote(drawn.length) : '',
      theme: on,
      language,
    });
  };
  const behind = (pair: OverlapPair, meeting: Meeting | null): AnalysisBehind | null => {
    const [a, b] = [answer?.categories[pair.a]?.id, answer?.categories[pair.b]?.id];
    if (!a || !b) return null;
    const how = meeting === null ? '' : ` — ${words.meetings[meeting]}`;
    return { title: `${titleOf(pair)}${how}`, ask: () => run('overlap.passages', { scope, a, b, meeting }) };
  };
  const behindMark = (key: string): AnalysisBehind | null => {
    const found = meetingInKey(key);
    const pair = pairs.find(({ a, b }) => `${a} ${b}` === found?.row);
    return found && pair ? behind(pair, found.meeting) : null;
  };
  const behindCell = (row: number, column: number): AnalysisBehind | null => {
    const pair = pairs[row];
    const meeting = MEETINGS[column - FIRST_MEETING];
    return pair && meeting && pair[meeting] > 0 ? behind(pair, meeting) : null;
  };
  return (
    <AnalysisFrame
      name={names[KIND]?.name ?? ''}
      sentence={
        <>
          {words.lies}
          <CategoryWords scope={saved.setting} onChange={saved.change} />
          <CodingWords scope={saved.setting} onChange={saved.change} />
        </>
      }
      caption={words.overlapCaption}
      notes={[
        ...(answer?.ground.isFiltered ? [words.filtered(answer.ground.sources)] : []),
        ...(answer && answer.ground.omittedCodings > 0 ? [words.omitted(answer.ground.omittedCodings)] : []),
      ]}
      scene={draw(theme)}
      printScene={() => draw('light') ?? undefinedFor('empty')}
      table={answer ? tableOf(answer, pairs, words) : undefined}
      behindMark={behindMark}
      behindCell={behindCell}
      saved={saved}
    />
  );
}
