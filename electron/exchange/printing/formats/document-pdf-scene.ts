// A figure drawn in a PDF as lines and letters, not as pixels.
import type PDFDocument from 'pdfkit';
import type { Scene, SceneNode } from '../../../../shared/figure/scene.ts';
import { faceOf } from './document-pdf-fonts.ts';
import type { FontMeasure } from './document-pdf-fonts.ts';

type Attrs = SceneNode['attrs'];

const numberOf = (attrs: Attrs, name: string): number => Number(attrs[name] ?? 0);

function outline(pdf: PDFDocument, { tag, attrs }: SceneNode): boolean {
  switch (tag) {
    case 'rect': {
      const place = [numberOf(attrs, 'x'), numberOf(attrs, 'y'), numberOf(attrs, 'width'), numberOf(attrs, 'height')] as const;
      const radius = numberOf(attrs, 'rx');
      if (radius > 0) pdf.roundedRect(...place, radius);
      else pdf.rect(...place);
      return true;
    }
    case 'circle':
      pdf.circle(numberOf(attrs, 'cx'), numberOf(attrs, 'cy'), numberOf(attrs, 'r'));
      return true;
    case 'line':
      pdf.moveTo(numberOf(attrs, 'x1'), numberOf(attrs, 'y1')).lineTo(numberOf(attrs, 'x2'), numberOf(attrs, 'y2'));
      return true;
    case 'path':
      pdf.path(String(attrs['d'] ?? ''));
      return true;
    case 'polygon': {
      const values = String(attrs['points'] ?? '')
        .trim()
        .split(/[\s,]+/)
        .map(Number);
      pdf.polygon(...Array.from({ length: Math.floor(values.length / 2) }, (_, at) => [values[2 * at] ?? 0, values[2 * at + 1] ?? 0] as const));
      return true;
    }
    default:
      return false;
  }
}

/** What only hears the mouse is not painted: pdfkit would take the colour before for a name that it does not know. */
function paintOf(color: string | number): string {
  return color === 'transparent' ? 'none' : String(color);
}

function painted(pdf: PDFDocument, node: SceneNode, attrs: Attrs): void {
  if (!outline(pdf, { ...node, attrs })) return;
  const fill = node.tag === 'line' ? 'none' : paintOf(attrs['fill'] ?? '#000000');
  const stroke = paintOf(attrs['stroke'] ?? 'none');
  const opacity = Number(attrs['opacity'] ?? 1);
  if (fill !== 'none') pdf.fillColor(fill, opacity * Number(attrs['fill-opacity'] ?? 1));
  if (stroke !== 'none') {
    const [dash = 0, space = dash] = String(attrs['stroke-dasharray'] ?? '')
      .split(/[\s,]+/)
      .map(Number);
    pdf.strokeColor(stroke, opacity * Number(attrs['stroke-opacity'] ?? 1)).lineWidth(Number(attrs['stroke-width'] ?? 1));
    if (dash > 0) pdf.dash(dash, { space });
    else pdf.undash();
  }
  if (fill !== 'none' && stroke !== 'none') pdf.fillAndStroke();
  else if (fill !== 'none') pdf.fill();
  // what is not painted must not stay: the next painting would take it along
  else if (stroke !== 'none') pdf.stroke();
  else pdf.strokeColor('#ffffff', 0).stroke();
}

function numbersOf(transform: 'rotate' | 'translate', attrs: Attrs): number[] {
  const [name, inside = ''] = String(attrs['transform'] ?? '').split(/[()]/);
  return name === transform
    ? inside
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(Number)
    : [];
}

/** Degrees clockwise, and around which point: words are the only things that scenes turn. */
const turnOf = (attrs: Attrs): number[] => numbersOf('rotate', attrs);

/** Right and down: groups are the only things that scenes shift. */
function shiftOf(attrs: Attrs): readonly [number, number] {
  const [across = 0, down = 0] = numbersOf('translate', attrs);
  return [across, down];
}

function lettered(pdf: PDFDocument, fonts: FontMeasure, text: string, attrs: Attrs): void {
  const face = faceOf(Number(attrs['font-weight'] ?? 400) >= 600 || attrs['font-weight'] === 'bold', attrs['font-style'] === 'italic');
  const size = Number(attrs['font-size'] ?? 12);
  const width = fonts.widthOf(text, face, size);
  const shift = attrs['text-anchor'] === 'middle' ? width / 2 : attrs['text-anchor'] === 'end' ? width : 0;
  const [angle = 0, x = 0, y = 0] = turnOf(attrs);
  pdf.save().rotate(angle, { origin: [x, y] });
  pdf
    .fillColor(String(attrs['fill'] ?? '#000000'), Number(attrs['opacity'] ?? 1))
    .font(`Text${face}`)
    .fontSize(size);
  pdf.text(text, numberOf(attrs, 'x') - shift, numberOf(attrs, 'y'), { lineBreak: false, baseline: 'alphabetic' });
  pdf.restore();
}

/** What children take over from their group. */
const INHERITED = /^(?:fill|stroke|font-|text-anchor|opacity)/;

function drawNode(pdf: PDFDocument, fonts: FontMeasure, node: SceneNode, inherited: Attrs): void {
  const attrs = { ...inherited, ...node.attrs };
  painted(pdf, node, attrs);
  if (node.tag === 'text' && node.text) lettered(pdf, fonts, node.text, attrs);
  const passed = Object.fromEntries(Object.entries(attrs).filter(([name]) => INHERITED.test(name)));
  if (node.children.length === 0) return;
  const [across, down] = shiftOf(node.attrs);
  pdf.save().translate(across, down);
  for (const child of node.children) drawNode(pdf, fonts, child, passed);
  pdf.restore();
}

/** @param width points; the height follows */
export function drawScene(
  pdf: PDFDocument,
  fonts: FontMeasure,
  scene: Scene,
  place: { readonly x: number; readonly y: number; readonly width: number },
): void {
  pdf
    .save()
    .translate(place.x, place.y)
    .scale(place.width / Math.max(1, scene.width));
  pdf.rect(0, 0, scene.width, scene.height).fillColor(scene.background, 1).fill();
  for (const child of scene.children) drawNode(pdf, fonts, child, {});
  pdf.restore();
  pdf.fillColor('#000000', 1).strokeColor('#000000', 1).undash();
}
