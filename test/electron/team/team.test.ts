// Two or three people in one study: what each of them finds of the others' work, what a rule refuses, who is let in, and what a server may do wrong.
import { statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeSynthesis } from '../../../electron/commands/cells.ts';
import { applyCategories } from '../../../electron/commands/codings.ts';
import type { Range } from '../../../electron/commands/codings.ts';
import { createCategory, removeCategory, updateCategory } from '../../../electron/commands/codebook.ts';
import { createCase } from '../../../electron/commands/corpus.ts';
import type { Session } from '../../../electron/commands/run-command.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { checkContent } from '../../../electron/queries/check.ts';
import { coderIds } from '../../../electron/queries/corpus.ts';
import { readQuote } from '../../../electron/queries/sources.ts';
import { readSettlementCards } from '../../../electron/queries/team.ts';
import { closeProject } from '../../../electron/storage/open-project.ts';
import type { Project } from '../../../electron/storage/open-project.ts';
import { readMembers, updateTeamState } from '../../../electron/storage/team-state.ts';
import { openMessage, sealMessage } from '../../../electron/team/message.ts';
import { secretsPath, readSecrets, keysIn } from '../../../electron/team/secrets.ts';
import { settle } from '../../../electron/team/settle.ts';
import { invite, leaveTeam, removeMember } from '../../../electron/team/team.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { CategoryId, GridId, TurnId } from '../../../shared/domain/ids.ts';
import { invitationLink, readInvitation } from '../../../electron/team/invitation-link.ts';
import { contentHash } from '../../support/content.ts';
import { aStudy } from '../../support/study.ts';
import { aTeam, joined } from '../../support/team.ts';
import type { Copy } from '../../support/team.ts';

let base = '';
beforeAll(() => {
  const { project } = aStudy();
  closeProject(project.project);
  base = project.path;
});

const who = ({ project }: Copy): Session => ({ project, coderId: coderIds(project)[0] as Session['coderId'] });
const one = <T>(project: Project, sql: string, ...values: string[]): T =>
  project.sqlite
    .prepare(sql)
    .pluck()
    .get(...values) as T;
const categoryId = ({ project }: Copy, name: string): CategoryId => one(project, 'SELECT id FROM category WHERE name = ?', name);

function rangeOf({ project }: Copy, quote: string): Range {
  const turn = project.sqlite
    .prepare<[string], { id: TurnId; source_id: Range['sourceId']; text: string }>('SELECT * FROM turn WHERE instr(text, ?)')
    .get(quote);
  if (!turn) throw new Error(quote);
  const at = turn.text.indexOf(quote);
  return { sourceId: turn.source_id, start: { turnId: turn.id, offsetUtf16: at }, end: { turnId: turn.id, offsetUtf16: at + quote.length } };
}

/** « Les grands groupes » become « Hier, les très grands groupes ». */
function correct(copy: Copy): void {
  const { start } = rangeOf(copy, 'Les grands');
  editTurn(who(copy), { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: 'Les '.length, inserted: 'Hier, les très ' }] });
}

/** The words of the passage coded last. */
function lastQuote({ project }: Copy): string {
  const passage = project.sqlite
    .prepare<[], { start: string; from: number; end: string; to: number }>(
      `SELECT start_turn_id AS start, start_utf16 AS "from", end_turn_id AS end, end_utf16 AS "to" FROM passage p
       WHERE p.id = (SELECT passage_id FROM coding ORDER BY created_at DESC, rowid DESC LIMIT 1)`,
    )
    .get();
  return passage ? readQuote(project, passage.start, passage.from, passage.end, passage.to) : '';
}

async function agree(...copies: Copy[]): Promise<void> {
  for (const copy of copies) copy.line.cut(false);
  for (let round = 0; round < 2; round += 1) for (const copy of copies) await copy.settle();
  for (const copy of copies) expect(contentHash(copy.project)).toBe(contentHash((copies[0] as Copy).project));
  expect(checkContent((copies[0] as Copy).project)).toEqual([]);
}

async function aPair(): Promise<{ anne: Copy; brice: Copy }> {
  const { copies } = await aTeam(base, ['researcher']);
  return { anne: copies[0] as Copy, brice: copies[1] as Copy };
}

const crossing = (copy: Copy): string[] => {
  const key = one<string>(copy.project, `SELECT key FROM cell WHERE synthesis = 'Chacun a sa voix.'`);
  return key.split('|');
};

const refusalOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'nothing';
};

