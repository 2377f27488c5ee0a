import { isTrashed, titleOf } from "@palabre/shared/terms";
import { drawingOfKind } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useSnapshot, useUi } from "../state/index.ts";
import { Dialog, PickList, type Pick } from "../ui/index.ts";
import { cardAtHand, selectedCards, type ActionContext } from "./action.ts";
import { bring, framesOf } from "./arrange/bring.ts";
import { finishLink, isLinkable } from "./joining.ts";

const NONE = "none";

/** In which frame the chosen cards are to lie, and with which card the chosen one is to be linked: by one press, where else a drag would say it. */
export const PickDialogs = ({ context }: { readonly context: ActionContext }) => {
  const { t } = useText();
  const dialog = useUi((ui) => ui.dialog);
  const close = () => context.board.ui.set({ dialog: undefined });
  return (
    <>
      <Dialog size="s" title={t("arrange.actMoveTo")} isOpen={dialog === "moveTo"} onClose={close}>
        {dialog === "moveTo" && <Frames context={context} onDone={close} />}
      </Dialog>
      <Dialog size="s" title={t("arrange.actLinkTo")} isOpen={dialog === "linkTo"} onClose={close}>
        {dialog === "linkTo" && <Cards context={context} onDone={close} />}
      </Dialog>
    </>
  );
};

interface PartProps {
  readonly context: ActionContext;
  readonly onDone: () => void;
}

const Frames = ({ context, onDone }: PartProps) => {
  const { t } = useText();
  const { board } = context;
  // drawn anew when somebody adds a frame meanwhile
  useSnapshot();
  const frames = framesOf(board);
  return (
    <PickList
      label={t("arrange.actMoveTo")}
      choices={[
        ...frames.map((frame): Pick => ({ id: frame.id, label: titleOf(frame) || t("card.untitled") })),
        { id: NONE, label: t("arrange.noFrame") },
      ]}
      onPick={(id) => {
        const [first] = selectedCards(board);
        onDone();
        bring(
          context,
          frames.find((frame) => frame.id === id),
        );
        if (first !== undefined) focusAfterDialog(() => context.view?.focusCard(first));
      }}
      findLabel={t("arrange.findFrame")}
      noneFound={t("arrange.noneFound")}
    />
  );
};

const Cards = ({ context, onDone }: PartProps) => {
  const { t } = useText();
  const { board } = context;
  const { cards } = useSnapshot();
  const from = cardAtHand(context);
  const choices = [...cards.values()].filter(
    (card) => !isTrashed(card) && card.id !== from && isLinkable(context, card.id),
  );
  return (
    <PickList
      label={t("arrange.actLinkTo")}
      choices={choices.map((card): Pick => ({
        id: card.id,
        label: titleOf(card) || t("card.untitled"),
        icon: drawingOfKind(card.kind),
      }))}
      onPick={(id) => {
        onDone();
        const to = choices.find((card) => card.id === id);
        if (from === undefined || !to) return;
        finishLink(context, from, to.id, "+");
        focusAfterDialog(() => {
          const [link] = board.ui.get().selection;
          context.view?.focusCard(from);
          // the link stays chosen: its sign and strength follow
          if (link !== undefined) board.commands.select([link]);
        });
      }}
      findLabel={t("arrange.findCard")}
      noneFound={t("arrange.noneFound")}
    />
  );
};

/** Once the dialog has given the keyboard back. */
const focusAfterDialog = (focus: () => void) => void requestAnimationFrame(() => requestAnimationFrame(focus));
