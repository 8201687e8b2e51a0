// What a package's XML says, dialects levelled out: one form of source whether text, film or picture, GUIDs in one writing, nothing judged yet.
import type { RefiCounts } from '../../../shared/domain/refi.ts';
import { plainGuid } from './guids.ts';
import { ReadRecordings } from './read-recordings.ts';
import type { ReadMoment } from './read-recordings.ts';
import { type XmlItem, attributeOf, childOf, childrenOf, wordsIn } from './read-items.ts';

export interface ReadMade {
  readonly guid: string;
  readonly user: string;
  readonly at: string;
}
export interface ReadCoding extends ReadMade {
  /** Empty where the coding names no code. */
  readonly code: string;
  readonly notes: readonly string[];
}
interface ReadStretch extends ReadMade {
  /** Marked as worth quoting. */
  readonly isStarred?: boolean | undefined;
  readonly name: string;
  readonly description: string;
  readonly notes: readonly string[];
  readonly codings: readonly ReadCoding[];
}
/** Positions as the package counts them; NaN where they are none. */
export interface ReadSelection extends ReadStretch {
  readonly start: number;
  readonly end: number;
}
/** A place in a picture, a page or a recording: said in words, since there is no text to point at. */
export interface ReadListed extends ReadStretch {
  readonly place: string;
}
export interface ReadValue {
  readonly variable: string;
  readonly value: string;
}
export interface ReadText extends ReadMade {
  readonly name: string;
  readonly description: string;
  readonly path: string;
  readonly richPath: string;
  readonly inline: string | null;
  readonly selections: readonly ReadSelection[];
  readonly codings: readonly ReadCoding[];
  readonly notes: readonly string[];
  readonly values: readonly ReadValue[];
  readonly modifiedAt: string;
}
export interface ReadSource extends ReadText {
  /** When what was said, where the package tells. */
  readonly moments?: readonly ReadMoment[];
  readonly kind: string;
  /** The picture, page file or recording. */
  readonly mediaPath: string;
  readonly listed: readonly ReadListed[];
}
/** What is kept of a source while others are read: who and what it is, not what stands in it. */
export type KeptSource = Omit<ReadSource, 'path' | 'richPath' | 'inline' | 'selections' | 'listed' | 'codings' | 'moments'>;

export interface ReadCode {
  readonly guid: string;
  readonly parent: string | null;
  readonly name: string;
  readonly description: string;
  readonly color: string | undefined;
  readonly isCodable: boolean;
  readonly notes: readonly string[];
}
export interface ReadCase {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly values: readonly ReadValue[];
  readonly sources: readonly string[];
  readonly selections: readonly string[];
  readonly codes: readonly string[];
}
export interface ReadLink {
  readonly guid: string;
  readonly name: string;
  readonly isDirected: boolean;
  readonly color: string | undefined;
  readonly from: string;
  readonly to: string;
}
export interface ReadSet {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly codes: readonly string[];
  readonly sources: readonly string[];
  readonly notes: readonly string[];
}

export interface ReadGraph {
  readonly guid: string;
  readonly name: string;
  /** Where the middle of each is, in px; `represents`: the GUID of what it shows. */
  readonly vertices: readonly { readonly guid: string; readonly represents: string; readonly name: string; readonly x: number; readonly y: number }[];
  readonly edges: readonly {
    readonly represents: string;
    readonly name: string;
    readonly isDirected: boolean;
    readonly from: string;
    readonly to: string;
  }[];
}

const SELECTION = /selection$/;
const guidOf = (item: XmlItem): string => plainGuid(attributeOf(item, 'guid'));

function targets(item: XmlItem, name: string): string[] {
  return childrenOf(item, name).map((ref) => plainGuid(attributeOf(ref, 'targetguid', 'guid') ?? ref.text));
}

function madeIn(item: XmlItem): ReadMade {
  return {
    guid: guidOf(item),
    user: plainGuid(attributeOf(item, 'creatinguser', 'creatinguserguid', 'modifyinguser')),
    at: attributeOf(item, 'creationdatetime', 'modifieddatetime') ?? '',
  };
}

function codingsIn(item: XmlItem): ReadCoding[] {
  return childrenOf(item, 'coding').map((coding) => {
    const [code = ''] = targets(coding, 'coderef');
    return { ...madeIn(coding), code, notes: targets(coding, 'noteref') };
  });
}

function stretchIn(item: XmlItem): ReadStretch {
  return {
    ...madeIn(item),
    name: attributeOf(item, 'name') ?? '',
    description: wordsIn(item, 'description'),
    notes: targets(item, 'noteref'),
    codings: codingsIn(item),
  };
}

const position = (item: XmlItem, name: string): number => {
  const text = attributeOf(item, name)?.trim() ?? '';
  return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : NaN;
};

function valuesIn(item: XmlItem): ReadValue[] {
  return childrenOf(item, 'variablevalue').flatMap((value) => {
    const [variable = ''] = targets(value, 'variableref');
    const content = value.children.find(({ name }) => name.endsWith('value'));
    return content ? [{ variable, value: content.text }] : [];
  });
}

