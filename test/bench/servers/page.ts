/** Of one run of the crowd. */
export interface Measured {
  /** what arrived at somebody else, for each second of the servers' CPU */
  readonly deliveriesPerCpuSecond: number;
  readonly perSecond: number;
  readonly arrived: number;
  readonly p50: number;
  readonly p95: number;
  readonly savedP95: number;
  /** CPU of the whole run, in ms */
  readonly serversMs: number;
  readonly postgresMs: number;
  readonly redisMs: number;
}

interface Crowd {
  readonly readers: number;
  readonly writers: number;
  readonly movesPerSecond: number;
  readonly cursorsPerSecond: number;
  readonly seconds: number;
  readonly warmUpMs: number;
}

/** The page that says what was measured, and what follows for many boards. */
export function pageOf(
  { alone, shared, lopsided }: Readonly<Record<"alone" | "shared" | "lopsided", readonly Measured[]>>,
  crowd: Crowd,
  machine: { readonly cores: number; readonly model: string; readonly load: number },
): string {
  const of = (runs: readonly Measured[], name: keyof Measured) => median(runs.map((run) => run[name]));
  const row = (what: string, name: keyof Measured, digits = 0) =>
    `| ${what} | ${[alone, shared, lopsided].map((runs) => of(runs, name).toFixed(digits)).join(" | ")} |`;
  const ratiosOf = (runs: readonly Measured[]) =>
    runs.map((run, at) => run.deliveriesPerCpuSecond / (alone[at]?.deliveriesPerCpuSecond ?? 1));
  const [ratios, lopsidedRatios] = [ratiosOf(shared), ratiosOf(lopsided)];
  const seconds = crowd.seconds + crowd.warmUpMs / 1_000;
  const commits = of(lopsided, "postgresMs") / 1_000 / seconds;
  // a workshop: twenty people, of whom five are at work at a time
  const deliveries = 5 * (crowd.movesPerSecond / 2 + crowd.cursorsPerSecond) * 19;
  const perServer = of(shared, "deliveriesPerCpuSecond") * 0.7;
  const servers = (10_000 * deliveries) / perServer;
  return `# What several servers carry

\`npm run bench:servers -- --write\`, ${alone.length} runs in turns, on ${machine.cores} cores (${machine.model}), which the servers, Postgres with fsync, Redis and the crowd share;
load before the last run ${machine.load.toFixed(1)}. A crowd is a board with ${crowd.readers} readers and ${crowd.writers} writers, each of whom moves a card ${crowd.movesPerSecond} times and points ${crowd.cursorsPerSecond} times a second, for ${crowd.seconds} s after ${crowd.warmUpMs / 1_000} s of warming up. *Alone* is one server with its database and one
crowd. *Shared* are two servers with two crowds, each of which keeps the board of one; people come to both in turn, so that half of each crowd come to the server that does not keep their board.
*Lopsided* are two servers with one crowd, half of whom come to a server that keeps no board at all.

| | alone | shared | lopsided |
|---|---|---|---|
${row("deliveries for each second of the servers' CPU", "deliveriesPerCpuSecond")}
${row("deliveries a second", "perSecond")}
${row("share that arrived", "arrived", 4)}
${row("from one to the other, p50, ms", "p50", 1)}
${row("p95, ms", "p95", 1)}
${row("from an edit to *Saved*, p95, ms", "savedP95")}
${row("CPU of the servers, ms", "serversMs")}
${row("CPU of Postgres, ms", "postgresMs")}
${row("CPU of Redis, ms", "redisMs")}

For each second of CPU two servers make **${median(ratios).toFixed(2)}** of the deliveries that one alone makes (goal 0.8); run by run ${listed(ratios)}. Lopsided, where the second server
only costs, it is ${median(lopsidedRatios).toFixed(2)}; run by run ${listed(lopsidedRatios)}.

## What that says for 10,000 boards with 20 people

Arithmetic, not a measurement. Of twenty people five are at work at a time, each moving a card every ${(2 / crowd.movesPerSecond).toFixed(0)} s and pointing ${crowd.cursorsPerSecond} times a second, and each of the other nineteen gets it: ${deliveries.toFixed(0)}
deliveries a second and board. If all 10,000 boards are at work at once, and servers are not loaded beyond 70 % of a core:

- **Servers**: ${((10_000 * deliveries) / 1e6).toFixed(1)} million deliveries a second, at ${Math.round(perServer)} a core: ${Math.ceil(servers)} servers of one core. With a tenth of the boards at work, ${Math.ceil(servers / 10)}.
- **Postgres**: it took ${(commits * 1_000).toFixed(0)} ms of CPU a second for one busy board (${crowd.writers} writers), most of it for the commits, of which a board makes up to 60 a second; a quarter of that for five at
  work. 10,000 boards would need ${Math.ceil((commits / 4) * 10_000)} cores: more than one Postgres has. Servers that keep many boards put the edits of all of them into one commit every 16 ms, so it is
  the number of servers that counts, not of boards: at 60 commits a second each, one Postgres on a good disk (some 5,000 commits a second) carries about 80 servers. Beyond that, boards have to be spread over
  several databases, each with its servers.
- **Redis**: it carries one message when a server comes or goes. It is not what fills up.
`;
}

const listed = (ratios: readonly number[]): string => ratios.map((ratio) => ratio.toFixed(2)).join(", ");

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = Number.NaN, high = low] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}
