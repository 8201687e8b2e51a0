// How sources and people are called in a pack: by their names, or by references that tell outsiders nothing.
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { citationCode } from '../../../shared/domain/source.ts';
import type { SourceSummary } from '../../../shared/domain/source.ts';
import { reviewPageText } from '../../../shared/i18n/review-page.ts';
import type { Session } from '../../commands/run-command.ts';
import { listSources, listSpeakers, readStudyParts } from '../../queries/corpus.ts';

type Project = Session['project'];

export class PackNames {
  /** Sources and people that go by another name than their own. */
  readonly replaced: { readonly sources: number; readonly people: number };
  readonly #words: (typeof reviewPageText)['fr'];
  readonly #sources: ReadonlyMap<string, SourceSummary>;
  readonly #aliases: ReadonlyMap<string, string>;
  readonly #people: ReadonlyMap<string, string>;
  readonly #speakers: ReadonlyMap<string, string>;
  readonly #isPseudonymised: boolean;
  /** Names with what stands for them. */
  readonly #names: readonly (readonly [name: string, alias: string])[];

  constructor(project: Project, isPseudonymised: boolean, language: Language) {
    this.#isPseudonymised = isPseudonymised;
    this.#words = reviewPageText[language];
    const sources = listSources(project);
    this.#sources = new Map(sources.map((source) => [source.id, source]));
    this.#aliases = isPseudonymised ? this.#aliasesOf(sources) : new Map();
    const { participants } = readStudyParts(project);
    const people = participants.filter(({ isInterviewer }) => !isInterviewer);
    this.#people = new Map(people.map(({ id }, at) => [id, this.#words.person(at + 1)]));
    const interviewers = participants.filter(({ isInterviewer }) => isInterviewer).map(({ id }) => [id, this.#words.interviewer] as const);
    const alias = new Map<string, string>([...this.#people, ...interviewers]);
    this.#speakers = new Map(
      listSpeakers(project).map(({ sourceId, label, participantId }) => [`${sourceId} ${label}`, alias.get(participantId) ?? label]),
    );
    const named = [
      ...sources.map(({ id, name }) => [name, this.source(id)] as const),
      ...participants.map(({ id, name }) => [name, alias.get(id) ?? name] as const),
    ];
    // the longest first: a name may begin another
    this.#names = isPseudonymised ? named.filter(([name]) => name !== '').toSorted(([one], [other]) => other.length - one.length) : [];
    const sourcesReplaced = [...this.#aliases].filter(([id, to]) => this.#sources.get(id)?.name !== to).length;
    this.replaced = isPseudonymised ? { sources: sourcesReplaced, people: people.length } : { sources: 0, people: 0 };
  }

  /** Its leading code where the name has one: `E12`; else a number. */
  #aliasesOf(sources: readonly SourceSummary[]): Map<string, string> {
    const codes = sources.map(({ name }) => citationCode(name));
    return new Map(
      sources.map(({ id, name }, at) => {
        const code = codes[at] ?? '';
        const isOwn = code !== name && codes.filter((other) => other === code).length === 1;
        return [id, isOwn ? code : this.#words.source(at + 1)];
      }),
    );
  }

  source(id: string): string {
    return this.#aliases.get(id) ?? this.#sources.get(id)?.name ?? '';
  }

  /** As citations call it. */
  code(id: string): string {
    return this.#aliases.get(id) ?? citationCode(this.#sources.get(id)?.name ?? '');
  }

  /** `E12 §34`, whatever the source is called. */
  reference(sourceId: SourceId, reference: string): string {
    if (!this.#isPseudonymised) return reference;
    const turn = /§\d+$/u.exec(reference)?.[0];
    return turn === undefined ? this.code(sourceId) : `${this.code(sourceId)} ${turn}`;
  }

  /** A label of a source; null for nobody. */
  speaker(sourceId: string, label: string | null): string | null {
    return label === null || !this.#isPseudonymised ? label : (this.#speakers.get(`${sourceId} ${label}`) ?? this.#words.someone);
  }

  /** What a row, a column or a crossing's part is called. `key`: `source:<uuid>`. */
  entity(key: string, label: string): string {
    if (!this.#isPseudonymised) return label;
    const [kind = '', id = ''] = key.split(':');
    if (kind === 'source') return this.source(id) || label;
    if (kind === 'participant') return this.#people.get(id) ?? this.#words.interviewer;
    return kind === 'speaker' ? this.#words.someone : label;
  }

  /** What a memo or a comment is on, as the project calls it: `E12 §34`, `Gouvernance × Mme Durand`. */
  place(label: string): string {
    return this.#names.reduce((words, [name, alias]) => words.replaceAll(name, () => alias), label);
  }
}
