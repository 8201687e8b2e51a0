// Enough of an XML reader to prove that what we write is well formed, and to find things in it.

const TOKEN = /<\?[^>]*\?>|<!--.*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*(\/?)>|([^<]+)|(.)/gsu;
const REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;

/** The first thing that an XML reader would refuse; null for well-formed text. */
export function xmlProblem(xml: string): string | null {
  const open: string[] = [];
  for (const [token, closing, name, attributes, empty, text, stray] of xml.matchAll(TOKEN)) {
    if (stray !== undefined) return `stray ${stray}`;
    if (REFERENCE.test(text ?? attributes ?? '')) return `bare ampersand in ${token}`;
    if (/[^\P{Cc}\n\r\t]/u.test(token)) return `control character in ${token}`;
    if (name === undefined) continue;
    if (closing === '/') {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else if (empty !== '/') open.push(name);
  }
  return open.length === 0 ? null : `<${open.at(-1)}> stays open`;
}

export function unescaped(text: string): string {
  return text
    .replace(/<br>/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