describe('people who work at the same time', () => {
  it('find each other’s codings', async () => {
    const { anne, brice } = await aPair();
    applyCategories(who(anne), { ...rangeOf(anne, 'Les petits'), categoryIds: [categoryId(anne, 'salon')] });
    applyCategories(who(brice), { ...rangeOf(brice, 'notre règle'), categoryIds: [categoryId(brice, 'charte')] });
    await agree(anne, brice);
    for (const { project } of [anne, brice])
      expect(one(project, `SELECT count(*) FROM coding WHERE category_id IN (?, ?)`, categoryId(anne, 'salon'), categoryId(anne, 'charte'))).toBe(3);
  });

  it('who write one synthesis find both texts in it', async () => {
    const { anne, brice } = await aPair();
    const entityKeys = crossing(anne);
    for (const copy of [anne, brice]) copy.line.cut(true);
    writeSynthesis(who(anne), { entityKeys, text: 'Chacun a sa voix, dit Anne.', status: 'ready' });
    writeSynthesis(who(brice), { entityKeys, text: 'Brice note : Chacun a sa voix.', status: 'ready' });
    await agree(anne, brice);
    expect(one(anne.project, `SELECT synthesis FROM cell WHERE key = ?`, entityKeys.toSorted().join('|'))).toBe(
      'Brice note : Chacun a sa voix, dit Anne.',
    );
    expect(readSettlementCards(brice.project)).toEqual([]);
    // the update that led there travels with the entry
    const input = one<string>(anne.project, `SELECT input FROM change_log ORDER BY number DESC LIMIT 1`);
    expect((JSON.parse(input) as { texts: string[] }).texts).toHaveLength(1);
  });

  it('make one category of two of the same name, and code with it', async () => {
    const { anne, brice } = await aPair();
    const gridId = one<GridId>(anne.project, `SELECT grid_id FROM category WHERE name = 'salon'`);
    for (const copy of [anne, brice]) {
      copy.line.cut(true);
      const id = createCategory(who(copy), { gridId, parentId: null, name: 'Écoute', origin: 'in-vivo' });
      applyCategories(who(copy), { ...rangeOf(copy, copy === anne ? 'Les petits' : 'nous écoute'), categoryIds: [id] });
    }
    await agree(anne, brice);
    expect(one(anne.project, `SELECT count(*) FROM category WHERE name = 'Écoute'`)).toBe(1);
    expect(one(anne.project, `SELECT count(*) FROM coding WHERE category_id = ?`, categoryId(anne, 'Écoute'))).toBe(2);
  });

  it('code words that somebody corrects meanwhile, and the passage stays on its words', async () => {
    const { anne, brice } = await aPair();
    for (const copy of [anne, brice]) copy.line.cut(true);
    correct(anne);
    applyCategories(who(brice), { ...rangeOf(brice, 'petits suivent'), categoryIds: [categoryId(brice, 'charte')] });
    await agree(anne, brice);
    expect(lastQuote(anne)).toBe('petits suivent');
  });

  it('correct words that somebody codes meanwhile, and that passage goes along too', async () => {
    const { anne, brice } = await aPair();
    for (const copy of [anne, brice]) copy.line.cut(true);
    applyCategories(who(anne), { ...rangeOf(anne, 'petits suivent'), categoryIds: [categoryId(anne, 'charte')] });
    anne.line.cut(false);
    await anne.settle();
    correct(brice);
    await agree(anne, brice);
    expect(lastQuote(anne)).toBe('petits suivent');
  });

  it('each take back what they did themselves, never what another one did', async () => {
    const { anne, brice } = await aPair();
    createCase(who(anne), { name: 'Pôle 8' });
    await agree(anne, brice);
    createCase(who(brice), { name: 'Pôle 9' });
    await agree(anne, brice);
    undo(who(anne));
    expect(refusalOf(() => undo(who(anne)))).toBe('undo.nothing');
    await agree(anne, brice);
    expect(brice.project.sqlite.prepare(`SELECT name FROM study_case ORDER BY name`).pluck().all()).toEqual(['Pôle 1', 'Pôle 2', 'Pôle 9']);
  });
});

