// What every step of taking over another program's project needs: ids, coders, categories, memos, and the count of what changed.
import { randomUUID } from 'node:crypto';
import { bringIn } from '../../commands/bring-in.ts';
import type { BroughtRow } from '../../commands/bring-in.ts';
import type { Session } from '../../commands/run-command.ts';
import type { Row } from '../../storage/schema.ts';
import { CATEGORY_COLORS } from '../../../shared/domain/category.ts';
import { initialsOf } from '../../../shared/domain/corpus.ts';
import type { Language } from '../../../shared/domain/project.ts';
import type { RefiConvention, RefiUncertain } from '../../../shared/domain/refi.ts';
import { refiText } from '../../../shared/i18n/refi.ts';
import { Changes, Ids, Names } from './bring-in-ids.ts';
import { colorIn, ruleIn } from './code-words.ts';
import { codesByDots, namesPathsWithDots } from './dotted-names.ts';
import type { PackageText } from './position-convention.ts';
import type { ReadCode, ReadProject, ReadSource, ReadText } from './read-project.ts';

export interface PackageFiles {
  /** Null where the package does not have it. */
  text(item: Pick<ReadText, 'path' | 'inline'>): PackageText | null;
  bytes(path: string): Uint8Array | null;
}

interface Asked {
  readonly session: Session;
  readonly read: ReadProject;
  /** The sources with all that stands in them, one after the other, each let go before the next. */
  readonly sources: () => Iterable<ReadSource>;
  readonly files: PackageFiles;
  readonly convention: RefiConvention;
  readonly language: Language;
  /** Those that already lie beside the project, by their path in the package. */
  readonly recordings?: ReadonlyMap<string, BroughtRecording> | undefined;
}

export type BroughtRecording = Pick<Row<'media'>, 'sha256' | 'originalName' | 'mime' | 'sizeBytes'>;

/** What a memo is about. */
export interface Target {
  readonly kind: 'project' | 'source' | 'passage' | 'coding' | 'category' | 'case';
  readonly id: string;
}

const ROWS_AT_ONCE = 5000;
/** Stands for a code that no coding names. */
const NO_CODE = 'none';

/** Each step is a class on top of the one before; `BringIn` is the whole. */
export class BringInState {
  readonly changes = new Changes();
  readonly uncertain: RefiUncertain[] = [];
  moreUncertain = 0;
  readonly made = { coders: 1, categories: 0, cases: 0, attributes: 0, sources: 0, passages: 0, codings: 0, memos: 0, links: 0 };
  protected readonly asked: Asked;
  protected readonly words: (typeof refiText)['fr'];
  protected readonly act = randomUUID();
  protected readonly now = new Date().toISOString();
  protected readonly isOwn: boolean;
  /** Ids given so far, of whatever kind: a package must not say one twice. */
  protected used = new Set<string>();
  protected rows: BroughtRow[] = [];
  protected readonly coders = new Ids(this.changes, this.used);
  protected readonly coderNames = new Names();
  protected readonly grids = new Ids(this.changes, this.used);
  protected readonly categories = new Ids(this.changes, this.used);
  protected readonly cases = new Ids(this.changes, this.used);
  protected readonly sources = new Ids(this.changes, this.used);
  protected readonly passages = new Ids(this.changes, this.used);
  protected readonly codings = new Ids(this.changes, this.used);
  protected readonly memos = new Ids(this.changes, this.used);
  protected readonly pseudoCodes = new Set<string>();
  protected readonly memberships = new Set<string>();
  /** Selection → the cases that it belongs to. */
  protected readonly extents = new Map<string, string[]>();
  protected readonly parts = new Ids(this.changes, this.used);
  protected readonly attributes = new Map<string, string>();
  protected readonly attributeNames = { case: new Names(), source: new Names() };
  protected readonly valued = new Set<string>();
  /** Note → what refers to it, in the order met. */
  protected readonly noted = new Map<string, Target[]>();
  protected extraGrid: string | null = null;

  constructor(asked: Asked) {
    this.asked = asked;
    this.words = refiText[asked.language];
    this.isOwn = asked.read.origin.startsWith('Trame');
  }

  protected add(row: BroughtRow): void {
    this.rows.push(row);
    if (this.rows.length >= ROWS_AT_ONCE) this.flush();
  }

  protected flush(): void {
    const rows = this.rows;
    this.rows = [];
    if (rows.length > 0) bringIn(this.asked.session, { name: this.asked.read.name || this.words.project, rows, act: this.act });
  }

  protected refer(note: string, target: Target): void {
    const others = this.noted.get(note);
    if (others) others.push(target);
    else this.noted.set(note, [target]);
  }

  /** The first user is the coder with whom the project was made. */
  protected bringUsers(): void {
    const [first, ...others] = this.asked.read.users;
    this.coderNames.make(first?.name ?? '', this.words.coder);
    this.used.add(this.asked.session.coderId);
    if (first) this.coders.alias(first.guid, this.asked.session.coderId);
    for (const { guid, name, initials } of others) this.addCoder(guid, name, initials);
  }

