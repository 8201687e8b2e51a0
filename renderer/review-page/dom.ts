// Makes the page's elements. Words only ever become text: nothing of the study is read as markup.

type Child = Node | string | null | undefined | false;

export interface Attributes {
  readonly class?: string;
  readonly onClick?: (event: MouseEvent) => void;
  readonly [name: string]: string | boolean | number | undefined | ((event: MouseEvent) => void);
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener('click', value as EventListener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false && child !== ''));
  return element;
}

export function button(label: string, onClick: () => void, look = ''): HTMLButtonElement {
  return h('button', { type: 'button', class: `button ${look}`.trim(), onClick }, label);
}

/** Opens what is said of a place: `Commenter`, and of what for those who do not see where it stands. */
export function commentButton(label: string, name: string, key: string, onClick: () => void): HTMLButtonElement {
  const made = button(label, onClick, 'button-comment');
  made.setAttribute('aria-label', name);
  made.dataset.place = key;
  made.prepend(icon('comment'));
  return made;
}

/** A colour of the study's, as a small square. */
export function swatch(color: string | null): HTMLSpanElement {
  const square = h('span', { class: 'swatch', 'aria-hidden': 'true' });
  if (color !== null) square.style.setProperty('--own', color);
  return square;
}

/** Paragraphs of a text that was written with line ends. */
export function paragraphs(text: string, look: string): HTMLElement {
  return h('div', { class: look }, ...text.split(/\n+/u).map((line) => (line.trim() === '' ? null : h('p', {}, line))));
}

/** Icons are drawn as the workbench's are (Lucide, ISC licence). */
const ICONS = {
  theme: 'M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9Z',
  comment: 'M21 15a2 2 0 0 1-2 2H7l-4 4V5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2Z',
  close: 'M18 6 6 18M6 6l12 12',
  save: 'M12 15V3M7 10l5 5 5-5M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4',
  print: 'M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2M6 9V3h12v6M6 14h12v8H6z',
  back: 'm15 18-6-6 6-6',
} as const;

export function icon(name: keyof typeof ICONS): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', width: '18', height: '18', class: 'icon', 'aria-hidden': 'true' }))
    svg.setAttribute(key, value);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name: keyof typeof ICONS, label: string, onClick: () => void): HTMLButtonElement {
  const made = h('button', { type: 'button', class: 'button button-icon', 'aria-label': label, title: label, onClick });
  made.append(icon(name));
  return made;
}
