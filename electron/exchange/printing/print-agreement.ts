// The report on the agreement between coders, for the chapter on methods: a paragraph to take over, tables per category, source, grid and round, the
// disagreements and what was decided of them.
import type { Agreement, AgreementFigures, Disagreements, GammaAgreement } from '../../../shared/domain/agreement.ts';
import type { AgreementRound } from '../../../shared/domain/agreement-round.ts';
import type { DisagreementDecision } from '../../../shared/domain/disagreement-decision.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import { citationOf } from '../../../shared/domain/source.ts';
import { agreementNotes, agreementText, programLines } from '../../../shared/i18n/agreement.ts';
import { formatDate } from '../../../shared/i18n/date.ts';
import { printAgreementText } from '../../../shared/i18n/print-agreement.ts';
import { formatFixed } from '../../../shared/i18n/text.ts';
import { reasonText } from '../../../shared/i18n/undefined.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import type { Session } from '../../commands/run-command.ts';
import { listRounds } from '../../queries/agreement-rounds.ts';
import { readAgreement, readCodedWhen, readDisagreements, readGamma } from '../../queries/agreement.ts';
import { listDecisions } from '../../queries/disagreement-decisions.ts';
import { heading, paragraph } from './formats/document-words.ts';
import type { PrintedBlock, PrintedDocument } from './formats/printed-document.ts';
import type { PrintedSheets } from './formats/printed-sheet.ts';
import { PrintSetting } from './print-setting.ts';
import { valueSheet, valueTableBlock } from './value-table.ts';
import type { ValueColumn, ValueTable } from './value-table.ts';

type Project = Session['project'];

const DIGITS = 2;
const THOUSANDTHS = 1000;
const LISTED = 200;
const LONGEST_WORDS = 200;
/** Of all coders in all sources: more passages would hold the report up. */
const MOST_FOR_GAMMA = 3000;

const text = (label: string): ValueColumn => ({ label, kind: 'text' });
const numeric = (label: string): ValueColumn => ({ label, kind: 'number' });
const share = (label: string): ValueColumn => ({ label, kind: 'share' });
const day = (label: string): ValueColumn => ({ label, kind: 'date' });

interface Report {
  readonly found: Agreement;
  readonly places: Disagreements;
  readonly decisions: readonly DisagreementDecision[];
  readonly rounds: readonly AgreementRound[];
  readonly gamma: GammaAgreement | null;
  readonly project: Project;
  readonly setting: PrintSetting;
}

function gammaOf(project: Project, piece: PieceOf<'agreement'>, found: Agreement): GammaAgreement | null {
  if (found.passages > MOST_FOR_GAMMA) return null;
  const steps = readGamma(project, { coderIds: found.coders.map(({ id }) => id), gridIds: piece.gridIds, seed: piece.seed });
  for (;;) {
    const step = steps.next();
    if (step.done) return isUndefined(step.value) ? null : step.value;
  }
}

/** A source's name mostly says who spoke. */
function withSourcesAsPrinted(found: Agreement, setting: PrintSetting): Agreement {
  const named = <T extends { readonly name: string }>(source: T): T => ({ ...source, name: setting.sourceName(source.name) });
  return { ...found, sources: found.sources.map(named), leftOut: found.leftOut.map(named) };
}

function readReport(project: Project, piece: PieceOf<'agreement'>, style: PrintStyle): Report | Undefined {
  const { kind: _kind, ...setting } = piece;
  const read = readAgreement(project, setting);
  if (isUndefined(read)) return read;
  const printed = new PrintSetting(project, style);
  const found = withSourcesAsPrinted(read, printed);
  const coderIds = found.coders.map(({ id }) => id);
  const all = { coderIds, gridIds: piece.gridIds, categoryId: null, sourceId: null, coderId: null, about: 'all', most: LISTED } as const;
  const places = readDisagreements(project, all);
  const named = <T extends { readonly source: string }>(place: T): T => ({ ...place, source: printed.sourceName(place.source) });
  return {
    found,
    places: isUndefined(places) ? { total: 0, decided: 0, shown: [] } : { ...places, shown: places.shown.map(named) },
    decisions: listDecisions(project).map(named),
    rounds: listRounds(project),
    gamma: gammaOf(project, piece, found),
    project,
    setting: printed,
  };
}

