import { useText } from "../i18n/index.ts";
import { AnalyseIcon, Dialog, ExpectationIcon, Icon, ListenIcon, PeopleIcon } from "../ui/index.ts";
import css from "./HelpDialog.module.css";

/** The four things one does with Palabre, in the order in which one does them. */
const STEPS = [
  { icon: ExpectationIcon, key: "home.helpMap" },
  { icon: PeopleIcon, key: "home.helpAgree" },
  { icon: ListenIcon, key: "home.helpListen" },
  { icon: AnalyseIcon, key: "home.helpDecide" },
] as const;

export const HelpDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const { t } = useText();
  return (
    <Dialog title={t("home.helpTitle")} isOpen={isOpen} onClose={onClose} size="m">
      <ol className={css["steps"]}>
        {STEPS.map(({ icon, key }) => (
          <li key={key} className={css["step"]}>
            <Icon of={icon} size="tool" className={css["icon"]} />
            <p>{t(key)}</p>
          </li>
        ))}
      </ol>
    </Dialog>
  );
};
