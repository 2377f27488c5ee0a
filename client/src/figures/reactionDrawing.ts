import type { Reaction } from "@palabre/shared/terms";
import { AgreeIcon, DoubtIcon, HelpIcon, IdeaIcon, PartyIcon, PraiseIcon, type IconDrawing } from "../ui/index.ts";

/** The picture of a reaction: drawn as all icons are, since not every screen has letters for it. */
export const REACTION_DRAWINGS: Readonly<Record<Reaction, IconDrawing>> = {
  "👍": AgreeIcon,
  "❤️": PraiseIcon,
  "💡": IdeaIcon,
  "❓": HelpIcon,
  "🎉": PartyIcon,
  "🤔": DoubtIcon,
};
