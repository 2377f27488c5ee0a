import type { ReactNode } from "react";
import { useText } from "../../i18n/index.ts";
import { Button, CheckIcon } from "../../ui/index.ts";
import type { AtDoor, Door } from "./useDoor.ts";
import css from "./Door.module.css";

/** Who waits, to be let in one by one or all at once; and who was refused, to be let in after all. */
export const WaitingList = ({ door: { waiting, refused, admit, admitAll, refuse } }: { readonly door: Door }) => {
  const { t } = useText();
  return (
    <>
      <div className={css["head"]}>
        <b>{waiting.length === 0 ? t("slide.nobody") : t("slide.waiting", { n: waiting.length })}</b>
        {waiting.length > 1 && (
          <Button size="s" tone="primary" icon={CheckIcon} onPress={admitAll}>
            {t("slide.admitAll", { n: waiting.length })}
          </Button>
        )}
      </div>
      <ul className={css["list"]} data-waiting>
        {waiting.map((one) => (
          <Row key={one.person} one={one}>
            <Button
              size="s"
              tone="quiet"
              aria-label={t("slide.refuseOf", { name: one.name })}
              onPress={() => refuse(one)}
            >
              {t("slide.refuse")}
            </Button>
            <Button size="s" tone="leaf" aria-label={t("slide.admitOf", { name: one.name })} onPress={() => admit(one)}>
              {t("slide.admit")}
            </Button>
          </Row>
        ))}
      </ul>
      {refused.length > 0 && (
        <details className={css["refused"]}>
          <summary>{t("slide.refusedPeople", { n: refused.length })}</summary>
          <ul className={css["list"]}>
            {refused.map((one) => (
              <Row key={one.person} one={one}>
                <Button
                  size="s"
                  tone="quiet"
                  aria-label={t("slide.undoOf", { name: one.name })}
                  onPress={() => admit(one)}
                >
                  {t("slide.undo")}
                </Button>
              </Row>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

const Row = ({ one, children }: { readonly one: AtDoor; readonly children: ReactNode }) => {
  const { t, date } = useText();
  return (
    <li className={css["person"]}>
      <span className={css["name"]}>
        {one.name}
        <small>{`${t(`role.${one.role}`)} · ${t("slide.since", { when: date(one.at, "time") })}`}</small>
      </span>
      {children}
    </li>
  );
};
