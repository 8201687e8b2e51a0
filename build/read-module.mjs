// What one source file takes from others and gives them, read from its syntax tree: every way to import counts, also those
// that leave no trace at run time.
import { extname } from 'node:path';
import { parseSync } from 'oxc-parser';

/** @typedef {{ specifier: string, line: number, isTypeOnly: boolean }} Import */
/** @typedef {{ imports: Import[], isBarrel: boolean, defaultExportLine: number | null, syntaxError: string | null }} Module */
/** @typedef {Record<string, any> & { type: string, start: number }} Node the parser's nodes, read by their documented shape */

/**
 * @param {string} path its extension tells TypeScript from JavaScript
 * @param {string} text
 * @returns {Module}
 */
export function readModule(path, text) {
  const { program, errors } = parseSync(path, text, { lang: languageOf(path) });
  /** @type {Node[]} */
  const body = program.body;
  /** @type {Import[]} */
  const imports = [];
  visit(program, (node) => {
    const found = importIn(node);
    if (found !== null) imports.push({ ...found, line: lineAt(text, node.start) });
  });
  const defaultExport = body.find(isDefaultExport);
  return {
    imports,
    isBarrel: isBarrel(body),
    defaultExportLine: defaultExport ? lineAt(text, defaultExport.start) : null,
    syntaxError: errors[0]?.message ?? null,
  };
}

/** @param {string} path @returns {'tsx' | 'ts' | 'js'} */
function languageOf(path) {
  const extension = extname(path);
  if (extension === '.tsx') return 'tsx';
  return extension === '.ts' ? 'ts' : 'js';
}

/** @param {unknown} node @param {(node: Node) => void} seen */
function visit(node, seen) {
  if (node === null || typeof node !== 'object') return;
  if ('type' in node && 'start' in node) seen(/** @type {Node} */ (node));
  for (const child of Object.values(node)) visit(child, seen);
}

/** @param {Node} node @returns {{ specifier: string, isTypeOnly: boolean } | null} */
function importIn(node) {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: node.source.value, isTypeOnly: node.importKind === 'type' || areAllTypes(node.specifiers, 'importKind') };
    case 'ExportNamedDeclaration':
      if (node.source === null) return null;
      return { specifier: node.source.value, isTypeOnly: node.exportKind === 'type' || areAllTypes(node.specifiers, 'exportKind') };
    case 'ExportAllDeclaration':
      return { specifier: node.source.value, isTypeOnly: node.exportKind === 'type' };
    case 'TSImportType':
      return { specifier: node.source.value, isTypeOnly: true };
    case 'ImportExpression':
      return isText(node.source) ? { specifier: node.source.value, isTypeOnly: false } : null;
    case 'CallExpression':
      return node.callee.name === 'require' && isText(node.arguments[0]) ? { specifier: node.arguments[0].value, isTypeOnly: false } : null;
    default:
      return null;
  }
}

/** @param {Node[]} specifiers @param {'importKind' | 'exportKind'} kind */
const areAllTypes = (specifiers, kind) => specifiers.length > 0 && specifiers.every((specifier) => specifier[kind] === 'type');

/** @param {Node | undefined} node */
const isText = (node) => node?.type === 'Literal' && typeof node.value === 'string';

/** A file that only passes on what others export hides where things live. @param {Node[]} body */
function isBarrel(body) {
  const passesOn = (/** @type {Node} */ node) =>
    node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source !== null);
  return body.some(passesOn) && body.every((node) => passesOn(node) || node.type === 'ImportDeclaration');
}

/** @param {Node} node */
function isDefaultExport(node) {
  if (node.type === 'ExportDefaultDeclaration') return true;
  return node.type === 'ExportNamedDeclaration' && node.specifiers.some((/** @type {Node} */ specifier) => specifier.exported.name === 'default');
}

/** @param {string} text @param {number} offset */
const lineAt = (text, offset) => text.slice(0, offset).split('\n').length;
