/** What the folders of the canvas need of the house, which they lie one too deep to ask themselves. */
export { useText, withTexts } from "../i18n/index.ts";
export {
  isHere,
  useBoard,
  useMayEdit,
  useSnapshot,
  useUi,
  type BoardState,
  type ListedCard,
  type Loose,
  type NewCard,
  type NewLink,
} from "../state/index.ts";
export { announceAgain, classes, keepsItsKeys } from "../ui/index.ts";
