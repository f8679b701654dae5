import type { AppView } from "@parley/api";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { appsQuery } from "../server/queries.ts";
import { AreaPage, failedOf } from "../shell/area-page.tsx";
import { MissingPage } from "../shell/missing-page.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { ListSkeleton } from "../ui/list-skeleton.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { appName } from "./app-name.ts";
import styles from "./app-page.module.css";
import { type AppTab, appTabs, readAppSearch } from "./app-search.ts";
import { AppSettings } from "./app-settings.tsx";
import { AppTest } from "./app-test.tsx";
import { BusinessProfile } from "./business-profile.tsx";
import { DeleteApp } from "./delete-app.tsx";
import { MessageUsButton } from "./message-us-button.tsx";
import { SimulatedMark } from "./simulated-mark.tsx";

const route = getRouteApi("/apps/$appId");

/** The making of QR codes is loaded with what shows one. */
const WaLink = lazy(async () => ({ default: (await import("./wa-link-section.tsx")).WaLinkSection }));

/** The page of an app: its settings, its business profile, and what leads people to it. */
export function AppPage() {
  const { appId } = route.useParams();
  const { apps: t } = useAreaTexts();
  const query = useQuery(appsQuery);
  const app = query.data?.find(({ id }) => id === appId);
  const up = { label: t.title, link: { to: "/apps" } } as const;
  if (query.data !== undefined && app === undefined) return <MissingPage said={t.app.missing} up={up} />;
  return (
    <AreaPage
      title={app === undefined ? appId : appName(app)}
      up={up}
      mark={app?.isSimulated === true ? <SimulatedMark /> : null}
      about={app?.displayPhoneNumber}
      failed={failedOf(query)}
    >
      {app === undefined ? query.isPending && <ListSkeleton /> : <OpenApp key={app.id} app={app} />}
    </AreaPage>
  );
}

function OpenApp({ app }: { readonly app: AppView }) {
  const { tabs: t } = useAreaTexts().apps.app;
  const { tab = "settings" } = route.useSearch();
  const navigate = useNavigate();
  const contents: Record<AppTab, ReactNode> = {
    settings: (
      <div className={styles["parts"]}>
        <AppSettings app={app} />
        <AppTest app={app} />
        {app.isSimulated ? null : <DeleteApp app={app} />}
      </div>
    ),
    profile: <BusinessProfile app={app} />,
    link: (
      <Suspense fallback={<ListSkeleton />}>
        <WaLink app={app} />
      </Suspense>
    ),
    button: <MessageUsButton app={app} />,
  };
  return (
    <Tabs
      label={t.label}
      shown={tab}
      onShow={(id) =>
        void navigate({
          to: "/apps/$appId",
          params: { appId: app.id },
          search: readAppSearch({ tab: id }),
          replace: true,
        })
      }
      tabs={appTabs.map((id) => ({ id, title: t[id], content: contents[id] }))}
    />
  );
}
