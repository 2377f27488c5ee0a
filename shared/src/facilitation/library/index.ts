import type { Language, TemplateName } from "../../terms/index.ts";
import { BLANK } from "./blank/index.ts";
import { COMPOSITION } from "./composition/index.ts";
import type { Template, TemplateFace } from "./design.ts";
import { EFFECTS } from "./effects/index.ts";
import { EXPECTATIONS } from "./expectations/index.ts";
import { FACTORS } from "./factors/index.ts";
import { NEGATIVE_COMMENTS } from "./negativeComments/index.ts";
import { PULSE } from "./pulse/index.ts";
import { repairCafeFace, writeRepairCafe } from "./repairCafe/index.ts";
import { SOCIAL_MEDIA } from "./socialMedia/index.ts";
import { SOCIAL_RETURN } from "./socialReturn/index.ts";
import type { TemplateContents } from "./template.ts";

export type { TemplateFace } from "./design.ts";
export type { TemplateCard, TemplateContents, TemplatePhase } from "./template.ts";

/** All but the sample, which is asked by itself: what shows templates then doesn't bring its posts along. */
const WORKSHOPS: Readonly<Record<Exclude<TemplateName, "repair-cafe">, Template>> = {
  expectations: EXPECTATIONS,
  factors: FACTORS,
  effects: EFFECTS,
  pulse: PULSE,
  "social-media": SOCIAL_MEDIA,
  "negative-comments": NEGATIVE_COMMENTS,
  "social-return": SOCIAL_RETURN,
  composition: COMPOSITION,
  blank: BLANK,
};

/**
 * What a board made from a template holds.
 *
 * The same name, language and time give the same contents, so that a sample can be trusted to look as it was laid out; only
 * its posts' times move with `now`, which keeps them recent.
 * @param now epoch ms; no post is newer
 */
export const templateContents = (template: TemplateName, language: Language, now: number): TemplateContents =>
  template === "repair-cafe" ? writeRepairCafe(language, now) : WORKSHOPS[template].write(language);

/** What one sees of a template before a board is made of it. */
export const templateFace = (template: TemplateName, language: Language): TemplateFace =>
  template === "repair-cafe" ? repairCafeFace(language) : WORKSHOPS[template].face(language);
