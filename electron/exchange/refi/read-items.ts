// The project's XML as its items come by: users, codes, sources … each a small tree that is let go once it is understood.
import type { XmlListener } from './xml-stream.ts';

/** Names of elements and attributes are in lower case: dialects differ. */
export interface XmlItem {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlItem[];
  text: string;
}

/** Under what parent an element is an item of its own. */
const LISTS: ReadonlySet<string> = new Set(['users', 'codes', 'variables', 'cases', 'sources', 'notes', 'links', 'sets', 'graphs']);

export class ItemReader implements XmlListener {
  readonly #stack: XmlItem[] = [];
  readonly #take: (list: string, item: XmlItem) => void;

  /** `take` gets every item with the list it stands in, and at the end the project itself, under ''. */
  constructor(take: (list: string, item: XmlItem) => void) {
    this.#take = take;
  }

  readonly #names = new Map<string, string>();

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const named = new Map<string, string>();
    for (const key in attributes) named.set(this.#plain(key), attributes[key] ?? '');
    this.#stack.push({ name: this.#plain(name), attributes: named, children: [], text: '' });
  }

  /** A project has few names, said very often. */
  #plain(name: string): string {
    let plain = this.#names.get(name);
    if (plain === undefined) this.#names.set(name, (plain = name.slice(name.indexOf(':') + 1).toLowerCase()));
    return plain;
  }

  text(value: string): void {
    const item = this.#stack.at(-1);
    if (item) item.text += value;
  }

  close(): void {
    const item = this.#stack.pop();
    const parent = this.#stack.at(-1);
    if (!item) return;
    if (!parent) this.#take('', item);
    else if (LISTS.has(parent.name) && this.#isTopList()) this.#take(parent.name, item);
    else parent.children.push(item);
  }

  /** A list directly under the project, or the codes of its codebook. */
  #isTopList(): boolean {
    return this.#stack.length === 2 || (this.#stack.length === 3 && this.#stack[1]?.name === 'codebook');
  }
}

/** A piece cut out of a long text keeps all of that text in memory; this is the piece alone. */
export const alone = (piece: string): string => ` ${piece}`.slice(1);

export function childrenOf(item: XmlItem, name: string): XmlItem[] {
  return item.children.filter((child) => child.name === name);
}

export function childOf(item: XmlItem, name: string): XmlItem | undefined {
  return item.children.find((child) => child.name === name);
}

/** Undefined where it is not there or empty. */
export function attributeOf(item: XmlItem, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = item.attributes.get(name);
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

export function wordsIn(item: XmlItem, name: string): string {
  return childOf(item, name)?.text ?? '';
}
