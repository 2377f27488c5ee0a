import type { AddFeed } from "@palabre/shared/protocol";
import type { SourceKind } from "@palabre/shared/terms";
import { csv } from "./csv.ts";
import { feed } from "./feed.ts";
import type { Plan, PulledKind } from "./kind.ts";

export { csv };
export type { Plan, Reading } from "./kind.ts";

/** The kinds that are looked at again and again. */
const PULLED = { feed } as const satisfies Partial<Record<SourceKind, unknown>>;

/** How a source of this kind is read; undefined for one that nobody looks at. */
export const pulledKind = (kind: SourceKind): Pick<PulledKind<never>, "read"> | undefined =>
  kind in PULLED ? PULLED[kind as keyof typeof PULLED] : undefined;

/** What is kept of a request. @throws AppError `bad-address` */
export const planOf = (asked: AddFeed): Plan => PULLED[asked.kind].plan(asked);
