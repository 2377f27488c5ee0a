import { hash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Packs bytes on another thread, at the level beyond which a board gets hardly smaller and much slower. */
export const pack = (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => zip(bytes, { level: 6 }).then(ownBytes);
/** @throws what zlib throws when they were not packed */
export const unpack = (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => unzip(bytes).then(ownBytes);

/** zlib may give a part of a larger buffer: what is handed out is to be nobody else's. */
const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

export const shaOf = (...parts: readonly Uint8Array[]): Uint8Array =>
  hash("sha256", parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts), "buffer");
