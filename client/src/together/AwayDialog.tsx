import type { CardId, LinkId } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { useBoard, useWorkshop, viewOf } from "../state/index.ts";
import { Button, Dialog } from "../ui/index.ts";
import type { ChangedThing } from "./groupChanges.ts";
import type { ChangedWhileAway } from "./awayWatch.ts";
import { useChangedByOthers } from "./useChangedByOthers.ts";
import css from "./AwayDialog.module.css";

/** What others changed while one was away, by person and by frame, each with the way to it. */
export const AwayDialog = ({
  changed,
  onClose,
}: {
  readonly changed: ChangedWhileAway;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const board = useBoard();
  const { people } = useWorkshop();
  const { groups } = useChangedByOthers(changed);
  const goTo = (id: CardId | LinkId): void => {
    onClose();
    // an id names a card or a link
    const card = board.card(id as CardId)?.id ?? board.link(id as LinkId)?.from;
    board.commands.select([id]);
    // the dialog gives the keyboard back first
    if (card !== undefined) requestAnimationFrame(() => viewOf(board)?.focusCard(card));
  };
  return (
    <Dialog title={t("together.awayTitle")} isOpen onClose={onClose} size="m">
      <div className={css["away"]} data-away>
        {groups.map(({ person, frames, n }) => (
          <section key={person ?? ""}>
            <h3>
              {(person && people.get(person)?.name) ?? t("together.awayServer")} <small>{n}</small>
            </h3>
            {frames.map(({ frame, title, things }) => (
              <div key={frame ?? ""}>
                <h4>{frame === undefined ? t("together.awayNoFrame") : title || t("card.untitled")}</h4>
                <ul>
                  {things.map((thing) => (
                    <Thing key={thing.id} thing={thing} onGo={() => goTo(thing.id)} />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        ))}
        {groups.length === 0 && <p>{t("together.awayNothing")}</p>}
        {changed.isMore && <p>{t("together.awayMore")}</p>}
      </div>
    </Dialog>
  );
};

const Thing = ({ thing, onGo }: { readonly thing: ChangedThing; readonly onGo: () => void }) => {
  const { t } = useText();
  const title = thing.titles.map((each) => each || t("card.untitled")).join(" → ");
  return (
    <li>
      <span>
        <b>{title}</b> <small>{thing.did.map((did) => t(DID[did])).join(", ")}</small>
      </span>
      {thing.isThere && (
        <Button size="s" aria-label={t("together.awayGoTo", { title })} onPress={onGo}>
          {t("together.awayGo")}
        </Button>
      )}
    </li>
  );
};

const DID = {
  made: "together.didMade",
  wrote: "together.didWrote",
  moved: "together.didMoved",
  set: "together.didSet",
  trashed: "together.didTrashed",
  broughtBack: "together.didBroughtBack",
  commented: "together.didCommented",
  commentedToMe: "together.didCommentToYou",
  reacted: "together.didReact",
  settled: "together.didSettle",
} as const;
