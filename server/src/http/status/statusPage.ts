import { createHash } from "node:crypto";
import type { Language } from "@palabre/shared/terms";
import { html, raw } from "hono/html";
import type { Figures } from "../../operations/index.ts";
import { ENGLISH, type StatusText } from "./status.en.ts";
import { FRENCH } from "./status.fr.ts";

const TEXTS: Readonly<Record<Language, StatusText>> = { en: ENGLISH, fr: FRENCH };

/** Its digest is in the policy, so it is put into the page as it is, without a space before or after. */
const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.35rem 0.5rem; border-bottom: 1px solid GrayText; text-align: start; vertical-align: top; font-weight: normal; }
td { font-variant-numeric: tabular-nums; text-align: end; }
thead th { font-weight: bold; }
`;

/** Nothing but its own style: no script, no picture, no form, no frame. */
export const STATUS_POLICY: string = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const MEGABYTE = 1_048_576;

/** The figures as a page for people. It shows what it showed: whoever wants newer ones loads it again. */
export async function statusPage(figures: Figures, language: Language): Promise<string> {
  const text = TEXTS[language];
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const ms = new Intl.NumberFormat(language, { style: "unit", unit: "millisecond", maximumFractionDigits: 1 });
  const megabytes = new Intl.NumberFormat(language, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });
  const toSize = (bytes: number) => megabytes.format(bytes / MEGABYTE);
  const moment = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" });
  const { commitMs, loopDelay, backlog, sources, memory, diskFree, errors } = figures;
  const rows: readonly (readonly [string, string])[] = [
    [text.version, figures.version],
    [text.uptime, durationOf(figures.uptimeMs, language)],
    [text.rooms, number.format(figures.rooms)],
    [text.connections, number.format(figures.connections)],
    ...(figures.handedOn === undefined ? [] : [[text.handedOn, number.format(figures.handedOn)] as const]),
    [text.commits, commitMs ? `${ms.format(commitMs.p50)} · ${ms.format(commitMs.p95)}` : text.noCommits],
    [text.loop, `${ms.format(loopDelay.p99)} · ${ms.format(loopDelay.max)}`],
    [text.waiting, toSize(backlog.bytes)],
    [text.uncompacted, number.format(backlog.entries)],
    [text.memory, toSize(memory.resident)],
    [text.disk, diskFree === undefined ? text.noDisk : toSize(diskFree)],
  ];
  const heard: readonly (readonly [string, string])[] = [
    [text.waitingSources, number.format(sources.waiting)],
    [text.freshSources, number.format(sources.fresh)],
    [text.emptySources, number.format(sources.empty)],
    [text.lateSources, number.format(sources.late)],
    [text.refusedSources, number.format(sources.refused)],
  ];
  const faults = errors.map(({ at, code }) => [moment.format(at), code] as const);
  const page = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${text.title} · Palabre</title>
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <main>
          <h1>${text.title}</h1>
          ${tableOf(rows)}
          <h2>${text.sources}</h2>
          ${tableOf(heard)}
          <h2>${text.errors}</h2>
          ${faults.length === 0 ? html`<p>${text.noErrors}</p>` : tableOf(faults, [text.when, text.code])}
        </main>
      </body>
    </html> `;
  return page.toString();
}

const tableOf = (rows: readonly (readonly [string, string])[], head?: readonly [string, string]) =>
  html`<table>
    ${
      head
        ? html`<thead>
            <tr>
              <th scope="col">${head[0]}</th>
              <th scope="col">${head[1]}</th>
            </tr>
          </thead>`
        : ""
    }
    <tbody>
      ${rows.map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

/** Days, hours and minutes, the parts that are there; less than a minute in seconds. */
function durationOf(lastedMs: number, language: Language): string {
  const seconds = Math.floor(lastedMs / 1_000);
  const parts = [
    ["day", Math.floor(seconds / 86_400)],
    ["hour", Math.floor(seconds / 3_600) % 24],
    ["minute", Math.floor(seconds / 60) % 60],
  ] as const;
  const unit = (name: "day" | "hour" | "minute" | "second", count: number) =>
    new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "long" }).format(count);
  const there = parts.filter(([, count]) => count > 0);
  return there.length === 0 ? unit("second", seconds) : there.map(([name, count]) => unit(name, count)).join(" ");
}
