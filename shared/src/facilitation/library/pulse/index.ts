import { designTemplate, type Template } from "../design.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import { LAYOUT } from "./layout.ts";

export const PULSE: Template = designTemplate(LAYOUT, { fr: FR, en: EN });
