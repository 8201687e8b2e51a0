// The corpus as IRaMuTeQ and Alceste read it: each text under a line of four stars and its variables, `*variable_modality`.
// Form: the documentation of IRaMuTeQ, « formatage des corpus textuels ».
import type { OutwardChoice } from '../../../shared/domain/outward.ts';
import type { Session } from '../../commands/run-command.ts';
import { Names } from './bare-names.ts';
import { spokenTexts } from './spoken-texts.ts';
import type { SpokenText } from './spoken-texts.ts';

/** A star would be taken for a variable, a no-break space for a part of the word; apostrophes are those of the program's dictionaries. */
function plainWords(text: string): string {
  return text
    .replace(/\*+/g, ' ')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** Underscores part a variable from its modality, spaces end it: neither stands in a name. */
class StarredLines {
  readonly #variables = new Names('variable');
  readonly #modalities = new Map<string, Names>();

  /** `**** *source_E01 *cas_Pole1`; of a variable named twice, the first value. */
  line(variables: SpokenText['variables']): string {
    const stars = new Map<string, string>();
    for (const { name, value } of variables) {
      const variable = this.#variables.of(name);
      const modalities = this.#modalities.get(variable) ?? new Names('autre');
      this.#modalities.set(variable, modalities);
      if (!stars.has(variable)) stars.set(variable, `*${variable}_${modalities.of(value)}`);
    }
    return ['****', ...stars.values()].join(' ');
  }
}

/** UTF-8, line feeds; texts without words are left out. */
export function starredCorpus(project: Session['project'], choice: OutwardChoice): string {
  const lines = new StarredLines();
  const texts: string[] = [];
  for (const { variables, turns } of spokenTexts(project, choice)) {
    const words = turns.map(({ text }) => plainWords(text)).filter((text) => text !== '');
    if (words.length > 0) texts.push(`${lines.line(variables)}\n${words.join('\n')}\n`);
  }
  return texts.join('\n');
}
