import { useState } from "react";

/** Whether something was ever open: from then on it stays, so that it can close as smoothly as it opened. */
export function useWanted(isOpen: boolean): boolean {
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  return wasOpen || isOpen;
}