function textIn(item: XmlItem): ReadText {
  return {
    ...stretchIn(item),
    path: attributeOf(item, 'plaintextpath') ?? '',
    richPath: attributeOf(item, 'richtextpath') ?? '',
    inline: childOf(item, 'plaintextcontent')?.text ?? null,
    selections: childrenOf(item, 'plaintextselection').map((selection) => ({
      ...stretchIn(selection),
      start: position(selection, 'startposition'),
      end: position(selection, 'endposition'),
    })),
    values: valuesIn(item),
    modifiedAt: attributeOf(item, 'modifieddatetime') ?? '',
  };
}

/** Selections of a transcript lie between two of its points in time. */
function transcriptIn(item: XmlItem): ReadText & { readonly moments: readonly ReadMoment[] } {
  const written = childrenOf(item, 'syncpoint');
  const points = new Map(written.map((point) => [guidOf(point), position(point, 'position')]));
  const moments = written.map((point) => ({ ms: position(point, 'timestamp'), position: position(point, 'position') }));
  const between = childrenOf(item, 'transcriptselection').map((selection) => ({
    ...stretchIn(selection),
    start: points.get(plainGuid(attributeOf(selection, 'fromsyncpoint'))) ?? NaN,
    end: points.get(plainGuid(attributeOf(selection, 'tosyncpoint'))) ?? NaN,
  }));
  const text = textIn(item);
  return { ...text, selections: [...text.selections, ...between], moments: moments.filter(({ ms, position: at }) => ms >= 0 && at >= 0) };
}

const PLACES = ['page', 'firstx', 'firsty', 'secondx', 'secondy', 'begin', 'end'];

function listedIn(item: XmlItem): ReadListed[] {
  return item.children
    .filter(({ name }) => SELECTION.test(name) && name !== 'plaintextselection')
    .map((selection) => ({
      ...stretchIn(selection),
      place: PLACES.flatMap((name) => {
        const value = attributeOf(selection, name);
        return value === undefined ? [] : [`${name} ${value}`];
      }).join(', '),
    }));
}

const isDirected = (item: XmlItem): boolean => attributeOf(item, 'direction') === 'OneWay';

function vertexIn(item: XmlItem): ReadGraph['vertices'][number] {
  const middle = (first: number, second: number): number => (Number.isNaN(second) ? first || 0 : (first + second) / 2 || 0);
  return {
    guid: guidOf(item),
    represents: plainGuid(attributeOf(item, 'representedguid')),
    name: attributeOf(item, 'name') ?? '',
    x: middle(position(item, 'firstx'), position(item, 'secondx')),
    y: middle(position(item, 'firsty'), position(item, 'secondy')),
  };
}

function edgeIn(item: XmlItem): ReadGraph['edges'][number] {
  const ends = { from: plainGuid(attributeOf(item, 'sourcevertex')), to: plainGuid(attributeOf(item, 'targetvertex')) };
  return {
    represents: plainGuid(attributeOf(item, 'representedguid')),
    name: attributeOf(item, 'name') ?? '',
    isDirected: isDirected(item),
    ...ends,
  };
}

/** One element of the sources as one or several sources: a recording with two transcripts has two texts. */
export function sourcesIn(item: XmlItem): ReadSource[] {
  const mediaPath = attributeOf(item, 'path') ?? '';
  const whole = { ...textIn(item), kind: item.name, mediaPath, listed: listedIn(item) };
  const text = childOf(item, 'representation') ?? childOf(item, 'textdescription');
  if (text) {
    const inside = textIn(text);
    return [{ ...whole, ...pick(inside), codings: [...whole.codings, ...inside.codings], notes: [...whole.notes, ...inside.notes] }];
  }
  const [first, ...others] = childrenOf(item, 'transcript').map(transcriptIn);
  if (!first) return [whole];
  const name = whole.name || first.name;
  return [
    { ...whole, ...pick(first), name, moments: first.moments, notes: [...whole.notes, ...first.notes] },
    ...others.map((other) => ({ ...other, name: other.name || name, kind: item.name, mediaPath: '', listed: [] })),
  ];
}

function pick({ path, richPath, inline, selections }: ReadText): Pick<ReadText, 'path' | 'richPath' | 'inline' | 'selections'> {
  return { path, richPath, inline, selections };
}

function keptOf({
  path: _path,
  richPath: _rich,
  inline: _inline,
  selections: _selections,
  listed: _listed,
  codings: _codings,
  moments: _moments,
  ...kept
}: ReadSource): KeptSource {
  // words cut out of the file would keep all of it in memory
  return JSON.parse(JSON.stringify(kept)) as KeptSource;
}

