// Another program's project becomes a project of Trame's: everything lands somewhere, and what lands otherwise than it was is counted.
import { createHash, randomUUID } from 'node:crypto';
import { bringIn } from '../../commands/bring-in.ts';
import type { BroughtRow } from '../../commands/bring-in.ts';
import { importSources } from '../../commands/import-sources.ts';
import type { Session } from '../../commands/run-command.ts';
import { canonicalValue } from '../../../shared/domain/attribute-value.ts';
import { CATEGORY_COLORS } from '../../../shared/domain/category.ts';
import { initialsOf } from '../../../shared/domain/corpus.ts';
import type { AttributeType } from '../../../shared/domain/corpus.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { recogniseTurns } from '../../../shared/domain/recognise-turns.ts';
import type { RefiConvention, RefiUncertain } from '../../../shared/domain/refi.ts';
import { anchorAt, turnStarts } from '../../../shared/domain/text-offset.ts';
import { refiText } from '../../../shared/i18n/refi.ts';
import { readOutline } from '../../queries/sources.ts';
import { Changes, Ids, Names } from './bring-in-ids.ts';
import { Places } from './bring-in-places.ts';
import { colorIn, ruleIn } from './code-words.ts';
import type { PackageText } from './position-convention.ts';
import type { ReadCode, ReadCoding, ReadListed, ReadProject, ReadSource, ReadText, ReadValue } from './read-project.ts';
import { SCOPE_WORDS } from './write-project.ts';

export interface PackageFiles {
  /** Null where the package does not have it. */
  text(item: Pick<ReadText, 'path' | 'inline'>): PackageText | null;
  bytes(path: string): Uint8Array | null;
}

interface Asked {
  readonly session: Session;
  readonly read: ReadProject;
  readonly files: PackageFiles;
  readonly convention: RefiConvention;
  readonly language: Language;
}

type Target = { readonly kind: 'project' | 'source' | 'passage' | 'coding' | 'category' | 'case'; readonly id: string };

const ROWS_AT_ONCE = 20_000;
const VALUE_TYPES: Readonly<Record<string, AttributeType>> = { integer: 'number', float: 'number', boolean: 'yesNo', date: 'date' };
/** ATLAS.ti has no variables: it calls its sets `name: value`. */
const NAMED_VALUE = /^([^:]{1,80}):\s*(\S.*)$/s;

export class BringIn {
  readonly changes = new Changes();
  readonly uncertain: RefiUncertain[] = [];
  moreUncertain = 0;
  readonly made = { coders: 1, categories: 0, cases: 0, attributes: 0, sources: 0, passages: 0, codings: 0, memos: 0, links: 0 };
  readonly #asked: Asked;
  readonly #words: (typeof refiText)['fr'];
  readonly #act = randomUUID();
  readonly #now = new Date().toISOString();
  readonly #isOwn: boolean;
  #rows: BroughtRow[] = [];
  readonly #coders = new Ids(this.changes);
  readonly #coderNames = new Names();
  readonly #grids = new Ids(this.changes);
  readonly #categories = new Ids(this.changes);
  readonly #cases = new Ids(this.changes);
  readonly #sources = new Ids(this.changes);
  readonly #passages = new Ids(this.changes);
  readonly #codings = new Ids(this.changes);
  readonly #memos = new Ids(this.changes);
  readonly #pseudoCodes = new Set<string>();
  readonly #memberships = new Set<string>();
  readonly #attributes = new Map<string, string>();
  readonly #attributeNames = { case: new Names(), source: new Names() };
  readonly #valued = new Set<string>();
  /** Note → what refers to it, in the order met. */
  readonly #noted = new Map<string, Target[]>();
  #extraGrid: string | null = null;

  constructor(asked: Asked) {
    this.#asked = asked;
    this.#words = refiText[asked.language];
    this.#isOwn = asked.read.origin.startsWith('Trame');
  }

