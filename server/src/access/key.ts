import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, link, rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@palabre/shared/errors";

const KEY_BYTES = 32;

/** From `SECRET_KEY`. */
export const deriveKey = (secretKey: string): Uint8Array =>
  createHash("sha256").update("palabre key ").update(secretKey).digest();

/**
 * The key that a data folder has, or a new one, made there once and readable by the owner only.
 * @param dataDir undefined = a key for this process only
 * @param onMade called when the folder had none
 */
export async function openKey(dataDir: string | undefined, onMade: () => void = () => {}): Promise<Uint8Array> {
  if (dataDir === undefined) return randomBytes(KEY_BYTES);
  const found = await findKey(dataDir);
  if (found) return found;
  onMade();
  return keepKey(dataDir, randomBytes(KEY_BYTES));
}

/** @returns undefined where the folder has none. @throws AppError for one that is none */
export async function findKey(dataDir: string | undefined): Promise<Uint8Array | undefined> {
  if (dataDir === undefined) return undefined;
  const key = await readKey(keyOf(dataDir));
  if (!key || key.length === KEY_BYTES) return key;
  throw new AppError(
    "internal",
    `the key in the data folder has ${key.length} bytes instead of ${KEY_BYTES}: put the right one back`,
  );
}

const keyOf = (dataDir: string): string => join(dataDir, "key");

async function readKey(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Written aside and linked into place, so that a crash leaves either no key or a whole one, and the first of two servers wins.
 * @returns the one that the folder has now
 */
export async function keepKey(dataDir: string, key: Uint8Array): Promise<Uint8Array> {
  const path = keyOf(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const aside = `${path}.${randomBytes(6).toString("hex")}`;
  const file = await open(aside, "wx", 0o600);
  try {
    await file.writeFile(key);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(aside, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await rm(aside);
  }
  return readFile(path);
}
