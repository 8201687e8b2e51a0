// What is said, text by text, with what is known of each: what textometry counts.
import type { CorpusFrame } from '../../../shared/domain/corpus.ts';
import type { OutwardChoice } from '../../../shared/domain/outward.ts';
import { citationCode } from '../../../shared/domain/source.ts';
import type { SourceSummary } from '../../../shared/domain/source.ts';
import { outwardText } from '../../../shared/i18n/outward.ts';
import type { Session } from '../../commands/run-command.ts';
import { listSources, readCorpusFrame } from '../../queries/corpus.ts';
import { readProject } from '../../queries/project.ts';
import { readTurns } from '../../queries/sources.ts';
import { ShownPeople } from './shown-people.ts';

type Project = Session['project'];

export interface SpokenTurn {
  readonly number: number | null;
  readonly speaker: string | null;
  readonly isInterviewer: boolean;
  readonly startMs: number | null;
  /** The words, without the speaker's label. */
  readonly text: string;
}

export interface SpokenText {
  /** Unique among the texts. */
  readonly name: string;
  readonly source: SourceSummary;
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  readonly turns: readonly SpokenTurn[];
}

/** What is known of each thing, in the words of the project. */
class KnownValues {
  readonly #frame: CorpusFrame;
  readonly #values: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(frame: CorpusFrame) {
    this.#frame = frame;
    this.#values = new Map(
      [...Map.groupBy(frame.values, ({ targetId }) => targetId)].map(([id, values]) => [
        id,
        new Map(values.map(({ attributeId, value }) => [attributeId as string, value])),
      ]),
    );
  }

  /** An attribute of several of them says all that they say. */
  of(scope: 'case' | 'source' | 'participant', ids: readonly string[]): { name: string; value: string }[] {
    return this.#frame.attributes
      .filter((attribute) => attribute.scope === scope)
      .flatMap(({ id, name }) => {
        const said = [...new Set(ids.flatMap((target) => this.#values.get(target)?.get(id) ?? []))];
        return said.length === 0 ? [] : [{ name, value: said.join(' ') }];
      });
  }
}

/** In corpus order, one source in memory at a time. */
export function* spokenTexts(project: Project, { people: shown, unit, withInterviewers }: OutwardChoice): Generator<SpokenText> {
  const frame = readCorpusFrame(project);
  const words = outwardText[readProject(project).language];
  const people = new ShownPeople(frame, shown);
  const known = new KnownValues(frame);
  const caseNames = new Map(frame.cases.map(({ id, name }) => [id as string, name]));
  const participants = new Map(frame.participants.map((person) => [person.id as string, person]));
  const speakers = new Map(frame.speakers.map((speaker) => [speaker.id as string, participants.get(speaker.participantId)]));
  for (const source of listSources(project)) {
    const all = readTurns(project, source.id);
    // what stands above the first speaker is the file's heading
    const first = Math.max(
      0,
      all.findIndex(({ speakerId }) => speakerId !== null),
    );
    const turns = all
      .slice(first)
      .map((turn) => ({ turn, person: turn.speakerId === null ? undefined : speakers.get(turn.speakerId) }))
      .filter(({ turn, person }) => turn.number !== null && (withInterviewers || person?.isInterviewer !== true));
    const of = (said: typeof turns): SpokenTurn[] =>
      said.map(({ turn, person }) => ({
        number: turn.number,
        speaker: person === undefined ? null : people.participant(person.id),
        isInterviewer: person?.isInterviewer === true,
        startMs: turn.startMs,
        text: turn.text.slice(turn.bodyStart, turn.bodyEnd),
      }));
    const common = [
      { name: words.variables.source, value: citationCode(source.name) },
      { name: words.variables.kind, value: words.kinds[source.kind] },
      ...source.caseIds.map((id) => ({ name: words.variables.case, value: caseNames.get(id) ?? '' })).slice(0, 1),
      ...(source.date === null ? [] : [{ name: words.variables.year, value: source.date.slice(0, 4) }]),
      ...known.of('case', source.caseIds),
      ...known.of('source', [source.id]),
    ];
    if (unit === 'source') {
      const respondents = [...new Set(turns.flatMap(({ person }) => (person && !person.isInterviewer ? [person.id as string] : [])))];
      // of several people one variable says nothing; of one it says who speaks
      const own = respondents.length === 1 ? known.of('participant', respondents) : [];
      yield { name: source.name, source, variables: [...common, ...own], turns: of(turns) };
      continue;
    }
    for (const [id, said] of Map.groupBy(turns, ({ person }) => person?.id as string | undefined)) {
      const who = id === undefined ? [] : [{ name: words.variables.speaker, value: people.participant(id) }, ...known.of('participant', [id])];
      yield {
        name: id === undefined ? source.name : `${source.name} ${people.participant(id)}`,
        source,
        variables: [...common, ...who],
        turns: of(said),
      };
    }
  }
}
