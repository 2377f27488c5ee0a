import { isDeepStrictEqual } from "node:util";
import { AppError } from "@palabre/shared/errors";
import type { StateChange } from "@palabre/shared/documents";
import { parseQuery, proposeQuery } from "@palabre/shared/listening";
import type { AlertList } from "@palabre/shared/protocol";
import {
  alertIdSchema,
  alertRuleSchema,
  isTrashed,
  raisedAlertSchema,
  titleOf,
  type AlertRule,
  type AlertSubject,
  type BoardId,
  type BoardSnapshot,
  type RaisedAlert,
} from "@palabre/shared/terms";
import { z } from "zod";
import { openRuns } from "../background/index.ts";
import type { Conductor } from "../facilitation/index.ts";
import { readAsked, type GuardedFetch } from "../listening/index.ts";
import type { Log } from "../log.ts";
import type { PostFilter, PostStore } from "../stores/index.ts";
import { holdsNow, isQuiet, isTimeZone } from "./alertConditions.ts";
import { alertSecret } from "./alertMessage.ts";
import { openAlertSending, type DueAlert, type SendingOutcome } from "./alertSending.ts";
import { workOnEach } from "./eachBoard.ts";

/** Time passes for alerts too: hours end, quiet ends. */
const TICK_MS = 30_000;
/** Posts may pour in; what they raise is looked at this often. */
const PACE_MS = 500;
/** A webhook that does not answer is tried again so often, each time after twice the pause: about an hour in all. */
const TRIES = 8;
const FIRST_PAUSE_MS = 30_000;
const rulesSchema = z.array(alertRuleSchema);
const heldSchema = z.record(
  alertIdSchema,
  z.object({
    raised: raisedAlertSchema,
    isTold: z.boolean(),
    tries: z.number(),
    isSent: z.boolean(),
    triedAt: z.number().optional(),
    // older ones say nothing of it
    asked: z.object({ when: z.unknown(), webhook: z.string().optional() }).optional(),
  }),
);
/** An alert whose condition holds: whether the board was told, and its webhook; and what was asked for then. */
type Held = z.output<typeof heldSchema>[keyof z.output<typeof heldSchema>];

/** What a board wants to be told of: on every screen and by webhook, when it is not asleep. */
export interface Alerts {
  list(board: BoardId): Promise<AlertList>;
  /** @throws AppError `bad-request` for a time zone nobody knows, `bad-address` for a webhook that is none */
  set(board: BoardId, alerts: readonly AlertRule[]): Promise<AlertList>;
  /** Something was heard. */
  look(board: BoardId): void;
  /** Resolves when nothing more will be written; may be called twice. */
  close(): Promise<void>;
}

