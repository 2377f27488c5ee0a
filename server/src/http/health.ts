import { AppError } from "@palabre/shared/errors";
import type { Hono } from "hono";
import type { Rooms } from "../rooms/index.ts";
import type { BoardStore } from "../stores/index.ts";
import { mount } from "./mount.ts";
import { replyProblem } from "./problem.ts";
import { ROUTES } from "./routes.ts";

/** One look at the store serves all who ask meanwhile: the check is a write. */
const CHECK_EVERY_MS = 1_000;
const CHECK_TIMEOUT_MS = 5_000;

export function mountHealth(app: Hono, deps: { store: BoardStore; rooms: Rooms; now: () => number }): void {
  let checkedAt = Number.NEGATIVE_INFINITY;
  let checked: Promise<void> = Promise.resolve();
  mount(app, ROUTES.health, async (context) => {
    if (deps.rooms.isLeaving())
      return replyProblem(
        context,
        new AppError("store-failed", "this server is stopping: ask it again later, or another"),
      );
    const now = deps.now();
    // a clock that was set back must not leave a store unseen until it is as late again
    if (now < checkedAt || now - checkedAt >= CHECK_EVERY_MS) {
      checkedAt = now;
      checked = withinTime(deps.store.check());
    }
    await checked;
    // a small write may find room where those of people don't
    if (!deps.rooms.isKeeping()) {
      throw new AppError("store-failed", "what people wrote could not be kept a moment ago: look at the disk");
    }
    return context.json({ status: "ok", ...deps.rooms.counts() });
  });
}

async function withinTime(check: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new AppError("store-failed", `the store did not answer within ${CHECK_TIMEOUT_MS} ms`)),
      CHECK_TIMEOUT_MS,
    );
  });
  try {
    await Promise.race([check, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