  run(): void {
    this.#bringUsers();
    this.#bringCodes();
    this.#bringCases();
    for (const source of this.#asked.read.sources) this.#bringSource(source);
    this.#bringValues();
    for (const note of this.#asked.read.notesOfProject) this.#refer(note, { kind: 'project', id: '' });
    this.#bringSets();
    this.#bringGraphs();
    this.#bringLinksToNotes();
    this.#bringNotes();
    this.#bringLinks();
    this.#flush();
    this.changes.add('unknownElement', this.#asked.read.unknown);
  }

  #add(row: BroughtRow): void {
    this.#rows.push(row);
    if (this.#rows.length >= ROWS_AT_ONCE) this.#flush();
  }

  #flush(): void {
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length > 0) bringIn(this.#asked.session, { name: this.#asked.read.name || this.#words.project, rows, act: this.#act });
  }

  #refer(note: string, target: Target): void {
    const others = this.#noted.get(note);
    if (others) others.push(target);
    else this.#noted.set(note, [target]);
  }

  /** The first user is the coder with whom the project was made. */
  #bringUsers(): void {
    const [first, ...others] = this.#asked.read.users;
    this.#coderNames.make(first?.name ?? '', this.#words.coder);
    if (first) this.#coders.alias(first.guid, this.#asked.session.coderId);
    for (const { guid, name, initials } of others) this.#addCoder(guid, name, initials);
  }

