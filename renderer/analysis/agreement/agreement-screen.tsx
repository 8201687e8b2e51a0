// Agreement between coders: who, on which grids, by which unit; per category, per source, overall; and the passages where they differ.
import { useMemo } from 'react';
import { AGREEMENT_COEFFICIENTS, AGREEMENT_UNITS, USUAL_AGREEMENT, agreementSetting } from '../../../shared/domain/agreement.ts';
import type { Agreement, AgreementSetting } from '../../../shared/domain/agreement.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import { agreementNotes, agreementText } from '../../../shared/i18n/agreement.ts';
import { isUndefined, undefinedFor } from '../../../shared/statistics/undefined.ts';
import { call } from '../../core.ts';
import { openPrinting } from '../../printing/printing-store.ts';
import { DisagreementList } from '../../review/disagreements/disagreement-list.tsx';
import { Button } from '../../ui/button.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { AnalysisFrame } from '../analysis-frame.tsx';
import type { AnalysisBehind } from '../behind.ts';
import { useSavedSetting } from '../saved-setting.ts';
import { useLongAnswer } from '../words/use-long-answer.ts';
import { Working } from '../words/working.tsx';
import { ChoiceWord, GridsWord, ManyWord } from '../sentence.tsx';
import { agreementScene, agreementTable } from './agreement-pictures.ts';
import { CODED, GammaFindings } from './gamma-findings.tsx';
import { OtherFindings } from './other-findings.tsx';
import { Rounds } from './rounds.tsx';
import './agreement.css';

type Words = (typeof agreementText)['fr'];

/** What is read behind a mark at once. */
const MOST_BEHIND = 500;

export function AgreementScreen() {
  const words = useText(agreementText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const saved = useSavedSetting('agreement', agreementSetting, USUAL_AGREEMENT);
  const { setting, change } = saved;
  const answer = useLongAnswer('agreement.read', setting, CODED);
  const { data } = answer;
  const found = data && !isUndefined(data) ? data : undefined;
  const table = useMemo(() => found && agreementTable(found, words), [found, words]);
  const draw = (look: FigureTheme) => (data === undefined || isUndefined(data) ? data : agreementScene(data, { words, language, theme: look }));
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const scene = useMemo(() => draw(theme), [data, words, language, theme]);
  const behindCategory = (id: string | undefined): AnalysisBehind | null => {
    const category = found?.categories.find((each) => each.id === id);
    if (!category) return null;
    const ask = async () => {
      const { coderIds, gridIds } = setting;
      const scope = {
        coderIds,
        gridIds,
        categoryId: category.id as CategoryId,
        sourceId: null,
        coderId: null,
        about: 'all' as const,
        most: MOST_BEHIND,
      };
      const places = await call('agreement.disagreements', scope);
      return isUndefined(places) ? [] : [...new Set(places.shown.map(({ passageId }) => passageId))];
    };
    return { title: `${words.disagreements} : ${category.name}`, ask };
  };
  return (
    <AnalysisFrame
      name={words.name}
      saved={saved}
      sentence={<Sentence setting={setting} change={change} words={words} coders={found?.coders} />}
      caption={found ? captionOf(found, words) : ''}
      notes={found ? agreementNotes(found, words) : []}
      scene={scene}
      printScene={() => draw('light') ?? undefinedFor('empty')}
      table={table}
      behindMark={behindCategory}
      behindCell={(row, column) => (column === 1 ? behindCategory(found?.categories[row]?.id) : null)}
    >
      <Working answer={answer} label={words.working} />
      {answer.failure ? (
        <p className="agreement-links">
          <Button size="small" onPress={answer.refresh}>
            {words.again}
          </Button>
        </p>
      ) : null}
      {found ? <Below found={found} setting={setting} words={words} /> : null}
    </AnalysisFrame>
  );
}

/** What stands below the picture. */
function Below({ found, setting, words }: { found: Agreement; setting: AgreementSetting; words: Words }) {
  const scopeKey = `${setting.coderIds.join()} ${setting.gridIds?.join() ?? ''}`;
  return (
    <>
      <OtherFindings found={found} words={words} />
      <div className="agreement-findings">
        <GammaFindings key={scopeKey} setting={setting} words={words} />
      </div>
      <Rounds setting={setting} words={words} />
      <p className="agreement-links">
        <Button onPress={() => openPrinting({ kind: 'agreement', ...setting })}>{words.report}</Button>{' '}
        <a href="#/analysis?view=assignments">{words.toAssignments}</a>
      </p>
      <DisagreementList
        key={scopeKey}
        scope={{ coderIds: found.coders.map(({ id }) => id), gridIds: setting.gridIds }}
        coders={found.coders}
        categories={found.categories}
        sources={found.sources}
      />
    </>
  );
}

function captionOf({ coders, sources, units, unit, categories, drawn, draws, seed }: Agreement, words: Words): string {
  const names = coders.map(({ name }) => name);
  return `${words.caption(names, sources.length, words.counted[unit](units), categories.length)} ${words.intervals(drawn, draws, seed)}`;
}

interface SentenceProps {
  setting: AgreementSetting;
  change: (changes: Partial<AgreementSetting>) => void;
  words: Words;
  /** Who is compared at present. */
  coders: Agreement['coders'] | undefined;
}

function Sentence({ setting, change, words, coders }: SentenceProps) {
  const { data: all = [] } = useQuery('coder.list', {});
  const options = all.map(({ id, name }) => ({ id, label: name }));
  const shown = setting.coderIds.length > 0 ? setting.coderIds : (coders?.map(({ id }) => id) ?? []);
  const names = options.filter(({ id }) => shown.includes(id)).map(({ label }) => label);
  return (
    <>
      {words.compare}{' '}
      <ManyWord
        label={words.coders}
        text={names.length > 0 ? names.join(', ') : words.twoNearest}
        options={options}
        value={shown}
        onChange={(coderIds) => change({ coderIds: [...coderIds] })}
      />{' '}
      {words.onGrids} <GridsWord value={setting.gridIds} onChange={(gridIds) => change({ gridIds: gridIds && [...gridIds] })} />
      {words.byUnit}{' '}
      <ChoiceWord
        label={words.unit}
        options={AGREEMENT_UNITS.map((id) => ({ id, label: words.units[id] }))}
        value={setting.unit}
        onChange={(unit) => change({ unit })}
      />
      {words.with}{' '}
      <ChoiceWord
        label={words.coefficient}
        options={AGREEMENT_COEFFICIENTS.map((id) => ({ id, label: words.coefficients[id], hint: words.hints[id] }))}
        value={setting.coefficient}
        onChange={(coefficient) => change({ coefficient })}
      />
      .
    </>
  );
}
