import { mayFacilitate } from "@palabre/shared/facilitation";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { Button, IconButton, Logo, Menu, MoreIcon, QrIcon } from "../ui/index.ts";
import { BoardTitle } from "./BoardTitle.tsx";
import { MoreItems } from "./laterBars.ts";
import { PhaseBar } from "./laterPhase.tsx";
import { HandButton } from "./laterTogether.ts";
import { People } from "./People.tsx";
import { StatusLine } from "./StatusLine.tsx";
import css from "./TopBar.module.css";

/** Which board this is, where its changes are, which step is under way, who is here, and how others come. */
export const TopBar = ({ isNarrow }: { readonly isNarrow: boolean }) => {
  const { t } = useText();
  const { ui, me } = useBoard();
  const share = (): void => ui.set({ isSharing: true });
  const isPrimary = mayFacilitate(me.role);
  return (
    <header className={css["topbar"]}>
      <a className={css["home"]} href="./" aria-label={t("board.home")}>
        <Logo px={30} />
      </a>
      <div className={css["what"]}>
        <BoardTitle />
        <StatusLine />
      </div>
      <PhaseBar />
      <div className={css["who"]}>
        {!isNarrow && <HandButton />}
        <People />
        {isNarrow ? (
          <IconButton label={t("board.invite")} icon={QrIcon} tone={isPrimary ? "primary" : "quiet"} onPress={share} />
        ) : (
          <>
            <Button tone={isPrimary ? "primary" : "plain"} icon={QrIcon} onPress={share}>
              {t("board.invite")}
            </Button>
            <Menu
              label={t("board.more")}
              trigger={<IconButton label={t("board.more")} icon={MoreIcon} />}
              items={MoreItems}
            />
          </>
        )}
      </div>
    </header>
  );
};
