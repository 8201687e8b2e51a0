// XML of the exchange files: what XML forbids is left out, what its readers would change (line ends, tabs) is written so that it stays.
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Most of what is written has nothing in it that XML would say otherwise. */
const PLAIN = /^[\x20\x21\x23-\x25\x27-\x3b\x3d\x3f-\x7e\xa0-\ud7ff]*$/;

export type XmlAttributes = Readonly<Record<string, string | number | null | undefined>>;

/** Without the characters that XML 1.0 cannot hold. */
export function xmlWords(text: string): string {
  return text.replace(/[^\P{Cc}\n\r\t\x7f-\x9f]|[\ufffe\uffff]/gu, '').toWellFormed();
}

function attributeWords(text: string): string {
  return PLAIN.test(text) ? text : xmlWords(text).replace(/[&<>"\n\r\t]/g, (sign) => SIGNS[sign] ?? sign);
}

function attributesOf(attributes: XmlAttributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${attributeWords(String(value))}"`)
    .join('');
}

export function opening(name: string, attributes: XmlAttributes = {}): string {
  return `<${name}${attributesOf(attributes)}>`;
}

/** `inside`: elements that are written already. */
export function element(name: string, attributes: XmlAttributes = {}, inside: readonly string[] = []): string {
  const within = inside.join('');
  return within === '' ? `<${name}${attributesOf(attributes)}/>\n` : `${opening(name, attributes)}\n${within}</${name}>\n`;
}

/** An element of words; nothing where there are none. */
export function words(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${xmlWords(text).replace(/[&<>\r]/g, (sign) => SIGNS[sign] ?? sign)}</${name}>\n`;
}
