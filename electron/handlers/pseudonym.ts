// Answers the calls about names that are replaced, people who are erased, and what is promised to them. The open key is held here, in memory only.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { pseudonymContract } from '../../shared/contract/pseudonym.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { withoutPerson } from '../../shared/domain/pseudonym.ts';
import type { NamedEntity } from '../../shared/domain/pseudonym.ts';
import { updateConfidentiality } from '../commands/confidentiality.ts';
import { erasePerson, planErasure, previewErasure } from '../commands/erase-person.ts';
import { keyWith, planPseudonyms, pseudonymise } from '../commands/pseudonymise.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { pseudonymisedAt, readConfidentiality } from '../queries/confidentiality.ts';
import { previewNames, proposeNames } from '../queries/name-places.ts';
import type { Reading } from '../queries/name-places.ts';
import { readProject } from '../queries/project.ts';
import { backUp, listBackups, removeBackups } from '../storage/backups.ts';
import { OpenKey, keyPathOf } from '../storage/key-file.ts';
import type { Project } from '../storage/open-project.ts';
import { teamRole } from '../storage/team-state.ts';
import { bytesIn, done } from './reply.ts';

interface HeldKey {
  readonly key: OpenKey;
  readonly projectId: string;
  /** Where changes are written: null for a key that was handed in and lies elsewhere. */
  path: string | null;
}

/** The backups made before hold what was taken out: one of the project as it is now replaces them all. */
async function replaceBackups(project: Project): Promise<{ removed: number; isBackedUp: boolean }> {
  const kept = await backUp(project, { before: 'asked' }).catch(() => null);
  return { removed: removeBackups(project, kept?.name ?? null), isBackedUp: kept !== null };
}

