// Writes a scene as a standalone SVG file: what the window shows is what the thesis gets.
import type { Scene, SceneNode } from './scene.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 forbids most control characters, escaped or not. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\r\t]|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

function written({ tag, attrs, children, text, key, title }: SceneNode): string {
  const all = key === undefined ? attrs : { ...attrs, 'data-key': key };
  const attributes = Object.entries(all).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const inside = [
    ...(title === undefined ? [] : [`<title>${escaped(title)}</title>`]),
    ...(text === undefined ? [] : [escaped(text)]),
    ...children.map(written),
  ].join('');
  const open = `<${tag}${attributes.join('')}`;
  return inside === '' ? `${open}/>` : `${open}>${inside}</${tag}>`;
}

/** @param background painted behind everything; null leaves the picture transparent */
export function sceneToSvg(scene: Scene, background: string | null = scene.background): string {
  const paper: SceneNode[] =
    background === null ? [] : [{ tag: 'rect', attrs: { width: scene.width, height: scene.height, fill: background }, children: [] }];
  const root: SceneNode = { ...scene, attrs: { xmlns: 'http://www.w3.org/2000/svg', ...scene.attrs }, children: [...paper, ...scene.children] };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`;
}
