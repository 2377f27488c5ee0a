import { lazy, Suspense, useEffect, type ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { HomePage, JoinPage, PageNotice, PageOpening, useRoute } from "./home/index.ts";
import { useText } from "./i18n/index.ts";
import { Announcer, Button, ErrorBoundary, RetryIcon, ToastRegion, UpdateBanner, WordsContext } from "./ui/index.ts";

const loadBoard = () => import("./board/index.ts");
const BoardPage = lazy(async () => ({ default: (await loadBoard()).BoardPage }));

/** The frame of every page: language, live regions, toasts, and what shows when a page fails. */
export const App = () => {
  const { t, locale } = useText();
  return (
    <I18nProvider locale={locale}>
      <WordsContext value={{ chosen: t("frame.chosen"), close: t("frame.close"), notices: t("frame.notices") }}>
        <ErrorBoundary fallback={<Crashed />}>
          <Pages />
        </ErrorBoundary>
        <ToastRegion />
        <Announcer />
      </WordsContext>
    </I18nProvider>
  );
};

const Pages = (): ReactNode => {
  const route = useRoute();
  const { t, error } = useText();
  const isHome = route.page === "home";
  useEffect(() => {
    if (!isHome) return;
    document.title = t("frame.product");
    // who reads the home page opens a board next: its code comes while they read
    const timer = setTimeout(() => void loadBoard().catch(() => undefined), 1_500);
    return () => clearTimeout(timer);
  }, [isHome, t]);

  if (route.page === "nowhere")
    return <PageNotice title={t("frame.nowhere")} text={error({ code: "unknown-route", details: {} })} />;
  return (
    <Suspense fallback={<PageOpening />}>
      {/* a board has a place for it */}
      {route.page !== "board" && <UpdateBanner text={t("frame.updated")} reload={t("frame.reload")} />}
      {route.page === "home" && <HomePage />}
      {route.page === "join" && <JoinPage key={route.code} code={route.code} />}
      {route.page === "board" && (
        <BoardPage
          key={`${route.boardId}#${route.secret ?? ""}`}
          boardId={route.boardId}
          secret={route.secret}
          isNew={route.isNew}
        />
      )}
    </Suspense>
  );
};

const Crashed = () => {
  const { t } = useText();
  return (
    <PageNotice
      title={t("frame.crashed")}
      text={t("frame.crashedText")}
      action={
        <Button tone="primary" icon={RetryIcon} onPress={() => location.reload()}>
          {t("frame.retry")}
        </Button>
      }
    />
  );
};