/** The key that is open at the desk, and the names in it. */
class OpenNames {
  readonly #desk: Desk;
  held: HeldKey | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
    desk.onClosing(() => (this.held = null));
  }

  /** Refuses (`pseudonym.noKey`) where none is open for this project. */
  opened(): HeldKey {
    const { id } = readProject(this.#desk.whole());
    if (this.held?.projectId !== id) throw new Refusal('pseudonym.noKey');
    return this.held;
  }

  entities(): readonly NamedEntity[] {
    const { held } = this;
    return held && held.projectId === readProject(this.#desk.whole()).id ? held.key.content.entities : [];
  }

  hold(key: OpenKey, path: string | null): void {
    const { id } = readProject(this.#desk.whole());
    if (key.content.projectId !== id) throw new Refusal('pseudonym.otherProject');
    this.held = { key, projectId: id, path };
    this.tell();
  }

  /** Takes what an erased person was called out of the key. */
  forget(words: readonly string[]): void {
    if (!this.held) return;
    const { key, path } = this.held;
    key.content = withoutPerson(key.content, words);
    if (path !== null) key.save(path);
  }

  tell(): void {
    this.#desk.emit({ kind: 'changes', command: 'pseudonym.write', tables: ['pseudonymisation'] });
  }
}

function reading(desk: Desk, job: string, work: (watch: Reading) => Promise<unknown>): Promise<unknown> {
  return desk.watched(job, ({ onProgress, isCancelled }) =>
    work({
      step: async (all, total) => {
        onProgress(all, total, '');
        await new Promise((resolve) => setImmediate(resolve));
        if (isCancelled()) throw new Refusal('job.cancelled');
      },
    }),
  );
}

type Answers = Pick<Handlers, keyof typeof pseudonymContract>;
type KeyAnswers = Pick<
  Answers,
  | 'pseudonym.state'
  | 'pseudonym.createKey'
  | 'pseudonym.openKey'
  | 'pseudonym.closeKey'
  | 'pseudonym.saveKey'
  | 'pseudonym.removeKeyBeside'
  | 'pseudonym.write'
>;
type NameAnswers = Pick<Answers, 'pseudonym.proposals' | 'pseudonym.preview' | 'pseudonym.apply' | 'pseudonym.show'>;

function keyHandlers(desk: Desk, names: OpenNames): KeyAnswers {
  return {
    'pseudonym.state': () => {
      const project = desk.whole();
      const path = keyPathOf(project.path);
      return {
        isKeyOpen: names.held !== null,
        hasKeyBeside: existsSync(path),
        keyFile: basename(path),
        entities: names.entities(),
        pseudonymisedAt: pseudonymisedAt(project),
        showsOriginals: desk.showsOriginals(),
        isInTeam: teamRole(project.sqlite) !== undefined,
      };
    },
    'pseudonym.createKey': ({ password }) => {
      const project = desk.whole();
      const path = keyPathOf(project.path);
      if (existsSync(path)) throw new Refusal('pseudonym.keyExists');
      const key = OpenKey.make(password, { projectId: readProject(project).id, entities: [], turns: {} });
      key.save(path);
      return done(names.hold(key, path));
    },
    'pseudonym.openKey': ({ password, file }) => {
      const path = keyPathOf(desk.whole().path);
      if (file) return done(names.hold(OpenKey.read(bytesIn(file.base64), password), null));
      if (!existsSync(path)) throw new Refusal('pseudonym.noKey');
      return done(names.hold(OpenKey.read(readFileSync(path), password), path));
    },
    'pseudonym.closeKey': () => {
      desk.whole();
      if (desk.showsOriginals()) desk.showOriginals(null);
      names.held = null;
      return done(names.tell());
    },
    'pseudonym.saveKey': () => {
      const { key } = names.opened();
      const content = key.bytes();
      return { fileName: basename(keyPathOf(desk.whole().path)), mime: 'application/json', base64: content.toString('base64') };
    },
    'pseudonym.removeKeyBeside': () => {
      const holding = names.opened();
      rmSync(keyPathOf(desk.whole().path), { force: true });
      holding.path = null;
      return done(names.tell());
    },
    'pseudonym.write': ({ entities }) => {
      const { key, path } = names.opened();
      key.content = { ...key.content, entities };
      if (path !== null) key.save(path);
      return done(names.tell());
    },
  };
}

function nameHandlers(desk: Desk, names: OpenNames): NameAnswers {
  return {
    'pseudonym.proposals': ({ job }) =>
      reading(desk, job, (watch) => proposeNames(desk.whole(), names.entities(), watch)) as ReturnType<typeof proposeNames>,
    'pseudonym.preview': ({ job }) => {
      const project = desk.whole();
      const { key } = names.opened();
      const isFirst = Object.keys(key.content.turns).length === 0;
      const facts = { isFirst, backups: listBackups(project).length };
      return reading(desk, job, (watch) => previewNames(project, key.content.entities, facts, watch)) as ReturnType<typeof previewNames>;
    },
    'pseudonym.apply': ({ job }) =>
      desk.watched(job, async (watch) => {
        const holding = names.opened();
        const session = desk.session();
        const plan = await planPseudonyms(session, holding.key.content.entities, watch);
        // what leads back is on the disk before anything is replaced; a key that lies elsewhere comes back beside the project for it
        const before = holding.key.content;
        holding.path ??= keyPathOf(session.project.path);
        holding.key.content = keyWith(before, plan);
        holding.key.save(holding.path);
        try {
          const { originals } = pseudonymise(session, plan);
          desk.emit({ kind: 'changes', command: 'pseudonym.apply', tables: desk.allTables() });
          const backups = await replaceBackups(session.project);
          return { replaced: plan.replaced, originals, backups: backups.removed, isBackedUp: backups.isBackedUp };
        } catch (error) {
          if (error instanceof Refusal) {
            holding.key.content = before;
            holding.key.save(holding.path);
          }
          throw error;
        }
      }),
    'pseudonym.show': ({ originals }) => {
      desk.showOriginals(originals ? names.opened().key.content : null);
      return done(names.tell());
    },
  };
}

export function pseudonymHandlers(desk: Desk): Answers {
  const names = new OpenNames(desk);
  return {
    ...keyHandlers(desk, names),
    ...nameHandlers(desk, names),
    'erasure.preview': (request) => previewErasure(desk.session(), request, listBackups(desk.whole()).length),
    'erasure.run': ({ job, confirmed, ...request }) =>
      desk.watched(job, async (watch) => {
        const session = desk.session();
        const plan = await planErasure(session, request, confirmed, watch);
        const record = erasePerson(session, plan, listBackups(session.project).length);
        desk.emit({ kind: 'changes', command: 'erasure.run', tables: desk.allTables() });
        names.forget([confirmed, ...request.forms]);
        const { isBackedUp } = await replaceBackups(session.project);
        return { ...record, isBackedUp };
      }),
    'confidentiality.read': () => readConfidentiality(desk.whole()),
    'confidentiality.update': (input) => done(updateConfidentiality(desk.session(), input)),
  };
}
