// What the study does not cover yet: empty cells, rare categories, sources without a dimension, voices quoted too often, negative cases.
import { useState } from 'react';
import { MANY_SUPPORTS } from '../../../shared/domain/coverage.ts';
import type { Coverage, RareCategory } from '../../../shared/domain/coverage.ts';
import { coverageText } from '../../../shared/i18n/coverage.ts';
import { formatNumber } from '../../../shared/i18n/text.ts';
import { placeToHash } from '../../navigation.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { SectionTitle } from '../../ui/section-title.tsx';
import { useQuery } from '../../ui/use-query.ts';
import type { AnalysisBehind } from '../behind.ts';
import { PassagesBehind } from '../passages-behind.tsx';
import { CategoryLink, PlainTable, SourceLink } from './plain-table.tsx';

type Words = (typeof coverageText)['fr']['coverage'];

interface PartProps {
  coverage: Coverage;
  words: Words;
  number: (value: number) => string;
  onOpen: (behind: AnalysisBehind) => void;
}

export function CoverageScreen() {
  const words = useText(coverageText).coverage;
  const { language } = useLanguage();
  const { data: coverage } = useQuery('coverage.read', {});
  const [behind, setBehind] = useState<AnalysisBehind | null>(null);
  if (!coverage) return null;
  const part: PartProps = { coverage, words, number: (value) => formatNumber(language, value), onOpen: setBehind };
  return (
    <div className="analysis">
      <div className="analysis-main">
        <div className="analysis-sentence">{words.sentence}</div>
        <div className="coverage-parts">
          <Matrices {...part} />
          <Rare {...part} />
          <Sources {...part} />
          <Respondents {...part} />
          <NegativeCases {...part} />
        </div>
      </div>
      {behind ? <PassagesBehind key={behind.title} behind={behind} onClose={() => setBehind(null)} /> : null}
    </div>
  );
}

function Matrices({ coverage: { matrices }, words, number }: PartProps) {
  return (
    <section>
      <SectionTitle>{words.matrices}</SectionTitle>
      {matrices.length === 0 ? <p>{words.noMatrix}</p> : null}
      {matrices.length > 0 ? (
        <PlainTable
          label={words.matrices}
          columns={words.matrixColumns}
          numbers={[1, 2, 3, 4]}
          rows={matrices.map(({ matrixId, name, cells, empty, unwritten, outdated }) => [
            <a key={matrixId} href={placeToHash({ screen: 'matrices', matrixId })}>
              {name}
            </a>,
            number(cells),
            empty === null ? words.tooLarge : number(empty),
            unwritten === null ? '' : number(unwritten),
            outdated === null ? '' : number(outdated),
          ])}
        />
      ) : null}
    </section>
  );
}

function Rare({ coverage: { rare }, words, onOpen }: PartProps) {
  const [never, once] = [rare.filter(({ passages }) => passages === 0), rare.filter(({ passages }) => passages === 1)];
  const open = ({ name, passageId }: RareCategory) => {
    if (passageId) onOpen({ title: name, ask: async () => [passageId] });
  };
  return (
    <section>
      <SectionTitle>{words.rare}</SectionTitle>
      {rare.length === 0 ? <p>{words.noRare}</p> : null}
      {once.length > 0 ? <p>{words.once}</p> : null}
      <ul className="coverage-list">
        {once.map((category) => (
          <li key={category.id}>
            <CategoryLink category={category} />{' '}
            <button type="button" className="data-table-count" aria-label={category.name} onClick={() => open(category)}>
              1
            </button>
          </li>
        ))}
      </ul>
      {never.length > 0 ? <p>{words.never}</p> : null}
      <ul className="coverage-list">
        {never.map((category) => (
          <li key={category.id}>
            <CategoryLink category={category} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sources({ coverage: { sources, dimensions }, words, number }: PartProps) {
  const nameOf = new Map(dimensions.map(({ id, name }) => [id as string, name]));
  return (
    <section>
      <SectionTitle>{words.sources}</SectionTitle>
      <PlainTable
        label={words.sources}
        columns={words.sourceColumns}
        numbers={[1]}
        rows={sources.map(({ sourceId, name, codings, missing }) => [
          <SourceLink key={sourceId} id={sourceId} name={name} />,
          number(codings),
          missing.length === 0
            ? words.allThere
            : missing.length === dimensions.length
              ? words.allMissing(missing.length)
              : listed(
                  missing.map((id) => nameOf.get(id) ?? ''),
                  words,
                ),
        ])}
      />
    </section>
  );
}

/** More would be a wall of names. */
const MOST_NAMED = 8;

function listed(names: readonly string[], words: Words): string {
  const said = names.slice(0, MOST_NAMED).join(', ');
  return names.length > MOST_NAMED + 1 ? words.andOthers(said, names.length - MOST_NAMED) : names.join(', ');
}

function Respondents({ coverage: { respondents }, words, number, onOpen }: PartProps) {
  const quoted = respondents.some((each) => each.quoted > 0);
  return (
    <section>
      <SectionTitle>{words.respondents}</SectionTitle>
      <p>{quoted ? words.respondentRule : words.noQuoted}</p>
      {quoted ? (
        <PlainTable
          label={words.respondents}
          columns={words.respondentColumns}
          numbers={[2, 3]}
          short={[1]}
          rows={respondents.map(({ name, caseName, passages, quoted: times, isTooOften, quotedIds }) => [
            <span key="name">
              {name} {isTooOften ? <span className="coverage-flag">{words.tooOften}</span> : null}
            </span>,
            caseName ?? '',
            number(passages),
            times === 0 ? (
              number(0)
            ) : (
              <button type="button" className="data-table-count" onClick={() => onOpen({ title: name, ask: async () => quotedIds })}>
                {number(times)}
              </button>
            ),
          ])}
        />
      ) : null}
    </section>
  );
}

function NegativeCases({ coverage: { stances }, words, number, onOpen }: PartProps) {
  return (
    <section>
      <SectionTitle>{words.negative}</SectionTitle>
      {stances.length === 0 ? <p>{words.noStance}</p> : null}
      {stances.length > 0 ? (
        <PlainTable
          label={words.negative}
          columns={words.stanceColumns}
          numbers={[1, 2, 3]}
          rows={stances.map((each) => [
            <span key={each.id}>
              <CategoryLink category={each} />{' '}
              {each.contrasts === 0 && each.supports >= MANY_SUPPORTS ? (
                <span className="coverage-flag">{words.noContrast(each.supports)}</span>
              ) : null}
            </span>,
            number(each.supports),
            each.contrasts === 0 ? (
              number(0)
            ) : (
              <button type="button" className="data-table-count" onClick={() => onOpen({ title: each.name, ask: async () => each.contrastIds })}>
                {number(each.contrasts)}
              </button>
            ),
            number(each.mentions),
          ])}
        />
      ) : null}
    </section>
  );
}
