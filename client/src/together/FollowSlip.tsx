import { useCallback, useEffect } from "react";
import { useText } from "../i18n/index.ts";
import { useBoard, useUi } from "../state/index.ts";
import { announce, Button } from "../ui/index.ts";
import { Slip } from "./Slip.tsx";
import { useEscape } from "./useEscape.ts";
import { useFollow } from "./useFollow.ts";
import { usePerson } from "./usePerson.ts";
import { useFollowers } from "./useShownView.ts";

/** Whom this screen goes with, and the way out; else how many go with it. */
export const FollowSlip = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const following = useUi((state) => state.following);
  const person = usePerson(following);
  const followers = useFollowers();
  const name = person?.name ?? "";

  const stop = useCallback(
    (words: string): void => {
      ui.set({ following: undefined });
      announce(words);
    },
    [ui],
  );
  const onStop = useCallback(() => stop(t("together.followOver", { name })), [stop, t, name]);
  const onGone = useCallback(() => stop(t("together.followGone", { name })), [stop, t, name]);
  useFollow(following, { onOwnMove: onStop, onGone });
  useEscape(following !== undefined, onStop);
  useEffect(() => {
    if (following !== undefined) announce(t("together.followBegins", { name }));
    // a name that changes meanwhile is no news
    // oxlint-disable-next-line react/exhaustive-deps -- said once for each person
  }, [following]);

  if (following !== undefined && person) {
    return (
      <Slip of="following" colour={person.colour}>
        <p>{t("together.following", { name })}</p>
        <Button size="s" tone="leaf" onPress={onStop}>
          {t("together.followStop")}
        </Button>
      </Slip>
    );
  }
  if (followers === 0) return null;
  return (
    <Slip of="followed">
      <small>{t("together.followed", { n: followers })}</small>
    </Slip>
  );
};