describe('what a rule refuses', () => {
  async function bothRename(): Promise<{ anne: Copy; brice: Copy }> {
    const { anne, brice } = await aPair();
    brice.line.cut(true);
    updateCategory(who(anne), { categoryId: categoryId(anne, 'salon'), name: 'salons' });
    updateCategory(who(brice), { categoryId: categoryId(brice, 'salon'), name: 'le salon' });
    await anne.settle();
    await agree(anne, brice);
    return { anne, brice };
  }

  it('waits on the list with both sides, and the team’s version stands meanwhile', async () => {
    const { anne, brice } = await bothRename();
    expect(readSettlementCards(anne.project)).toEqual([]);
    expect(readSettlementCards(brice.project)).toMatchObject([
      { reason: 'changed', mine: [{ command: 'category.update', value: 'le salon' }], theirs: [{ command: 'category.update', value: 'salons' }] },
    ]);
    expect(one(brice.project, `SELECT count(*) FROM category WHERE name = 'salons'`)).toBe(1);
  });

  it('is done again where its author insists', async () => {
    const { anne, brice } = await bothRename();
    const [line] = readSettlementCards(brice.project);
    settle(who(brice), line?.id ?? '', 'mine');
    await agree(anne, brice);
    expect(one(anne.project, `SELECT count(*) FROM category WHERE name = 'le salon'`)).toBe(1);
    expect(readSettlementCards(brice.project)).toEqual([]);
    expect(refusalOf(() => settle(who(brice), line?.id ?? '', 'mine'))).toBe('team.settlementUnknown');
  });

  it('brings back what the others removed, where the author of a coding insists', async () => {
    const { anne, brice } = await aPair();
    brice.line.cut(true);
    applyCategories(who(brice), { ...rangeOf(brice, 'Les petits'), categoryIds: [categoryId(brice, 'charte')] });
    removeCategory(who(anne), { categoryId: categoryId(anne, 'charte'), withCodings: true });
    await anne.settle();
    await agree(anne, brice);
    const [line] = readSettlementCards(brice.project);
    expect(line).toMatchObject({ reason: 'gone', mine: [{ command: 'coding.apply' }], theirs: [{ command: 'category.remove' }] });
    settle(who(brice), line?.id ?? '', 'mine');
    await agree(anne, brice);
    expect(one(anne.project, `SELECT count(*) FROM coding WHERE category_id = ?`, categoryId(anne, 'charte'))).toBe(1);
  });
});

describe('roles and members', () => {
  it('a coder codes and corrects, and leaves the corpus to researchers', async () => {
    const { copies } = await aTeam(base, ['coder']);
    const [anne, coder] = copies as [Copy, Copy];
    applyCategories(who(coder), { ...rangeOf(coder, 'Les petits'), categoryIds: [categoryId(coder, 'salon')] });
    expect(refusalOf(() => createCase(who(coder), { name: 'Pôle 3' }))).toBe('team.roleForbids');
    expect(refusalOf(() => invite(coder.project, { name: 'X', role: 'coder' }))).toBe('team.roleForbids');
    await agree(anne, coder);
  });

  it('what somebody publishes beyond their role is followed by nobody', async () => {
    const { copies } = await aTeam(base, ['reviewer']);
    const [anne, reviewer] = copies as [Copy, Copy];
    // a program that was tampered with: it believes itself a researcher's, and publishes where the server lets it
    updateTeamState(reviewer.project.sqlite, { role: 'researcher' });
    createCase(who(reviewer), { name: 'Pôle 3' });
    updateTeamState(reviewer.project.sqlite, { role: 'reviewer' });
    await reviewer.settle();
    await anne.settle();
    expect(one(anne.project, `SELECT count(*) FROM study_case WHERE name = 'Pôle 3'`)).toBe(0);
  });

  it('a member who was removed keeps their copy and reads nothing of what follows; the others go on', async () => {
    const { server, copies } = await aTeam(base, ['coder', 'coder']);
    const [anne, brice, chloe] = copies as [Copy, Copy, Copy];
    const before = contentHash(brice.project);
    const member = readMembers(anne.project.sqlite)[1]?.id ?? '';
    await removeMember(anne.project, anne.replica, anne.line, member);
    createCase(who(anne), { name: 'Pôle 3' });
    await agree(anne, chloe);
    await brice.settle();
    expect(brice.replica.status()).toMatchObject({ state: 'stopped', problem: { code: 'team.removed' } });
    expect(contentHash(brice.project)).toBe(before);
    const last = server.messages.at(-1);
    expect(() => openMessage('essai', keysIn(readSecrets(brice.path)), 99, last as never)).toThrow('team.removed');
    const dora = await joined(server, anne, 'coder');
    await agree(anne, chloe, dora);
  });

  it('who leaves keeps an ordinary project', async () => {
    const { anne, brice } = await aPair();
    await leaveTeam(brice.project, brice.replica);
    await anne.settle();
    expect(readMembers(anne.project.sqlite)[1]?.leftAt).not.toBeNull();
    expect(() => statSync(secretsPath(brice.path))).toThrow('ENOENT');
    expect(() => createCase(who(brice), { name: 'à moi' })).not.toThrow();
  });

  it('an invitation is one link that survives a mail program, and nothing else is one', async () => {
    const { anne } = await aPair();
    const { invitation } = invite(anne.project, { name: 'Chloé', role: 'coder' });
    const link = invitationLink(invitation);
    expect(readInvitation(`${link.slice(0, 60)}\r\n${link.slice(60)}\n`)).toEqual(invitation);
    for (const text of ['', 'trame-team://join/abc', link.slice(0, -20), 'https://exemple.fr'])
      expect(refusalOf(() => readInvitation(text))).toBe('team.invitationInvalid');
    expect(statSync(secretsPath(anne.path)).mode & 0o777).toBe(0o600);
  });
});