const value = (figure: number | Undefined): number | null => (isUndefined(figure) ? null : Math.round(figure * THOUSANDTHS) / THOUSANDTHS);
const isFigure = (figure: number | Undefined): figure is number => !isUndefined(figure);

/** In words: what was done, and what was found. */
function paragraphs({ found, places, decisions, project, setting }: Report): string[] {
  const { language } = setting;
  const [words, terms] = [printAgreementText[language], agreementText[language]];
  const shown = (figure: number | Undefined): string => (isUndefined(figure) ? terms.undefined : formatFixed(language, figure, DIGITS));
  const percent = (figure: number | Undefined): string =>
    isUndefined(figure) ? terms.undefined : terms.percent(formatFixed(language, figure * 100, 0));
  const when = readCodedWhen(project, found);
  const days = (at: string): string => formatDate(language, at.slice(0, 10));
  const values = found.categories.map(({ figures }) => figures[found.coefficient]).filter(isFigure);
  const { figures, interval } = found.overall;
  const settled = decisions.filter(({ decision }) => decision !== 'discussed' && decision !== 'kept').length;
  const method = words.method({
    coders: found.coders.map(({ name }) => name),
    sources: found.sources.length,
    allSources: when.sources,
    grids: found.grids.map(({ title }) => title),
    categories: found.categories.length,
    from: days(when.first),
    until: days(when.last),
    blind: when.blind.map(({ from, until }) => ({ from: days(from), until: until === null ? null : days(until) })),
    units: terms.counted[found.unit](found.units),
  });
  const result = words.result({
    coefficient: terms.coefficients[found.coefficient],
    value: shown(figures[found.coefficient]),
    interval: isUndefined(interval) ? null : `${shown(interval.low)} – ${shown(interval.high)}`,
    percent: percent(figures.percent),
    positive: shown(figures.positive),
    ac1: shown(figures.ac1),
    lowest: values.length > 1 ? shown(Math.min(...values)) : null,
    highest: values.length > 1 ? shown(Math.max(...values)) : null,
  });
  const kept = decisions.filter(({ decision }) => decision === 'kept').length;
  const open = decisions.length - settled - kept;
  return [
    method,
    result,
    terms.intervals(found.drawn, found.draws, found.seed),
    words.settled(places.total, settled, kept, open),
    ...agreementNotes(found, terms),
  ];
}

function figureColumns(found: Agreement, setting: PrintSetting): ValueColumn[] {
  const terms = agreementText[setting.language];
  return [numeric(terms.coefficients[found.coefficient]), share(terms.observed), numeric(terms.positive), numeric(terms.ac1)];
}

const figureValues = (figures: AgreementFigures, found: Agreement) => [
  value(figures[found.coefficient]),
  value(figures.percent),
  value(figures.positive),
  value(figures.ac1),
];

function categoryTable({ found, setting }: Report): ValueTable {
  const [words, terms] = [printAgreementText[setting.language], agreementText[setting.language]];
  const [first = numeric(''), ...others] = figureColumns(found, setting);
  const isPair = found.coders.length === 2;
  const counted = [terms.all, ...(isPair ? found.coders.map(({ name }) => terms.onlyBy(name)) : [terms.some]), terms.none];
  const lines = [
    ...found.categories.map(({ path, figures, interval, counts, alone }) => ({
      label: path.slice(1).join(' › '),
      figures,
      interval,
      counts: [counts.all, ...(alone ?? [counts.some]), counts.none] as (number | null)[],
    })),
    { label: terms.overall, ...found.overall, counts: counted.map(() => null) },
  ];
  const outside = found.outside.map(({ path }) => [
    setting.words(path.slice(1).join(' › ')),
    null,
    null,
    null,
    null,
    null,
    null,
    ...counted.map(() => null),
  ]);
  return {
    sheet: words.byCategorySheet,
    title: words.byCategory,
    columns: [text(terms.category), first, numeric(terms.low), numeric(terms.high), ...others, ...counted.map(numeric)],
    rows: [
      ...lines.map(({ label, figures, interval, counts }) => {
        const [own = null, ...rest] = figureValues(figures, found);
        const ends = isUndefined(interval) ? [null, null] : [value(interval.low), value(interval.high)];
        return { values: [setting.words(label), own, ...ends, ...rest, ...counts] };
      }),
      ...outside.map((values) => ({ values })),
    ],
    note: setting.words(`${terms.unit} : ${terms.units[found.unit]}. ${terms.intervals(found.drawn, found.draws, found.seed)}`),
    source: setting.sourceLineOr(words.source),
    widths: 'byWords',
  };
}