/** Everything but what stands in the sources: each of them is handed over as it comes by, and let go. */
export class ReadProject {
  name = '';
  origin = '';
  description = '';
  notesOfProject: readonly string[] = [];
  isProject = false;
  readonly users: { guid: string; name: string; initials: string }[] = [];
  readonly codes: ReadCode[] = [];
  readonly variables: { guid: string; name: string; type: string; description: string }[] = [];
  readonly cases: ReadCase[] = [];
  readonly sources: KeptSource[] = [];
  readonly #onSource: (source: ReadSource) => void;
  readonly notes: ReadText[] = [];
  readonly links: ReadLink[] = [];
  readonly sets: ReadSet[] = [];
  readonly graphs: ReadGraph[] = [];
  readonly recordings = new ReadRecordings();
  #counts: { -readonly [K in keyof RefiCounts]: number } = {
    users: 0,
    codes: 0,
    cases: 0,
    variables: 0,
    sources: 0,
    selections: 0,
    codings: 0,
    notes: 0,
    links: 0,
    sets: 0,
    graphs: 0,
  };
  /** Elements in places where the standard has others. */
  unknown = 0;

  constructor(onSource: (source: ReadSource) => void = () => undefined) {
    this.#onSource = onSource;
  }

  /** What the XML holds, counted as its elements. */
  get counts(): RefiCounts {
    return this.#counts;
  }

  /** Of a study that was read from something else than XML. */
  tally(counts: RefiCounts): void {
    this.#counts = { ...counts };
  }

  readonly take = (list: string, item: XmlItem): void => {
    if (list === '') return this.#takeProject(item);
    if (list === 'users') this.users.push({ guid: guidOf(item), name: attributeOf(item, 'name') ?? '', initials: attributeOf(item, 'id') ?? '' });
    else if (list === 'codes') this.#takeCode(item, null);
    else if (list === 'variables')
      this.variables.push({
        guid: guidOf(item),
        name: attributeOf(item, 'name') ?? '',
        type: (attributeOf(item, 'typeofvariable') ?? 'Text').toLowerCase(),
        description: wordsIn(item, 'description'),
      });
    else if (list === 'cases') this.#takeCase(item);
    else if (list === 'sources') for (const source of sourcesIn(item)) this.addSource(source);
    else if (list === 'notes') this.notes.push(textIn(item));
    else this.#takeRelation(list, item);
    this.#count(list, item);
  };

  addSource(source: ReadSource): void {
    this.sources.push(keptOf(source));
    this.recordings.add(source);
    this.#onSource(source);
  }

  #count(list: string, item: XmlItem): void {
    const counts = this.#counts;
    if (list !== 'codes') counts[list as keyof RefiCounts] += 1;
    const pending = [item];
    for (let next = pending.pop(); next; next = pending.pop()) {
      if (next.name === 'coding') counts.codings += 1;
      else if (list === 'codes' && next.name === 'code') counts.codes += 1;
      else if (SELECTION.test(next.name)) counts.selections += 1;
      pending.push(...next.children);
    }
  }

  #takeProject(item: XmlItem): void {
    this.isProject = item.name === 'project';
    this.name = attributeOf(item, 'name') ?? '';
    this.origin = attributeOf(item, 'origin') ?? '';
    this.description = wordsIn(item, 'description');
    this.notesOfProject = targets(item, 'noteref');
  }

  #takeCode(item: XmlItem, parent: string | null): void {
    if (item.name !== 'code') {
      this.unknown += 1;
      return;
    }
    const guid = guidOf(item);
    this.codes.push({
      guid,
      parent,
      name: attributeOf(item, 'name') ?? '',
      description: wordsIn(item, 'description'),
      color: attributeOf(item, 'color'),
      isCodable: !/^(?:false|0)$/i.test(attributeOf(item, 'iscodable') ?? ''),
      notes: targets(item, 'noteref'),
    });
    for (const child of childrenOf(item, 'code')) this.#takeCode(child, guid);
  }

  #takeCase(item: XmlItem): void {
    this.cases.push({
      guid: guidOf(item),
      name: attributeOf(item, 'name') ?? '',
      description: wordsIn(item, 'description'),
      values: valuesIn(item),
      sources: targets(item, 'sourceref'),
      selections: targets(item, 'selectionref'),
      codes: targets(item, 'coderef'),
    });
  }

  #takeRelation(list: string, item: XmlItem): void {
    const name = attributeOf(item, 'name') ?? '';
    const guid = guidOf(item);
    if (list === 'links') {
      const ends = { from: plainGuid(attributeOf(item, 'originguid')), to: plainGuid(attributeOf(item, 'targetguid')) };
      this.links.push({ guid, name, isDirected: isDirected(item), color: attributeOf(item, 'color'), ...ends });
    } else if (list === 'sets') {
      const members = { codes: targets(item, 'membercode'), sources: targets(item, 'membersource'), notes: targets(item, 'membernote') };
      this.sets.push({ guid, name, description: wordsIn(item, 'description'), ...members });
    } else {
      this.graphs.push({ guid, name, vertices: childrenOf(item, 'vertex').map(vertexIn), edges: childrenOf(item, 'edge').map(edgeIn) });
    }
  }
}
