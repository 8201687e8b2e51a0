// Answers the calls about autocoding.
import type { autocodeContract } from '../../shared/contract/autocode.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { removeRule, renameRule } from '../commands/autocode.ts';
import { applyCodingTable } from '../commands/codings.ts';
import type { CodingPlan } from '../commands/codings.ts';
import { newId } from '../commands/run-command.ts';
import type { Desk } from '../desk.ts';
import { planCodingsFile, readCodingsFile } from '../exchange/coding-table-file.ts';
import { carryOutRule, countNewHits, previewRule, readRuleHits } from '../exchange/rule-preview.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { listRules } from '../queries/coding-rules.ts';
import type { Project } from '../storage/open-project.ts';
import { bytesIn, done } from './reply.ts';

interface PlannedTable {
  readonly id: string;
  readonly project: Project;
  readonly plan: CodingPlan;
}

export function autocodeHandlers(desk: Desk): Pick<Handlers, keyof typeof autocodeContract> {
  let table: PlannedTable | null = null;
  return {
    'autocode.preview': ({ job, ...inHand }) => desk.watched(job, (watch) => previewRule(desk.session(), inHand, watch)),
    'autocode.hits': (input) => readRuleHits(desk.session(), input),
    'autocode.apply': (input) => carryOutRule(desk.session(), input),
    'autocode.rules': () => listRules(desk.project()),
    'autocode.newHits': ({ ruleId }) => countNewHits(desk.session(), ruleId),
    'autocode.renameRule': (input) => done(renameRule(desk.session(), input)),
    'autocode.removeRule': (input) => done(removeRule(desk.session(), input)),
    'autocode.planTable': async ({ file, createsCategories, language, mapping }) => {
      const session = desk.session();
      const { project } = session;
      table = null;
      const read = await readCodingsFile({ name: file.name, bytes: bytesIn(file.base64) });
      // meanwhile another project may have been opened
      if (!desk.isOpen() || desk.whole() !== project) throw new Refusal('job.cancelled');
      const options = { unit: 'utf16', createCategories: createsCategories, language } as const;
      const { preview, plan } = planCodingsFile(session, read, options, mapping);
      table = plan && { id: newId<string>(), project, plan };
      return { ...preview, plan: table?.id ?? null };
    },
    'autocode.applyTable': ({ plan }) => {
      const session = desk.session();
      const planned = table;
      if (!planned || planned.id !== plan || planned.project !== session.project) throw new Refusal('autocode.changedSince');
      table = null;
      return { codings: applyCodingTable(session, planned.plan) };
    },
  };
}
