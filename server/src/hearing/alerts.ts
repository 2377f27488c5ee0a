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
import { alertSecret, sendAlert } from "./alertMessage.ts";

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

  const run = async (): Promise<void> => {
    for (const board of wanted) {
      wanted.delete(board);
      if (!runs.closed) await lookAt(board);
    }
  };
  const lookAt = async (board: BoardId): Promise<void> => {
    const rules = await rulesOf(board);
    const before = await heldOf(board);
    if (rules.length + Object.keys(before).length === 0) return;
    const snapshot = rules.some(({ on }) => "card" in on) ? await snapshotOf(board) : undefined;
    const held: Record<string, Held> = {};
    for (const rule of rules) {
      const found = await lookAtRule(board, rule, snapshot, sameAsked(before[rule.id], rule));
      if (found) held[rule.id] = found;
    }
    await store.setFact(board, "raised", held);
    if (runs.closed) return;
    const changes = new Map<string, StateChange>();
    for (const key of Object.keys(before)) changes.set(key, { map: "alerts", key, value: undefined });
    for (const [key, { raised, isTold }] of Object.entries(held)) {
      if (isTold) changes.set(key, { map: "alerts", key, value: raised });
    }
    await conductor.change(board, "workshop", [...changes.values()]);
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
    const quiet = isQuiet(rule, now());
    const isTold = before?.isTold === true || !quiet;
    const isDue = rule.webhook !== undefined && before?.isSent !== true && !quiet && isTimeToTry(before, now());
    const isSent = isDue ? await send(board, rule, raised) : before?.isSent === true;
    const triedAt = isDue ? now() : before?.triedAt;
    return {
      raised,
      isTold,
      isSent,
      tries: (before?.tries ?? 0) + Number(isDue),
      triedAt,
      asked: { when, webhook: rule.webhook },
    };
  };
  const send = async (board: BoardId, { id, webhook = "" }: AlertRule, raised: RaisedAlert): Promise<boolean> => {
    try {
      await sendAlert(fetch, webhook, alertSecret(serverKey, board), { board, id, raised, now: now() });
      return true;
    } catch (error) {
      log.info({ board, alert: id, error }, "an alert could not be told by webhook; it is tried again");
      return false;
    }
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

  const runs = openRuns(run, (error) => log.error({ error }, "alerts could not be looked at; it is tried again"));
  let pause: NodeJS.Timeout | undefined;
  const look = (board: BoardId): void => {
    wanted.add(board);
    pause ??= setTimeout(() => {
      pause = undefined;
      runs.want();
    }, PACE_MS);
  };
  const tick = setInterval(() => {
    store.boardsWith("alerts").then(
      (boards) => boards.forEach(look),
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
      await runs.close();
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

function isTimeToTry({ tries, triedAt }: Pick<Held, "tries" | "triedAt"> = NEVER_TRIED, now: number): boolean {
  if (tries >= TRIES) return false;
  // a clock that was set back must not hold it up
  return triedAt === undefined || now < triedAt || now >= triedAt + FIRST_PAUSE_MS * 2 ** (tries - 1);
}
const NEVER_TRIED: Pick<Held, "tries" | "triedAt"> = { tries: 0 };