  protected addCoder(guid: string, wanted: string, initials = ''): string {
    const id = this.coders.make(guid);
    const { name, isChanged } = this.coderNames.make(wanted, this.words.coder);
    if (isChanged) this.changes.add('coderRenamed');
    const color = CATEGORY_COLORS[this.made.coders % CATEGORY_COLORS.length] ?? CATEGORY_COLORS[0];
    this.add({ table: 'coder', row: { id, name, initials: initials || initialsOf(name), color, createdAt: this.now } });
    this.made.coders += 1;
    return id;
  }

  /** Nobody named is the project's first coder; a user whom the package does not list is made. */
  protected coder(guid: string): string {
    if (guid === '') return this.asked.session.coderId;
    const known = this.coders.find(guid);
    if (known !== undefined) return known;
    this.changes.add('unknownUser');
    return this.addCoder(guid, this.words.unknownUser(guid));
  }

  protected bringCodes(): void {
    const { read } = this.asked;
    const cases = new Set(read.cases.map(({ guid }) => guid));
    const isPseudo = (code: ReadCode): boolean => cases.has(code.guid);
    // a code below a code that is a case stays, under what is left above it
    const codes = namesPathsWithDots(read.origin) && read.codes.every(({ parent }) => parent === null) ? codesByDots(read.codes) : read.codes;
    const kept = codes.filter((code) => !isPseudo(code));
    for (const { guid } of read.codes.filter(isPseudo)) this.pseudoCodes.add(guid);
    this.changes.add('pseudoCode', this.pseudoCodes.size);
    const isGrid = (code: ReadCode): boolean => this.isOwn && code.parent === null && !code.isCodable;
    for (const code of kept.filter(isGrid)) this.addGrid(code.guid, code.name, code.description);
    const others = kept.filter((code) => !isGrid(code));
    const gridOf = new Map<string, string>();
    for (const [position, code] of others.entries()) {
      const ownGrid = code.parent === null ? undefined : this.grids.find(code.parent);
      const parentId = code.parent === null || ownGrid !== undefined ? null : (this.categories.find(code.parent) ?? null);
      const gridId = ownGrid ?? (parentId === null ? this.gridOfCodes() : (gridOf.get(parentId) ?? this.gridOfCodes()));
      const { name, isChanged } = this.namesUnder(parentId ?? gridId).make(code.name, this.words.code);
      if (isChanged) this.changes.add('codeRenamed');
      const id = this.addCategory({ ...code, name }, gridId, parentId, position);
      gridOf.set(id, gridId);
      for (const note of code.notes) this.refer(note, { kind: 'category', id });
    }
  }

  protected readonly codeNames = new Map<string, Names>();

  /** Names of the categories side by side there. */
  protected namesUnder(place: string): Names {
    let names = this.codeNames.get(place);
    if (!names) this.codeNames.set(place, (names = new Names()));
    return names;
  }

  protected addGrid(guid: string, title: string, description: string): string {
    const id = this.grids.make(guid);
    const position = this.gridCount;
    this.gridCount += 1;
    this.add({
      table: 'grid',
      row: { id, key: `refi-${position + 1}`, title: title || this.words.codes, source: '', description, version: 1, position },
    });
    return id;
  }

  protected gridCount = 0;

  protected gridOfCodes(): string {
    this.extraGrid ??= this.addGrid('', this.words.codes, '');
    return this.extraGrid;
  }

  protected addCategory(
    code: Pick<ReadCode, 'guid' | 'name' | 'description' | 'color'>,
    gridId: string,
    parentId: string | null,
    position: number,
  ): string {
    const id = this.categories.make(code.guid);
    const { definition = '', inclusion = '', exclusion = '', example = '' } = ruleIn(code.description);
    const color = colorIn(code.color) ?? CATEGORY_COLORS[position % CATEGORY_COLORS.length] ?? CATEGORY_COLORS[0];
    const words = { name: code.name, definition, inclusion, exclusion, example };
    const state = { scale: null, stage: null, status: null, examplePassageId: null };
    this.add({ table: 'category', row: { id, gridId, parentId, position, ...words, color, origin: 'a-priori', createdAt: this.now, ...state } });
    this.made.categories += 1;
    return id;
  }

  protected category(guid: string): string {
    const known = this.categories.find(guid || NO_CODE);
    if (known !== undefined) return known;
    this.changes.add(guid === '' ? 'codingWithoutCode' : 'unknownCode');
    const gridId = this.gridOfCodes();
    const { name } = this.namesUnder(gridId).make(guid === '' ? this.words.noCode : this.words.unknownCode(guid), this.words.code);
    return this.addCategory({ guid: guid || NO_CODE, name, description: '', color: undefined }, gridId, null, this.made.categories);
  }

  protected addMemo(
    target: Target,
    title: string,
    text: string,
    made: { guid?: string; user: string; at: string; modifiedAt?: string } = { user: '', at: '' },
  ): void {
    const id = made.modifiedAt === undefined ? randomUUID() : this.memos.make(made.guid ?? '');
    const createdAt = made.at || this.now;
    const own = { title, text, document: null, coderId: this.coder(made.user), createdAt, updatedAt: made.modifiedAt || createdAt };
    this.add({ table: 'memo', row: { id, targetKind: target.kind, targetId: target.id, kind: 'analytic', ...own } });
    this.made.memos += 1;
  }
}
