// Looks at a project's XML as it goes by: against the schema, and for what the schema cannot say (no GUID twice, no reference to nothing).
import { plainGuid } from './guids.ts';
import { type ElementRule, PROJECT_SCHEMA, SIMPLE_TYPES } from './schema.ts';
import type { XmlListener } from './xml-stream.ts';

interface Open {
  readonly name: string;
  readonly rule: ElementRule | null;
  /** The simple type of an element of words. */
  readonly simple: string | null;
  text: string;
  /** Place in the rule's order of the last child met. */
  at: number;
  readonly counts: Map<string, number>;
}

const MOST_FAULTS = 50;
const NOT_CHECKED = /^(?:xmlns(?::.*)?|xsi:.*)$/;
/** Attributes that name something by its GUID. */
const REFERENCES = [
  'targetGUID',
  'creatingUser',
  'modifyingUser',
  'creatingUserGUID',
  'modifyingUserGUID',
  'originGUID',
  'fromSyncPoint',
  'toSyncPoint',
];

export class SchemaCheck implements XmlListener {
  /** In words for whoever repairs the program, at most a few dozen. */
  readonly faults: string[] = [];
  readonly #stack: Open[] = [];
  readonly #guids = new Set<string>();
  readonly #referred = new Set<string>();

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.#stack.at(-1);
    const type = parent ? this.#typeUnder(parent, name) : 'Project';
    if (!parent && name !== 'Project') this.#fault(`root ${name}`);
    const rule = PROJECT_SCHEMA[type] ?? null;
    const simple = rule === null && type in SIMPLE_TYPES ? type : null;
    this.#stack.push({ name, rule, simple, text: '', at: 0, counts: new Map() });
    this.#checkAttributes(name, rule, attributes);
    this.#keepGuids(name, attributes);
  }

  text(value: string): void {
    const open = this.#stack.at(-1);
    if (open) open.text += open.simple === null ? value.trim() : value;
  }

  close(): void {
    const open = this.#stack.pop();
    if (!open) return;
    if (open.simple !== null && !SIMPLE_TYPES[open.simple]?.test(open.text)) this.#fault(`${open.name}: ${open.text.slice(0, 40)}`);
    if (!open.rule) return;
    if (open.text !== '') this.#fault(`words in ${open.name}`);
    if (open.rule.isChoice && open.counts.size === 0) this.#fault(`${open.name} is empty`);
    for (const { name, many } of open.rule.children) {
      const count = open.counts.get(name) ?? 0;
      if ((count === 0 && (many === '' || many === '+')) || (count > 1 && (many === '' || many === '?')))
        this.#fault(`${count} ${name} in ${open.name}`);
    }
    if (this.#stack.length === 0) for (const guid of this.#referred) if (!this.#guids.has(guid)) this.#fault(`nothing is called ${guid}`);
  }

  /** The type of a child, where it may stand. */
  #typeUnder(parent: Open, name: string): string {
    const { rule } = parent;
    const at = rule?.children.findIndex((child) => child.name === name) ?? -1;
    const child = rule?.children[at];
    if (!rule || !child) {
      this.#fault(`${name} in ${parent.name}`);
      return '';
    }
    if (at < parent.at && !rule.isChoice) this.#fault(`${name} too late in ${parent.name}`);
    parent.at = at;
    parent.counts.set(name, (parent.counts.get(name) ?? 0) + 1);
    return child.type;
  }

  #checkAttributes(name: string, rule: ElementRule | null, attributes: Readonly<Record<string, string>>): void {
    for (const attribute in attributes) {
      const declared = rule?.attributes.get(attribute);
      if (declared === undefined) {
        if (!NOT_CHECKED.test(attribute)) this.#fault(`${attribute} on ${name}`);
        continue;
      }
      const value = attributes[attribute] ?? '';
      const type = declared.endsWith('!') ? declared.slice(0, -1) : declared;
      if (!SIMPLE_TYPES[type]?.test(value)) this.#fault(`${name}/@${attribute}: ${value.slice(0, 40)}`);
    }
    for (const [attribute, type] of rule?.attributes ?? [])
      if (type.endsWith('!') && !(attribute in attributes)) this.#fault(`${name} without ${attribute}`);
  }

  #keepGuids(name: string, attributes: Readonly<Record<string, string>>): void {
    const guid = attributes['guid'];
    if (guid !== undefined) {
      const plain = plainGuid(guid);
      if (this.#guids.has(plain)) this.#fault(`${name} ${guid} twice`);
      this.#guids.add(plain);
    }
    for (const attribute of REFERENCES) if (attributes[attribute] !== undefined) this.#refer(attributes[attribute]);
  }

  /** Users and codes are named very often. */
  #refer(guid: string): void {
    if (this.#written.has(guid)) return;
    this.#written.add(guid);
    this.#referred.add(plainGuid(guid));
  }

  readonly #written = new Set<string>();

  #fault(fault: string): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
  }
}
