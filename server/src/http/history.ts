import { AppError } from "@palabre/shared/errors";
import { keepVersionSchema, undoPersonSchema, type VersionFacts } from "@palabre/shared/protocol";
import { personIdSchema, versionIdSchema, type BoardId, type PersonId, type VersionId } from "@palabre/shared/terms";
import type { Context, Hono } from "hono";
import type { Visitor } from "../access/index.ts";
import type { VersionRecord } from "../stores/index.ts";
import { check, readJson } from "./body.ts";
import { sendBytes } from "./bytes.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { createRate } from "./rates.ts";
import { ROUTES } from "./routes.ts";
import { facilitatorOf, visitorOf } from "./visitor.ts";

/** Versions of a page: a day or two of work. */
const VERSIONS = { usual: 300, most: 1_000 } as const;
const CHANGES = { usual: 200, most: 1_000 } as const;
/** Versions that a person looks at or compares in a minute: on a large board each is seconds of a processor's work. */
const LOOKS_PER_MINUTE = 60;

/** The history of a board: everybody on it looks at versions, facilitators make them, go back to them, and take back. */
export function mountHistory(
  app: Hono,
  deps: Pick<RouteDeps, "sessions" | "history" | "store" | "turns" | "now">,
): void {
  const { history, sessions, store, turns } = deps;
  const looks = createRate(LOOKS_PER_MINUTE, deps.now);
  /** Who asks to look into a version. @throws AppError `too-many`, and what `visitorOf` throws */
  const lookerOf = async (context: Context): Promise<Visitor> => {
    const visitor = await visitorOf(context, sessions);
    if (looks.take(`${visitor.board}/${visitor.person}`)) return visitor;
    throw new AppError("too-many", "too many versions were looked at in a short time: wait a minute");
  };

  mount(app, ROUTES.versions, async (context) => {
    const { board } = await visitorOf(context, sessions);
    const { before, limit = VERSIONS.usual } = check(context.req.query(), ROUTES.versions.query);
    const [record, all] = await Promise.all([store.board(board), history.list(board)]);
    if (!record) throw new AppError("unknown-board", "there is no such board: check its address");
    const last = all.findIndex(({ id }) => id === before);
    if (before !== undefined && last < 0)
      throw new AppError("unknown-version", "there is no such version of this board: ask for the first page again");
    const from = last + 1;
    const page = all.slice(from, from + within(limit, VERSIONS.most));
    const next = from + page.length < all.length ? page.at(-1)?.id : undefined;
    return context.json({
      versions: page.map(toFacts),
      ...(next === undefined ? {} : { next }),
      historyDays: record.historyDays,
    });
  });

  mount(app, ROUTES.keepVersion, async (context) => {
    const { board, person } = await facilitatorOf(context, sessions);
    const { label } = await readJson(context, keepVersionSchema);
    return context.json(toFacts(await history.keep(board, { kind: "manual", label, person })), 201);
  });

  mount(app, ROUTES.version, async (context) => {
    const { board } = await lookerOf(context);
    const { record, json } = await history.contents(board, versionOf(context));
    // both are objects as JSON: the one goes on where the other ends
    return context.body(`{"version":${JSON.stringify(toFacts(record))},${json.slice(1)}`, 200, {
      "Content-Type": "application/json",
    });
  });

  mount(app, ROUTES.versionBytes, async (context) => {
    const { board } = await lookerOf(context);
    const { bytes } = await history.open(board, versionOf(context));
    return sendBytes(context, bytes);
  });

  mount(app, ROUTES.compareVersion, async (context) => {
    const { board } = await lookerOf(context);
    const { with: to = "now" } = check(context.req.query(), ROUTES.compareVersion.query);
    return context.json(await history.compare(board, versionOf(context), to));
  });

  mount(app, ROUTES.restoreVersion, async (context) => {
    const { board, person } = await facilitatorOf(context, sessions);
    const version = versionOf(context);
    const kept = await turns.take(turnOf(board), () => history.restore(board, version, person));
    return context.json(toFacts(kept));
  });

  mount(app, ROUTES.dropVersion, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    await history.drop(board, versionOf(context));
    return context.body(null, 204);
  });

  mount(app, ROUTES.changes, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const { person, since, after, limit = CHANGES.usual } = check(context.req.query(), ROUTES.changes.query);
    const most = within(limit, CHANGES.most);
    const changes = await store.changes(board, { person, since, afterSeq: after, limit: most });
    const next = changes.length === most ? changes.at(-1)?.seq : undefined;
    return context.json({ changes, ...(next === undefined ? {} : { next }) });
  });

  mount(app, ROUTES.undoPerson, async (context) => {
    const { board, person: by } = await facilitatorOf(context, sessions);
    const { since, isTry } = await readJson(context, undoPersonSchema);
    const person = personOf(context);
    const { kept, ...counts } = await turns.take(turnOf(board), () =>
      history.undoPerson(board, person, { since, isTry, by }),
    );
    return context.json({ ...counts, ...(kept ? { kept: toFacts(kept) } : {}) });
  });

  mount(app, ROUTES.emptyTrash, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    return context.json(await turns.take(turnOf(board), () => history.emptyTrash(board)));
  });
}

/** Whoever comes in meanwhile does not wait for it. */
const turnOf = (board: BoardId): string => `history/${board}`;

const within = (limit: number, most: number): number => Math.min(most, Math.max(1, Math.floor(limit)));

const toFacts = ({ id, at, kind, label, person, seq }: VersionRecord): VersionFacts => ({
  id,
  at,
  kind,
  label,
  ...(person === undefined ? {} : { person }),
  seq,
});

/** The version of the address (`:version`). @throws AppError `unknown-version` for what is no id at all, too */
function versionOf(context: Context): VersionId {
  const id = versionIdSchema.safeParse(context.req.param("version"));
  if (id.success) return id.data;
  throw new AppError("unknown-version", "there is no such version of this board: check its address");
}

/** Somebody who did nothing on this board has nothing that could be taken back: only what is no id is refused. */
const personOf = (context: Context): PersonId => check(context.req.param("person"), personIdSchema);
