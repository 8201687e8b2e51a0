// The key of a protected project: the same however the password was typed, and another one for every file.
import { argon2id } from '@noble/hashes/argon2.js';
import { expect, it } from 'vitest';
import { planMerge } from '../../../electron/exchange/merging/plan-merge.ts';
import { closeProject, openProject } from '../../../electron/storage/open-project.ts';
import { connect, drawKey, keyForOther, keyOfPurpose, newKey, wipe } from '../../../electron/storage/project-key.ts';
import { recast } from '../../../electron/storage/recast.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import { aStudy } from '../../support/study.ts';

const PASSWORD = 'une phrase à retenir';

it('is drawn by Argon2id (RFC 9106), by whichever code the runtime has', { timeout: 20_000 }, async () => {
  const salt = Buffer.from('TRP1salt of 12 b');
  const key = await drawKey(PASSWORD, salt);
  const byHand = argon2id(new TextEncoder().encode(PASSWORD), salt, { t: 3, m: 65_536, p: 4, dkLen: 32 });
  expect(Buffer.from(key.subarray(0, 32))).toEqual(Buffer.from(byHand));
  expect(Buffer.from(key.subarray(32))).toEqual(salt);
  // an accent in two letters is the same accent
  expect(await drawKey(PASSWORD.normalize('NFD'), salt)).toEqual(key);
  const [other] = [await newKey(PASSWORD)];
  expect(other.subarray(32)).not.toEqual(key.subarray(32));
  expect(keyOfPurpose(key, 'a')).not.toEqual(keyOfPurpose(key, 'b'));
});

it('two copies under two passwords are merged, a key that was wiped opens nothing', async () => {
  const [ours, theirs] = [aStudy().project.reopen(), aStudy().project.codedBy('Léa', 'charte', 'Les grands groupes')];
  const keys = [await newKey(PASSWORD), await newKey('une autre phrase')] as const;
  for (const [at, project] of [ours.project, theirs.project].entries()) {
    closeProject(project);
    recast(project.path, null, keys[at] ?? null);
  }
  const plan = planMerge({ path: ours.path, key: keys[0] }, { path: theirs.path, key: keys[1] }, { choices: {}, matches: {} });
  expect(plan.coders).toMatchObject([{ name: 'Léa', added: 1 }]);
  // a copy made of the project opens with the key that is at hand
  expect(await keyForOther(ours.path, keys[0], undefined)).toBe(keys[0]);
  wipe(keys[0]);
  expect(() => openProject(ours.path, { key: keys[0] })).toThrow(new Refusal('project.none'));
  const scratch = connect(theirs.path, keys[1]);
  expect(scratch.pragma('temp_store', { simple: true })).toBe(2);
  scratch.close();
});
