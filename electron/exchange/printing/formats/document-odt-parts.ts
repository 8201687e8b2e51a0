// The parts of an OpenDocument text that stand around its content: named styles, the two kinds of page, properties.
import type { Language } from '../../../../shared/domain/project.ts';
import { MARGINS, PAGE, TWIPS_PER_POINT } from './document-layout.ts';
import { FONT, LOOKS, ROLES } from './document-looks.ts';
import type { Look } from './document-looks.ts';
import { XML_HEAD, escaped } from './document-xml.ts';
import type { PrintedDocument } from './printed-document.ts';

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
export const ODF_NAMESPACES = [
  ...['office', 'text', 'table', 'style', 'meta', 'manifest'].map((name) => `xmlns:${name}="${ODF}:${name}:1.0"`),
  `xmlns:draw="${ODF}:drawing:1.0"`,
  `xmlns:fo="${ODF}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${ODF}:svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:ooow="http://openoffice.org/2004/writer"',
].join(' ');

export const ODT_MIME = 'application/vnd.oasis.opendocument.text';

export const points = (twips: number): string => `${Number((twips / TWIPS_PER_POINT).toFixed(2))}pt`;

/** Names of the styles that only the content uses. */
export const MASTER = { upright: 'Upright', across: 'Across' } as const;
export const CELL_STYLE = {
  plain: 'TrameCellule',
  header: 'TrameCelluleEnTete',
  first: 'TrameCelluleEnTeteHaut',
  whole: 'TrameCelluleEnTeteSeul',
  last: 'TrameCelluleEnTeteBas',
  band: 'TrameCelluleGroupe',
} as const;
export const ROW_STYLE = { whole: 'TrameRangEntier', broken: 'TrameRangCoupe' } as const;
export const GRAPHIC_STYLE = 'TrameImage';
export const LINK_STYLE = 'TrameLien';

function paragraphStyle(look: Look): string {
  const parent = look.parent === null || look.parent === 'Normal' ? 'Standard' : look.parent;
  const paragraph = [
    `fo:margin-top="${points(look.before)}" fo:margin-bottom="${points(look.after)}" fo:margin-left="${points(look.left)}" fo:text-indent="${points(-look.hanging)}"`,
    `fo:text-align="${look.align === 'left' ? 'start' : look.align === 'right' ? 'end' : 'center'}"`,
    look.keepNext ? 'fo:keep-with-next="always"' : '',
    look.keepLines ? 'fo:keep-together="always"' : '',
  ].join(' ');
  const text = [
    `fo:font-size="${look.size / 2}pt" fo:color="#${look.color}"`,
    `fo:font-weight="${look.bold ? 'bold' : 'normal'}" fo:font-style="${look.italic ? 'italic' : 'normal'}"`,
  ].join(' ');
  return `<style:style style:name="${look.id}" style:display-name="${look.name}" style:family="paragraph" style:parent-style-name="${parent}"><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;
}

function textStyles(): string[] {
  return Object.values(ROLES).map(({ id, name, bold, italic, color, size }) => {
    const text = [
      bold === null ? '' : `fo:font-weight="${bold ? 'bold' : 'normal'}"`,
      italic === null ? '' : `fo:font-style="${italic ? 'italic' : 'normal'}"`,
      color === null ? '' : `fo:color="#${color}"`,
      size === null ? '' : `fo:font-size="${size / 2}pt"`,
    ].join(' ');
    return `<style:style style:name="${id}" style:display-name="${name}" style:family="text"><style:text-properties ${text}/></style:style>`;
  });
}

function pageLayout(name: string, isAcross: boolean): string {
  const [width, height] = isAcross ? [PAGE.height, PAGE.width] : [PAGE.width, PAGE.height];
  const { left, right, top, bottom } = isAcross ? MARGINS.across : MARGINS.upright;
  // the foot takes its room from the margin
  const foot = Math.round(bottom / 2);
  return [
    `<style:page-layout style:name="${name}"><style:page-layout-properties fo:page-width="${points(width)}" fo:page-height="${points(height)}" style:print-orientation="${isAcross ? 'landscape' : 'portrait'}"`,
    ` fo:margin-top="${points(top)}" fo:margin-bottom="${points(bottom - foot)}" fo:margin-left="${points(left)}" fo:margin-right="${points(right)}"/>`,
    `<style:footer-style><style:header-footer-properties fo:min-height="${points(foot)}" svg:height="${points(foot)}" fo:margin-top="0pt"/></style:footer-style></style:page-layout>`,
  ].join('');
}

