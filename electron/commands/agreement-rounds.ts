// Keeps what agreement was on a day, under a name.
import type { AgreementSetting } from '../../shared/domain/agreement.ts';
import type { RoundFigures } from '../../shared/domain/agreement-round.ts';
import { isSameName } from '../../shared/domain/category-path.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { AgreementRoundId } from '../../shared/domain/ids.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

function assertNameFree({ project }: Session, name: string, except: string | null): void {
  const others = project.sqlite.prepare<[], { id: string; name: string }>('SELECT id, name FROM agreement_round').all();
  if (others.some((other) => other.id !== except && isSameName(other.name, name))) throw new Refusal('agreement.nameTaken', { name });
}

/** Refuses (`agreement.nameTaken`) a name that another round has. */
export function saveRound(session: Session, input: { name: string; setting: AgreementSetting; figures: RoundFigures }): AgreementRoundId {
  assertNameFree(session, input.name, null);
  const { figures, setting, name } = input;
  return runCommand(session, { name: 'agreement.saveRound', input: { name, setting }, subject: { name } }, ({ writer, at, coderId }) => {
    const id = newId<AgreementRoundId>();
    writer.insert('agreement_round', { id, name, setting: JSON.stringify(setting), figures: JSON.stringify(figures), coderId, createdAt: at });
    return id;
  });
}

export function renameRound(session: Session, input: { roundId: AgreementRoundId; name: string }): void {
  const { id } = requireRow(session, 'agreement_round', input.roundId, 'agreement.roundUnknown');
  assertNameFree(session, input.name, id);
  runCommand(session, { name: 'agreement.renameRound', input, subject: { name: input.name } }, ({ writer }) =>
    writer.update('agreement_round', id, { name: input.name }),
  );
}

export function removeRound(session: Session, input: { roundId: AgreementRoundId }): void {
  const { id, name } = requireRow(session, 'agreement_round', input.roundId, 'agreement.roundUnknown');
  runCommand(session, { name: 'agreement.removeRound', input, subject: { name } }, ({ writer }) => writer.remove('agreement_round', id));
}
