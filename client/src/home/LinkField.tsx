import { useEffect, useRef } from "react";
import { useText } from "../i18n/index.ts";
import { TextField } from "../ui/index.ts";

/** A link that the browser did not let Palabre copy: shown and selected, so that one can copy it by hand. */
export const LinkField = ({ label, link }: { readonly label: string; readonly link: string }) => {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return <TextField ref={input} label={label} hint={t("frame.copyFailed")} value={link} isReadOnly />;
};
