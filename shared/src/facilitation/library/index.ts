import type { Language } from "../../terms/index.ts";
import { writeRepairCafe } from "./repairCafe.ts";
import type { TemplateContents, WriteTemplate } from "./template.ts";

export type { TemplateCard, TemplateContents } from "./template.ts";

/** Templates by name. */
export type TemplateName = "repair-cafe";
const LIBRARY: Readonly<Record<TemplateName, WriteTemplate>> = { "repair-cafe": writeRepairCafe };

/**
 * What a board made from a template holds.
 *
 * The same name, language and time give the same contents, so that a sample can be trusted to look as it was laid out; only
 * its posts' times move with `now`, which keeps them recent.
 * @param now epoch ms; no post is newer
 */
export const templateContents = (template: TemplateName, language: Language, now: number): TemplateContents =>
  LIBRARY[template](language, now);