  #addCoder(guid: string, wanted: string, initials = ''): string {
    const id = this.#coders.make(guid);
    const { name, isChanged } = this.#coderNames.make(wanted, this.#words.coder);
    if (isChanged) this.changes.add('coderRenamed');
    const color = CATEGORY_COLORS[this.made.coders % CATEGORY_COLORS.length] ?? CATEGORY_COLORS[0];
    this.#add({ table: 'coder', row: { id, name, initials: initials || initialsOf(name), color, createdAt: this.#now } });
    this.made.coders += 1;
    return id;
  }

  /** Nobody named is the project's first coder; a user whom the package does not list is made. */
  #coder(guid: string): string {
    if (guid === '') return this.#asked.session.coderId;
    const known = this.#coders.find(guid);
    if (known !== undefined) return known;
    this.changes.add('unknownUser');
    return this.#addCoder(guid, this.#words.unknownUser(guid));
  }

  #bringCodes(): void {
    const { read } = this.#asked;
    const cases = new Set(read.cases.map(({ guid }) => guid));
    const isPseudo = (code: ReadCode): boolean => cases.has(code.guid);
    // a code below a code that is a case stays, under what is left above it
    const kept = read.codes.filter((code) => !isPseudo(code));
    for (const { guid } of read.codes.filter(isPseudo)) this.#pseudoCodes.add(guid);
    this.changes.add('pseudoCode', this.#pseudoCodes.size);
    const isGrid = (code: ReadCode): boolean => this.#isOwn && code.parent === null && !code.isCodable;
    for (const code of kept.filter(isGrid)) this.#addGrid(code.guid, code.name, code.description);
    const others = kept.filter((code) => !isGrid(code));
    const names = new Map<string, Names>();
    const gridOf = new Map<string, string>();
    for (const [position, code] of others.entries()) {
      const ownGrid = code.parent === null ? undefined : this.#grids.find(code.parent);
      const parentId = code.parent === null || ownGrid !== undefined ? null : (this.#categories.find(code.parent) ?? null);
      const gridId = ownGrid ?? (parentId === null ? this.#gridOfCodes() : (gridOf.get(parentId) ?? this.#gridOfCodes()));
      const siblings = names.get(parentId ?? gridId) ?? new Names();
      names.set(parentId ?? gridId, siblings);
      const { name, isChanged } = siblings.make(code.name, this.#words.code);
      if (isChanged) this.changes.add('codeRenamed');
      const id = this.#addCategory({ ...code, name }, gridId, parentId, position);
      gridOf.set(id, gridId);
      for (const note of code.notes) this.#refer(note, { kind: 'category', id });
    }
  }

  #addGrid(guid: string, title: string, description: string): string {
    const id = this.#grids.make(guid);
    const position = this.#gridCount;
    this.#gridCount += 1;
    this.#add({ table: 'grid', row: { id, key: `refi-${position + 1}`, title: title || this.#words.codes, source: '', description, version: 1, position } });
    return id;
  }

  #gridCount = 0;

  #gridOfCodes(): string {
    this.#extraGrid ??= this.#addGrid('', this.#words.codes, '');
    return this.#extraGrid;
  }

  #addCategory(code: Pick<ReadCode, 'guid' | 'name' | 'description' | 'color'>, gridId: string, parentId: string | null, position: number): string {
    const id = this.#categories.make(code.guid);
    const { definition = '', inclusion = '', exclusion = '', example = '' } = ruleIn(code.description);
    const color = colorIn(code.color) ?? CATEGORY_COLORS[position % CATEGORY_COLORS.length] ?? CATEGORY_COLORS[0];
    const words = { name: code.name, definition, inclusion, exclusion, example };
    const state = { scale: null, stage: null, status: null, examplePassageId: null };
    this.#add({ table: 'category', row: { id, gridId, parentId, position, ...words, color, origin: 'a-priori', createdAt: this.#now, ...state } });
    this.made.categories += 1;
    return id;
  }

  #bringCases(): void {
    const names = new Names();
    for (const item of this.#asked.read.cases) {
      this.changes.add('caseCodeLeft', item.codes.length);
      this.changes.add('caseExtentLeft', item.selections.length);
      // only there to give a source its values
      if (item.name.trim() === '' && item.sources.length === 1 && item.description === '') {
        this.changes.add('unnamedCase');
        continue;
      }
      const { name, isChanged } = names.make(item.name, this.#words.case);
      if (isChanged) this.changes.add('caseRenamed');
      const id = this.#cases.make(item.guid);
      this.#add({ table: 'study_case', row: { id, name, position: this.made.cases } });
      this.made.cases += 1;
      if (item.description !== '') this.#addMemo({ kind: 'case', id }, this.#words.comment, item.description);
    }
  }

  #bringSource(source: ReadSource): void {
    const found = this.#asked.files.text(source);
    if (found?.isWindows1252) this.changes.add('windows1252');
    const text = found !== null && found.text !== '' ? found : null;
    if (!text && source.path !== '') this.changes.add('missingFile');
    if (source.mediaPath !== '') this.changes.add('mediaLeft');
    const paired = new Set(source.selections.map(({ guid }) => guid));
    const pairs = source.listed.filter(({ guid }) => guid !== '' && paired.has(guid));
    this.changes.add('pairedSelection', pairs.length);
    const listed = source.listed.filter((item) => !pairs.includes(item));
    if (text) this.#bringText(source, text, pairs);
    if (!text || listed.length > 0) this.#bringListing(source, text ? listed : [...listed, ...this.#asListed(source)], text !== null);
  }

  /** Selections of a text that the package does not have. */
  #asListed({ selections }: ReadSource): ReadListed[] {
    return selections.map((selection) => ({ ...selection, place: `${selection.start}–${selection.end}` }));
  }

  #bringText(source: ReadSource, text: PackageText, pairs: readonly ReadListed[]): void {
    const id = this.#importText(source, source.name, text.text, 'interview');
    const places = new Places(source.name, text, this.#asked.convention);
    const write = this.#passageWriter(id, text.text);
    for (const selection of source.selections) {
      const { start, end } = places.place(selection);
      const pair = pairs.find(({ guid }) => guid === selection.guid);
      const own = new Set(selection.codings.map((coding) => coding.guid));
      const more = pair?.codings.filter((coding) => !own.has(coding.guid)) ?? [];
      write({ ...selection, codings: [...selection.codings, ...more] }, start, end);
    }
    this.uncertain.push(...places.uncertain);
    this.moreUncertain += places.more;
    this.#bringSourceRest(source, id, text.text, write);
  }

  /** What stands in no text becomes lines of one, so that its codings have words to stand on. */
  #bringListing(source: ReadSource, listed: readonly ReadListed[], isBeside: boolean): void {
    const line = ({ place, name }: ReadListed): string => `[${place}]${name === '' ? '' : ` ${name.replace(/\s+/gu, ' ')}`}`;
    const lines = listed.map(line);
    const text = `${[this.#words.listing(source.name), ...lines].join('\n')}\n`;
    this.changes.add('listedSource');
    this.changes.add('listedSelection', listed.length);
    const name = isBeside ? this.#words.places(source.name) : source.name;
    const id = this.#importText({ ...source, guid: isBeside ? '' : source.guid, richPath: '' }, name, text, 'document');
    const write = this.#passageWriter(id, text);
    let at = this.#words.listing(source.name).length + 1;
    for (const [index, item] of listed.entries()) {
      const length = lines[index]?.length ?? 0;
      write(item, at, at + length);
      at += length + 1;
    }
    if (!isBeside) this.#bringSourceRest(source, id, text, write);
  }

  #importText({ guid, richPath, name: original }: ReadSource, name: string, text: string, kind: 'interview' | 'document'): string {
    this.#flush();
    const id = this.#sources.make(guid);
    const rich = richPath === '' ? null : this.#asked.files.bytes(richPath);
    const bytes = rich ?? Buffer.from(text);
    const { turns } = recogniseTurns(text);
    importSources(
      this.#asked.session,
      [
        {
          id: id as SourceId,
          name: name.trim() || this.#words.source,
          originalName: rich && !/\.docx$/i.test(original) ? `${original}.docx` : original,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          turns,
          kind,
          ...(rich ? { original: () => rich } : {}),
        },
      ],
      { caseId: null, kind },
    );
    this.made.sources += 1;
    return id;
  }

  /** Codings, notes and words of the source as a whole. */
  #bringSourceRest(source: ReadSource, id: string, text: string, write: ReturnType<BringIn['passageWriter']>): void {
    for (const note of source.notes) this.#refer(note, { kind: 'source', id });
    if (source.description.trim() !== '') {
      this.#addMemo({ kind: 'source', id }, this.#words.comment, source.description, source);
      this.changes.add('descriptionAsMemo');
    }
    const codings = source.codings.filter((coding) => !this.#joinsCase(coding, id));
    if (codings.length === 0) return;
    this.changes.add('codingOfWholeSource', codings.length);
    write({ guid: '', user: '', at: '', name: '', description: '', notes: [], codings, isMade: true }, 0, text.length);
  }

  /** A coding with a code that is a case says that the source belongs to it. */
  #joinsCase(coding: ReadCoding, sourceId: string): boolean {
    const caseId = this.#pseudoCodes.has(coding.code) ? this.#cases.find(coding.code) : undefined;
    if (caseId === undefined) return false;
    this.changes.add('codingAsCase');
    this.#join(caseId, sourceId);
    return true;
  }

  #join(caseId: string, sourceId: string): void {
    const key = `${caseId} ${sourceId}`;
    if (this.#memberships.has(key)) return;
    this.#memberships.add(key);
    this.#add({ table: 'source_case', row: { id: randomUUID(), caseId, sourceId } });
  }

  #passageWriter(sourceId: string, text: string) {
    return this.passageWriter(sourceId, text);
  }

  /** Writes selections of one source: one passage for a stretch, one coding for each code and coder on it. */
  passageWriter(sourceId: string, text: string) {
    const turns = readOutline(this.#asked.session.project, sourceId as SourceId);
    const starts = turnStarts(turns);
    const passages = new Map<string, string>();
    const codings = new Map<string, string>();
    const isNvivo = /nvivo/i.test(this.#asked.read.origin);
    return (selection: Omit<ReadListed, 'place'> & { readonly isMade?: boolean }, start: number, end: number): void => {
      const rest = selection.codings.filter((coding) => !this.#joinsCase(coding, sourceId));
      const isBare = rest.length === 0 && selection.notes.length === 0 && selection.description.trim() === '';
      if (isBare && selection.codings.length > 0) return;
      const key = `${start} ${end}`;
      let passageId = passages.get(key);
      if (passageId === undefined) {
        passageId = this.#passages.make(selection.guid);
        const [from, to] = [anchorAt(turns, starts, start, 'start'), anchorAt(turns, starts, end, 'end')];
        const ends = { startTurnId: from.turnId, startUtf16: from.offsetUtf16, endTurnId: to.turnId, endUtf16: to.offsetUtf16 };
        const paraphrase = this.#isOwn && selection.description !== '' ? selection.description : null;
        // what nothing is said of would be no passage: the star keeps it
        const starredAt = isBare ? selection.at || this.#now : null;
        this.#add({ table: 'passage', row: { id: passageId, sourceId, ...ends, lostQuote: null, starredAt, paraphrase } });
        passages.set(key, passageId);
        this.made.passages += 1;
      } else {
        this.#passages.alias(selection.guid, passageId);
        this.changes.add('mergedSelection');
      }
      if (isBare) this.changes.add('selectionWithoutCoding');
      const target = { kind: 'passage', id: passageId } as const;
      for (const note of selection.notes) this.#refer(note, target);
      if (!this.#isOwn && selection.description.trim() !== '') {
        this.#addMemo(target, this.#words.comment, selection.description, selection);
        this.changes.add('descriptionAsMemo');
      }
      for (const coding of rest) {
        const coderId = this.#coder((isNvivo ? selection.user || coding.user : coding.user || selection.user) || '');
        const at = (isNvivo ? selection.at || coding.at : coding.at || selection.at) || this.#now;
        this.#addCoding(coding, codings, { passageId, coderId, at });
      }
    };
  }

  #addCoding(coding: ReadCoding, there: Map<string, string>, { passageId, coderId, at }: { passageId: string; coderId: string; at: string }): void {
    const categoryId = this.#category(coding.code);
    const key = `${passageId} ${categoryId} ${coderId}`;
    let id = there.get(key);
    if (id === undefined) {
      id = this.#codings.make(coding.guid);
      there.set(key, id);
      this.#add({ table: 'coding', row: { id, passageId, categoryId, coderId, weight: null, stance: null, createdAt: at, ruleId: null } });
      this.made.codings += 1;
    } else this.changes.add('duplicateCoding');
    for (const note of coding.notes) this.#refer(note, { kind: 'coding', id });
  }

  #category(guid: string): string {
    const known = this.#categories.find(guid);
    if (known !== undefined) return known;
    this.changes.add(guid === '' ? 'codingWithoutCode' : 'unknownCode');
    const name = guid === '' ? this.#words.noCode : this.#words.unknownCode(guid);
    const id = this.#addCategory({ guid: guid || 'none', name, description: '', color: undefined }, this.#gridOfCodes(), null, this.made.categories);
    return id;
  }

  #bringValues(): void {
    const { cases, sources } = this.#asked.read;
    for (const item of cases) {
      const caseId = this.#cases.find(item.guid);
      if (caseId === undefined) {
        const only = this.#sources.find(item.sources[0] ?? '');
        if (only !== undefined) this.#giveValues('source', only, item.values);
        continue;
      }
      this.#giveValues('case', caseId, item.values);
      for (const guid of item.sources) {
        const sourceId = this.#sources.find(guid);
        if (sourceId === undefined) this.changes.add('danglingReference');
        else this.#join(caseId, sourceId);
      }
    }
    for (const source of sources) {
      const id = this.#sources.find(source.guid);
      // what this program writes of a case on its only source is the case's
      const own = source.values.filter(({ variable }) => !this.#isCaseVariable(variable));
      if (id !== undefined) this.#giveValues('source', id, own);
    }
    // variables without a value are facts to be asked for all the same
    for (const { guid, description } of this.#asked.read.variables)
      if (!this.#attributes.has(`case ${guid}`) && !this.#attributes.has(`source ${guid}`))
        this.#attribute(this.#isOwn && description !== SCOPE_WORDS.source ? 'case' : 'source', guid);
  }

  #isCaseVariable(guid: string): boolean {
    return this.#isOwn && this.#asked.read.variables.find((variable) => variable.guid === guid)?.description === SCOPE_WORDS.case;
  }

  #types: Map<string, AttributeType> | null = null;

  /** The type that every value of a variable fits. */
  #typeOf(guid: string): AttributeType {
    this.#types ??= this.#measuredTypes();
    return this.#types.get(guid) ?? 'text';
  }

  #measuredTypes(): Map<string, AttributeType> {
    const { read, language } = this.#asked;
    const types = new Map<string, AttributeType>(read.variables.map(({ guid, type }) => [guid, VALUE_TYPES[type] ?? 'text']));
    const check = ({ variable, value }: ReadValue): void => {
      const type = types.get(variable) ?? 'text';
      if (type === 'text' || canonicalValue(value, { type, choices: [] }, language) !== null) return;
      types.set(variable, 'text');
      this.changes.add('valueAsText');
    };
    for (const { values } of [...read.cases, ...read.sources]) for (const value of values) check(value);
    return types;
  }

  #attribute(scope: 'case' | 'source', guid: string, called?: string): string {
    const key = `${scope} ${guid}`;
    const known = this.#attributes.get(key);
    if (known !== undefined) return known;
    const variable = this.#asked.read.variables.find((item) => item.guid === guid);
    if (!variable && called === undefined) this.changes.add('danglingReference');
    const { name } = this.#attributeNames[scope].make(variable?.name ?? called ?? '', this.#words.attribute);
    const id = this.#cases.find(guid) === undefined && scope === 'case' ? new Ids(this.changes).make(guid) : randomUUID();
    const type = called === undefined ? this.#typeOf(guid) : 'text';
    this.#add({ table: 'attribute', row: { id, scope, name, position: this.made.attributes, type, choices: '[]' } });
    this.#attributes.set(key, id);
    this.made.attributes += 1;
    return id;
  }

  #giveValues(scope: 'case' | 'source', targetId: string, values: readonly ReadValue[]): void {
    for (const { variable, value } of values) {
      if (value.trim() === '') continue;
      const attributeId = this.#attribute(scope, variable);
      this.#giveValue(attributeId, targetId, canonicalValue(value, { type: this.#typeOf(variable), choices: [] }, this.#asked.language) ?? value);
    }
  }

  #giveValue(attributeId: string, targetId: string, value: string): void {
    const key = `${attributeId} ${targetId}`;
    if (this.#valued.has(key) || value === '') return;
    this.#valued.add(key);
    this.#add({ table: 'attribute_value', row: { id: randomUUID(), attributeId, targetId, value } });
  }

  #bringSets(): void {
    for (const set of this.#asked.read.sets) {
      const [, name, value] = NAMED_VALUE.exec(set.name) ?? [];
      const sources = set.sources.flatMap((guid) => this.#sources.find(guid) ?? []);
      this.changes.add('danglingReference', set.sources.length - sources.length);
      if (name !== undefined && value !== undefined && sources.length > 0 && set.codes.length + set.notes.length === 0) {
        const attributeId = this.#attribute('source', `set ${name.trim()}`, name.trim());
        for (const id of sources) this.#giveValue(attributeId, id, value.trim());
        this.changes.add('setAsValues');
        continue;
      }
      const { read } = this.#asked;
      const named = (items: readonly { guid: string; name: string }[], guids: readonly string[]): string[] =>
        guids.map((guid) => `– ${items.find((item) => item.guid === guid)?.name ?? guid}`);
      const members = [...named(read.sources, set.sources), ...named(read.codes, set.codes), ...named(read.notes, set.notes)];
      this.#addMemo({ kind: 'project', id: '' }, this.#words.set(set.name), [set.description.trim(), ...members].filter(Boolean).join('\n'));
      this.changes.add('setAsMemo');
    }
  }

  #bringGraphs(): void {
    for (const { name, things } of this.#asked.read.graphs) {
      this.#addMemo({ kind: 'project', id: '' }, this.#words.graph(name), things.filter(Boolean).map((thing) => `– ${thing}`).join('\n'));
      this.changes.add('graphAsMemo');
    }
  }

  #targetOf(guid: string): Target | null {
    const kinds = { source: this.#sources, passage: this.#passages, coding: this.#codings, category: this.#categories, case: this.#cases } as const;
    for (const [kind, ids] of Object.entries(kinds) as [Target['kind'], Ids][]) {
      const id = ids.find(guid);
      if (id !== undefined) return { kind, id };
    }
    return null;
  }

  /** Between a note and a thing, either way, a link says what the note is about. */
  #bringLinksToNotes(): void {
    const notes = new Set(this.#asked.read.notes.map(({ guid }) => guid));
    for (const { from, to, name } of this.#asked.read.links) {
      if (notes.has(from) === notes.has(to) || (this.#isOwn && name !== '')) continue;
      const note = notes.has(from) ? from : to;
      const target = this.#targetOf(note === from ? to : from);
      if (target) this.#refer(note, target);
      else this.changes.add('linkDangling');
    }
  }

  #bringNotes(): void {
    const { read, files } = this.#asked;
    const known = new Set<string>();
    for (const note of read.notes) {
      const isAgain = known.has(note.guid);
      known.add(note.guid);
      const text = files.text(note);
      if (!text && note.path !== '') this.changes.add('missingFile');
      if (text?.isWindows1252) this.changes.add('windows1252');
      const [target = { kind: 'project', id: '' } as const, ...others] = (isAgain ? undefined : this.#noted.get(note.guid)) ?? [];
      if (target.kind === 'project' && !read.notesOfProject.includes(note.guid)) this.changes.add('noteWithoutTarget');
      const places = others.map(({ kind, id }) => this.#words.also(this.#named(kind, id)));
      this.changes.add('noteTwice', others.length);
      const words = [text?.text ?? '', note.description, ...places].filter((part) => part !== '').join('\n');
      this.#addMemo(target, note.name, words, note);
      if (note.selections.some(({ codings }) => codings.length > 0) || note.codings.length > 0) this.#bringCodedNote(note);
    }
    for (const guid of this.#noted.keys()) if (!known.has(guid)) this.changes.add('unknownNote');
  }

  /** A memo is not coded in Trame: coded ones come as documents too. */
  #bringCodedNote(note: ReadText): void {
    this.changes.add('noteAsSource');
    this.#bringSource({ ...note, guid: '', kind: 'note', mediaPath: '', listed: [], notes: [], values: [], description: '' });
  }

  #named(kind: Target['kind'], id: string): string {
    const { read } = this.#asked;
    const lists = { source: [this.#sources, read.sources], category: [this.#categories, read.codes], case: [this.#cases, read.cases] } as const;
    if (kind !== 'source' && kind !== 'category' && kind !== 'case') return this.#words.kinds[kind];
    const [ids, items] = lists[kind];
    return items.find(({ guid }) => ids.find(guid) === id)?.name ?? this.#words.kinds[kind];
  }

  #addMemo(target: Target, title: string, text: string, made: { guid?: string; user: string; at: string; modifiedAt?: string } = { user: '', at: '' }): void {
    const id = made.modifiedAt === undefined ? randomUUID() : this.#memos.make(made.guid ?? '');
    const createdAt = made.at || this.#now;
    const own = { title, text, document: null, coderId: this.#coder(made.user), createdAt, updatedAt: made.modifiedAt || createdAt };
    this.#add({ table: 'memo', row: { id, targetKind: target.kind, targetId: target.id, kind: 'analytic', ...own } });
    this.made.memos += 1;
  }

  /** Links between categories, passages and memos are typed links; of the others a memo tells. */
  #bringLinks(): void {
    const notes = new Set(this.#asked.read.notes.map(({ guid }) => guid));
    const types = new Map<string, string>();
    const there = new Set<string>();
    const end = (guid: string): { table: 'Category' | 'Passage' | 'Memo'; id: string } | null => {
      const category = this.#categories.find(guid);
      if (category !== undefined) return { table: 'Category', id: category };
      const passage = this.#passages.find(guid);
      if (passage !== undefined) return { table: 'Passage', id: passage };
      const memo = this.#memos.find(guid);
      return memo === undefined ? null : { table: 'Memo', id: memo };
    };
    for (const link of this.#asked.read.links) {
      if (notes.has(link.from) !== notes.has(link.to) && !(this.#isOwn && link.name !== '')) continue;
      const [from, to] = [end(link.from), end(link.to)];
      if (!from || !to || from.id === to.id) {
        const [one, other] = [this.#targetOf(link.from), this.#targetOf(link.to)];
        if (!one || !other) this.changes.add('linkDangling');
        else {
          this.#addMemo(one, this.#words.link(link.name), `→ ${this.#named(other.kind, other.id)}`);
          this.changes.add('linkAsMemo');
        }
        continue;
      }
      const name = link.name.trim() || this.#words.linkType;
      const typeKey = `${name.toLowerCase()}`;
      let linkTypeId = types.get(typeKey);
      if (linkTypeId === undefined) {
        linkTypeId = randomUUID();
        const color = CATEGORY_COLORS[types.size % CATEGORY_COLORS.length] ?? CATEGORY_COLORS[0];
        this.#add({ table: 'link_type', row: { id: linkTypeId, name, color, isDirected: Number(link.isDirected), position: types.size } });
        types.set(typeKey, linkTypeId);
      }
      const key = `${linkTypeId} ${[from.id, to.id].toSorted().join(' ')}`;
      if (there.has(key)) continue;
      there.add(key);
      const empty = { fromCategoryId: null, fromPassageId: null, fromMemoId: null, toCategoryId: null, toPassageId: null, toMemoId: null };
      const ends = { ...empty, [`from${from.table}Id`]: from.id, [`to${to.table}Id`]: to.id };
      const id = new Ids(this.changes).make(link.guid);
      this.#add({ table: 'link', row: { id, linkTypeId, ...ends, note: '', coderId: this.#asked.session.coderId, createdAt: this.#now } });
      this.made.links += 1;
    }
  }
}
