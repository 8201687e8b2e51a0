// Facts about cases and sources, and sets, of another program's project.
import { randomUUID } from 'node:crypto';
import { canonicalValue } from '../../../shared/domain/attribute-value.ts';
import type { AttributeType } from '../../../shared/domain/corpus.ts';
import { Ids } from './bring-in-ids.ts';
import { BringInSources } from './bring-in-sources.ts';
import type { ReadValue } from './read-project.ts';
import { SCOPE_WORDS } from './write-cases.ts';

const VALUE_TYPES: Readonly<Record<string, AttributeType>> = { integer: 'number', float: 'number', boolean: 'yesNo', date: 'date' };
/** ATLAS.ti has no variables: it calls its sets `name: value`. */
const NAMED_VALUE = /^([^:]{1,80}):\s*(\S.*)$/s;

export class BringInValues extends BringInSources {
  protected bringValues(): void {
    const { cases, sources } = this.asked.read;
    for (const item of cases) {
      const caseId = this.cases.find(item.guid);
      if (caseId === undefined) {
        const only = this.sources.find(item.sources[0] ?? '');
        if (only !== undefined) this.giveValues('source', only, item.values);
        continue;
      }
      this.giveValues('case', caseId, item.values);
      for (const guid of item.sources) {
        const sourceId = this.sources.find(guid);
        if (sourceId === undefined) this.changes.add('danglingReference');
        else this.join(caseId, sourceId);
      }
    }
    for (const source of sources) {
      const id = this.sources.find(source.guid);
      // what this program writes of a case on its only source is the case's
      const own = source.values.filter(({ variable }) => !this.isCaseVariable(variable));
      if (id !== undefined) this.giveValues('source', id, own);
    }
    // variables without a value are facts to be asked for all the same
    for (const { guid, description } of this.asked.read.variables)
      if (!this.attributes.has(`case ${guid}`) && !this.attributes.has(`source ${guid}`))
        this.attribute(this.isOwn && description !== SCOPE_WORDS.source ? 'case' : 'source', guid);
  }

  protected isCaseVariable(guid: string): boolean {
    return this.isOwn && this.asked.read.variables.find((variable) => variable.guid === guid)?.description === SCOPE_WORDS.case;
  }

  protected types: Map<string, AttributeType> | null = null;

  /** The type that every value of a variable fits. */
  protected typeOf(guid: string): AttributeType {
    this.types ??= this.measuredTypes();
    return this.types.get(guid) ?? 'text';
  }

  protected measuredTypes(): Map<string, AttributeType> {
    const { read, language } = this.asked;
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

  protected attribute(scope: 'case' | 'source', guid: string, called?: string): string {
    const key = `${scope} ${guid}`;
    const known = this.attributes.get(key);
    if (known !== undefined) return known;
    const variable = this.asked.read.variables.find((item) => item.guid === guid);
    if (!variable && called === undefined) this.changes.add('danglingReference');
    const { name } = this.attributeNames[scope].make(variable?.name ?? called ?? '', this.words.attribute);
    const id = this.cases.find(guid) === undefined && scope === 'case' ? new Ids(this.changes, this.used).make(guid) : randomUUID();
    const type = called === undefined ? this.typeOf(guid) : 'text';
    this.add({ table: 'attribute', row: { id, scope, name, position: this.made.attributes, type, choices: '[]' } });
    this.attributes.set(key, id);
    this.made.attributes += 1;
    return id;
  }

  protected giveValues(scope: 'case' | 'source', targetId: string, values: readonly ReadValue[]): void {
    for (const { variable, value } of values) {
      if (value.trim() === '') continue;
      const attributeId = this.attribute(scope, variable);
      this.giveValue(attributeId, targetId, canonicalValue(value, { type: this.typeOf(variable), choices: [] }, this.asked.language) ?? value);
    }
  }

  protected giveValue(attributeId: string, targetId: string, value: string): void {
    const key = `${attributeId} ${targetId}`;
    if (this.valued.has(key) || value === '') return;
    this.valued.add(key);
    this.add({ table: 'attribute_value', row: { id: randomUUID(), attributeId, targetId, value } });
  }

  protected bringSets(): void {
    for (const set of this.asked.read.sets) {
      const [, name, value] = NAMED_VALUE.exec(set.name) ?? [];
      const sources = set.sources.flatMap((guid) => this.sources.find(guid) ?? []);
      this.changes.add('danglingReference', set.sources.length - sources.length);
      if (name !== undefined && value !== undefined && sources.length > 0 && set.codes.length + set.notes.length === 0) {
        const attributeId = this.attribute('source', `set ${name.trim()}`, name.trim());
        for (const id of sources) this.giveValue(attributeId, id, value.trim());
        this.changes.add('setAsValues');
        continue;
      }
      const { read } = this.asked;
      const named = (items: readonly { guid: string; name: string }[], guids: readonly string[]): string[] =>
        guids.map((guid) => `– ${items.find((item) => item.guid === guid)?.name ?? guid}`);
      const members = [...named(read.sources, set.sources), ...named(read.codes, set.codes), ...named(read.notes, set.notes)];
      this.addMemo({ kind: 'project', id: '' }, this.words.set(set.name), [set.description.trim(), ...members].filter(Boolean).join('\n'));
      this.changes.add('setAsMemo');
    }
  }
}
