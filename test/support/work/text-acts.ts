// What is done by chance to the texts themselves: words corrected, turns cut and joined, whole texts replaced.
import { replaceText } from '../../../electron/commands/replace-text.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { joinTurn, setSpeaker, setTime, splitTurn } from '../../../electron/commands/turn-structure.ts';
import { planFor } from '../../../electron/exchange/plan-replacement.ts';
import { readText } from '../../../electron/queries/sources.ts';
import { latestEntry } from '../../../electron/storage/change-log.ts';
import type { EntryId, SourceId, TurnId } from '../../../shared/domain/ids.ts';
import { incoming } from '../content.ts';
import type { Act, Desk } from './desk.ts';

const LONGEST_TURN = 60;
const WORDS = ['', 'x', '😀', 'deux mots', ' é'];

function correct(desk: Desk): void {
  const { luck, project } = desk;
  const edit = (): { at: number; removed: number; inserted: string } => ({
    at: luck.below(LONGEST_TURN / 2),
    removed: luck.below(8),
    inserted: luck.pick(WORDS),
  });
  const continues = luck.below(3) === 0 ? (latestEntry(project.sqlite)?.id as EntryId | undefined) : undefined;
  editTurn(desk.session, { turnId: desk.any<TurnId>('turn'), edits: [edit(), ...desk.several(1, edit)], continues: continues ?? null });
}

/** The source's own text, a line gone or come, a word changed everywhere. */
function replace(desk: Desk): void {
  const { luck, session } = desk;
  const sourceId = desk.any<SourceId>('source');
  const lines = readText(desk.project, sourceId).split('\n');
  const at = luck.below(lines.length);
  const others = [lines.toSpliced(at, 1), lines.toSpliced(at, 0, 'Zoé : Rien de cela.'), lines.map((line) => line.replaceAll('décide', 'choisit'))];
  const text = luck.pick(others).join('\n');
  const { turns } = incoming('corrigé', text);
  const file = { turns, styles: [], positions: [], originalName: 'corrigé.txt', sha256: luck.pick(['1', '2']).repeat(64), bytes: Buffer.from(text) };
  replaceText(session, planFor(session, sourceId, file).replacement);
}

export const TEXT_ACTS = {
  'source.editTurn': correct,
  'source.splitTurn': (d) => splitTurn(d.session, { turnId: d.any('turn'), offsetUtf16: d.luck.below(LONGEST_TURN) }),
  'source.joinTurn': (d) => joinTurn(d.session, { turnId: d.any('turn') }),
  'source.setSpeaker': (d) =>
    setSpeaker(d.session, {
      turnIds: [d.any<TurnId>('turn'), ...d.several(1, () => d.any<TurnId>('turn'))],
      label: d.maybe(d.luck.pick(['Directrice', 'présidente', 'I'])),
    }),
  'source.setTime': (d) =>
    setTime(d.session, { turnId: d.any('turn'), offsetUtf16: d.luck.below(LONGEST_TURN), timeMs: d.maybe(d.luck.below(90_000)) }),
  'source.replaceText': replace,
} as const satisfies Record<string, Act>;