describe('a server', () => {
  it('never sees a word of the study, a name or a title', async () => {
    const { anne, brice } = await aPair();
    createCase(who(anne), { name: 'Confidentiel' });
    await agree(anne, brice);
    const seen = Buffer.concat([...anne.server.messages.map(({ bytes }) => bytes), ...anne.server.shelf.values()]).toString('latin1');
    for (const word of ['Confidentiel', 'Directrice', 'SQLite', 'case.create', 'Anne']) expect(seen).not.toContain(word);
  });

  it('that has lost the end of the work is named, and nothing is sent to it', async () => {
    const { anne, brice } = await aPair();
    createCase(who(anne), { name: 'Pôle 3' });
    await agree(anne, brice);
    anne.server.forgetAfter(1);
    createCase(who(anne), { name: 'Pôle 4' });
    await anne.restart();
    await anne.settle();
    expect(anne.replica.status()).toMatchObject({ state: 'stopped', pending: 1, problem: { code: 'team.streamTruncated' } });
  });

  it('that answers with what does not decipher is named, and nothing of it is applied', async () => {
    const { anne, brice } = await aPair();
    const before = contentHash(brice.project);
    anne.server.messages.push({ sequence: anne.server.last + 1, role: 'researcher', bytes: new Uint8Array([1, 2, 3]), id: 'x' });
    await brice.restart();
    await brice.settle();
    expect(brice.replica.status().problem?.code).toBe('team.undecipherable');
    expect(contentHash(brice.project)).toBe(before);
  });

  it('that passes on the work of a newer Trame is not the problem: the program is, and it says so', async () => {
    const { anne, brice } = await aPair();
    const header = { step: 999, epoch: 1, member: 'x', role: 'researcher' } as const;
    const bytes = sealMessage('essai', header, keysIn(readSecrets(anne.path)), {});
    anne.server.messages.push({ sequence: anne.server.last + 1, role: 'researcher', bytes, id: 'x' });
    await brice.restart();
    await brice.settle();
    expect(brice.replica.status().problem).toMatchObject({ code: 'team.newerProgram', data: { step: 999 } });
  });

  it('holds only the end of the work after a while: who was away for weeks begins from the snapshot, and their own work is not lost', async () => {
    const { anne, brice } = await aPair();
    brice.line.cut(true);
    applyCategories(who(brice), { ...rangeOf(brice, 'Les petits'), categoryIds: [categoryId(brice, 'salon')] });
    for (let n = 3; n < 8; n += 1) createCase(who(anne), { name: `Pôle ${n}` });
    await anne.settle();
    await anne.replica.snapshot();
    await anne.line.purge(anne.server.last);
    await brice.restart();
    await agree(anne, brice);
    expect(one(anne.project, `SELECT count(*) FROM coding WHERE category_id = ?`, categoryId(anne, 'salon'))).toBe(2);
    expect(brice.replica.status()).toMatchObject({ state: 'upToDate', pending: 0 });
  });

  it('is not needed to work: the program may end before anything is sent', async () => {
    const { anne, brice } = await aPair();
    brice.line.cut(true);
    createCase(who(brice), { name: 'Pôle 3' });
    await brice.restart();
    await agree(anne, brice);
    expect(one(anne.project, `SELECT count(*) FROM study_case WHERE name = 'Pôle 3'`)).toBe(1);
  });

  it('cannot make a copy that says something else go on unnoticed', async () => {
    const { anne, brice } = await aPair();
    brice.project.sqlite.exec(`UPDATE category SET name = 'autre chose' WHERE name = 'salon'`);
    updateCategory(who(anne), { categoryId: categoryId(anne, 'salon'), name: 'salons' });
    await anne.settle();
    await brice.settle();
    expect(brice.replica.status().problem?.code).toBe('team.diverged');
  });
});
