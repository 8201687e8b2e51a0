// Reads one cell as it is opened: what it holds, and how its synthesis stands to its passages.
import type { CellCard } from '../../shared/domain/cell-card.ts';
import { cellEvidence, changesSince, evidenceRule, fingerprintsOf } from '../../shared/domain/cell-evidence.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import type { MatrixDefinition } from '../../shared/domain/matrix.ts';
import type { AxisTitles } from '../../shared/domain/matrix-axis.ts';
import { linksOf, parseWrittenText } from '../../shared/domain/written-text.ts';
import type { WrittenText } from '../../shared/domain/written-text.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { readCell } from './matrix.ts';
import { nameLinks } from './memo-targets.ts';

interface Place {
  readonly rowKey: string;
  readonly columnKey: string;
}

interface FormRow {
  readonly document: string | null;
  readonly evidence: string | null;
}

const FORM = "SELECT document, evidence FROM cell WHERE key = ? AND synthesis <> ''";

/** Of these passages, those of which the condition is true. */
function passagesThat({ sqlite }: Project, condition: 'starred_at' | 'lost_quote', ids: readonly PassageId[]): PassageId[] {
  const rows = statement<[string], { id: PassageId }>(
    sqlite,
    `SELECT id FROM passage WHERE id IN (SELECT value FROM json_each(?)) AND ${condition} IS NOT NULL`,
  ).all(JSON.stringify(ids));
  return rows.map(({ id }) => id);
}

function linkedPassages(document: WrittenText | null): PassageId[] {
  return document ? linksOf(document).flatMap(({ kind, id }) => (kind === 'passage' ? [id as PassageId] : [])) : [];
}

export function readCellCard(project: Project, definition: MatrixDefinition, titles: AxisTitles, { rowKey, columnKey }: Place): CellCard {
  const cell = readCell(project, definition, titles, rowKey, columnKey);
  const form = (key: string): FormRow | undefined => statement<[string], FormRow>(project.sqlite, FORM).get(key);
  const own = form(cell.key);
  const document = parseWrittenText(own?.document ?? null);
  const evidence = own?.evidence ? cellEvidence.parse(JSON.parse(own.evidence)) : null;
  return {
    ...cell,
    document,
    links: document ? nameLinks(project, linksOf(document)) : [],
    wordless: passagesThat(project, 'lost_quote', linkedPassages(document)),
    changes: changesSince(evidence, evidenceRule(definition, rowKey, columnKey), fingerprintsOf(cell.quotes)),
    starred: passagesThat(
      project,
      'starred_at',
      cell.quotes.map(({ passageId }) => passageId),
    ),
    members: cell.members.map((member) => ({ ...member, document: parseWrittenText(form(member.key)?.document ?? null) })),
  };
}
