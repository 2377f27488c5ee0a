import { z } from "zod/mini";
import {
  jsonSchema,
  personIdSchema,
  versionIdSchema,
  type ChangeEntry,
  type PersonId,
  type VersionId,
} from "../terms/index.ts";

/** Requests and replies about the history of a board. */

const time = z.int().check(z.nonnegative());

/** `minute`: kept by itself; `manual`: by a person; `phase`: when a phase ended; `restore`: before something was taken back. */
export const VERSION_KINDS = ["minute", "manual", "phase", "restore"] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** A kept state of a board, without the state itself. */
export interface VersionFacts {
  readonly id: VersionId;
  readonly at: number;
  readonly kind: VersionKind;
  /** what people called it; may be empty */
  readonly label: string;
  /** who asked for it; nobody did for those that are kept by themselves */
  readonly person?: PersonId | undefined;
  /** how many changes the board had seen by then: the difference of two is how many lie between them */
  readonly seq: number;
}
export const versionFactsSchema: z.ZodMiniType<VersionFacts> = z.object({
  id: versionIdSchema,
  at: time,
  kind: z.enum(VERSION_KINDS),
  label: z.string(),
  person: z.optional(personIdSchema),
  seq: time,
});

/** Newest first. `next` is handed back as `before` for the following page. */
export interface VersionPage {
  readonly versions: readonly VersionFacts[];
  readonly next?: VersionId | undefined;
  /** days that versions and changes are kept; those kept by hand stay */
  readonly historyDays: number;
}
export const versionPageSchema: z.ZodMiniType<VersionPage> = z.object({
  versions: z.array(versionFactsSchema),
  next: z.optional(versionIdSchema),
  historyDays: time,
});

/** Characters of a version's label. */
export const VERSION_LABEL_LENGTH = 80;
export const keepVersionSchema: z.ZodMiniType<{ readonly label: string }> = z.object({
  label: z.pipe(
    z.pipe(
      z.string(),
      z.transform((label) => label.replaceAll(/\p{C}/gu, " ").replaceAll(/\s+/g, " ").trim()),
    ),
    z.string().check(z.minLength(1), z.maxLength(VERSION_LABEL_LENGTH)),
  ),
});

/** Days of history that a board may keep. */
const HISTORY_DAYS = { least: 1, most: 3_650 } as const;
export const historyDaysSchema: z.ZodMiniType<number> = z
  .int()
  .check(z.minimum(HISTORY_DAYS.least), z.maximum(HISTORY_DAYS.most));

/** The board of a version: the things of it, each in order of birth, with all that can be read of them. */
export interface VersionContents {
  readonly version: VersionFacts;
  readonly cards: readonly { readonly id: string }[];
  readonly links: readonly { readonly id: string }[];
  readonly comments: readonly { readonly id: string }[];
  /** entries that could not be read */
  readonly skipped: number;
}
export const versionContentsSchema: z.ZodMiniType<VersionContents> = z.object({
  version: versionFactsSchema,
  cards: z.array(z.looseObject({ id: z.string() })),
  links: z.array(z.looseObject({ id: z.string() })),
  comments: z.array(z.looseObject({ id: z.string() })),
  skipped: time,
});

export interface UndoPerson {
  /** epoch milliseconds; all that they ever did when not given */
  readonly since?: number | undefined;
  /** only say what it would come to */
  readonly isTry?: boolean | undefined;
}
export const undoPersonSchema: z.ZodMiniType<UndoPerson> = z.object({
  since: z.optional(time),
  isTry: z.optional(z.boolean()),
});
/** Counted in things and facts; `kept` is the version from before, where anything changed. */
export interface PersonUndone {
  readonly trashed: number;
  readonly setBack: number;
  readonly skipped: number;
  readonly kept?: VersionFacts | undefined;
}
export const personUndoneSchema: z.ZodMiniType<PersonUndone> = z.object({
  trashed: time,
  setBack: time,
  skipped: time,
  kept: z.optional(versionFactsSchema),
});

export interface TrashEmptied {
  readonly cards: number;
  readonly links: number;
  readonly comments: number;
}
export const trashEmptiedSchema: z.ZodMiniType<TrashEmptied> = z.object({ cards: time, links: time, comments: time });

/** Oldest first. `next` is handed back as `after` for the following page. */
export interface ChangePage {
  readonly changes: readonly (ChangeEntry & { readonly seq: number })[];
  readonly next?: number | undefined;
}
const textDeltaSchema = z.array(
  z.union([z.object({ keep: z.int() }), z.object({ remove: z.string() }), z.object({ insert: z.string() })]),
);
export const changePageSchema: z.ZodMiniType<ChangePage> = z.object({
  changes: z.array(
    z.object({
      seq: time,
      at: time,
      person: z.optional(personIdSchema),
      phase: z.optional(z.string()),
      facts: z.array(
        z.object({
          key: z.string(),
          before: z.optional(jsonSchema),
          after: z.optional(jsonSchema),
          delta: z.optional(textDeltaSchema),
        }),
      ),
    }),
  ),
  next: z.optional(time),
});
