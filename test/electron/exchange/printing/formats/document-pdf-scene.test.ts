// Pictures in a PDF: groups stand where they are shifted to, and what only hears the mouse leaves no trace.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { sceneToPdf } from '../../../../../electron/exchange/printing/formats/document-pdf.ts';
import { node, rect, sceneOf, textLines } from '../../../../../shared/figure/scene.ts';
import type { SceneNode } from '../../../../../shared/figure/scene.ts';

const POINTS_PER_PX = 0.75;

async function drawn(
  children: readonly SceneNode[],
): Promise<{ acts: readonly number[]; places: Readonly<Record<string, readonly [number, number]>> }> {
  const bytes = await sceneToPdf(sceneOf(400, 200, '#ffffff', 'Une carte', children), 'Une carte', 'fr');
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, disableFontFace: true, verbosity: 0 });
  try {
    const page = await (await task.promise).getPage(1);
    const { items } = await page.getTextContent();
    const [, , , height = 0] = page.view;
    const places = items.flatMap((item) =>
      'str' in item && item.str !== '' ? [[item.str, [item.transform[4], height - item.transform[5]]] as const] : [],
    );
    return { acts: (await page.getOperatorList()).fnArray, places: Object.fromEntries(places) };
  } finally {
    await task.destroy();
  }
}

const word = (text: string): SceneNode[] => textLines([text], 10, 20, { size: 12, fill: '#1d1b18' }, 14);

test('a shifted group is drawn where it was shifted to, and what follows it is not', async () => {
  const { places } = await drawn([node('g', { transform: 'translate(100 50)' }, word('Gouvernance')), ...word('Changement')]);
  expect(places['Gouvernance']?.map(Math.round)).toEqual([110 * POINTS_PER_PX, 70 * POINTS_PER_PX].map(Math.round));
  expect(places['Changement']?.map(Math.round)).toEqual([10 * POINTS_PER_PX, 20 * POINTS_PER_PX].map(Math.round));
});

test('what is transparent is not painted in the colour before it', async () => {
  const line = (stroke: string): SceneNode => node('path', { d: 'M 10 10 L 90 90', fill: 'none', stroke, 'stroke-width': 14 });
  const box = rect({ x: 0, y: 0, width: 10, height: 10 }, { fill: '#b3553d', stroke: '#3b6ea5' });
  expect((await drawn([box, line('transparent')])).acts).toEqual((await drawn([box, line('none')])).acts);
});
