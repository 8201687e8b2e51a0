// Who speaks in a source: its labels, and the participants behind them, made when a label is met and gone when nobody speaks as it.
import type { CaseId, ParticipantId } from '../../shared/domain/ids.ts';
import { isInterviewerLabel, personNameOf } from '../../shared/domain/speaker-person.ts';
import { newId } from './run-command.ts';
import type { CommandContext } from './run-command.ts';

interface PersonKey {
  readonly label: string;
  readonly caseId: CaseId | null;
}

interface NewPerson {
  readonly name: string;
  readonly caseId: CaseId | null;
  readonly isInterviewer: boolean;
}

const keyOf = ({ name, caseId }: { readonly name: string; readonly caseId: string | null }): string => `${caseId ?? ''}/${name}`;

export class People {
  readonly #known = new Map<string, ParticipantId>();
  readonly #ids = new Set<string>();
  readonly #context: CommandContext;

  constructor(context: CommandContext) {
    this.#context = context;
    const rows = context.project.sqlite
      .prepare<[], { id: string; name: string; case_id: string | null }>('SELECT id, name, case_id FROM participant')
      .all();
    for (const row of rows) {
      this.#known.set(keyOf({ name: row.name, caseId: row.case_id }), row.id as ParticipantId);
      this.#ids.add(row.id);
    }
  }

  /** The participant behind a label: an interviewer is the same person everywhere, a functional label (« Directrice ») within their case. */
  find({ label, caseId }: PersonKey, sourceName: string): ParticipantId {
    const isInterviewer = isInterviewerLabel(label);
    const person = { name: personNameOf(label, sourceName), caseId: isInterviewer ? null : caseId, isInterviewer };
    return this.#known.get(keyOf(person)) ?? this.add(person);
  }

  /** Somebody new, whoever has that name already. */
  add({ name, caseId, isInterviewer }: NewPerson): ParticipantId {
    const id = newId<ParticipantId>();
    this.#context.writer.insert('participant', { id, name, caseId, isInterviewer: isInterviewer ? 1 : 0 });
    this.#known.set(keyOf({ name, caseId }), id);
    this.#ids.add(id);
    return id;
  }

  isKnown(id: ParticipantId): boolean {
    return this.#ids.has(id);
  }
}
