// What a peer's record holds: the fact, who wrote it as which number, and when. The product's record says more (core/ledger/FORMAT.md): the hash of
// the record before, what its device had seen by then, its tick. Peers either do without or keep something of the kind themselves.
export const deviceA = 'a'.repeat(32);
export const deviceB = 'b'.repeat(32);

const at = '2026-11-23T05:31:08Z';

/** The name of a device's record; numbers begin with 1. Names sort as numbers do: Automerge is slow at keys that belong between others. */
export const recordId = (device, number) => `${device}/${String(number).padStart(7, '0')}`;

/** A record for peers that have its name elsewhere. */
export const recordText = (body) => JSON.stringify({ at, body });

export const namedRecord = (id, body) => ({ id, at, body });