export function openAlerts(deps: {
  readonly store: PostStore;
  readonly conductor: Pick<Conductor, "change" | "watch" | "workshop">;
  readonly fetch: GuardedFetch;
  readonly serverKey: Uint8Array;
  readonly log: Log;
  readonly now: () => number;
}): Alerts {
  const { store, conductor, fetch, serverKey, log, now } = deps;
  const wanted = new Set<BoardId>();
  const rulesOf = async (board: BoardId): Promise<readonly AlertRule[]> =>
    rulesSchema.catch([]).parse((await store.fact(board, "alerts")) ?? []);
  const heldOf = async (board: BoardId): Promise<Record<string, Held>> =>
    heldSchema.catch({}).parse((await store.fact(board, "raised")) ?? {});
  const setHeld = (board: BoardId, held: Readonly<Record<string, Held>>): Promise<void> =>
    store.setFact(board, "raised", Object.keys(held).length === 0 ? undefined : held);

  const run = (): Promise<void> =>
    workOnEach(wanted, lookAt, {
      isClosed: () => runs.closed,
      onFailure: (board, error) => log.error({ board, error }, "alerts of a board could not be looked at"),
    });
  const lookAt = async (board: BoardId): Promise<void> => {
    const rules = await rulesOf(board);
    const outcomes = sending.outcomesOf(board);
    const before = withOutcomes(await heldOf(board), outcomes);
    if (rules.length + Object.keys(before).length === 0) return sending.written(outcomes);
    const snapshot = rules.some(({ on }) => "card" in on) ? await snapshotOf(board) : undefined;
    const held: Record<string, Held> = {};
    const due: DueAlert[] = [];
    for (const rule of rules) {
      const found = await lookAtRule(board, rule, snapshot, sameAsked(before[rule.id], rule));
      if (!found) continue;
      held[rule.id] = found;
      const { raised, tries, isSent } = found;
      if (rule.webhook !== undefined && !isSent && !isQuiet(rule, now()) && isTimeToTry(found, now()))
        due.push({ rule, raised, tries });
    }
    const ended = Object.entries(before).filter(([key]) => !(key in held));
    // what has ended is kept until the board was told, so that a look that fails here is made again with it
    await setHeld(board, { ...Object.fromEntries(ended), ...held });
    sending.written(outcomes);
    if (runs.closed) return;
    const changes = new Map<string, StateChange>();
    for (const key of Object.keys(before)) changes.set(key, { map: "alerts", key, value: undefined });
    for (const [key, { raised, isTold }] of Object.entries(held)) {
      if (isTold) changes.set(key, { map: "alerts", key, value: raised });
    }
    await conductor.change(board, "workshop", [...changes.values()]);
    if (ended.length > 0) await setHeld(board, held);
    // whoever looks at the board knows it by then; nothing here waits for whom it is told to elsewhere
    sending.begin(board, due);
  };
  /** Of tries that ended too late for a look. */
  const writeOutcomes = async (): Promise<void> => {
    for (const board of sending.boardsOver()) {
      const outcomes = sending.outcomesOf(board);
      const before = await heldOf(board);
      if (Object.keys(before).length > 0) await store.setFact(board, "raised", withOutcomes(before, outcomes));
      sending.written(outcomes);
    }
  };
  const lookAtRule = async (
    board: BoardId,
    rule: AlertRule,
    snapshot: BoardSnapshot | undefined,
    before: Held | undefined,
  ): Promise<Held | undefined> => {
    const watched = await watchedBy(board, rule.on, snapshot);
    const found = watched && (await holdsNow(store, board, rule.when, watched, now()));
    if (!found) return undefined;
    const { name, on, when } = rule;
    const raised: RaisedAlert = { name, on, is: when.is, at: before?.raised.at ?? now(), ...found };
    return {
      raised,
      isTold: before?.isTold === true || !isQuiet(rule, now()),
      isSent: before?.isSent === true,
      tries: before?.tries ?? 0,
      triedAt: before?.triedAt,
      asked: { when, webhook: rule.webhook },
    };
  };
  /** Undefined where there is nothing to watch: the card is gone or in the trash, the query has no word. */
  const watchedBy = async (
    board: BoardId,
    on: AlertSubject,
    snapshot: BoardSnapshot | undefined,
  ): Promise<PostFilter | undefined> => {
    if ("theme" in on) return { theme: on.theme };
    const query = parseQuery("query" in on ? on.query : await queryOf(board, snapshot, on.card));
    return query && { query };
  };
  const queryOf = async (board: BoardId, snapshot: BoardSnapshot | undefined, id: string): Promise<string> => {
    const card = [...(snapshot?.cards.values() ?? [])].find((each) => each.id === id);
    if (!card || isTrashed(card)) return "";
    return card.attributes.query ?? proposeQuery(titleOf(card), (await conductor.workshop(board)).language);
  };
  const snapshotOf = async (board: BoardId): Promise<BoardSnapshot | undefined> => {
    let snapshot: BoardSnapshot | undefined;
    const leave = await conductor.watch(board, (read) => (snapshot = read()));
    leave();
    return snapshot;
  };

  const sending = openAlertSending({
    fetch,
    serverKey,
    log,
    now,
    onOver: (board) => {
      wanted.add(board);
      runs.want();
    },
  });
  // each failure is logged with its board
  const runs = openRuns(run, () => {});
  let pause: NodeJS.Timeout | undefined;
  const look = (board: BoardId): void => {
    wanted.add(board);
    pause ??= setTimeout(() => {
      pause = undefined;
      runs.want();
    }, PACE_MS);
  };
  const tick = setInterval(() => {
    // of a board whose last alert was removed, what was raised goes yet
    Promise.all([store.boardsWith("alerts"), store.boardsWith("raised")]).then(
      (boards) => boards.flat().forEach(look),
      (error: unknown) => log.error({ error }, "the boards with alerts could not be asked for"),
    );
  }, TICK_MS);
  tick.unref();

  const list = async (board: BoardId): Promise<AlertList> => ({
    alerts: await rulesOf(board),
    secret: alertSecret(serverKey, board),
  });
  return {
    list,
    set: async (board, alerts) => {
      for (const { on, timeZone, webhook } of alerts) {
        if ("query" in on) readAsked(on.query);
        if (!isTimeZone(timeZone)) {
          throw new AppError("bad-request", "the time zone is none: it must be one such as Europe/Paris", {
            details: { path: "timeZone", problem: "custom" },
          });
        }
        if (webhook !== undefined && !/^https?:$/.test(URL.canParse(webhook) ? new URL(webhook).protocol : "")) {
          throw new AppError("bad-address", "the address of the webhook is none", { details: { reason: "syntax" } });
        }
      }
      await store.setFact(board, "alerts", alerts.length === 0 ? undefined : alerts);
      look(board);
      return list(board);
    },
    look,
    close: async () => {
      clearInterval(tick);
      clearTimeout(pause);
      await Promise.all([sending.close(), runs.close()]);
      await writeOutcomes().catch((error: unknown) =>
        log.error({ error }, "what webhooks were told could not be kept; they may be told once more"),
      );
    },
  };
}

/** What held before, as far as the same was asked for: another condition is another alert, another address has heard of nothing. */
function sameAsked(before: Held | undefined, { on, when, webhook }: AlertRule): Held | undefined {
  if (!before || !isDeepStrictEqual(before.raised.on, on)) return undefined;
  const { asked } = before;
  if (!asked) return before;
  if (!isDeepStrictEqual(asked.when, when)) return undefined;
  return asked.webhook === webhook ? before : { ...before, isSent: false, tries: 0, triedAt: undefined };
}

/** What came of tries, of what is still raised as it was told. */
function withOutcomes(
  held: Readonly<Record<string, Held>>,
  outcomes: readonly SendingOutcome[],
): Readonly<Record<string, Held>> {
  const known = { ...held };
  for (const { due, isSent, at } of outcomes) {
    const { id, when, webhook } = due.rule;
    const before = known[id];
    if (before?.raised.at !== due.raised.at || !isDeepStrictEqual(before.asked, { when, webhook })) continue;
    known[id] = { ...before, isSent, tries: before.tries + 1, triedAt: at };
  }
  return known;
}

function isTimeToTry({ tries, triedAt }: Pick<Held, "tries" | "triedAt">, now: number): boolean {
  if (tries >= TRIES) return false;
  // a clock that was set back must not hold it up
  return triedAt === undefined || now < triedAt || now >= triedAt + FIRST_PAUSE_MS * 2 ** (tries - 1);
}
