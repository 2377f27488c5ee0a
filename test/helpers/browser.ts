import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { access, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";

/** The browsers that a machine usually has. */
const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
];
// without hinting, letters stand where the layout puts them: pictures look as they do on a screen
const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--font-render-hinting=none"];

interface Executable {
  readonly path: string;
  readonly env?: Record<string, string>;
}

/** The browser to test with: the one that `PALABRE_BROWSER` names (`bundled` for the packaged one), the machine's, the packaged one. */
export const launchBrowser = async (): Promise<Browser> => {
  const { path, env } = await findBrowser();
  return chromium.launch({ executablePath: path, args: ARGS, ...(env ? { env } : {}) });
};

/** Finds the browser, and unpacks the packaged one if that is the one to use and it never was. */
export const findBrowser = async (): Promise<Executable> => {
  const wanted = process.env["PALABRE_BROWSER"];
  if (wanted !== undefined && wanted !== "" && wanted !== "bundled") {
    await access(wanted);
    return { path: wanted };
  }
  const installed = wanted === "bundled" ? undefined : USUAL_PLACES.find((place) => existsSync(place));
  return installed === undefined ? openBundled() : { path: installed };
};

const openBundled = async (): Promise<Executable> => {
  // by its place: the test runner has no import.meta.resolve, and the package tells no other way where its files are
  const packed = join(import.meta.dirname, "../node_modules/@sparticuz/chromium/bin");
  const cache = join(import.meta.dirname, "../.cache");
  // another version of the package has another size, and gets its own folder
  const home = join(cache, `chromium-${statSync(join(packed, "chromium.br")).size}`);
  if (!existsSync(home)) await unpack(packed, cache, home);
  return {
    path: join(home, "chromium"),
    env: {
      ...definedOf(process.env),
      LD_LIBRARY_PATH: join(home, "al2023/lib"),
      FONTCONFIG_PATH: join(home, "fonts"),
    },
  };
};

/**
 * Unpacks beside, then renames: a test that is stopped half way leaves no half browser, and of two that unpack at once one wins. The
 * package unpacks into the temporary folder, which is ours while it does.
 */
const unpack = async (packed: string, cache: string, home: string): Promise<void> => {
  await mkdir(cache, { recursive: true });
  const staging = mkdtempSync(join(cache, "unpacking-"));
  const before = process.env["TMPDIR"];
  try {
    process.env["TMPDIR"] = staging;
    const { default: packaged, inflate } = await import("@sparticuz/chromium");
    await packaged.executablePath(packed);
    await inflate(join(packed, "al2023.tar.br"));
    await writeFile(join(staging, "fonts/fonts.conf"), fontsConfig(join(home, "fonts/fonts")));
    await rename(staging, home);
  } catch (cause) {
    if (!existsSync(join(home, "chromium"))) throw cause;
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    rmSync(staging, { recursive: true, force: true });
  }
};

/** Names where the fonts truly are: the package's own file names folders of the cloud it is made for, and a page without fonts has no height. */
const fontsConfig = (folder: string): string =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}-cache</cachedir>
</fontconfig>
`;

const definedOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