function sourceTable({ found, setting }: Report): ValueTable {
  const [words, terms] = [printAgreementText[setting.language], agreementText[setting.language]];
  return {
    sheet: words.bySourceSheet,
    title: words.bySource,
    columns: [text(terms.source), ...figureColumns(found, setting), numeric(terms.units[found.unit])],
    rows: found.sources.map(({ name, units, figures }) => ({ values: [setting.words(name), ...figureValues(figures, found), units] })),
    note: null,
    source: setting.sourceLineOr(words.source),
    widths: 'byWords',
  };
}

function gridTable({ found, gamma, setting }: Report): ValueTable {
  const [words, terms] = [printAgreementText[setting.language], agreementText[setting.language]];
  const gammas = new Map(gamma?.grids.map((grid) => [grid.id, grid]));
  const [first] = gamma?.grids.flatMap((grid) => (isUndefined(grid.gamma) ? [] : [grid.gamma])) ?? [];
  const notes = [
    ...(first ? [words.gammaNote(first.samples, first.seed)] : []),
    ...(gamma?.grids.some(({ isMeanOfPairs }) => isMeanOfPairs) ? [words.gammaPairs] : []),
    ...(gamma ? [] : [words.gammaLeft]),
    ...found.grids.flatMap(({ title, u }) => (isUndefined(u) ? [`${title} : ${reasonText[setting.language][u.because]}`] : [])),
  ];
  const [grid = '', ...alphas] = terms.gridColumns;
  return {
    sheet: words.byGridSheet,
    title: words.byGrid,
    columns: [text(grid), ...alphas.slice(0, -1).map(numeric), share(alphas.at(-1) ?? ''), numeric(words.gamma)],
    rows: found.grids.map(({ id, title, u, barU, cu, coverage }) => {
      const own = gammas.get(id)?.gamma;
      return {
        values: [
          setting.words(title),
          value(u),
          value(barU),
          value(cu),
          isUndefined(cu) ? null : coverage,
          own && !isUndefined(own) ? value(own.gamma) : null,
        ],
      };
    }),
    note: setting.words(notes.join(' ')),
    source: setting.sourceLineOr(words.source),
    widths: 'byWords',
  };
}

function roundTable({ rounds, setting }: Report): ValueTable {
  const [words, terms] = [printAgreementText[setting.language], agreementText[setting.language]];
  return {
    sheet: words.roundsSheet,
    title: words.rounds,
    columns: [
      text(words.round),
      day(words.date),
      text(words.coders),
      numeric(words.sources),
      text(words.unit),
      text(words.coefficient),
      numeric(words.value),
      numeric(terms.low),
      numeric(terms.high),
      numeric(words.disagreements),
    ],
    rows: rounds.map(({ name, createdAt, figures: { coders, sources, overall, disagreements }, setting: { unit, coefficient } }) => ({
      values: [
        setting.words(name),
        createdAt.slice(0, 10),
        setting.words(coders.join(', ')),
        sources.length,
        terms.units[unit],
        terms.coefficients[coefficient],
        value(overall.figures[coefficient]),
        ...(isUndefined(overall.interval) ? [null, null] : [value(overall.interval.low), value(overall.interval.high)]),
        disagreements,
      ],
    })),
    note: null,
    source: setting.sourceLineOr(words.source),
    widths: 'byWords',
  };
}

