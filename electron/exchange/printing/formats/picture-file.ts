// A picture as a file of a stated size: SVG to edit, PNG to drop into Word, PDF for a page of its own.
import type { Language } from '../../../../shared/domain/project.ts';
import { printedSize } from '../../../../shared/figure/matrix-figure.ts';
import type { Scene } from '../../../../shared/figure/scene.ts';
import { sceneToSvg } from '../../../../shared/figure/scene-to-svg.ts';
import { svgToPng } from './figure-files.ts';
import { withDensity } from './png-density.ts';

/** What journals ask for. */
const DOTS_PER_INCH = 300;
const CM_PER_INCH = 2.54;
const POINTS_PER_INCH = 72;
/** Pixels that a png may have on a side: beyond, nothing opens it. */
const MOST_SIDE = 16_000;

export type PictureFormat = 'svg' | 'png' | 'pdf';

export interface PictureFile {
  /** What the picture may take of the page; one that needs less is as wide as it was drawn. */
  readonly widthCm: number;
  readonly title: string;
  readonly language: Language;
}

/** The picture at its size on paper: millimetres stated in the svg, 300 dots per inch in the png, a page of that size as pdf. */
export async function pictureFile(scene: Scene, format: PictureFormat, { widthCm, title, language }: PictureFile): Promise<Uint8Array> {
  const size = printedSize(scene, widthCm);
  if (format === 'pdf') {
    const { sceneToPdf } = await import('./document-pdf.ts');
    return sceneToPdf(scene, title, language, (size.widthCm / CM_PER_INCH) * POINTS_PER_INCH);
  }
  if (format === 'svg') {
    const millimetres = (cm: number): string => `${Math.round(cm * 1000) / 100}mm`;
    const stated = { ...scene, attrs: { ...scene.attrs, width: millimetres(size.widthCm), height: millimetres(size.heightCm) } };
    return new TextEncoder().encode(sceneToSvg(stated));
  }
  const wanted = ((size.widthCm / CM_PER_INCH) * DOTS_PER_INCH) / scene.width;
  const scale = Math.min(wanted, MOST_SIDE / Math.max(scene.width, scene.height));
  return withDensity(svgToPng(sceneToSvg(scene), scale), (DOTS_PER_INCH * scale) / wanted);
}
