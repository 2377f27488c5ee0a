/** Gives the keyboard back to the board: what had it is done, or goes away. */
export function giveToBoard(): void {
  document.querySelector<HTMLElement>("#canvas")?.focus({ preventScroll: true });
}
