// What the workbench served to a browser says outside its page.
import type { Texts } from './text.ts';

const fr = {
  needsToken: 'Cette adresse ne s’ouvre qu’avec le lien affiché au démarrage de Trame. Relancez Trame pour en obtenir un nouveau.',
  open: (url: string) => `Ouvrez cette adresse dans votre navigateur (elle ne sert qu’une fois) :\n  ${url}`,
  stop: 'Ctrl+C pour arrêter. Les données restent sur cette machine.',
};
const en: typeof fr = {
  needsToken: 'This address opens only with the link shown when Trame starts. Start Trame again to get a new one.',
  open: (url) => `Open this address in your browser (it works once):\n  ${url}`,
  stop: 'Ctrl+C to stop. The data stay on this machine.',
};

export const serveText: Texts<typeof fr> = { fr, en };
