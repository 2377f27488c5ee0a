import type { SignedMap } from "@palabre/shared/analysis/structure";
import { because } from "./kinds/because.ts";
import { choice } from "./kinds/choice.ts";
import { robust } from "./kinds/robust.ts";
import { structure } from "./kinds/structure.ts";
import { whatIf } from "./kinds/whatIf.ts";

/**
 * What can be asked of the worker: one file of `kinds` each. It is given the map, which holds ids and numbers but no text, and the params
 * of who asks, which are plain JSON. What takes long is a generator: it yields what is known so far, and others are answered in between.
 *
 * Only the worker imports these; the page takes their types.
 */
export const KINDS = { because, choice, robust, structure, whatIf };

export type Kind = keyof typeof KINDS;
type Ask = (map: SignedMap, params: never) => unknown;
type SecondOf<Function extends Ask> = Parameters<Function> extends [SignedMap, infer Params] ? Params : undefined;
export type ParamsOf<Asked extends Kind> = SecondOf<(typeof KINDS)[Asked]>;
type Yielded<Answer> = Answer extends Generator<infer Partly, infer Whole> ? Partly | Whole : Answer;
export type AnswerOf<Asked extends Kind> = Yielded<ReturnType<(typeof KINDS)[Asked]>>;
