import { AppError } from "@palabre/shared/errors";
import type { SourceRead } from "@palabre/shared/protocol";
import type { BoardId, SourceId } from "@palabre/shared/terms";
import type { SourceRecord } from "../stores/index.ts";
import { isSigned, type Delivery } from "./delivery.ts";
import { unknownSource, type Intake } from "./intake.ts";
import type { Secrets } from "./secrets.ts";
import { webhook } from "./sources/index.ts";

const DELIVERIES_PER_MINUTE = 60;
const MINUTE_MS = 60_000;

/** Deliveries of all boards: who may, how often, and into the store. The same one twice adds nothing, by its posts' ids. */
export interface Webhooks {
  deliver(board: BoardId, id: SourceId, delivery: Delivery): Promise<SourceRead>;
}

export function createWebhooks(deps: {
  secrets: Secrets;
  intake: Intake;
  recordOf: (board: BoardId, id: SourceId) => Promise<SourceRecord>;
  now: () => number;
}): Webhooks {
  const { secrets, intake, recordOf, now } = deps;
  const recent = new Map<SourceId, readonly number[]>();

  const mayDeliver = (id: SourceId): boolean => {
    const lately = (recent.get(id) ?? []).filter((at) => at > now() - MINUTE_MS);
    if (lately.length >= DELIVERIES_PER_MINUTE) return false;
    recent.set(id, [...lately, now()]);
    return true;
  };
  return {
    deliver: async (board, id, delivery) => {
      const source = await recordOf(board, id);
      const secret = secrets.of(source);
      if (source.kind !== "webhook" || secret === undefined) throw unknownSource(id);
      // who can't sign must not use up what the sender may
      if (!isSigned(delivery, secret, now())) throw badSignature();
      if (!mayDeliver(id)) throw tooOften();
      const reading = await webhook.read(source, undefined, { fetch: neverFetched, now: now(), handed: delivery.body });
      return intake.addPosts(source, reading, (added) => ({
        state: source.posts + added - (reading.gone?.length ?? 0) > 0 ? "fresh" : "empty",
        readAt: now(),
      }));
    },
  };
}

const neverFetched = (): Promise<never> => Promise.reject(new AppError("internal", "A delivery is not fetched"));
const badSignature = (): AppError =>
  new AppError("bad-signature", "The delivery is not signed as it must be, or was signed more than 5 minutes ago");
const tooOften = (): AppError =>
  new AppError("too-many", `A webhook takes ${DELIVERIES_PER_MINUTE} deliveries a minute: send several posts in one`, {
    details: { perMinute: DELIVERIES_PER_MINUTE },
  });
