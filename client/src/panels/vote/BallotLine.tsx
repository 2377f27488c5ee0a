import { readBallots } from "@palabre/shared/documents";
import type { BallotId, CardId } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWorkshopPart } from "../../state/index.ts";
import { Button, VoteIcon } from "../../ui/index.ts";
import { pictureOf } from "./pictures.ts";
import { placeWords } from "./placeWords.ts";

/** What a ballot said of one card, and the way to it; nothing where the ballot is gone. */
export const BallotLine = ({ id, card }: { readonly id: BallotId; readonly card: CardId }) => {
  const text = useText();
  const { ui } = useBoard();
  const ballot = useWorkshopPart(readBallots).get(id);
  const figures = ballot?.tally?.perOption[card];
  if (!ballot?.tally) return null;
  const said = figures && [placeWords(ballot, figures, text), pictureOf(ballot, ballot.tally, figures, text).words];
  return (
    <p>
      <Button size="s" tone="quiet" icon={VoteIcon} onPress={() => ui.set({ panel: "vote" })}>
        {said ? said.filter(Boolean).join(", ") : text.t("vote.papers", { n: ballot.tally.n, total: ballot.tally.of })}
      </Button>
    </p>
  );
};
