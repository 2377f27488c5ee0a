import { hash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { PackedStoredDocument, StoredDocument } from "./boardStore.ts";

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Packs bytes on another thread, at the level beyond which a board gets hardly smaller and much slower. */
export const pack = (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => zip(bytes, { level: 6 }).then(ownBytes);
/** @throws what zlib throws when they were not packed */
export const unpack = (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => unzip(bytes).then(ownBytes);

/** zlib may give a part of a larger buffer: what is handed out is to be nobody else's. */
const ownBytes = (bytes: Buffer<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  bytes.buffer.byteLength === bytes.byteLength ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes);

/** @throws what zlib throws when its checkpoint was not packed */
export async function unpackStored({ isPacked, checkpoint, ...rest }: PackedStoredDocument): Promise<StoredDocument> {
  return { checkpoint: isPacked && checkpoint ? await unpack(checkpoint) : checkpoint, ...rest };
}
/** How long packed bytes are when they are unpacked, as far as they say so: up to 4 GiB. */
export const unpackedLength = (gzip: Uint8Array): number =>
  new DataView(gzip.buffer, gzip.byteOffset, gzip.byteLength).getUint32(gzip.byteLength - 4, true);

export const shaOf = (...parts: readonly Uint8Array[]): Uint8Array =>
  hash("sha256", parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts), "buffer");
