// Entities as they are typed: a form a line, « Mme Durand = Mme Martin » where a form has a replacement of its own.
import type { NameProposal, NamedEntity } from '../../shared/domain/pseudonym.ts';

export function formsText({ forms }: Pick<NamedEntity, 'forms'>): string {
  return forms.map(({ form, replacement }) => (replacement === null ? form : `${form} = ${replacement}`)).join('\n');
}

export function formsFrom(text: string): NamedEntity['forms'] {
  return text.split('\n').flatMap((line) => {
    const [form = '', ...rest] = line.split('=').map((part) => part.trim());
    const replacement = rest.join('=');
    return form === '' ? [] : [{ form, replacement: replacement === '' ? null : replacement }];
  });
}

/** « Personne 1 », « Lieu 2 »: a name that nobody bears, to be changed or kept. */
export function freePseudonym(kindName: string, entities: readonly NamedEntity[]): string {
  const taken = new Set(entities.map(({ pseudonym }) => pseudonym));
  let n = 1;
  while (taken.has(`${kindName} ${n}`)) n += 1;
  return `${kindName} ${n}`;
}

export function withProposals(
  entities: readonly NamedEntity[],
  proposals: readonly NameProposal[],
  kindName: (kind: NamedEntity['kind']) => string,
): NamedEntity[] {
  return proposals.reduce<NamedEntity[]>(
    (all, { form, kind }) => [
      ...all,
      { id: crypto.randomUUID(), kind, pseudonym: freePseudonym(kindName(kind), all), keepsCapitals: false, forms: [{ form, replacement: null }] },
    ],
    [...entities],
  );
}
