import { mkdir } from "node:fs/promises";
import type { Person } from "./people.ts";

/** where to look at what was seen, for who wants to: nothing is kept otherwise */
const pictures = process.env["PICTURES"];
const WIDTHS = [
  [1440, 900],
  [768, 1024],
  [390, 844],
] as const;

/** The screen of a person as it is, at each size, into the folder that `PICTURES` names. */
export async function picture(
  { page }: Person,
  name: string,
  sizes: readonly (readonly [width: number, height: number])[] = WIDTHS,
): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  const before = page.viewportSize();
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png` });
  }
  if (before) await page.setViewportSize(before);
}
