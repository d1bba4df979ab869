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

/** Its bytes, of a locked one the plain ones; null where nobody knows its passphrase. */
export async function readFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return isLocked(bytes) ? openLocked(file.name, bytes) : bytes;
}
