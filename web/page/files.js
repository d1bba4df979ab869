// Files to and from the user.
import { isLocked } from './vault.js';
import { openLocked } from './lock_forms.js';

/** Offers bytes as a download. */
export function saveFile(name, mime, bytes) {
  const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read by then; releasing at once breaks downloads in some.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The file, of a locked one its plain contents; null where nobody knows its passphrase. */
export async function plainFile(file) {
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  if (!isLocked(head)) return file;
  const bytes = await openLocked(file.name, new Uint8Array(await file.arrayBuffer()));
  return bytes && new Blob([bytes]);
}
