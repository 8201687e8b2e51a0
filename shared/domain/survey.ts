// Which of a survey's questions are open: the answers tell, by their length and by how seldom two are alike.
import type { RecognisedTurn } from './recognise-turns.ts';
import type { StyleRun } from './style-run.ts';

/** `respondent`: names who answers. `open`: text to code. `closed`: an attribute. */
export const COLUMN_ROLES = ['respondent', 'open', 'closed'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export interface SurveyColumn {
  readonly name: string;
  /** A proposal; at most one column is the respondent's. */
  readonly role: ColumnRole;
  readonly answered: number;
  readonly distinct: number;
  /** Of the answers, in UTF-16 units. */
  readonly medianLength: number;
}

/** One respondent's answers as a source: its text, the turns it is made of, and the rest as attributes. */
export interface SurveyRespondent {
  readonly name: string;
  readonly text: string;
  /** Each open question (nobody's words) and below it the paragraphs of its answer. */
  readonly turns: readonly RecognisedTurn[];
  readonly styles: readonly StyleRun[];
  /** By column; answers left empty are left out. */
  readonly attributes: Readonly<Record<string, string>>;
}

const LONG_ANSWER = 30;
const VERY_LONG_ANSWER = 80;
const MOSTLY_DISTINCT = 0.6;
/** So many respondents are needed before equal answers say anything. */
const ENOUGH_ANSWERS = 4;
const RESPONDENT_TITLE =
  /^(?:id|identifiant|code|n°|no|num(?:éro)?|nom|prénom|répondante?|participante?|respondent|name|pseudo(?:nyme)?|response id|id de la réponse)\b/iu;
const NOT_PROSE = /^(?:-?[\d\s.,/:%€$+-]+|\d{4}-\d{2}-\d{2}.*|\S+@\S+|https?:\/\/\S+)$/u;

/** @param rows one per respondent, the answers in the columns' order */
export function proposeColumns(names: readonly string[], rows: readonly (readonly string[])[]): SurveyColumn[] {
  const columns = names.map((name, at) =>
    measure(
      name,
      rows.map((row) => row[at] ?? '').filter((answer) => answer !== ''),
    ),
  );
  const respondent = columns.findIndex(({ name, role, distinct }) => role === 'closed' && distinct === rows.length && RESPONDENT_TITLE.test(name));
  return columns.map((column, at) => (at === respondent ? { ...column, role: 'respondent' } : column));
}

function measure(name: string, answers: readonly string[]): SurveyColumn {
  const distinct = new Set(answers).size;
  const lengths = answers.map(({ length }) => length).sort((a, b) => a - b);
  const medianLength = lengths[lengths.length >> 1] ?? 0;
  const prose = answers.filter((answer) => !NOT_PROSE.test(answer)).length;
  const areLong = medianLength >= LONG_ANSWER || (lengths.at(-1) ?? 0) >= VERY_LONG_ANSWER;
  const areOwn = distinct >= MOSTLY_DISTINCT * answers.length || answers.length < ENOUGH_ANSWERS;
  const isOpen = areLong && areOwn && prose > answers.length / 2 && answers.some((answer) => /\s/u.test(answer));
  return { name, role: isOpen ? 'open' : 'closed', answered: answers.length, distinct, medianLength };
}

/**
 * The survey's respondents, in the table's order. A respondent without an answer to an open question has no text.
 * @param nameless what a respondent without a name is called, from the 1-based row
 */
export function respondentsOf(
  columns: readonly SurveyColumn[],
  rows: readonly (readonly string[])[],
  nameless: (row: number) => string,
): SurveyRespondent[] {
  return rows.map((row, index) => {
    const given = columns.findIndex(({ role }) => role === 'respondent');
    const name = row[given] || nameless(index + 1);
    const answers = columns.flatMap((column, at) => (row[at] ? [{ column, answer: row[at] }] : []));
    const sections = answers.filter(({ column }) => column.role === 'open').map(({ column, answer }) => ({ question: column.name, answer }));
    const attributes = Object.fromEntries(
      answers.filter(({ column }) => column.role === 'closed').map(({ column, answer }) => [column.name, answer]),
    );
    return { name, attributes, ...textOfSections(name, sections) };
  });
}

function textOfSections(
  speaker: string,
  sections: readonly { question: string; answer: string }[],
): Pick<SurveyRespondent, 'text' | 'turns' | 'styles'> {
  const turns: RecognisedTurn[] = [];
  const styles: StyleRun[] = [];
  let length = 0;
  const add = (words: string, by: string | null): void => {
    turns.push({ text: `${words}\n`, bodyStart: 0, bodyEnd: words.length, speaker: by, startMs: null, endMs: null });
    length += words.length + 1;
  };
  for (const { question, answer } of sections) {
    styles.push({ start: length, end: length + question.length, style: 'heading2' });
    add(question, null);
    const paragraphs = answer.split(/[\r\n]+/).map((paragraph) => paragraph.trim().toWellFormed());
    for (const paragraph of paragraphs) if (paragraph !== '') add(paragraph, speaker);
  }
  return { text: turns.map(({ text }) => text).join(''), turns, styles };
}
