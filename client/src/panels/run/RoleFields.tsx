import { allowsNothing } from "@palabre/shared/facilitation";
import { CARD_KINDS, type Reach, type RoleRules } from "@palabre/shared/terms";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { drawingOfKind, kindWord } from "../../figures/index.ts";
import { useText } from "../../i18n/index.ts";
import { Icon, SegmentedControl, Switch } from "../../ui/index.ts";
import css from "./PhaseEditor.module.css";

export interface RoleFieldsProps {
  /** undefined: everything */
  readonly rules: RoleRules | undefined;
  /** what is added is a draft */
  readonly isSilent: boolean;
  /** the role, for who hears the controls */
  readonly label: string;
  readonly onChange: (rules: RoleRules | undefined) => void;
}

const NOTHING: RoleRules = { add: [], edit: "none", move: "none", trash: "none", link: false, comment: false };
/** The most usual: write of one's own, disturb nobody. */
const OWN: RoleRules = { add: "all", edit: "own", move: "own", trash: "own", link: true, comment: true };

/** What one role may do in a step: everything, nothing, or what is chosen one by one. */
export const RoleFields = ({ rules, isSilent, label, onChange }: RoleFieldsProps) => {
  const { t } = useText();
  const way = rules === undefined ? "all" : allowsNothing(rules) ? "nothing" : "some";
  return (
    <>
      <SegmentedControl
        isWide
        label={t("run.mayOf", { role: label })}
        choices={[
          { id: "all", label: t("run.mayAll") },
          { id: "some", label: t("run.maySome") },
          { id: "nothing", label: t("run.mayNothing") },
        ]}
        value={way}
        onChange={(chosen) => onChange(chosen === "all" ? undefined : chosen === "nothing" ? NOTHING : OWN)}
      />
      {rules && way === "some" && <SomeRules rules={rules} isSilent={isSilent} onChange={onChange} />}
    </>
  );
};

const SomeRules = ({ rules, isSilent, onChange }: Omit<RoleFieldsProps, "label"> & { readonly rules: RoleRules }) => {
  const { t } = useText();
  const set = (values: Partial<RoleRules>): void => onChange({ ...rules, ...values });
  const reaches = (["all", "own", "none"] as const satisfies readonly Reach[]).map((id) => ({
    id,
    label: t(`run.reach.${id}`),
  }));
  return (
    <div className={css["rules"]}>
      <KindFields
        add={rules.add}
        label={t(isSilent ? "run.addDrafts" : "run.addKinds")}
        onChange={(add) => set({ add })}
      />
      <div className={css["pair"]}>
        {(["edit", "move", "trash"] as const).map((what) => (
          <div key={what} className={css["reach"]}>
            <span aria-hidden="true">{t(`run.may.${what}`)}</span>
            <SegmentedControl
              isWide
              label={t(`run.may.${what}`)}
              choices={reaches}
              value={rules[what]}
              onChange={(reach) => set({ [what]: reach })}
            />
          </div>
        ))}
      </div>
      <Switch label={t("run.may.link")} isSelected={rules.link} onChange={(link) => set({ link })} />
      <Switch label={t("run.may.comment")} isSelected={rules.comment} onChange={(comment) => set({ comment })} />
    </div>
  );
};

/** The kinds as chips: all of them is "all", which holds the kinds of later versions too. */
const KindFields = ({
  add,
  label,
  onChange,
}: {
  readonly add: RoleRules["add"];
  readonly label: string;
  readonly onChange: (add: RoleRules["add"]) => void;
}) => {
  const text = useText();
  const chosen = new Set<string>(add === "all" ? CARD_KINDS : add);
  const turn = (kind: string, isOn: boolean): void => {
    const kept = [...CARD_KINDS, ...chosen].filter((one) => (one === kind ? isOn : chosen.has(one)));
    const kinds = [...new Set(kept)];
    onChange(CARD_KINDS.every((one) => kinds.includes(one)) ? "all" : kinds);
  };
  return (
    <fieldset className={css["labelled"]}>
      <legend className="sr">{label}</legend>
      <span aria-hidden="true">{label}</span>
      <div className={css["chips"]}>
        {CARD_KINDS.map((kind) => (
          <ToggleButton
            key={kind}
            className={css["chip"] ?? ""}
            isSelected={chosen.has(kind)}
            onChange={(isOn) => turn(kind, isOn)}
          >
            <Icon of={drawingOfKind(kind)} size="meta" />
            {kindWord({ kind }, text)}
          </ToggleButton>
        ))}
      </div>
    </fieldset>
  );
};
