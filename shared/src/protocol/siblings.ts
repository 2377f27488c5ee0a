import { z } from "zod/mini";

/** What tabs of one browser say to each other about a document, in Yjs bytes: what is missing after a state vector, and what was made. */
export type SiblingMessage =
  | { readonly type: "ask"; readonly vector: Uint8Array }
  | { readonly type: "made"; readonly update: Uint8Array };

export const siblingMessageSchema: z.ZodMiniType<SiblingMessage> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ask"), vector: z.instanceof(Uint8Array) }),
  z.object({ type: z.literal("made"), update: z.instanceof(Uint8Array) }),
]);
