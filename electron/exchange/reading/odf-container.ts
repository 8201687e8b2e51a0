// The archive of an OpenDocument file, once it is known to be of the kind that its name says, and open to read.
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { openContainer, type ZipContainer } from './zip-container.ts';

/** @param mimeType that of a template is the document's with an ending */
export function openOdf(bytes: Uint8Array, file: string, mimeType: string): ZipContainer {
  const container = openContainer(bytes, file);
  const type = new TextDecoder().decode(container.read('mimetype') ?? new Uint8Array()).trim();
  const manifest = container.read('META-INF/manifest.xml');
  if (manifest && /<(?:\w+:)?encryption-data[\s/>]/.test(new TextDecoder().decode(manifest))) throw unreadable(file, 'encrypted');
  if ((type !== '' && !type.startsWith(mimeType)) || !container.has('content.xml')) throw unreadable(file, 'notAsNamed');
  return container;
}
