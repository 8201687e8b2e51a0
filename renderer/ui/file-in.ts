// A file on its way to the core: its name, and its bytes in base64.

export interface FileIn {
  readonly name: string;
  readonly base64: string;
}

/** What the person chose or dropped. */
export function readFileIn(file: File): Promise<FileIn> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    // a data URL: everything after its comma is the base64
    reader.onload = () => resolve({ name: file.name, base64: String(reader.result).split(',')[1] ?? '' });
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}
