import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, link, rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@palabre/shared/errors";

const KEY_BYTES = 32;

/**
 * The server's key, from which every link's secret is computed: losing it makes all links other ones.
 *
 * It is read from `DATA_DIR/key`, made there once (readable by the owner only), or derived from `SECRET_KEY` when that is set.
 * @param dataDir undefined = a key for this process only
 * @param onMade called when the folder had none
 */
export async function openKey(
  dataDir: string | undefined,
  secretKey: string | undefined,
  onMade: () => void = () => {},
): Promise<Uint8Array> {
  if (secretKey !== undefined) return createHash("sha256").update("palabre key ").update(secretKey).digest();
  if (dataDir === undefined) return randomBytes(KEY_BYTES);
  const path = join(dataDir, "key");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const found = await readKey(path);
  if (!found) onMade();
  const key = found ?? (await makeKey(path));
  if (key.length === KEY_BYTES) return key;
  throw new AppError(
    "internal",
    `the key in the data folder has ${key.length} bytes instead of ${KEY_BYTES}: put the right one back`,
  );
}

async function readKey(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Written aside and linked into place, so that a crash leaves either no key or a whole one, and the first of two servers wins. */
async function makeKey(path: string): Promise<Uint8Array> {
  const aside = `${path}.${randomBytes(6).toString("hex")}`;
  const file = await open(aside, "wx", 0o600);
  try {
    await file.writeFile(randomBytes(KEY_BYTES));
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
