import type { BoardId, PersonColour, PersonId, Role } from "@palabre/shared/terms";

/** Who is behind a connection or a request; made from a session that opens the board. */
export interface Visitor {
  readonly board: BoardId;
  readonly person: PersonId;
  readonly role: Role;
  readonly name: string;
  readonly colour: PersonColour;
  /** the SHA-256 of the cookie's or bearer's value: all that is kept of it */
  readonly device: string;
}
