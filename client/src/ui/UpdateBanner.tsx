import { useSyncExternalStore } from "react";
import { outdated } from "../parts/index.ts";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { AlertIcon, RetryIcon } from "./icons.ts";
import css from "./UpdateBanner.module.css";

export interface UpdateBannerProps {
  readonly text: string;
  /** what the button says */
  readonly reload: string;
}

/** Asks for a reload once parts of the page can't be had any more; nothing until then. The browser asks before it leaves what nobody keeps. */
export const UpdateBanner = ({ text, reload }: UpdateBannerProps) => {
  const isOutdated = useSyncExternalStore(outdated.subscribe, outdated.get);
  if (!isOutdated) return null;
  return (
    <div className={css["banner"]} role="alert" data-banner="updated">
      <Icon of={AlertIcon} />
      <p>{text}</p>
      <Button size="s" icon={RetryIcon} onPress={() => location.reload()}>
        {reload}
      </Button>
    </div>
  );
};
