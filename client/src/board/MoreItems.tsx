import type { MenuItems } from "../ui/index.ts";
import { useMoreItems } from "./useMoreItems.ts";

/** What is wanted rarely: trash, shortcuts, language, theme, the way home. */
export const MoreItems: MenuItems = ({ children }) => children(useMoreItems());
