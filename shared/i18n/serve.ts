// What the workbench served to a browser says outside its page.
import type { Texts } from './text.ts';

const fr = {
  needsToken: 'Cette adresse ne s’ouvre qu’avec le lien affiché au démarrage de Trame. Relancez Trame pour en obtenir un nouveau.',
  tooManyGuesses: 'Trop de liens faux ont été essayés. Attendez une minute, puis ouvrez le lien affiché par Trame.',
  open: (url: string) => `Ouvrez cette adresse dans votre navigateur (elle ne sert qu’une fois) :\n  ${url}`,
  beyond: (address: string) =>
    `Attention : Trame écoute à l’adresse ${address}, que d’autres machines peuvent atteindre. Rien n’y est chiffré : toute personne sur ce réseau peut lire ce qui passe.`,
  stop: 'Ctrl+C pour arrêter. Les données restent sur cette machine.',
};
const en: typeof fr = {
  needsToken: 'This address opens only with the link shown when Trame starts. Start Trame again to get a new one.',
  tooManyGuesses: 'Too many wrong links were tried. Wait a minute, then open the link that Trame shows.',
  open: (url) => `Open this address in your browser (it works once):\n  ${url}`,
  beyond: (address) =>
    `Warning: Trame listens at ${address}, which other machines can reach. Nothing there is enciphered: anybody on this network can read what passes.`,
  stop: 'Ctrl+C to stop. The data stay on this machine.',
};

export const serveText: Texts<typeof fr> = { fr, en };
