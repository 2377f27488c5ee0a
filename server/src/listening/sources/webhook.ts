import { AppError } from "@palabre/shared/errors";
import type { Post } from "@palabre/shared/terms";
import { deliverySchema, type DeliveredPost } from "@palabre/shared/protocol";
import type { z } from "zod";
import { postIdOf, toPosts, type RawItem } from "../heard.ts";
import type { KindOfSource } from "./kind.ts";

/** Posts that a program outside sends. Reading throws `not-json` and `bad-request`. */
export const webhook: KindOfSource = {
  kind: "webhook",
  read: async ({ id }, _since, { handed, now }) => {
    const body = handed instanceof Uint8Array ? handed : new Uint8Array();
    const parsed = deliverySchema.safeParse(parse(body));
    if (!parsed.success) throw wrong(parsed.error);
    const { data } = parsed;
    const sent = "id" in data ? [data] : "posts" in data ? data.posts : data;
    const items = sent.flatMap((item) => ("deleted" in item ? [] : [toItem(item)]));
    const gone = sent.flatMap((item) => ("deleted" in item ? [postIdOf(id, item.id)] : []));
    const { posts, unread } = await toPosts(id, items, now, { isOwnUrl: false });
    // a delivery that comes again, perhaps late, changes nothing: an edit says when it was made
    const revises = ({ editedAt }: Post): boolean => editedAt !== undefined;
    return { posts, gone, revises, skipped: unread, title: "", cursor: undefined, waitMs: 0 };
  },
};

const toItem = (record: DeliveredPost): RawItem => ({
  nativeId: record.id,
  body: record.text,
  at: record.createdAt ?? undefined,
  editedAt: record.editedAt ?? undefined,
  url: record.url ?? undefined,
  author: record.author?.name || record.author?.handle || undefined,
  authorId: record.author?.id || record.author?.handle || undefined,
  language: record.lang ?? undefined,
  kind: record.kind ?? undefined,
  replyTo: record.replyTo ?? undefined,
  stars: record.stars ?? undefined,
  engagement: record.engagement ?? undefined,
});

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    // the parser's message quotes the body
    throw new AppError("not-json", "the body is not JSON: check it");
  }
}

function wrong(error: z.core.$ZodError): AppError {
  const path = error.issues[0]?.path.join(".") ?? "";
  return new AppError("bad-request", `the delivery is not as it must be, at "${path}"`, {
    details: { path, problem: error.issues[0]?.code ?? "custom" },
  });
}
