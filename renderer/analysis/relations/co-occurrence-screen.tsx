// Which categories are found together, how often and how strongly: as a matrix and as a network, each number a way to its passages.
import { CO_UNITS, EVERYTHING, MEASURES, coOccurrenceSetting, scopeOf } from '../../../shared/domain/relation.ts';
import type { CoOccurrenceSetting, CoOccurrences } from '../../../shared/domain/relation.ts';
import { pairFigure, pairInKey } from '../../../shared/figure/co-occurrence-figure.ts';
import { nodeInKey } from '../../../shared/figure/network-figure.ts';
import { relationsText } from '../../../shared/i18n/relations.ts';
import type { RelationsWords } from '../../../shared/i18n/relations.ts';
import { isUndefined, undefinedFor } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import type { AnalysisBehind } from '../behind.ts';
import { useSavedSetting } from '../saved-setting.ts';
import { ChoiceWord, NumberWord } from '../sentence.tsx';
import { coMatrix, coNetwork, coTable, leftOutOf, shownOf } from './relation-pictures.ts';
import type { Look } from './relation-pictures.ts';
import { RelationFrame } from './relation-frame.tsx';
import { CategoryWords, CodingWords } from './scope-words.tsx';
import { usePlacement } from './use-placement.ts';

const KIND = 'cooccurrence';
const INITIAL: CoOccurrenceSetting = { ...EVERYTHING, unit: { kind: 'overlap' }, measure: 'count', minimum: 3, face: 'matrix', pins: {} };
const NEAR = { first: 500, most: 1_000_000, step: 50 };

function Sentence({ setting, onChange }: { setting: CoOccurrenceSetting; onChange: (changes: Partial<CoOccurrenceSetting>) => void }) {
  const words = useText(relationsText);
  const { unit } = setting;
  return (
    <>
      {words.together}
      <CategoryWords scope={setting} onChange={onChange} />
      {words.countedBy}
      <ChoiceWord
        label={words.unit}
        options={CO_UNITS.map((id) => ({ id, label: words.units[id], hint: words.unitHints[id] }))}
        value={unit.kind}
        onChange={(kind) => onChange({ unit: kind === 'near' ? { kind, withinUtf16: NEAR.first } : { kind } })}
      />
      {unit.kind === 'near' ? (
        <NumberWord
          label={words.nearLabel}
          text={words.near(unit.withinUtf16)}
          value={unit.withinUtf16}
          least={0}
          most={NEAR.most}
          step={NEAR.step}
          onChange={(withinUtf16) => onChange({ unit: { kind: 'near', withinUtf16 } })}
        />
      ) : null}
      <CodingWords scope={setting} onChange={onChange} />
    </>
  );
}

/** In the table: the count, and the counts of either category. */
const COUNT_COLUMN = 2;
const OWN_COLUMNS = [3, 4];
const RARE = 3;

export function CoOccurrenceScreen() {
  const words = useText(relationsText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const saved = useSavedSetting(KIND, coOccurrenceSetting, INITIAL);
  const { setting, change } = saved;
  const run = useRun();
  const scope = scopeOf(setting);
  const { data } = useQuery('cooccurrence.read', { scope, unit: setting.unit });
  const hand = usePlacement(setting.pins, (pins) => change({ pins }));
  const answer = data && !isUndefined(data) ? data : null;
  const shown = answer && shownOf(answer.categories.length, answer.pairs, ({ count }) => count, setting.minimum);
  const look: Look = { words, language, theme, title: '' };
  const network = answer && shown && setting.face === 'network' ? coNetwork(answer, shown, setting.measure, hand.placement, look) : null;
  const inTable = answer ? answer.pairs.filter(({ count }) => count >= setting.minimum).sort((x, y) => y.count - x.count) : [];
  const behind = (one: string, other: string): AnalysisBehind => {
    const called = (id: string): string => answer?.categories.find((category) => category.id === id)?.name ?? '';
    const placeOf = (id: string): number => answer?.categories.findIndex((category) => category.id === id) ?? -1;
    // as the mark and the table name them
    const [a, b] = placeOf(one) <= placeOf(other) ? [one, other] : [other, one];
    const title = a === b ? called(a) : words.pair(called(a), called(b));
    return { title, ask: () => run('cooccurrence.passages', { scope, unit: setting.unit, a, b }) };
  };
  const behindMark = (key: string): AnalysisBehind | null => {
    const pair = pairInKey(key);
    const node = nodeInKey(key);
    return pair ? behind(...pair) : node ? behind(node, node) : null;
  };
  const behindCell = (row: number, column: number): AnalysisBehind | null => {
    const pair = inTable[row];
    const [a, b] = [answer?.categories[pair?.a ?? -1]?.id, answer?.categories[pair?.b ?? -1]?.id];
    if (!a || !b) return null;
    if (column === COUNT_COLUMN) return behind(a, b);
    const own = column === OWN_COLUMNS[0] ? a : column === OWN_COLUMNS[1] ? b : null;
    return own && behind(own, own);
  };
  return (
    <RelationFrame
      saved={saved}
      measures={MEASURES.map((id) => ({ id, label: words.measures[id] }))}
      sentence={<Sentence setting={setting} onChange={change} />}
      caption={answer ? captionOf(answer, words) : ''}
      notes={answer && shown ? [...leftOutOf(answer.ground, shown, setting.minimum, network, words), ...warningsOf(answer, setting, words)] : []}
      matrix={
        answer && shown
          ? shown.pairs.length === 0
            ? undefinedFor('empty')
            : (on) => pairFigure(coMatrix(answer, shown, setting.measure, { ...look, theme: on }))
          : (data as Undefined | undefined)
      }
      network={network}
      hand={hand}
      table={answer ? coTable(answer, inTable, look) : undefined}
      behindMark={behindMark}
      behindCell={behindCell}
    />
  );
}

function captionOf({ unit, total }: CoOccurrences, words: RelationsWords): string {
  const counted = words.units[unit.kind];
  const near = unit.kind === 'near' ? words.near(unit.withinUtf16) : '';
  return `${counted.charAt(0).toUpperCase()}${counted.slice(1)}${near}. ${words.totals[unit.kind](total)}`;
}

/** What else must be known of these numbers. */
function warningsOf({ ground, pairs }: CoOccurrences, { minimum, measure }: CoOccurrenceSetting, words: RelationsWords): string[] {
  const uneven = pairs.filter(({ count, isUneven }) => isUneven && count >= minimum).length;
  return [
    ...(ground.omittedCodings > 0 ? [words.omitted(ground.omittedCodings)] : []),
    ...(measure === 'jaccard' && uneven > 0 ? [words.uneven(uneven)] : []),
    ...(measure === 'npmi' && minimum < RARE ? [words.few] : []),
  ];
}
