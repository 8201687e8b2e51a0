// What an incoming file would become, in the window's eyes: its turns, who speaks, a survey's first rows.
import type { IncomingDocument, IncomingSurvey, PreviewSpeaker, PreviewTurn } from '../../shared/domain/incoming.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';
import type { RecognisedTurn } from '../../shared/domain/recognise-turns.ts';
import { countWords } from '../../shared/domain/source.ts';
import { isGenericLabel, isInterviewerLabel } from '../../shared/domain/speaker-person.ts';
import type { Survey } from './reading/read-survey.ts';

const SAMPLE_TURNS = 30;
const SAMPLE_ROWS = 5;
const MOST_SHOWN_UNITS = 400;

/** Somebody of the project; what a label alone can tell. */
export interface KnownPerson {
  readonly id: ParticipantId;
  readonly name: string;
}

const hasWords = (turn: RecognisedTurn): boolean => turn.bodyEnd > turn.bodyStart;
const wordsOf = (turn: RecognisedTurn): string => turn.text.slice(turn.bodyStart, turn.bodyEnd);

function shortened(text: string): string {
  return text.length > MOST_SHOWN_UNITS ? text.slice(0, MOST_SHOWN_UNITS).toWellFormed() : text;
}

/** `count` turns from the 0-based `from` on. */
export function previewTurns(turns: readonly RecognisedTurn[], from: number, count: number): PreviewTurn[] {
  let number = turns.slice(0, from).filter(hasWords).length;
  return turns.slice(from, from + count).map((turn) => {
    if (hasWords(turn)) number += 1;
    const { speaker, startMs, endMs } = turn;
    const head = turn.text.slice(0, turn.bodyStart).replace(/\s+/gu, ' ').trim();
    return { number: hasWords(turn) ? number : null, head: shortened(head), words: shortened(wordsOf(turn)), speaker, startMs, endMs };
  });
}

/** In order of appearance. A label is somebody known where one person alone has that name. */
function previewSpeakers(turns: readonly RecognisedTurn[], people: readonly KnownPerson[]): PreviewSpeaker[] {
  const counts = new Map<string, { turns: number; words: number }>();
  for (const turn of turns) {
    if (turn.speaker === null) continue;
    const count = counts.get(turn.speaker) ?? { turns: 0, words: 0 };
    counts.set(turn.speaker, count);
    if (hasWords(turn)) count.turns += 1;
    count.words += countWords(wordsOf(turn));
  }
  return [...counts].map(([label, count]) => {
    const [known, other] = isGenericLabel(label) ? [] : people.filter(({ name }) => name === label);
    return { label, ...count, isInterviewer: isInterviewerLabel(label), participantId: known && !other ? known.id : null };
  });
}

/** What the turns say; the rest of an incoming document is known beforehand. */
export function previewDocument(
  turns: readonly RecognisedTurn[],
  people: readonly KnownPerson[],
): Pick<IncomingDocument, 'turns' | 'timedTurns' | 'words' | 'speakers' | 'sample'> {
  const spoken = turns.filter(hasWords);
  return {
    turns: spoken.length,
    timedTurns: spoken.filter(({ startMs }) => startMs !== null).length,
    words: spoken.reduce((sum, turn) => sum + countWords(wordsOf(turn)), 0),
    speakers: previewSpeakers(turns, people),
    sample: previewTurns(turns, 0, SAMPLE_TURNS),
  };
}

export function previewSurvey({ columns, rows }: Survey): Pick<IncomingSurvey, 'columns' | 'respondents' | 'sample'> {
  return { columns, respondents: rows.length, sample: rows.slice(0, SAMPLE_ROWS).map((answers) => answers.map(shortened)) };
}
