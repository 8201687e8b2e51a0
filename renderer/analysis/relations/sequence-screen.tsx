// What follows what in the texts: observed and expected, as a matrix and as a network of arrows.
import { EVERYTHING, scopeOf, sequenceSetting } from '../../../shared/domain/relation.ts';
import type { SequenceSetting } from '../../../shared/domain/relation.ts';
import { pairFigure, pairInKey } from '../../../shared/figure/co-occurrence-figure.ts';
import { nodeInKey } from '../../../shared/figure/network-figure.ts';
import { relationsText } from '../../../shared/i18n/relations.ts';
import { formatNumber } from '../../../shared/i18n/text.ts';
import { isUndefined, undefinedFor } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import type { AnalysisBehind } from '../behind.ts';
import { useSavedSetting } from '../saved-setting.ts';
import { ChoiceWord, NumberWord } from '../sentence.tsx';
import { leftOutOf, sequenceMatrix, sequenceNetwork, sequenceTable, shownOf } from './relation-pictures.ts';
import type { Look } from './relation-pictures.ts';
import { RelationFrame } from './relation-frame.tsx';
import { CategoryWords, CodingWords } from './scope-words.tsx';
import { usePlacement } from './use-placement.ts';

const KIND = 'sequence';
const INITIAL: SequenceSetting = {
  ...EVERYTHING,
  reach: { kind: 'turns', turns: 2 },
  measure: 'observed',
  minimum: 2,
  face: 'matrix',
  pins: {},
};
const FIRST_UTF16 = 500;
const MOST = { turns: 1000, characters: 1_000_000 };
const REACHES = ['turns', 'characters'] as const;
const MEASURES = ['observed', 'lift'] as const;

function Sentence({ setting, onChange }: { setting: SequenceSetting; onChange: (changes: Partial<SequenceSetting>) => void }) {
  const words = useText(relationsText);
  const { language } = useLanguage();
  const { reach } = setting;
  return (
    <>
      {words.follows}
      <CategoryWords scope={setting} onChange={onChange} />
      {words.within}
      {reach.kind === 'turns' ? (
        <NumberWord
          label={words.turnsLabel}
          text={formatNumber(language, reach.turns)}
          value={reach.turns}
          least={0}
          most={MOST.turns}
          onChange={(turns) => onChange({ reach: { kind: 'turns', turns } })}
        />
      ) : (
        <NumberWord
          label={words.charactersLabel}
          text={formatNumber(language, reach.withinUtf16)}
          value={reach.withinUtf16}
          least={0}
          most={MOST.characters}
          step={50}
          onChange={(withinUtf16) => onChange({ reach: { kind: 'characters', withinUtf16 } })}
        />
      )}{' '}
      <ChoiceWord
        label={words.reach}
        options={REACHES.map((id) => ({ id, label: words.reaches[id] }))}
        value={reach.kind}
        onChange={(kind) => onChange({ reach: kind === 'turns' ? { kind, turns: 2 } : { kind, withinUtf16: FIRST_UTF16 } })}
      />
      {words.beyond}
      <CodingWords scope={setting} onChange={onChange} />
    </>
  );
}

const OBSERVED_COLUMN = 2;

export function SequenceScreen() {
  const words = useText(relationsText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const saved = useSavedSetting(KIND, sequenceSetting, INITIAL);
  const { setting, change } = saved;
  const run = useRun();
  const scope = scopeOf(setting);
  const { reach } = setting;
  const { data } = useQuery('sequence.read', { scope, reach });
  const hand = usePlacement(setting.pins, (pins) => change({ pins }));
  const answer = data && !isUndefined(data) ? data : null;
  const shown = answer && shownOf(answer.categories.length, answer.pairs, ({ observed }) => observed, setting.minimum);
  const look: Look = { words, language, theme, title: '' };
  const network = answer && shown && setting.face === 'network' ? sequenceNetwork(answer, shown, setting.measure, hand.placement, look) : null;
  const inTable = answer ? answer.pairs.filter(({ observed }) => observed >= setting.minimum).sort((x, y) => y.observed - x.observed) : [];
  const called = (id: string): string => answer?.categories.find((category) => category.id === id)?.name ?? '';
  const following = (a: string, b: string): AnalysisBehind => ({
    title: words.then(called(a), called(b)),
    ask: () => run('sequence.passages', { scope, reach, a, b }),
  });
  const behindMark = (key: string): AnalysisBehind | null => {
    const pair = pairInKey(key);
    const node = nodeInKey(key);
    if (pair) return following(...pair);
    return node ? { title: called(node), ask: () => run('cooccurrence.passages', { scope, unit: { kind: 'passage' }, a: node, b: node }) } : null;
  };
  const behindCell = (row: number, column: number): AnalysisBehind | null => {
    const pair = inTable[row];
    const [a, b] = [answer?.categories[pair?.a ?? -1]?.id, answer?.categories[pair?.b ?? -1]?.id];
    return column === OBSERVED_COLUMN && a && b ? following(a, b) : null;
  };
  const within = reach.kind === 'turns' ? words.turns(reach.turns) : words.characters(reach.withinUtf16);
  return (
    <RelationFrame
      saved={saved}
      measures={MEASURES.map((id) => ({ id, label: words.sequenceMeasures[id] }))}
      sentence={<Sentence setting={setting} onChange={change} />}
      caption={answer ? words.sequenceCaption(answer.passages, within) : ''}
      notes={answer && shown ? leftOutOf(answer.ground, shown, setting.minimum, network, words) : []}
      matrix={
        answer && shown
          ? shown.pairs.length === 0
            ? undefinedFor('empty')
            : (on) => pairFigure(sequenceMatrix(answer, shown, setting.measure, { ...look, theme: on }))
          : (data as Undefined | undefined)
      }
      network={network}
      hand={hand}
      table={answer ? sequenceTable(answer, inTable, look) : undefined}
      behindMark={behindMark}
      behindCell={behindCell}
    />
  );
}
