// Rounds of agreement as they were kept, the first one first.
import { agreementSetting } from '../../shared/domain/agreement.ts';
import type { AgreementRound, RoundFigures } from '../../shared/domain/agreement-round.ts';
import type { AgreementRoundId } from '../../shared/domain/ids.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';

interface RoundRow {
  readonly id: AgreementRoundId;
  readonly name: string;
  readonly setting: string;
  readonly figures: string;
  readonly measuredBy: string;
  readonly createdAt: string;
}

const ROUNDS = `SELECT r.id, r.name, r.setting, r.figures, c.name AS measuredBy, r.created_at AS createdAt
  FROM agreement_round r JOIN coder c ON c.id = r.coder_id ORDER BY r.created_at, r.rowid`;

/** Rounds whose setting this program does not know are left out: a later one kept them. */
export function listRounds(project: Project): AgreementRound[] {
  return statement<[], RoundRow>(project.sqlite, ROUNDS)
    .all()
    .flatMap(({ setting, figures, ...row }) => {
      const read = agreementSetting.safeParse(JSON.parse(setting));
      return read.success ? [{ ...row, setting: read.data, figures: JSON.parse(figures) as RoundFigures }] : [];
    });
}
