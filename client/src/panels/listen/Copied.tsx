import { useText } from "../../i18n/index.ts";
import { CopyIcon, copyText, IconButton, showToast } from "../../ui/index.ts";
import css from "./AddSource.module.css";

/** Something to be taken elsewhere as it is. */
export const Copied = ({ name, value }: { readonly name: string; readonly value: string }) => {
  const { t } = useText();
  const copy = async (): Promise<void> => {
    if (await copyText(value)) showToast({ text: t("sources.hookCopied") });
  };
  return (
    <div className={css["copied"]}>
      <b>{name}</b>
      <IconButton size="s" label={t("sources.hookCopy", { name })} icon={CopyIcon} onPress={() => void copy()} />
      <pre>{value}</pre>
    </div>
  );
};
