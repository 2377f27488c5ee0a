import { constants } from "node:fs";
import { copyFile, mkdir, open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@palabre/shared/errors";
import { z } from "zod";
import { countDamaged, findImages } from "./imageFiles.ts";
import { checkDatabase, copyDatabase, DATABASES, findSharedKey, isInUse } from "../stores/index.ts";

/** What makes a folder a backup: written last, so that one that was broken off is none. */
const MANIFEST = "backup.json";
const KEY = "key";
const FILES = "files";

const manifestSchema = z.object({
  /** epoch milliseconds */
  at: z.number(),
  /** of each database, its schema; none where the boards are in Postgres */
  schemas: z.record(z.string(), z.number()),
  /** of each database, how many records were damaged already when it was copied; a board opens without them. Of the images, too */
  damaged: z.record(z.string(), z.number()).default({}),
  /** how many images there are */
  files: z.number(),
  /** whether the key of the links is in it: that of the data folder or of servers that share a database; none with SECRET_KEY */
  hasKey: z.boolean(),
});
export type Backup = z.infer<typeof manifestSchema>;

/** Where a server has what is not in its data folder. */
interface Elsewhere {
  /** of the Postgres that has boards and posts, and its own backup: what lies in the folder of them is of before */
  readonly databaseUrl: string | undefined;
  /** in the place of any other key */
  readonly secretKey: string | undefined;
}

/**
 * Copies all that a data folder keeps into a new folder, while its server goes on: all that was acknowledged before the call is in it.
 *
 * The databases are copied first. What a board shows of the folder of files was there before the board said so, and is copied after it.
 * @param folder made if it isn't there; must be empty
 * @returns with `isKeyUnsure`: whether servers share another key than that of the folder could not be asked
 * @throws AppError `conflict` for a folder that holds something, `store-failed` for what can't be read, written or verified
 */
export async function backUp(
  dataDir: string,
  folder: string,
  now: () => number,
  { databaseUrl, secretKey }: Elsewhere,
): Promise<Backup & { readonly isKeyUnsure: boolean }> {
  const at = now();
  const isInPostgres = databaseUrl !== undefined;
  const databases = isInPostgres ? [] : DATABASES;
  if (!isInPostgres && !(await isThere(join(dataDir, DATABASES[0].name))))
    throw new AppError("store-failed", "there are no boards in DATA_DIR: set it as for the server");
  // what is in it is as secret as the data folder
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new AppError("conflict", "the folder is not empty: name a new one, nothing is ever written over");
  const schemas: Record<string, number> = {};
  const damaged: Record<string, number> = {};
  for (const { name, schema } of databases) {
    const copy = join(folder, name);
    await copyDatabase(join(dataDir, name), copy);
    const checked = checkDatabase(copy, schema);
    schemas[name] = checked.schema;
    if (checked.damaged > 0) damaged[name] = checked.damaged;
    await sync(copy);
  }
  const { files, damagedFiles } = await copyFiles(join(dataDir, FILES), join(folder, FILES));
  if (damagedFiles > 0) damaged[FILES] = damagedFiles;
  const { hasKey, isKeyUnsure } = await copyKey(dataDir, folder, { databaseUrl, secretKey });
  const backup = { at, schemas, damaged, files, hasKey };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(backup, undefined, 2)}\n`, { flag: "wx" });
  await sync(join(folder, MANIFEST));
  await sync(folder);
  return { ...backup, isKeyUnsure };
}

/**
 * Puts a backup into a data folder that holds nothing yet.
 * @throws AppError `conflict` for a data folder that holds something, `store-failed` for a backup that is not whole, is damaged, or is
 *   of a newer program, or of boards where the server reads those of Postgres; nothing is written then
 */
export async function restore(
  folder: string,
  dataDir: string,
  { databaseUrl }: Pick<Elsewhere, "databaseUrl">,
): Promise<Backup> {
  const backup = await readManifest(folder);
  const databases = DATABASES.filter(({ name }) => backup.schemas[name] !== undefined);
  if (databaseUrl !== undefined && databases.length > 0)
    throw new AppError(
      "conflict",
      "this backup holds boards, and the server reads those of DATABASE_URL: unset it, restore, then move the boards",
    );
  for (const { name, schema } of databases) {
    const { damaged } = checkDatabase(join(folder, name), schema);
    if (damaged > (backup.damaged[name] ?? 0))
      throw new AppError("store-failed", `${name} is damaged since it was copied: take another backup`);
  }
  await checkFiles(folder, backup);
  await refuseOccupied(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (backup.hasKey) await copy(join(folder, KEY), join(dataDir, KEY));
  await copyFiles(join(folder, FILES), join(dataDir, FILES));
  // boards come last: a folder that was broken off before has none
  for (const { name } of databases.toReversed()) await copy(join(folder, name), join(dataDir, name));
  await sync(dataDir);
  return backup;
}

async function readManifest(folder: string): Promise<Backup> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), "utf8")));
  } catch (cause) {
    throw new AppError("store-failed", `the folder is no whole backup, its ${MANIFEST} can't be read: name another`, {
      cause,
    });
  }
}

