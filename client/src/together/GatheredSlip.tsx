import { useText } from "../i18n/index.ts";
import { announce, Button, CloseIcon, IconButton } from "../ui/index.ts";
import { Slip } from "./Slip.tsx";
import { useGathered } from "./useGathered.ts";
import { usePerson } from "./usePerson.ts";

/** Where one was brought, by whom, and the way back; or the way there, for whom it would have been torn out of their hands. */
export const GatheredSlip = () => {
  const { t } = useText();
  const { gathered, leave } = useGathered();
  const person = usePerson(gathered?.by);
  if (!gathered || !person) return null;
  const { back, go } = gathered;
  const { name } = person;
  return (
    <Slip of="gathered" colour={person.colour}>
      <p>{back ? t("together.broughtBy", { name }) : t("together.awaitedBy", { name })}</p>
      {back ? (
        <Button
          size="s"
          tone="leaf"
          onPress={() => {
            back();
            leave();
            announce(t("together.backAgain"), "kept");
          }}
        >
          {t("together.back")}
        </Button>
      ) : (
        <Button size="s" tone="leaf" onPress={go}>
          {t("together.go")}
        </Button>
      )}
      <IconButton size="s" label={t("together.stay")} icon={CloseIcon} onPress={leave} />
    </Slip>
  );
};
