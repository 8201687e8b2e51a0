// One file that both copies took in by themselves after they went apart: one source, with what both coded in it.
import type { MergeMatch, MergeMatches } from '../../../shared/domain/merge.ts';
import type { Columns } from '../../storage/writer.ts';
import type { MergedStudy } from './merged-study.ts';
import { fold, inRank, rename } from './same-things.ts';
import { otherSide } from './two-copies.ts';
import type { SideName, TwoCopies } from './two-copies.ts';

function turnsOf(copies: TwoCopies, side: SideName, sourceId: string): Columns[] {
  return copies.ask(side, 'SELECT * FROM @turn WHERE source_id = ? ORDER BY position', sourceId);
}

/** Sources that only this copy has, the first taken in before the others. */
function onlyIn(copies: TwoCopies, side: SideName): Columns[] {
  return copies
    .ask(side, `SELECT * FROM @source WHERE original_sha256 <> '' ORDER BY imported_at, id`)
    .filter(({ id }) => copies.row(otherSide(side), 'source', String(id)) === undefined);
}

/** The same words, cut into the same turns: whoever corrected theirs since has another text. */
function saysTheSame(ours: readonly Columns[], theirs: readonly Columns[]): boolean {
  return ours.length === theirs.length && ours.every(({ text }, at) => text === theirs[at]?.text);
}

/** Pairs of sources with the same file and the same words; not those that somebody wants apart (`said`: theirs → null). */
export function sameImports(copies: TwoCopies, said: MergeMatches): MergeMatch[] {
  const free = onlyIn(copies, 'ours');
  return onlyIn(copies, 'theirs').flatMap((theirs): MergeMatch[] => {
    const id = String(theirs.id);
    if (said[id] === null) return [];
    const turns = turnsOf(copies, 'theirs', id);
    const at = free.findIndex(
      (ours) => ours.original_sha256 === theirs.original_sha256 && saysTheSame(turnsOf(copies, 'ours', String(ours.id)), turns),
    );
    const [found] = at < 0 ? [] : free.splice(at, 1);
    if (!found) return [];
    const pick = (row: Columns) => ({ id: String(row.id), name: String(row.name) });
    return [{ table: 'source', theirs: pick(theirs), ours: pick(found), by: 'text', likeness: 1 }];
  });
}

/** Who speaks in either was made a person of their own by the import: of one label and one name they are one person. */
function samePeople({ copies }: MergedStudy, goneId: string, keptId: string): (readonly [gone: string, kept: string])[] {
  const speakersOf = (sourceId: string) =>
    (['ours', 'theirs'] as const).flatMap((side) =>
      copies.rowsWhere(side, 'speaker', ['source_id'], [sourceId]).flatMap(({ label, participant_id: id }) => {
        const isOnlyHere = copies.row(otherSide(side), 'participant', String(id)) === undefined;
        return isOnlyHere ? [{ label, id: String(id), name: copies.row(side, 'participant', String(id))?.name }] : [];
      }),
    );
  const kept = speakersOf(keptId);
  return speakersOf(goneId).flatMap(({ label, id, name }) => {
    const same = kept.find((speaker) => speaker.label === label && speaker.name === name);
    return same ? [[id, same.id] as const] : [];
  });
}

/** Makes one source of each pair: what hangs on the turns of one is on those of the other, in the same order. */
export function joinImports(study: MergedStudy, pairs: readonly MergeMatch[]): void {
  for (const { ours, theirs } of pairs) {
    if (!ours) continue;
    const [one, other] = [study.get('source', ours.id), study.get('source', theirs.id)];
    const both = one && other ? inRank(study, 'source', one, other) : null;
    const kept = both?.[0] ?? one ?? other;
    // both are removed
    if (!kept) continue;
    const [keptId, goneId] = kept.id === ours.id ? [ours.id, theirs.id] : [theirs.id, ours.id];
    const [keptTurns, goneTurns] =
      keptId === ours.id
        ? [turnsOf(study.copies, 'ours', keptId), turnsOf(study.copies, 'theirs', goneId)]
        : [turnsOf(study.copies, 'theirs', keptId), turnsOf(study.copies, 'ours', goneId)];
    const people = samePeople(study, goneId, keptId);
    for (const { id } of goneTurns) study.set('turn', String(id), null);
    rename(study, new Map([[goneId, keptId], ...people, ...goneTurns.map(({ id }, at) => [String(id), String(keptTurns[at]?.id)] as const)]));
    for (const [table, gone, stays] of [['source', goneId, keptId] as const, ...people.map(([from, into]) => ['participant', from, into] as const)]) {
      const [first, second] = [study.get(table, stays), study.get(table, gone)];
      if (first && second) fold(study, table, first, second);
    }
  }
}
