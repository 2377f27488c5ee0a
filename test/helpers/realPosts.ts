import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The folder with JSON lines of real posts, if there is one on this machine. */
export const listeningData = (): string | undefined => {
  const folder = process.env["LISTENING_DATA"];
  return folder !== undefined && folder !== "" && existsSync(folder) ? folder : undefined;
};

/**
 * A CSV of real posts, made now and kept nowhere: text, language, id, and a date an hour apart, the last one at `until`.
 * @param file of the folder that `LISTENING_DATA` names
 */
export async function makeRealCsv(
  folder: string,
  file: string,
  options: { rows: number; until: number },
): Promise<{ csv: string; texts: readonly string[] }> {
  const lines = (await readFile(join(folder, file), "utf8")).trim().split("\n").slice(0, options.rows);
  const posts = lines.map((line) => JSON.parse(line) as { id: string; text: string; lang: string });
  const rows = posts.map(({ id, text, lang }, index) => {
    const at = new Date(options.until - (posts.length - 1 - index) * 3_600_000).toISOString();
    return [id, at, `"${text.replaceAll('"', '""')}"`, lang].join(",");
  });
  return { csv: `id,date,text,lang\r\n${rows.join("\r\n")}\r\n`, texts: posts.map(({ text }) => text) };
}
