import { GOALS, type Medians } from "./goals.ts";

/** What each figure is, for who reads the table. */
const MEANING: Readonly<Record<string, string>> = {
  readers:
    "1 writer (20 drags/s), 50 readers: milliseconds from the drag to each reader; commit: a durable one, made as often as the drags",
  writers20: "20 writers, each 20 drags/s and 20 cursors/s: CPU of the server, µs per delivery",
  writers50: "50 writers, each 20 drags/s and 20 cursors/s; savedP95: from an edit to the first barrier that covers it",
  most: "50 writers made quicker until p95 ≥ 100 ms: most deliveries a second, CPU there",
  memory:
    "idle rooms with two clients each: KB a room that the process holds, after a collection, and that its heap does; heapKbPerEvicted: after all have left",
  coldOpen:
    "10,000 cards, a server just started, an empty client: milliseconds until it has all cards; fetchMs: of these for the bytes; syncedMs: until the socket has answered too; applyMs is Yjs alone",
  disk: "100,000 drags by 50 people: bytes on disk over bytes of the board; lost: moves that a fresh reader lacks",
  hostile: "somebody attacks one board: milliseconds that an edit on another took at worst",
  phases:
    "200 people with board and workshop open, 10 of whom drag 5 times a second, a facilitator presses next: milliseconds until each has the phase; quietP95: while nobody drags; answerP95: until the facilitator's page is answered",
  kill: "200 cards, killed once the last is acknowledged: how many are gone",
};

const round = (value: number): string =>
  Number.isFinite(value)
    ? Math.abs(value) >= 100
      ? Math.round(value).toLocaleString("en")
      : String(Number(value.toPrecision(3)))
    : "–";

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** All figures, then each goal with what came out. */
export function reportOf(results: ReadonlyMap<string, Medians>): string {
  const figures = [...results].map(([row, medians]) => {
    const targets = Object.entries(medians);
    const names = [...new Set(targets.flatMap(([, found]) => Object.keys(found)))];
    const lines = names.map((name) => [
      name,
      ...targets.map(([, found]) => (found[name] === undefined ? "" : round(found[name]))),
    ]);
    return `### ${row}\n\n${MEANING[row] ?? ""}\n\n${table(["", ...targets.map(([name]) => name)], lines)}`;
  });
  const goals = GOALS.flatMap(({ row, judge }) => {
    const outcome = judge(results.get(row) ?? {});
    return outcome ? [[row, outcome.goal, outcome.got, outcome.holds ? "yes" : "**no**"]] : [];
  });
  return `## Goals\n\n${table(["row", "goal", "got", "holds"], goals)}\n\n## Figures\n\n${figures.join("\n\n")}\n`;
}
