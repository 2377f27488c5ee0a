import { useText } from "../../i18n/index.ts";
import { DoorSection } from "../joining/index.ts";
import { Section } from "../pieces/index.ts";

/** How the room comes in. */
export const DoorPart = () => {
  const { t } = useText();
  return (
    <Section title={t("slide.door")}>
      <DoorSection />
    </Section>
  );
};
