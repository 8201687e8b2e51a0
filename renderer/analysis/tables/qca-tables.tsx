// Under the truth table: who contradicts it, what is necessary, the three solutions, and how each case was calibrated.
import type { QcaSets, QcaTable } from '../../../shared/domain/qca.ts';
import { qcaText } from '../../../shared/i18n/qca.ts';
import { reasonText } from '../../../shared/i18n/undefined.ts';
import { formatFixed } from '../../../shared/i18n/text.ts';
import type { FittedModel, Solution } from '../../../shared/statistics/qca-solutions.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { termWords } from './qca-set.ts';
import { SideTable } from './tables-screen.tsx';

interface QcaTablesProps {
  sets: QcaSets;
  table: QcaTable;
}

const KINDS = ['conservative', 'intermediate', 'parsimonious'] as const;

export function QcaTables({ sets, table }: QcaTablesProps) {
  const words = useText(qcaText);
  const { language } = useLanguage();
  const { solutions } = table;
  const share = (value: number | null) => (value === null ? '–' : formatFixed(language, value, 3));
  return (
    <>
      {isUndefined(solutions) ? (
        <p className="analysis-warning">{reasonText[language][solutions.because]}</p>
      ) : (
        KINDS.map((kind) => (
          <SolutionTable key={kind} sets={sets} solution={solutions[kind]} title={words.solutions[kind]} note={words.solutionNotes[kind]} />
        ))
      )}
      <Contradictions sets={sets} table={table} />
      <SideTable
        title={words.necessity}
        heads={words.necessityHeads}
        lines={table.necessities.flatMap(({ present, absent }, at) =>
          (
            [
              [sets.names[at] ?? '', present],
              [`~${sets.names[at] ?? ''}`, absent],
            ] as const
          ).map(([name, { consistency, coverage, relevance }]) => [name, share(consistency), share(coverage), share(relevance)]),
        )}
      />
      <SideTable
        title={words.members}
        note={words.membersNote}
        heads={[words.caseHead, ...sets.names, sets.outcome]}
        lines={sets.cases.map(({ label, raw, memberships }) => [
          label,
          ...raw.map((value, at) => `${value} → ${formatFixed(language, memberships[at] ?? 0, 2)}`),
        ])}
      />
    </>
  );
}

function SolutionTable({ sets, solution, title, note }: { sets: QcaSets; solution: Solution; title: string; note: string }) {
  const words = useText(qcaText);
  const { models } = solution;
  return (
    <>
      {models.map((model, at) => (
        <ModelTable
          // tied models have no name of their own
          key={`${at} ${models.length}`}
          model={model}
          sets={sets}
          title={models.length > 1 ? `${title} · ${words.model(at + 1, models.length)}` : title}
          note={[
            note,
            words.assumed(solution.assumed[at]?.length ?? 0),
            at === models.length - 1 && solution.hasMore ? words.more : '',
            at === 0 && !solution.isLeast ? words.notLeast : '',
          ]
            .filter(Boolean)
            .join(' ')}
        />
      ))}
    </>
  );
}

function ModelTable({ model, sets, title, note }: { model: FittedModel; sets: QcaSets; title: string; note: string }) {
  const words = useText(qcaText);
  const { language } = useLanguage();
  const share = (value: number | null) => (value === null ? '–' : formatFixed(language, value, 3));
  const formula = (term: FittedModel['terms'][number]['term']) => termWords(term, sets.names, words.always);
  const lines = model.terms.map(({ term, consistency, pri, coverage, uniqueCoverage, cases }) => [
    formula(term),
    share(consistency),
    share(pri),
    share(coverage),
    share(uniqueCoverage),
    cases.map((at) => sets.cases[at]?.label ?? '').join(', '),
  ]);
  const whole = [
    words.whole,
    share(model.consistency),
    share(model.pri),
    share(model.coverage),
    '',
    model.terms.map(({ term }) => formula(term)).join(' + '),
  ];
  return <SideTable title={title} note={note} heads={words.solutionHeads} lines={model.terms.length > 1 ? [...lines, whole] : lines} />;
}

function Contradictions({ sets, table }: QcaTablesProps) {
  const words = useText(qcaText);
  const named = (cases: readonly number[]) => cases.map((at) => sets.cases[at]?.label ?? '').join(', ');
  const all = 2 ** sets.names.length - 1;
  const rows = table.rows.filter(({ contradicting }) => contradicting.length > 0);
  if (rows.length === 0) return <SideTable title={words.contradictions} note={words.noContradiction} heads={[]} lines={[]} />;
  return (
    <SideTable
      title={words.contradictions}
      note={words.contradictionsNote}
      heads={words.contradictionHeads}
      lines={rows.map(({ configuration, outcome, cases, contradicting }) => [
        termWords({ care: all, value: configuration }, sets.names, words.always),
        words.outcomes[outcome],
        named(contradicting),
        named(cases.filter((at) => !contradicting.includes(at))),
      ])}
    />
  );
}
