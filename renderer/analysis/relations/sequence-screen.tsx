// What follows what in the texts: observed and expected, as a matrix and as a network of arrows.
import { EVERYTHING, scopeOf, sequenceSetting } from '../../../shared/domain/relation.ts';
import type { SequenceSetting } from '../../../shared/domain/relation.ts';
import { pairFigure, pairInKey } from '../../../shared/figure/co-occurrence-figure.ts';
import { networkFigure, nodeInKey } from '../../../shared/figure/network-figure.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import type { Scene } from '../../../shared/figure/scene.ts';
import { analysesText } from '../../../shared/i18n/analyses.ts';
import { relationsText } from '../../../shared/i18n/relations.ts';
import { formatNumber } from '../../../shared/i18n/text.ts';
import { isUndefined, undefinedFor } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import { AnalysisFrame } from '../analysis-frame.tsx';
import type { AnalysisBehind } from '../behind.ts';
import { useSavedSetting } from '../saved-setting.ts';
import { ChoiceWord, NumberWord } from '../sentence.tsx';
import { MovablePicture } from './movable-picture.tsx';
import { sequenceMatrix, sequenceNetwork, sequenceTable, shownOf } from './relation-pictures.ts';
import type { Look } from './relation-pictures.ts';
import { RelationTools } from './relation-tools.tsx';
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
  const { names } = useText(analysesText);
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
  const name = names[KIND]?.name ?? '';
  const look: Look = { words, language, theme, title: '' };
  const figure = answer && shown && setting.face === 'network' ? sequenceNetwork(answer, shown, setting.measure, hand.placement, look) : null;
  const draw = (on: FigureTheme): Scene | Undefined | undefined => {
    if (!answer || !shown) return data && isUndefined(data) ? data : undefined;
    if (shown.pairs.length === 0) return undefinedFor('empty');
    return figure ? networkFigure({ ...figure, theme: on }) : pairFigure(sequenceMatrix(answer, shown, setting.measure, { ...look, theme: on }));
  };
  const inTable = answer ? answer.pairs.filter(({ observed }) => observed >= setting.minimum).sort((x, y) => y.observed - x.observed) : [];
  const called = (id: string): string => answer?.categories.find((category) => category.id === id)?.name ?? '';
  const following = (a: string, b: string): AnalysisBehind => ({
    title: words.then(called(a), called(b)),
    ask: () => run('sequence.passages', { scope, reach, a: a as never, b: b as never }),
  });
  const behindMark = (key: string): AnalysisBehind | null => {
    const pair = pairInKey(key);
    if (pair) return following(...pair);
    const node = nodeInKey(key);
    const input = { scope, unit: { kind: 'passage' } as const, a: node as never, b: node as never };
    return node ? { title: called(node), ask: () => run('cooccurrence.passages', input) } : null;
  };
  const behindCell = (row: number, column: number): AnalysisBehind | null => {
    const pair = inTable[row];
    const [a, b] = [answer?.categories[pair?.a ?? -1]?.id, answer?.categories[pair?.b ?? -1]?.id];
    return column === OBSERVED_COLUMN && a && b ? following(a, b) : null;
  };
  return (
    <AnalysisFrame
      name={name}
      sentence={<Sentence setting={setting} onChange={change} />}
      caption={
        answer ? words.sequenceCaption(answer.passages, reach.kind === 'turns' ? words.turns(reach.turns) : words.characters(reach.withinUtf16)) : ''
      }
      notes={[
        ...(answer?.ground.isFiltered ? [words.filtered(answer.ground.sources)] : []),
        ...(shown && shown.alone > 0 ? [words.leftOut(shown.alone, setting.minimum)] : []),
        ...(figure && shown && figure.edges.length < shown.pairs.length ? [words.strongest(figure.edges.length, shown.pairs.length)] : []),
        ...(shown && shown.beyond > 0 ? [words.tooMany(shown.numbers.length, shown.numbers.length + shown.beyond)] : []),
      ]}
      scene={draw(theme)}
      printScene={() => draw('light') ?? undefinedFor('empty')}
      table={answer ? sequenceTable(answer, inTable, look) : undefined}
      behindMark={behindMark}
      behindCell={behindCell}
      saved={saved}
      tools={
        <RelationTools
          face={setting.face}
          onFace={(face) => change({ face })}
          measure={setting.measure}
          measures={MEASURES.map((id) => ({ id, label: words.sequenceMeasures[id] }))}
          onMeasure={(measure) => change({ measure })}
          minimum={setting.minimum}
          onMinimum={(minimum) => change({ minimum })}
          hasPins={Object.keys(setting.pins).length > 0}
          onUnpin={() => change({ pins: {} })}
        />
      }
      {...(figure
        ? {
            drawPicture: (picture) => (
              <MovablePicture
                {...picture}
                label={name}
                hint={words.pinHint}
                onMoving={(id, by) => hand.onMoving(figure, id, by)}
                onMoved={(id, by) => hand.onMoved(figure, id, by)}
                onLetGo={hand.onLetGo}
              />
            ),
          }
        : {})}
    />
  );
}
