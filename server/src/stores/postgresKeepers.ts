/**
 * By which a server asks for those of its boards alone, in whichever schema.
 * @param board  column with the board's id
 * @param server undefined: one server has all boards
 * @param place  of the parameter that follows the others
 */
export function keptBy(
  board: string,
  server: string | undefined,
  place: number,
): { readonly where: string; readonly values: readonly string[] } {
  if (server === undefined) return { where: "TRUE", values: [] };
  return { where: `${board} IN (SELECT board FROM boards.keepers WHERE server = $${place})`, values: [server] };
}
