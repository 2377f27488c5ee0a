import { Suspense } from "react";
import { useText } from "../i18n/index.ts";
import { Button, EmptyState, ErrorBoundary, RetryIcon, UnreachableIcon } from "../ui/index.ts";
import { Gallery } from "./laterHome.ts";
import { SectionHead } from "./SectionHead.tsx";
import css from "./Templates.module.css";

/** The gallery's place on the page; when it can't be fetched, the boards above it still open. */
export const Templates = () => {
  const { t } = useText();
  return (
    <section aria-labelledby="templates">
      <SectionHead id="templates" title={t("home.templates")} hint={t("home.templatesHint")} />
      <ErrorBoundary fallback={<Unreachable />}>
        <Suspense fallback={<div className={css["waiting"]} aria-busy="true" />}>
          <Gallery />
        </Suspense>
      </ErrorBoundary>
    </section>
  );
};

const Unreachable = () => {
  const { t } = useText();
  return (
    <EmptyState
      icon={UnreachableIcon}
      title={t("home.templatesFailed")}
      text={t("home.templatesFailedText")}
      actions={
        <Button icon={RetryIcon} onPress={() => location.reload()}>
          {t("frame.retry")}
        </Button>
      }
    />
  );
};