const short = (words: string): string => (words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS).toWellFormed()}…` : words);

function disagreementTable({ places: { shown, total }, setting }: Report): ValueTable {
  const words = printAgreementText[setting.language];
  return {
    sheet: words.listSheet,
    title: words.list(shown.length, total),
    columns: [text(words.place), text(words.category), text(words.difference), text(words.words), text(words.coders)],
    rows: shown.map(({ source, category, about, text: said, coders }) => ({
      values: [
        setting.words(source),
        setting.words(category),
        words.kind[about],
        setting.words(short(said)),
        coders
          .map(({ name, marked, instead }) => {
            if (marked.length > 0) return setting.words(`${name} : ${short(marked.map(({ start, end }) => said.slice(start, end)).join(' […] '))}`);
            return instead.length > 0 ? setting.words(`${name} : ${instead.join(', ')}`) : words.none(name);
          })
          .join('\n'),
      ],
    })),
    note: null,
    source: setting.sourceLineOr(words.source),
    widths: [0.14, 0.15, 0.13, 0.29, 0.29],
  };
}

function decisionTable({ decisions, setting }: Report): ValueTable {
  const words = printAgreementText[setting.language];
  return {
    sheet: words.decisionsSheet,
    title: words.decisions,
    columns: [text(words.place), text(words.category), text(words.words), text(words.decision), text(words.why), text(words.by), day(words.date)],
    rows: decisions.map(({ source, turn, category, text: said, decision, adopted, otherCategory, why, thread, by, decidedAt }) => ({
      values: [
        setting.words(citationOf(source, turn)),
        setting.words(category),
        setting.words(short(said)),
        setting.words([words.decided[decision], adopted ?? otherCategory].filter(Boolean).join(' : ')),
        setting.words([...thread.map((one) => `${one.by} : ${one.text}`), why].filter(Boolean).join('\n')),
        by,
        decidedAt.slice(0, 10),
      ],
    })),
    note: null,
    source: setting.sourceLineOr(words.source),
    widths: [0.11, 0.13, 0.22, 0.15, 0.2, 0.09, 0.1],
  };
}

/** Tables that have a line, in their order. */
function tablesOf(report: Report): ValueTable[] {
  const tables = [categoryTable, sourceTable, gridTable, roundTable, disagreementTable, decisionTable].map((make) => make(report));
  return tables.filter(({ rows }) => rows.length > 0);
}

export function agreementDocument(project: Project, piece: PieceOf<'agreement'>, style: PrintStyle): PrintedDocument {
  const { language, author } = style;
  const words = printAgreementText[language];
  const report = readReport(project, piece, style);
  const frame = { title: words.title, author, language };
  if (isUndefined(report)) {
    const because = paragraph('note', words.nothing(reasonText[language][report.because]));
    return { ...frame, sections: [{ page: 'upright', blocks: [heading(1, words.title), because] }] };
  }
  const { setting, found } = report;
  const terms = agreementText[language];
  const said = paragraphs(report).map((one): PrintedBlock => paragraph('body', setting.words(one)));
  const others = programLines(found, language).map((one): PrintedBlock => paragraph('body', setting.words(one)));
  return {
    ...frame,
    sections: [
      {
        page: 'upright',
        blocks: [
          heading(1, words.title),
          heading(2, words.paragraph),
          ...said,
          ...(others.length > 0 ? [heading(2, terms.programs), ...others] : []),
        ],
      },
      { page: 'across', blocks: tablesOf(report).map((table) => valueTableBlock(table, language)) },
    ],
  };
}

export function agreementSheets(project: Project, piece: PieceOf<'agreement'>, style: PrintStyle): PrintedSheets {
  const { language, author } = style;
  const words = printAgreementText[language];
  const report = readReport(project, piece, style);
  const frame = { title: words.title, author, language };
  if (isUndefined(report)) {
    const rows = [{ values: [words.nothing(reasonText[language][report.because])] }];
    const table: ValueTable = {
      sheet: words.byCategorySheet,
      title: words.title,
      columns: [text(words.title)],
      rows,
      note: null,
      source: null,
      widths: 'even',
    };
    return { ...frame, sheets: [valueSheet(table)] };
  }
  const [first, ...others] = tablesOf(report);
  const note = paragraphs(report).join(' ');
  return {
    ...frame,
    sheets: [...(first ? [valueSheet({ ...first, note: report.setting.words(`${note} ${first.note ?? ''}`) })] : []), ...others.map(valueSheet)],
  };
}