/** Paragraphs that only OpenDocument needs: after a figure, at a page's turn, where no words are. */
function placeStyles(): string[] {
  const own = (name: string, parent: string, paragraph: string, text = ''): string =>
    `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"><style:paragraph-properties ${paragraph}/>${text}</style:style>`;
  return [
    own(
      'TrameRien',
      LOOKS.cell.id,
      'fo:margin-top="0pt" fo:margin-bottom="0pt" fo:line-height="1pt" fo:keep-with-next="always"',
      '<style:text-properties fo:font-size="1pt"/>',
    ),
    own('TrameFigure', LOOKS.body.id, 'fo:text-align="center" fo:keep-with-next="always"'),
    own('TrameSousFigure', LOOKS.caption.id, 'fo:keep-with-next="auto"'),
    own('TramePageSuivante', LOOKS.body.id, 'fo:break-before="page"'),
  ];
}

const masterPage = (name: string): string =>
  `<style:master-page style:name="${name}" style:page-layout-name="Page${name}"><style:footer><text:p text:style-name="${LOOKS.page.id}"><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer></style:master-page>`;

export function odtStyles(language: Language): string {
  const locale = language === 'fr' ? 'fo:language="fr" fo:country="FR"' : 'fo:language="en" fo:country="GB"';
  return [
    XML_HEAD,
    `<office:document-styles ${ODF_NAMESPACES} office:version="1.3">`,
    `<office:font-face-decls><style:font-face style:name="${FONT}" svg:font-family="${FONT}" style:font-family-generic="swiss"/></office:font-face-decls>`,
    `<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="no-limit" style:writing-mode="lr-tb"/><style:text-properties style:font-name="${FONT}" fo:font-size="11pt" ${locale} fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>`,
    '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>',
    '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>',
    ...Object.values(LOOKS).map(paragraphStyle),
    ...placeStyles(),
    ...textStyles(),
    `<style:style style:name="${LINK_STYLE}" style:display-name="Trame Lien" style:family="text"/>`,
    '</office:styles>',
    `<office:automatic-styles>${pageLayout('PageUpright', false)}${pageLayout('PageAcross', true)}</office:automatic-styles>`,
    `<office:master-styles>${masterPage(MASTER.upright)}${masterPage(MASTER.across)}</office:master-styles></office:document-styles>`,
  ].join('');
}

export function odtMeta({ title, author, language }: PrintedDocument): string {
  return `${XML_HEAD}<office:document-meta ${ODF_NAMESPACES} office:version="1.3"><office:meta><meta:generator>Trame</meta:generator><dc:title>${escaped(title)}</dc:title><meta:initial-creator>${escaped(author ?? 'Trame')}</meta:initial-creator><dc:creator>${escaped(author ?? 'Trame')}</dc:creator><dc:language>${language === 'fr' ? 'fr-FR' : 'en-GB'}</dc:language></office:meta></office:document-meta>`;
}

export function odtManifest(pictures: readonly string[]): string {
  const mimes: Readonly<Record<string, string>> = { png: 'image/png', svg: 'image/svg+xml', jpeg: 'image/jpeg', gif: 'image/gif' };
  const entry = (path: string, mime: string): string => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${mime}"/>`;
  return [
    XML_HEAD,
    `<manifest:manifest xmlns:manifest="${ODF}:manifest:1.0" manifest:version="1.3">`,
    `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODT_MIME}"/>`,
    ...['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml')),
    ...pictures.map((path) => entry(path, mimes[path.split('.').at(-1) ?? ''] ?? '')),
    '</manifest:manifest>',
  ].join('');
}
