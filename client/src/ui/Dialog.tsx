import type { ReactNode } from "react";
import { DialogSheet } from "./popups.ts";
import { useWanted } from "./useWanted.ts";

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** the buttons at the foot, the main one last */
  readonly footer?: ReactNode;
  /** s 400, m 560, l 760 px wide, full the whole page; the whole width on a phone, from below */
  readonly size?: "s" | "m" | "l" | "full";
  /** alertdialog: something would be lost, a choice is asked */
  readonly role?: "dialog" | "alertdialog";
}

/** A sheet over the page: focus stays inside, Esc and a press beside it close it, focus goes back to where it came from. */
export const Dialog = (props: DialogProps) => {
  const isWanted = useWanted(props.isOpen);
  return isWanted ? <DialogSheet {...props} /> : null;
};
