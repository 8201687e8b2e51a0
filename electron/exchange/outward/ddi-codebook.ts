// The study described for the catalogue of a data repository: DDI Codebook 2.5, the elements that qualitative archives ask for.
import type { Language } from '../../../shared/domain/project.ts';
import type { SourceSummary } from '../../../shared/domain/source.ts';
import { outwardText } from '../../../shared/i18n/outward.ts';
import { escaped } from '../printing/formats/document-xml.ts';
import type { TidyTable } from './tidy-tables.ts';

export interface DescribedStudy {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly language: Language;
  readonly coders: readonly string[];
  readonly sources: readonly SourceSummary[];
  readonly tables: readonly TidyTable[];
  /** Day of the export, yyyy-mm-dd. */
  readonly day: string;
}

const tag = (name: string, words: string): string => (words === '' ? '' : `<${name}>${escaped(words)}</${name}>`);

/** From the first to the last day on which anything was collected. */
function collected(sources: readonly SourceSummary[]): string {
  const days = sources.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `<collDate event="start" date="${first}">${first}</collDate><collDate event="end" date="${last}">${last}</collDate>`;
}

function variables(tables: readonly TidyTable[], language: Language): string {
  const { columns, attribute } = outwardText[language];
  const one = (table: string, column: string, meaning: string): string =>
    `<var ID="${table}.${column}" name="${column}" files="${table}"><labl>${escaped(meaning)}</labl></var>`;
  return tables
    .flatMap(({ name, columns: own, attributes }) => [
      ...own.map((column) => one(name, column, columns[column])),
      ...attributes.map((given) => one(name, given.column, attribute(given.name))),
    ])
    .join('\n');
}

export function ddiCodebook({ id, title, question, language, coders, sources, tables, day }: DescribedStudy): string {
  const words = outwardText[language];
  const files = tables.map(
    ({ name, rows }) =>
      `<fileDscr ID="${name}"><fileTxt><fileName>${name}.csv</fileName><fileCont>${escaped(words.tables[name])}</fileCont><dimensns><caseQnty>${rows.length}</caseQnty></dimensns></fileTxt></fileDscr>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<codeBook xmlns="ddi:codebook:2_5" version="2.5" xml:lang="${language}" ID="trame-${id}">`,
    `<docDscr><citation><titlStmt>${tag('titl', title)}</titlStmt><prodStmt><prodDate date="${day}">${day}</prodDate><software>${words.ddi.tool}</software></prodStmt></citation></docDscr>`,
    '<stdyDscr>',
    `<citation><titlStmt>${tag('titl', title)}<IDNo>${id}</IDNo></titlStmt><rspStmt>${coders.map((name) => tag('AuthEnty', name)).join('')}</rspStmt></citation>`,
    `<stdyInfo><abstract>${escaped(question || words.ddi.abstract)}</abstract><sumDscr>${collected(sources)}<anlyUnit>${escaped(words.ddi.unit)}</anlyUnit><dataKind>${escaped(words.ddi.kindOfData)}</dataKind></sumDscr></stdyInfo>`,
    '</stdyDscr>',
    ...files,
    '<dataDscr>',
    variables(tables, language),
    '</dataDscr>',
    '</codeBook>',
    '',
  ].join('\n');
}