async function refuseOccupied(dataDir: string): Promise<void> {
  for (const { name } of DATABASES) {
    const file = join(dataDir, name);
    if ((await isThere(file)) && isInUse(file))
      throw new AppError(
        "conflict",
        "a server is running on DATA_DIR: stop it, move its folder away, and restore into a new one",
      );
  }
  const held = [...DATABASES.flatMap(({ name }) => [name, `${name}-wal`]), KEY, FILES];
  for (const name of held) {
    if (await isThere(join(dataDir, name)))
      throw new AppError(
        "conflict",
        `DATA_DIR holds something already (${name}): move it away, or set DATA_DIR to a new folder. Nothing was written`,
      );
  }
}

/** @returns how many there are, and how many of the copies are damaged */
async function copyFiles(from: string, to: string): Promise<{ readonly files: number; readonly damagedFiles: number }> {
  const images = await findImages(from);
  for (const { board, name } of images) {
    await mkdir(join(to, board), { recursive: true });
    await copy(join(from, board, name), join(to, board, name));
  }
  return { files: images.length, damagedFiles: await countDamaged(to, images) };
}

/** @throws AppError `store-failed` where images are gone or damaged, or the key is gone, since they were copied */
async function checkFiles(folder: string, { files, damaged, hasKey }: Backup): Promise<void> {
  const images = await findImages(join(folder, FILES));
  if (images.length !== files)
    throw new AppError("store-failed", `the backup has ${images.length} images instead of ${files}: take another one`);
  const now = await countDamaged(join(folder, FILES), images);
  if (now > (damaged[FILES] ?? 0))
    throw new AppError("store-failed", `${now} of its images are damaged since they were copied: take another backup`);
  if (hasKey && !(await isThere(join(folder, KEY))))
    throw new AppError("store-failed", "the key of the links is gone from the backup: put it back, or take another");
}

/** The key that the server makes links with, where that isn't in its environment. */
async function copyKey(
  dataDir: string,
  folder: string,
  { databaseUrl, secretKey }: Elsewhere,
): Promise<{ readonly hasKey: boolean; readonly isKeyUnsure: boolean }> {
  // a key that lies in the folder is of before: restored, it would open nothing
  if (secretKey !== undefined) return { hasKey: false, isKeyUnsure: false };
  const [own, target] = [join(dataDir, KEY), join(folder, KEY)];
  let shared: Uint8Array | undefined;
  let isKeyUnsure = false;
  try {
    if (databaseUrl !== undefined) shared = await findSharedKey(databaseUrl);
  } catch {
    // the images are worth a backup also while the database is away: it is told
    isKeyUnsure = true;
  }
  const hasKey = shared !== undefined || (await isThere(own));
  if (shared) {
    await writeFile(target, shared, { flag: "wx", mode: 0o600 });
    await sync(target);
  } else if (hasKey) await copy(own, target);
  return { hasKey, isKeyUnsure };
}

/** With its rights, to where nothing is yet, and on the disk when it resolves. */
async function copy(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL);
  await sync(to);
}

async function sync(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}
