import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { SourceFile } from "./readImports.ts";

const ROOT = join(import.meta.dirname, "../..");

/** The files below these folders of the repository whose path fits, sorted by it; what is built or installed is left out. */
export const readTree = (folders: readonly string[], fits: RegExp): readonly SourceFile[] =>
  folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name.split(sep).join("/")}`)
      .filter((path) => fits.test(path) && !/\/(node_modules|dist)\//.test(path))
      .toSorted()
      .map(readFile),
  );

export const readFile = (path: string): SourceFile => ({ path, text: readFileSync(join(ROOT, path), "utf8") });

export const isThere = (path: string): boolean => existsSync(join(ROOT, path));
