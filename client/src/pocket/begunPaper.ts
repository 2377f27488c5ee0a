import { paperSchema, type BallotId, type BoardId, type Paper, type PersonId } from "@palabre/shared/terms";

export interface OfPaper {
  readonly board: BoardId;
  readonly person: PersonId;
  readonly ballot: BallotId;
}

// who leaves the board forgets what ends with its id
const keyOf = ({ board, person, ballot }: OfPaper): string => `palabre.paper.${person}.${ballot}.${board}`;

/** The paper that is begun and not handed in: a form that went out of sight, or a page that was reloaded, has it again. */
export function begunPaper(of: OfPaper): Paper | undefined {
  try {
    const begun = paperSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(of)) ?? "null"));
    return begun.success ? begun.data : undefined;
  } catch {
    // storage is forbidden here, or what it has is not of this page
    return undefined;
  }
}

/** @param paper undefined: nothing is begun any more */
export function keepBegun(of: OfPaper, paper: Paper | undefined): void {
  try {
    if (paper) localStorage.setItem(keyOf(of), JSON.stringify(paper));
    else localStorage.removeItem(keyOf(of));
  } catch {
    // storage is forbidden or full: it lives as long as its form
  }
}
